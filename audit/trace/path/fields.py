"""What is read from a result on the ways to a sink: the fields of a path."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.flow.contexts import DATA, Context, Fact, Reason, fact_of
from audit.trace.path.reads import NOTHING, Read, dotted, reads_between
from audit.trace.path.summaries import Summaries, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.flow.solver import Caller, Solver

_MOST = 200
"""What is read on ways to one fact, each once."""
_JOINED = 200_000
"""Facts on the ways to one sink, and what is read on them as often as it is put together, but for what was found for
other sinks before.
"""
_LEAST = 5_000
"""… once some searches were cut: each that is makes the next one shorter by half."""

Left = tuple[tuple[Context, "Caller"], ...]


class Before(NamedTuple):
    """A fact before another one, the calls that are to be entered again from there on, the last one first, and what
    the step may read.
    """

    fact: Fact
    left: Left
    reads: tuple[Read, ...]


class Fields:
    """Answers for the sinks of one seed, of a search that has come to its end: their ways have most facts in common.

    `cut`: some have more ways than were looked at.
    """

    def __init__(self, solver: Solver, most: int | None = None) -> None:
        self.solver, self.cut, self._most, self._left = solver, False, most or _JOINED, 0
        self._tables: dict[Fact | None, Table] = {}
        self._before: dict[Fact, tuple[Before, ...]] = {}
        self._reads: dict[tuple[Fact, Fact], tuple[Read, ...]] = {}
        self._firsts: dict[Fact, Fact] = {}

    def of(
        self, reasons: Iterable[Reason], begun: Fact | None = None, barred: Callable[[Fact], bool] = lambda _: False
    ) -> tuple[str, ...]:
        """What is read from the result itself on any of the ways to these reasons, sorted.

        No way goes over what is `barred`, by the fact that it has `begun` with; () where each does. Not each way says
        that it takes an element: of two that read the same, the one that does.
        """
        self._left, table = self._most, self._tables.setdefault(begun, {})
        summaries = Summaries(self, table, barred)
        reads: dict[Read, None] = {}
        for one in reasons:
            reads.update(dict.fromkeys(summaries.to(one)))
        for fact in summaries.unfinished:
            table.pop(fact, None)
        if not self.has_room:
            self._most = max(min(self._most, _LEAST), self._most // 2)
        texts = [dotted(one.text) for one in reads if not one.again] or [dotted(one.text) for one in reads]
        order = sorted(texts, key=lambda text: ("[][]" not in text, text.count("[]"), text))
        best = {text.replace("[]", ""): text for text in order}
        return tuple(sorted(best.values()))

    @property
    def has_room(self) -> bool:
        """May the search for what is read go on?"""
        return self._left > 0

    def goes_on(self, known: int) -> bool:
        """Is there room for one more on ways of which that many are known?"""
        self._left -= 1
        more = self._left > 0 and known < _MOST
        self.cut = self.cut or not more
        return more

    def before(self, fact: Fact) -> tuple[Before, ...]:
        """The facts before a fact, on all ways; not those that calls bring in."""
        known = self._before.get(fact)
        if known is None:
            known = self._before[fact] = tuple(self._find_before(fact)) if fact.carried in DATA else ()
        return known

    def _find_before(self, fact: Fact) -> Iterator[Before]:
        for reason in self._reasons(fact):
            left = tuple(reversed(reason.left)) if isinstance(reason, Reason) else ()
            before = fact_of(reason)
            if before is not None:
                yield Before(self._first(before), left, self.between(before, fact))

    def is_entered(self, fact: Fact) -> bool:
        """Has a call brought a fact in?"""
        return fact.carried in DATA and None in map(fact_of, self._reasons(fact))

    def _reasons(self, fact: Fact) -> tuple[Fact | Reason | None, ...]:
        """Why a fact holds, on all ways, also those on which it only decides."""
        return (fact.reason, *self.solver.also.get(fact, ()), *self.solver.decided.get(fact, ()))

    def _first(self, fact: Fact) -> Fact:
        """The first fact of a stretch on which there is one way, nothing is read and no call is left."""
        stretch = []
        while (known := self._firsts.get(fact)) is None:
            stretch.append(fact)
            before = self._alone_before(fact)
            if before is None:
                known = fact
                break
            fact = before
        self._firsts.update(dict.fromkeys(stretch, known))
        return known

    def _alone_before(self, fact: Fact) -> Fact | None:
        """The one fact before a fact, where all of the one is read by whatever is read of the other."""
        reason = fact.reason
        before = reason.fact if isinstance(reason, Reason) and not reason.left else reason
        if (
            not isinstance(before, Fact)
            or fact.carried not in DATA
            or fact in self.solver.also
            or fact in self.solver.decided
        ):
            return None
        return before if self.between(before, fact) == (NOTHING,) else None

    def between(self, fact: Fact, following: Fact) -> tuple[Read, ...]:
        """What a step may read."""
        key = (fact, following)
        known = self._reads.get(key)
        if known is None:
            known = self._reads[key] = reads_between(self.solver, fact, following)
        return known
