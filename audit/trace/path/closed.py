"""Is a place barred whoever calls? Where each call that brings the value fails a test before it, nothing comes there.

Asked of few ways, those on which a test fails. All calls are gone through, up to where each test is decided; what is
not known leaves the way open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.flow.contexts import DEEPER, WITHIN, Context, Entered, Path, Reason, Seed, entered_at, rest_of
from audit.flow.pieces import inside
from audit.flow.structure import Test

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.code import FunctionId
    from audit.flow.contexts import Fact
    from audit.flow.solver import Solver
    from audit.flow.structure import Tests
    from audit.trace.path.ways import Calls

_FARTHEST, _MOST = 6, 200
"""How many calls up, and how many calls in all, are gone through for one question."""
COPIES = frozenset(("assign", "defineProperty", "update", "setdefault", "setattr"))
"""Methods and functions that may write members which the code does not name."""

Asked = tuple[tuple[Test, Context], ...]


class Closed:
    """Answers about the value of one seed; `before` gives the tests at a node, `fails` says which do not hold, and
    `runs` which functions anything calls.
    """

    def __init__(
        self,
        solver: Solver,
        seed: Seed,
        before: Callable[[Context, int], Tests],
        fails: Callable[[Test, Context, Calls], bool],
        runs: Callable[[FunctionId], bool],
    ) -> None:
        self._solver, self._seed, self._before, self._fails, self._runs = solver, seed, before, fails, runs
        self._uses: dict[FunctionId, _Uses | None] = {}
        self._left = 0

    def open_to(self, fact: Fact, label: int) -> Iterator[Reason]:
        """What comes to the place of a fact by calls that open it, and may be there with a label; with these calls."""
        for context in self._solver.contexts_of(fact.context.function):
            there = [one for (node, _, _), one in context.facts.items() if node == fact.node and one.label <= label]
            self._left = _MOST
            for calls in self._openings(context, fact.node, {}, (), _FARTHEST, label) if there else ():
                left = tuple((entered, caller) for entered, caller in calls.items() if caller is not None)
                yield from (Reason(one, left) for one in there)

    def _openings(
        self, context: Context, node: int, calls: Calls, asked: Asked, deep: int, label: int
    ) -> Iterator[Calls]:
        """The chains of calls to a place on which no test fails, as far as these are known."""
        self._left -= 1
        asked = (*asked, *((test, context) for test in self._before(context, node)))
        if any(self._fails(test, at, calls) and self._is_kept(test, _above(at, calls)) for test, at in asked):
            return
        context = entered_at(context)
        if isinstance(context.entry, Seed) and context.entry != self._seed:
            return  # another value
        callers = self._solver.callers.get(context, {}) if isinstance(context.entry, Entered) else {}
        if not callers and not self._runs(context.function):
            return
        if not callers or not deep or context in calls or len(callers) > self._left:
            yield calls
            return
        for one, brought in callers.items():
            if brought is None or brought.label <= label:
                result = one.context.graph.calls[one.call].result
                yield from self._openings(one.context, result, {**calls, context: one}, asked, deep - 1, label)

    def _is_kept(self, test: Test, calls: Calls) -> bool:
        """Is what a test asks of the members of an object what the object was made with? Nobody who gets it on the way
        writes these, or hands it to others.
        """
        names = {one.key for one in inside(test.expression) if isinstance(one, lowered.Member)}
        if not names:
            return True
        way = {(one.context, one.call) for one in calls.values() if one is not None}
        made = {id(context.graph.source[context.graph.calls[call].result]) for context, call in way}
        given = {entered.function for one in way for entered in self._solver.run_at(*one)}
        return all(self._keeps(one, names, made) for one in given.union(one.function for one in calls))

    def _keeps(self, function: FunctionId, names: set[str], calls: set[int]) -> bool:
        code = self._solver.code
        outer = code.outermost(function)
        if outer not in self._uses:
            self._uses[outer] = _uses(code.structures.around(outer).nodes)
        found = self._uses[outer]
        return found is not None and names.isdisjoint(found.written) and found.handed <= calls


def stands_in(path: Path, part: Path) -> bool:
    """Does what stands at a path stand in a part too? It is the same part, or what this is a part of."""
    for step in part:
        if not path or step in (WITHIN, DEEPER):
            return True
        below = rest_of(path, step)
        if below is None:
            return False
        path = below
    return not path


def _above(context: Context, calls: Calls) -> Calls:
    """The calls that lead to a context, without those from there on."""
    context = entered_at(context)
    found = list(calls.items())
    first = next((at for at, (entered, _) in enumerate(found) if entered is context), len(found))
    return dict(found[first:])


class _Uses(Struct, frozen=True):
    """The members that code writes, and the calls that it hands what it was given to, by identity."""

    written: frozenset[str]
    handed: frozenset[int]


def _uses(nodes: list[lowered.Node]) -> _Uses | None:
    """What code does with objects; None where it may write members that it does not name."""
    written: set[str] = set()
    handed: set[int] = set()
    taken = (one.target for one in nodes if isinstance(one, lowered.Parameter))
    given = {each.name for one in taken for each in inside(one) if isinstance(each, lowered.Name)}
    for one in nodes:
        if isinstance(one, lowered.Assign):
            for target in inside(one.target):
                if isinstance(target, lowered.Index):
                    return None
                if isinstance(target, lowered.Member):
                    written.add(target.key)
        elif isinstance(one, lowered.Call):
            if _name(one.callee) in COPIES:
                return None
            if any(isinstance(each, lowered.Name) and each.name in given for each in one.args):
                handed.add(id(one))
    return _Uses(frozenset(written), frozenset(handed))


def _name(callee: lowered.Expr) -> str:
    return callee.key if isinstance(callee, lowered.Member) else callee.name if isinstance(callee, lowered.Name) else ""
