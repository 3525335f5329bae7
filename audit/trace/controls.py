"""Decisions that reach no sink: the lines on which the value only decides what the code does next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.graph import Op
from audit.model import Path, Sink
from audit.trace.paths import steps_of
from audit.trace.watch import DECIDED
from audit.trace.ways import field_of, way_to

if TYPE_CHECKING:
    from audit.flow.solver import Event, Reason, Solver


def controls_of(solver: Solver, events: list[tuple[Event, Reason]]) -> tuple[Path, ...]:
    """One path for each line that branches on the value; whether a call fails counts where that is all there is."""
    decided = [one for one in events if one[0].slot == DECIDED]
    found: dict[tuple[str, int], Path] = {}
    for event, reason in [one for one in decided if not _only_caught(solver, one[0])] or decided:
        path = _path(solver, event, reason)
        known = found.setdefault((path.sink.file, path.sink.line), path)
        if (len(path.steps), path.sink.column) < (len(known.steps), known.sink.column):
            found[path.sink.file, path.sink.line] = path
    return tuple(path for _, path in sorted(found.items()))


def _only_caught(solver: Solver, event: Event) -> bool:
    """Is the decision no other than whether the `try` around a call catches something?"""
    file, unit, node = event.calls[-1]
    graph = solver.code.graph(file, unit)
    if node in graph.tests:
        return False
    decided = [graph.source[edge.to] for edge in graph.out[node] if edge.op is Op.DECIDE]
    return bool(decided) and all(isinstance(one, code.Try) for one in decided)


def _path(solver: Solver, event: Event, reason: Reason) -> Path:
    file, unit, node = event.calls[-1]
    graph = solver.code.graph(file, unit)
    place = solver.code.program.position(file, graph.at[node])
    way = way_to(solver, reason)
    return Path(
        sink=Sink(kind="control", file=file, line=place.line, column=place.column),
        flow="implicit",
        confidence="proven" if way.sure else "possible",
        fields=(field_of(solver, way),),
        steps=steps_of(solver, way),
    )
