"""Answers that are kept, for questions that may come back to themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

V = TypeVar("V")
_NONE = 1 << 30
SPARE = 100_000
"""Facts of a run's searches for routes beyond what each may take: the longest ones of large trees take 90,000."""


class Asked:
    """How deep the open questions are, and the outermost of them that was asked again. `cut`: an answer rests on a
    search that came to its limit.
    """

    def __init__(self) -> None:
        self.depth = 0
        self.again = _NONE
        self.cut = False
        self._spare = SPARE

    def spends(self) -> bool:
        """Is there something left for a search that needs more than its own budget? Then it has one fact more."""
        self._spare -= 1
        return self._spare >= 0


class Memo(Generic[V]):
    """An open question that is asked again adds nothing; what rests on that is kept by that question only.

    So the order in which questions are asked changes no answer.
    """

    def __init__(self, asked: Asked, nothing: V) -> None:
        self._asked, self._nothing = asked, nothing
        self._known: dict[Hashable, V] = {}
        self._open: dict[Hashable, int] = {}
        self._cut: set[Hashable] = set()

    def of(self, key: Hashable, find: Callable[[], V]) -> V:
        """The answer to a question, found at most once."""
        if key in self._known:
            self._asked.cut = self._asked.cut or key in self._cut
            return self._known[key]
        if key in self._open:
            self._asked.again = min(self._asked.again, self._open[key])
            return self._nothing
        depth, outer, cut = self._asked.depth, self._asked.again, self._asked.cut
        self._open[key], self._asked.depth, self._asked.again, self._asked.cut = depth, depth + 1, _NONE, False
        found = find()
        del self._open[key]
        self._asked.depth = depth
        if self._asked.cut:
            self._cut.add(key)
        self._asked.cut = self._asked.cut or cut
        if self._asked.again >= depth:
            self._known[key] = found
            self._asked.again = outer
        else:
            self._asked.again = min(outer, self._asked.again)
        return found
