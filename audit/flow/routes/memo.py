"""Answers that are kept, for questions that may come back to themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

V = TypeVar("V")
SPARE = 100_000
"""Facts of a run's searches for routes beyond what each may take: the longest ones of large trees take 90,000."""
EACH, EACH_LATE, ALL = 6_000, 300, 300_000
"""Facts that each search may take; and those of one that begins after all had so many together."""


class Asked:
    """How many questions are open, and which of them were asked again, as bits by their depth. `cut`: an answer rests
    on a search that came to its limit.
    """

    def __init__(self) -> None:
        self.depth = self.again = 0
        self.cut = False
        self.resting: dict[int, list[Callable[[], object]]] = {}
        """By the depth of an open question, what forgets the answers that rest on it."""
        self._spare, self._all = SPARE, ALL

    def may_take(self, taken: int) -> bool:
        """May a search that has taken so many facts have one more? Of its own, or of what all share."""
        self._all -= 1
        if taken < (EACH if self._all >= 0 else EACH_LATE):
            return True
        self._spare -= 1
        if self._spare < 0:
            self.cut = True
        return self._spare >= 0


class Memo(Generic[V]):
    """An open question that is asked again adds nothing; what rests on that is kept as long as it is open.

    So the order in which questions are asked changes no answer.
    """

    def __init__(self, asked: Asked, nothing: V) -> None:
        self._asked, self._nothing = asked, nothing
        self._known: dict[Hashable, V] = {}
        self._open: dict[Hashable, int] = {}
        self._resting: dict[Hashable, int] = {}
        self._cut: set[Hashable] = set()

    def of(self, key: Hashable, find: Callable[[], V]) -> V:
        """The answer to a question, found at most once by those that leave the same questions open."""
        asked = self._asked
        if key in self._known:
            asked.cut = asked.cut or key in self._cut
            asked.again |= self._resting.get(key, 0)
            return self._known[key]
        if key in self._open:
            asked.again |= 1 << self._open[key]
            return self._nothing
        depth, outer, cut = asked.depth, asked.again, asked.cut
        self._open[key], asked.depth, asked.again, asked.cut = depth, depth + 1, 0, False
        found = self._known[key] = find()
        del self._open[key]
        asked.depth = depth
        if asked.cut:
            self._cut.add(key)
        for forget in asked.resting.pop(depth, ()):
            forget()
        rests = asked.again & ((1 << depth) - 1)
        if rests:
            self._resting[key] = rests
            asked.resting.setdefault(rests.bit_length() - 1, []).append(lambda: self._forget(key))
        asked.again, asked.cut = outer | rests, asked.cut or cut
        return found

    def _forget(self, key: Hashable) -> None:
        """A question that an answer rests on is answered: it has to be found anew."""
        del self._known[key], self._resting[key]
        self._cut.discard(key)
