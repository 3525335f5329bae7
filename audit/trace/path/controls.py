"""Decisions that reach no sink: the lines on which the value only decides what the code does next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.contexts import Seed
from audit.flow.graph import Op
from audit.model import Path, Sink
from audit.trace.path.fields import Fields
from audit.trace.path.paths import steps_of
from audit.trace.path.ways import way_to
from audit.trace.watch import DECIDED

if TYPE_CHECKING:
    from audit.flow.solver import Event, Reason, Solver


def controls_of(solver: Solver, events: list[tuple[Event, Reason]], seed: int) -> tuple[Path, ...]:
    """One path for each line that branches on the value; whether a call fails counts where that is all there is."""
    decided = [one for one in events if one[0].slot == DECIDED]
    lines: dict[tuple[str, int], list[tuple[Event, Reason]]] = {}
    for event, reason in [one for one in decided if not _only_caught(solver, one[0])] or decided:
        sink = _sink(solver, event)
        lines.setdefault((sink.file, sink.line), []).append((event, reason))
    fields = Fields(solver)
    return tuple(_path(solver, found, Seed(seed), fields) for _, found in sorted(lines.items()))


def _only_caught(solver: Solver, event: Event) -> bool:
    """Is the decision no other than whether the `try` around a call catches something?"""
    file, unit, node = event.calls[-1]
    graph = solver.code.graph(file, unit)
    if node in graph.tests:
        return False
    decided = [graph.source[edge.to] for edge in graph.out[node] if edge.op is Op.DECIDE]
    return bool(decided) and all(isinstance(one, code.Try) for one in decided)


def _path(solver: Solver, events: list[tuple[Event, Reason]], seed: Seed, fields: Fields) -> Path:
    """The shortest way to a line; what was read is that of all ways."""
    ways = [(way_to(solver, reason), _sink(solver, event)) for event, reason in events]
    told = [(steps_of(solver, way), sink, way.sure) for way, sink in ways]
    steps, sink, sure = min(told, key=lambda one: (len(one[0]), one[1].column))
    further = (reason for event, _ in events for reason in solver.further.get((event, seed), ()))
    return Path(
        sink=sink,
        flow="implicit",
        confidence="proven" if sure else "possible",
        fields=fields.of([*(reason for _, reason in events), *further]),
        steps=steps,
    )


def _sink(solver: Solver, event: Event) -> Sink:
    file, unit, node = event.calls[-1]
    place = solver.code.program.position(file, solver.code.graph(file, unit).at[node])
    return Sink(kind="control", file=file, line=place.line, column=place.column)
