"""Can a way be gone? Not where a test on it asks for what the very calls of the way do not give.

A function that takes settings has branches for those who give them; the engine follows a value through all of them,
whoever calls. Asked is what a call says itself: an argument that it leaves out, a member that its object has not.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.contexts import Context, Reason, entered_at, seed_of
from audit.trace.path.apart import other_made
from audit.trace.path.asking import Asking
from audit.trace.path.closed import Closed, stands_in
from audit.trace.path.contrary import Contrary
from audit.trace.path.denied import Denied
from audit.trace.path.elsewhere import elsewhere
from audit.trace.path.failing import Failing
from audit.trace.path.folded import stopped_short
from audit.trace.path.foreign import Foreign
from audit.trace.path.given import Given
from audit.trace.path.heard import other_heard
from audit.trace.path.lookups import asked_in_vain
from audit.trace.path.members import other_members
from audit.trace.path.needing import needed_on
from audit.trace.path.settled import other_settled
from audit.trace.path.vain import Vain
from audit.trace.path.ways import Calls, Way, comes_otherwise, enters_once, way_to, with_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.flow.code import Code, FunctionId
    from audit.flow.contexts import Caller, Fact, Seed
    from audit.flow.frames import Env, Target
    from audit.flow.graph import CallSite
    from audit.flow.solver import Solver
    from audit.flow.text.texts import Texts
    from audit.trace.entry.programs import Programs
    from audit.trace.path.needing import Needing

    Targets = Callable[[str, int, CallSite, Env], list[Target]]

_TRIES, _OPENED = 8, 40


class Passable:
    """Answers about ways; the tests before a node are read off once. `runs` says which functions anything calls,
    `targets` which a call may run, whoever leads to it.
    """

    def __init__(
        self,
        code: Code,
        runs: Callable[[FunctionId], bool],
        targets: Targets,
        needs: Needing | None,
        programs: Programs,
        texts: Texts,
    ) -> None:
        self._foreign = Foreign(programs)
        self._code, self._can_run, self._targets, self._needs = code, runs, targets, needs
        self._running: dict[FunctionId, bool] = {}
        given = Given(code.structures)
        self._failing, self._asking = Failing(code.structures, given), Asking(given, texts)
        self._vain = Vain(self._asking)
        self._denied = Denied(code.structures.around)
        self.contrary = Contrary(code.structures)

    def way(self, solver: Solver, reason: Reason, further: Iterable[Reason] = ()) -> Way:
        """The way to a reason on which no test fails, where one is found; else the first one, which is not sure then.

        One through a case that the code names comes before one through what is left for all others. `further`: what
        else leads to the same event, as calls of the same function do that give it something else.
        """
        first = self._open(solver, reason)
        if not first.hollow and (first.sure or not (first.denied or way_to(solver, reason).sure)):
            return first
        others = [self._open(solver, one) for one in further]
        found = next((one for one in others if one.sure and not one.hollow), first)
        if not (found.denied or found.hollow):
            return found
        return next((one for one in others if not (one.denied or one.hollow)), found)

    def opened(self, solver: Solver, reason: Reason, way: Way, seed: Seed, label: int) -> Way | None:
        """A way that is not sure, or one that is by calls that open it; None where no call comes there at all."""
        if reason.fact is None or solver.known(reason.fact) is None:
            return way  # it stands where only a call of outside code puts it
        opens, runs = False, self._runs if self._runs(way.facts[0].context.function) else _anything
        closed = Closed(solver, seed, self._failing.before, self._failing.fails, runs)
        for one in islice(closed.open_to(reason.fact, label), _OPENED):
            opens = True
            if one.fact is None or not stands_in(one.fact.path, reason.fact.path):
                continue  # it opens the place to what stands beside
            other = way_to(solver, one)
            begun = other.facts[0]
            sure = other.sure and begun.reason is None and seed_of(begun.context) == seed
            sure = sure and max(fact.label for fact in other.facts) == label
            if not sure or self._barred(solver, other):
                continue
            denied, fate = self._denied.on(solver, other)
            if not denied:
                return replace(other, hollow=True) if fate == "nothing" else other
        return way if opens else None

    def _open(self, solver: Solver, reason: Reason) -> Way:
        first = way_to(solver, reason)
        absent: set[Fact] = set()
        denied, fate = self._denied.on(solver, first, absent)
        if fate == "gone" or self._foreign.bars(solver, first) or self._vain.bars(solver, reason, first):
            return replace(first, sure=False, denied=True)
        if first.sure or absent:
            found = self._around(solver, reason, first, denied, absent)
        else:
            found = self._named(solver, reason, first, frozenset()) or first
        return replace(found, hollow=True) if fate == "nothing" else found

    def _around(self, solver: Solver, reason: Reason, first: Way, denied: frozenset[Fact], absent: set[Fact]) -> Way:
        """The way on which no test fails; the first one, which is not sure then, where none is found."""
        way = first
        around: frozenset[Fact] = frozenset()
        shut: frozenset[Fact] = frozenset()
        astray: set[Fact] = set()
        for _ in range(_TRIES):
            astray |= self._misdirected(solver, way, surely=True)
            barred = self._barred(solver, way) | denied
            if not barred:
                return self._named(solver, reason, way, around) or way
            shut |= self._failing.shut(solver, reason, way, shut)
            if first.facts[-1] in shut and not first.facts[-1].label:  # else not all ways are known
                return replace(first, sure=False, denied=True)
            further = with_behind(solver, way, around | barred)
            if further == around:
                break
            around = further
            way = way_to(solver, reason, around)
            if not _begins(way):
                break
            denied, _ = self._denied.on(solver, way, absent)
        gone = bool(astray) and enters_once(solver, first)
        gone = gone and not comes_otherwise(solver, first.facts[-1], *astray)
        gone = gone or (bool(absent) and not comes_otherwise(solver, first.facts[-1], *absent))
        return replace(first, sure=False, denied=gone)

    def _named(self, solver: Solver, reason: Reason, way: Way, around: frozenset[Fact]) -> Way | None:
        """Another way, with fewer places at which the value is not where another way is known: through the cases that a
        `switch` names. What comes there may come by several ways.
        """
        best, fewest, other = None, -1, way
        for _ in range(_TRIES):
            left = frozenset(elsewhere(other, self._code.structures))
            if fewest < 0 or len(left) < fewest:
                best, fewest = other if other is not way else None, len(left)
            further = with_behind(solver, other, around | left) if left else around
            if further == around:
                break
            around = further
            other = way_to(solver, reason, around)
            if not _begins(other) or (way.sure and not other.sure) or self._barred(solver, other):
                break
            if self._denied.on(solver, other)[0]:
                break
        return best

    def needed(self, way: Way) -> int:
        """How many variables must be set for the code of a way to run."""
        return len(needed_on(way, self._needs, self._code)) if self._needs is not None else 0

    def _barred(self, solver: Solver, way: Way) -> frozenset[Fact]:
        """The facts on a way that the calls of the way do not lead to: a test before them fails by what these give, or
        a map is asked for another key, an object for another member. Where the access itself can run, also those in
        functions that nothing runs.
        """
        begins = self._runs(way.facts[0].context.function)
        idle = {fact for fact in way.facts if begins and not self._is_run(fact.context, way.calls)}
        found = idle | self._failing.on(way, way.calls) | self._foreign.on(way) | self.contrary.on(solver, way)
        asked = asked_in_vain(solver, way, self._asking) | other_members(way, self._asking.given)
        asked |= other_made(solver, way) | other_settled(solver, way) | other_heard(solver, way, self._asking)
        asked |= stopped_short(solver, way)
        return frozenset(found) | asked | self._misdirected(solver, way)

    def _misdirected(self, solver: Solver, way: Way, *, surely: bool = False) -> frozenset[Fact]:
        """The facts on a way in functions that its own calls do not run, or (not `surely`) may not."""
        wrong = set()
        for context, caller in way.calls.items():
            if caller is not None and caller.argument < 0:
                meant = self._is_meant(solver, context, caller, way.calls)
                if meant is False or (meant is None and not surely):
                    wrong.add(context)
        return frozenset(fact for fact in way.facts if fact.context in wrong) if wrong else frozenset()

    def _is_meant(self, solver: Solver, context: Context, caller: Caller, calls: Calls) -> bool | None:
        """Does a call on a way run the function that the way goes into, and no other one? None: it may."""
        meant = solver.is_meant(context.function, caller, calls)
        if meant is not None:
            return meant
        file, unit = caller.context.function.file, caller.context.function.unit
        site = caller.context.graph.calls[caller.call]
        return {one.function for one in self._targets(file, unit, site, ())} == {context.function} or None

    def _is_run(self, context: Context, calls: Calls) -> bool:
        """Does a function run, be it because one that does calls it on the way?"""
        for _ in range(len(calls) + 1):
            if self._runs(context.function):
                return True
            caller = calls.get(entered_at(context))
            if caller is None:
                return False
            context = caller.context
        return False

    def _runs(self, function: FunctionId) -> bool:
        if function not in self._running:
            self._running[function] = self._can_run(function)
        return self._running[function]


def _begins(way: Way) -> bool:
    """Does a way begin where a value comes from? What is left when a step is taken away may begin in the middle."""
    return way.facts[0].reason is None


def _anything(_: FunctionId) -> bool:
    return True
