"""Checks behind an access: a flagged row's value does not pass to a sink although it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.extract.positions import Position
from audit.flow.code import FunctionId, Spot
from audit.flow.structure import inside
from audit.judge.deciding.kinds import TRUTHY
from audit.model import Evidence, Step

if TYPE_CHECKING:
    from audit.flow.frames import Env
    from audit.flow.graph import Graph
    from audit.flow.structure import Tests
    from audit.judge.gate.checks import Checks
    from audit.model import Access, Path, Report

_Place = tuple[str, int, int]


def suppressed(report: Report, checks: Checks, known: Guards | None) -> Report:
    """The report with the guard of every path that has one; what is known of some is not looked for."""
    guards = Suppressed(checks, known)
    return replace(report, accesses=tuple(guards.of(one) for one in report.accesses))


class Guards(msgspec.Struct, frozen=True, array_like=True):
    """The guards of paths, by their places: of sinks, and of steps that are returns."""

    sinks: list[tuple[_Place, Evidence | None]]
    returns: list[tuple[Step, Evidence | None]]


class Suppressed:
    """Answers by place, each found once: many paths share their steps."""

    def __init__(self, checks: Checks, known: Guards | None = None) -> None:
        self._decisions, self._local, self._places = checks.decisions, checks.local, checks.decisions.places
        self._engine, self._code = checks.decisions.engine, checks.decisions.engine.code
        self._sinks: dict[_Place, Evidence | None] = dict(known.sinks) if known is not None else {}
        self._returns: dict[Step, Evidence | None] = dict(known.returns) if known is not None else {}
        self._spanned: dict[FunctionId, tuple[tuple[int, int], ...]] = {}

    def known(self) -> Guards:
        """What was found so far."""
        return Guards(list(self._sinks.items()), list(self._returns.items()))

    def of(self, access: Access) -> Access:
        """An access whose paths have their guards."""
        if access.scope != "production" or not access.paths:
            return access
        return replace(access, paths=tuple(self.guarded(one) for one in access.paths))

    def guarded(self, path: Path) -> Path:
        """A path with its guard."""
        guard = self._at_sink((path.sink.file, path.sink.line, path.sink.column))
        guard = guard or next(filter(None, map(self._at_return, path.steps)), None)
        return replace(path, guard=guard) if guard is not None else path

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
        structure = self._places.structure(function)
        tests = structure.at.get(offset, ())
        if not any(self._local.concerns(one.expression, file, unit) for one in tests):
            return None
        env = self._any_caller(function, graph)
        if returning and self._decisions.returned(function, env) & TRUTHY:
            return None
        return self._evidence(tests, function, env)

    def _evidence(self, tests: Tests, function: FunctionId, env: Env) -> Evidence | None:
        file, unit = function.file, function.unit
        asked = tuple(one for one in tests if self._local.concerns(one.expression, file, unit))
        barred = self._decisions.barred(asked, file, unit, env)
        if barred is None:
            return None
        spelled = self._places.spelled(file, barred.expression)
        return self._places.evidence(file, barred.expression.at, f"a flagged row's value does not pass `{spelled}`")

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
