"""Where a value was lost from sight: the escapes of an access."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import FunctionId
from audit.model import Escape
from audit.trace.answering import LEFT_IN, LOST, UNCALLED
from audit.trace.sink.listening import listens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.members import Members
    from audit.flow.solver import Event, Reason
    from audit.trace.engine import Engine


def escapes_of(engine: Engine, members: Members, events: list[tuple[Event, Reason]]) -> Iterator[Escape]:
    """Calls that may keep the value, and functions that give it back to nobody who could be found."""
    for event, _ in events:
        if event.slot == LOST:
            yield _lost(engine, members, event)
        elif event.slot == UNCALLED:
            function = FunctionId(*event.calls[-1])
            told = listens(engine.code.graph(function.file, function.unit), function.number)
            answered = told or (engine.routes.is_surely_entry(function) and not engine.routes.gives_on(function))
            if not answered and engine.entries.reachable(function) and not engine.routes.is_task(function):
                yield _uncalled(engine, function, given=engine.entries.is_given(function))
        elif event.slot == LEFT_IN:
            yield _left_in(engine, FunctionId(*event.calls[-1]))


def _lost(engine: Engine, members: Members, event: Event) -> Escape:
    file, unit, call = event.calls[-1]
    graph = engine.code.graph(file, unit)
    site = graph.calls[call]
    position = engine.code.program.position(file, graph.at[site.callee])
    place = (file, position.line, position.column)
    if members.is_unknown(file, unit, site):
        return Escape(*place, "unresolved-call", "what is called here was not found")
    return Escape(*place, "unmodelled-code", "what this call does is not known")


def _uncalled(engine: Engine, function: FunctionId, *, given: bool) -> Escape:
    shape = engine.code.graph(function.file, function.unit).functions[function.number]
    position = engine.code.program.position(function.file, shape.at)
    if given:
        note = f"{shape.name or 'this function'} is given to code outside of the tree"
        return Escape(function.file, position.line, position.column, "exported", note)
    note = f"what calls {shape.name or 'this function'} was not found"
    return Escape(function.file, position.line, position.column, "unresolved-call", note)


def _left_in(engine: Engine, function: FunctionId) -> Escape:
    """A framework that calls a handler may give what it writes into to the next one (`req.item = …; next()`)."""
    shape = engine.code.graph(function.file, function.unit).functions[function.number]
    position = engine.code.program.position(function.file, shape.at)
    note = "it is written into what outside code gave and may give to others"
    return Escape(function.file, position.line, position.column, "unmodelled-code", note)
