"""Checks behind an access: a flagged row's value does not pass to a sink although it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.extract.positions import Position
from audit.flow.code import FunctionId, Spot
from audit.flow.pieces import inside
from audit.judge.deciding.kinds import TRUTHY
from audit.model import Evidence, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.frames import Env
    from audit.flow.graph import Graph
    from audit.flow.structure import Test
    from audit.judge.chain.chains import Chain
    from audit.judge.chain.reaching import Reaching
    from audit.judge.gate.checks import Checks
    from audit.model import Access, Path, Report

_Place = tuple[str, int, int]
_Guarded = tuple[_Place, bool]
"""Where a guard is met, and whether that is a return."""


def suppressed(report: Report, checks: Checks, reaching: Reaching, known: Guards | None) -> Report:
    """The report with the guard of every path that has one; what is known of some is not looked for."""
    guards = Suppressed(checks, known)
    return replace(report, accesses=tuple(guards.of(one, reaching) for one in report.accesses))


class Guards(msgspec.Struct, frozen=True, array_like=True):
    """The guards of paths, by their places: of sinks, and of steps that are returns."""

    sinks: list[tuple[_Place, Evidence | None]]
    returns: list[tuple[Step, Evidence | None]]


class Suppressed:
    """Answers by place, each found once: many paths share their steps."""

    def __init__(self, checks: Checks, known: Guards | None = None) -> None:
        self._checks, self._local, self._places = checks, checks.local, checks.decisions.places
        self._decisions = checks.decisions
        self._engine, self._code = checks.decisions.engine, checks.decisions.engine.code
        self._sinks: dict[_Place, Evidence | None] = dict(known.sinks) if known is not None else {}
        self._returns: dict[Step, Evidence | None] = dict(known.returns) if known is not None else {}
        self._spanned: dict[FunctionId, tuple[tuple[int, int], ...]] = {}

    def known(self) -> Guards:
        """What was found so far."""
        return Guards(list(self._sinks.items()), list(self._returns.items()))

    def of(self, access: Access, reaching: Reaching) -> Access:
        """An access whose paths have their guards: checks that may be about the rows that it asks for."""
        if access.scope != "production" or not access.paths:
            return access
        chains = reaching.of(access) if reaching.judges(access) else ()
        return replace(access, paths=tuple(self._with_guard(one, chains) for one in access.paths))

    def _with_guard(self, path: Path, chains: Iterable[tuple[Chain, int]]) -> Path:
        place, guard = self.guarded(path)
        if guard is None or not self._is_about(place, chains):
            return path
        return replace(path, guard=guard)

    def guarded(self, path: Path) -> tuple[_Guarded, Evidence | None]:
        """The first guard on a path, and where it is met."""
        sink = (path.sink.file, path.sink.line, path.sink.column)
        found = self._at_sink(sink)
        if found is not None:
            return (sink, False), found
        for step in path.steps:
            found = self._at_return(step)
            if found is not None:
                return ((step.file, step.line, step.column), True), found
        return (sink, False), None

    def _is_about(self, place: _Guarded, chains: Iterable[tuple[Chain, int]]) -> bool:
        """May the check be about the rows that an access asks for on some chain?"""
        known = [chain for chain, _ in chains]
        barring = self._barring(*place) if known else None
        return barring is None or any(self._checks.is_about(*barring, chain) for chain in known)

    def _at_sink(self, place: _Place) -> Evidence | None:
        """A check before the sink itself: whatever way leads there."""
        if place not in self._sinks:
            self._sinks[place] = self._find(place, returning=False)
        return self._sinks[place]

    def _at_return(self, step: Step) -> Evidence | None:
        """A check before the return by which a value leaves a function that then gives nothing at all."""
        if step not in self._returns:
            self._returns[step] = self._find((step.file, step.line, step.column), returning=True)
        return self._returns[step]

    def _find(self, place: _Place, *, returning: bool) -> Evidence | None:
        found = self._barring(place, returning)
        if found is None:
            return None
        barred, function, _ = found
        spelled = self._places.spelled(function.file, barred.written())
        note = f"a flagged row's value does not pass `{spelled}`"
        return self._places.evidence(function.file, barred.written().at, note)

    def _barring(self, place: _Place, returning: bool) -> tuple[Test, FunctionId, Env] | None:  # noqa: FBT001
        """The test before a place that a flagged row does not pass, and where it stands."""
        file = place[0]
        if file.endswith(".py"):
            return None
        offset = self._code.program.lines(file).offset(Position(place[1], place[2]))
        unit = self._code.unit_at(file, offset)
        graph = self._code.graph(file, unit) if unit >= 0 else None
        number = _around(graph, offset) if graph is not None else 0
        if graph is None or number == 0:
            return None
        function = FunctionId(file, unit, number)
        if returning and not any(start <= offset <= end for start, end in self._spans(function)):
            return None
        tests = self._places.structure(function).at.get(offset, ())
        asked = tuple(one for one in tests if self._local.concerns(one.expression, file, unit))
        if not asked:
            return None
        env = self._any_caller(function, graph)
        if returning and self._decisions.returned(function, env) & TRUTHY:
            return None
        barred = self._decisions.barred(asked, file, unit, env)
        return (barred, function, env) if barred is not None else None

    def _spans(self, function: FunctionId) -> tuple[tuple[int, int], ...]:
        """Where the returns of a function begin and end; those of functions that it makes are not its own."""
        if function not in self._spanned:
            source = self._code.graph(function.file, function.unit).functions[function.number].source
            own = inside(source.body) if source is not None else ()
            self._spanned[function] = tuple(
                _span(it, it.value) for it in own if isinstance(it, lowered.Return) and it.value
            )
        return self._spanned[function]

    def _any_caller(self, function: FunctionId, graph: Graph) -> Env:
        spot = Spot(function.file, function.unit, graph.functions[function.number].node)
        return self._engine.backwards.any_caller(spot, graph, function.number)


def _around(graph: Graph, offset: int) -> int:
    """The innermost function at an offset; 0 for none."""
    found = [number for number, one in enumerate(graph.functions) if number and one.at <= offset < one.end]
    return max(found, key=lambda number: graph.functions[number].at, default=0)


def _span(it: lowered.Return, value: lowered.Expr) -> tuple[int, int]:
    return it.at, max(*(one.at for one in inside(value)), getattr(value, "end", it.at), it.at)
