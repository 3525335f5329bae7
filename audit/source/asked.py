"""What a run has asked of a tree: where all of it has the same answer in another tree, so has the run itself.

Whoever looks at a file without saying what for has asked for all of its bytes; the narrower a question, the more
edits leave its answer as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Question = Callable[..., Any]
"""A function of a module, pure, of a file's bytes and further arguments."""


class Search(NamedTuple):
    """Which of the files hold which texts; `among` is None for all files."""

    among: tuple[str, ...] | None
    found: dict[bytes, tuple[str, ...]]


class Asked:
    """Questions with their answers, by file."""

    def __init__(self) -> None:
        self.whole: set[str] = set()
        """Files whose every byte may have mattered."""
        self.until: dict[str, int] = {}
        """Files of whose text something was seen, up to this offset."""
        self.answers: dict[tuple[str, Question, tuple[Any, ...]], Any] = {}
        self.searches: list[Search] = []
        self.told: list[Any] = []
        """What was asked in other processes, as they tell it."""

    def up_to(self, path: str, end: int) -> None:
        """The text of a file was seen up to an offset."""
        if end > self.until.get(path, -1):
            self.until[path] = end

    def searched(self, among: Iterable[str] | None, found: dict[bytes, tuple[str, ...]]) -> None:
        """Files were searched for texts."""
        self.searches.append(Search(None if among is None else tuple(among), found))
