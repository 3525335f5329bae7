"""The one exception that is the user's to mend."""


class UserError(Exception):
    """A mistake in what the user gave, or in the environment: one sentence, exit code 2.

    `message` says what is wrong, `remedy` what to do about it; neither ends in a full stop. Several mistakes
    in one file stand on lines of their own in `message`.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}; {self.remedy}."
