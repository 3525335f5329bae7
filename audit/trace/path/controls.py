"""Decisions that reach no sink: the lines on which the code branches on what the value decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code
from audit.flow.contexts import Seed
from audit.flow.graph import Op
from audit.model import Path, Sink
from audit.trace.answering import ASKED, DECIDED
from audit.trace.path.branches import Branches
from audit.trace.path.fields import Fields
from audit.trace.path.paths import steps_of
from audit.trace.path.ways import Way, way_to

if TYPE_CHECKING:
    from audit.flow.contexts import Fact
    from audit.flow.solver import Event, Reason, Solver

_MOST = 6_000
"""Facts on all ways to one line that are looked at for what is read: an access may decide on hundreds of lines."""


def controls_of(solver: Solver, events: list[tuple[Event, Reason]], seed: int) -> tuple[Path, ...]:
    """One path for each line that branches on the value; whether a call fails counts where that is all there is."""
    decided = [one for one in events if one[0].slot in (DECIDED, ASKED)]
    branches, lines = Branches(solver), dict[tuple[str, int], list[_Control]]()
    others = [one for one in decided if not _only_caught(solver, one[0])]
    for event, reason in others or [one for one in decided if not _is_caught(solver, one[0])] or decided:
        for why in (reason, *solver.further.get((event, Seed(seed)), ())):
            for one in _controls(solver, branches, event, why):
                lines.setdefault((one.sink.file, one.sink.line), []).append(one)
    fields = Fields(solver, _MOST)
    return tuple(_path(solver, found, fields) for _, found in sorted(lines.items()))


class _Control(Struct, frozen=True):
    """A branch, by one way: why the value decides, and the facts that lead on from there."""

    sink: Sink
    reason: Reason
    facts: tuple[Fact, ...] = ()


def _controls(solver: Solver, branches: Branches, event: Event, reason: Reason) -> list[_Control]:
    """The branches that a decision comes to; where it comes to none, the line on which it is made. A query whose rows
    decide nothing is no decision.
    """
    found = [_Control(_sink(solver, one.file, one.at), reason, one.facts) for one in branches.of(reason)]
    if found or event.slot == ASKED:
        return found
    file, unit, node = event.calls[-1]
    return [_Control(_sink(solver, file, solver.code.graph(file, unit).at[node]), reason)]


def _only_caught(solver: Solver, event: Event) -> bool:
    """Is the decision no other than whether the `try` around a call, or a `catch` after it, takes something?"""
    file, unit, node = event.calls[-1]
    graph = solver.code.graph(file, unit)
    if node in graph.tests:
        return False
    if _is_caught(solver, event):
        return True  # what is thrown to it holds the value
    decided = [graph.source[edge.to] for edge in graph.out[node] if edge.op is Op.DECIDE]
    return bool(decided) and all(isinstance(one, (code.Try, code.Call)) for one in decided)


def _is_caught(solver: Solver, event: Event) -> bool:
    """Is the decision made where a `try` takes something? A call in it says more."""
    file, unit, node = event.calls[-1]
    return isinstance(solver.code.graph(file, unit).source[node], code.Try)


def _path(solver: Solver, controls: list[_Control], fields: Fields) -> Path:
    """The shortest way to a line; what was read is that of all ways."""
    ways = [(_way(solver, one), one.sink) for one in controls]
    told = [(steps_of(solver, way), sink, way.sure) for way, sink in ways]
    steps, sink, sure = min(told, key=lambda one: (len(one[0]), one[1].column))
    return Path(
        sink=sink,
        flow="implicit",
        confidence="proven" if sure else "possible",
        fields=fields.of([one.reason for one in controls]),
        steps=steps,
    )


def _way(solver: Solver, one: _Control) -> Way:
    way = way_to(solver, one.reason)
    return Way((*way.facts, *one.facts), way.sure and not any(fact.doubt for fact in one.facts))


def _sink(solver: Solver, file: str, at: int) -> Sink:
    place = solver.code.program.position(file, at)
    return Sink(kind="control", file=file, line=place.line, column=place.column)
