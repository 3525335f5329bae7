"""Foreign text (file names, code, rules) on its way to people."""


def safe_terminal(text: str) -> str:
    """The text on one line, with every character that a terminal acts on or hides written as an escape.

    That is whatever Unicode calls "other" or "separator" except the space: control characters and escape
    sequences, line ends, bidirectional and zero-width marks, lone surrogates. Markup of rich is left as it
    is, since the terminal reporter never reads markup. Safe text comes back unchanged.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escaped(char) for char in text)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
