"""Events of the engine become paths of the report: one for each access, sink and flow, by the best way found."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import EXPLICIT, IMPLICIT, Seed
from audit.model import Path, Sink, Step
from audit.trace.answering import ANSWERING, RETURNED
from audit.trace.path.fields import Fields
from audit.trace.path.frames import Frames
from audit.trace.path.notes import note_of
from audit.trace.path.passable import Passable
from audit.trace.path.reads import spelled
from audit.trace.path.renewed import is_renewed
from audit.trace.path.unsettled import is_unsettled
from audit.trace.path.ways import Way
from audit.trace.sink.catching import Fate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audit.flow.contexts import Context
    from audit.flow.routes.model import Route
    from audit.flow.solver import Event, Reason, Solver
    from audit.model import Flow
    from audit.trace.path.frames import Way as Calls
    from audit.trace.sink.responses import Responses
from audit.trace.sink.sinks import Shown

FLOWS: tuple[Flow, ...] = ("explicit", "argument", "implicit")
_ANY_PATH, _WHOLE = "/{}", "*"


class Arrival(Struct, frozen=True, order=True):
    """A value that came to a sink: the event, why, and which kind of sink it is."""

    event: Event
    reason: Reason
    shown: Shown
    contexts: tuple[Context, ...] = ()


def paths_of(
    responses: Responses,
    arrivals: list[Arrival],
    seed: int,
    thrown: Mapping[FunctionId, Mapping[Context, int]],
    passable: Passable,
    fields: Fields,
) -> tuple[Path, ...]:
    """One path for each sink line, kind and flow; a decision that the value reaches anyway is not listed twice.

    `thrown`: by functions that are mounted to take errors, where these were thrown.
    """
    solver, labels = fields.solver, range(len(FLOWS)) if thrown else (0,)
    frames = [Frames(solver, (seed, label), responses.is_entry, thrown) for label in labels]
    groups: dict[tuple[object, ...], list[Arrival]] = {}
    for arrival in arrivals:
        groups.setdefault(_key(solver, arrival), []).append(arrival)
    found = [(_path(solver, responses, group, frames, fields, passable), group[0]) for group in groups.values()]
    one_each = {
        (_place(path), path.sink.channel, path.flow): (path, first) for path, first in found if path is not None
    }
    made = [path for path, _ in one_each.values()]
    chains = [_chain(solver, first.event) for _, first in one_each.values()]
    shown = {_place(path) for path in made if path.flow != "implicit"}
    answered = {route for path in made if path.flow != "implicit" for route in path.sink.routes}
    written = {(chain, path.sink.columns) for chain, path in zip(chains, made, strict=True) if _writes(path)}
    kept = [
        path for chain, path in zip(chains, made, strict=True)
        if path.flow != "implicit"
        or not (_place(path) in shown or _answers(path, answered) or (chain, path.sink.columns) in written)
    ]  # fmt: skip
    return tuple(sorted(kept, key=lambda path: (path.sink.kind, path.sink.file, path.sink.line, path.flow)))


def _answers(path: Path, answered: set[str]) -> bool:
    """Does a path lead to nothing but answers to requests that are answered with the value itself?"""
    return bool(path.sink.routes) and answered.issuperset(path.sink.routes)


def _writes(path: Path) -> bool:
    """Is the value itself written to a column? That it also chooses the rows to write it to is the same decision."""
    return path.flow != "implicit" and path.sink.kind == "database"


def _chain(solver: Solver, event: Event) -> tuple[str, int, int]:
    """The first call of the chain of calls in which a sink is: that of a statement which is put together."""
    file, unit, number = event.calls[-1]
    graph = solver.code.graph(file, unit)
    while event.slot not in ANSWERING:
        before = graph.results.get(graph.calls[number].receiver)
        if before is None:
            break
        number = before
    return file, unit, number


def _place(path: Path) -> tuple[object, ...]:
    return (path.sink.kind, path.sink.file, path.sink.line, path.sink.columns)


def _site(solver: Solver, event: Event) -> tuple[Spot, Spot | None]:
    """Where a sink is, and what it is called on; nothing where it is what a handler returns."""
    file, unit, number = event.calls[-1]
    if event.slot in ANSWERING:
        return Spot(file, unit, number), None
    site = solver.code.graph(file, unit).calls[number]
    receiver = site.receiver if site.receiver >= 0 else site.callee
    return Spot(file, unit, site.callee), Spot(file, unit, receiver)


def _key(solver: Solver, arrival: Arrival) -> tuple[object, ...]:
    spot, _ = _site(solver, arrival.event)
    file = spot.file
    line = solver.code.program.position(file, solver.code.graph(file, spot.unit).at[spot.node]).line
    label = 2 if arrival.shown.implicit else arrival.event.label
    return (arrival.shown.kind, arrival.shown.channel, file, line, label, arrival.shown.column)


def _path(
    solver: Solver, responses: Responses, group: list[Arrival], frames: list[Frames], fields: Fields, passable: Passable
) -> Path | None:
    """The path of arrivals at one sink; None where no call opens a way to it."""
    seed = Seed(frames[0].seed)
    others = [solver.further.get((arrival.event, seed), ()) for arrival in group]
    ways = [(passable.way(solver, one.reason, more), one) for one, more in zip(group, others, strict=True)]
    ways = [(way, one) for way, one in ways if not way.denied]
    if not any(way.sure for way, _ in ways):
        opened = [(passable.opened(solver, one.reason, way, seed, one.event.label), one) for way, one in ways]
        ways = [(way, one) for way, one in opened if way is not None]
    ways = [(way, one) for way, one in ways if not way.hollow] or ways
    if not ways:
        return None
    ways = [(_waited_for(solver, way, one), one) for way, one in ways]
    best, arrival = min(ways, key=lambda one: (not one[0].sure, len(one[0].facts), one[1].event))
    sure = [one for one in ways if one[0].sure] if arrival.event.label < IMPLICIT else []
    if len(sure) > 1 and passable.needed(best):
        best, arrival = min(sure, key=lambda one: (passable.needed(one[0]), len(one[0].facts), one[1].event))
    reasons = [*(one.reason for one in group), *chain.from_iterable(others)]
    begun = best.facts[0]
    read = fields.of(reasons, begun, lambda fact: passable.contrary.is_contrary(solver, begun, fact))
    if not read and not fields.cut and arrival.event.label == EXPLICIT:
        return None  # each way takes a name for true and for false
    spot, receiver = _site(solver, arrival.event)
    file, graph = spot.file, solver.code.graph(spot.file, spot.unit)
    place = solver.code.program.position(file, graph.at[spot.node])
    function = FunctionId(file, spot.unit, graph.function[spot.node])
    routes: tuple[Route, ...] = ()
    led, returned, seen = True, arrival.event.slot == RETURNED, arrival.shown.kind in ("http", "view")
    if returned or seen:
        calls = frames[min(arrival.event.label, len(frames) - 1)].of(each for one in group for each in one.contexts)
        if returned and not responses.answers(function, calls):
            return None
        response = receiver if arrival.shown.kind == "http" else None
        routes, led = _routes(responses, response, function, calls, returned=returned) if seen else (routes, led)
    fate = Fate.PASSES
    if arrival.shown.kind == "http" and arrival.event.slot >= 0:
        routes, fate = responses.raised.on(arrival.event.calls[-1], routes)
    if fate is Fate.ENDS:
        return None  # an error that is caught for good
    column = arrival.shown.column
    label = 2 if arrival.shown.implicit or best.hollow else arrival.event.label
    return Path(
        sink=Sink(
            kind=arrival.shown.kind, file=file, line=place.line, column=place.column,
            routes=tuple(dict.fromkeys(route.text for route in routes)),
            columns=(column,) if column is not None else (), channel=arrival.shown.channel,
        ),
        flow=FLOWS[label],
        confidence="proven" if best.sure and arrival.shown.sure and led and _is_open(routes, fate) else "possible",
        fields=_let_through(responses, group, read or fields.of(reasons)),
        steps=steps_of(solver, best),
    )  # fmt: skip


def _waited_for(solver: Solver, way: Way, arrival: Arrival) -> Way:
    """A way by which nothing is certain to come where nobody waits for a promise on it, or where a name is given again
    what it held. Elements of pages wait for what they hold, and frameworks for what handlers return.
    """
    shown = arrival.event.slot >= 0 and arrival.shown.kind != "view"
    unsure = way.sure and (is_unsettled(solver, way, shown=shown) or is_renewed(way))
    return replace(way, sure=False) if unsure else way


def _routes(
    responses: Responses, response: Spot | None, function: FunctionId, calls: tuple[Calls, ...], *, returned: bool
) -> tuple[tuple[Route, ...], bool]:
    """The routes of a sink, and whether the calls lead there that the value came in by; where these lead to none, any
    caller may.
    """
    known = responses.routes(response, function, calls)
    routes = known or responses.routes(response, function, ((),))
    own = responses.own(function) if returned else ()
    return tuple(one for one in routes if one in own) or routes, bool(known) or not routes


def _let_through(responses: Responses, group: list[Arrival], read: tuple[str, ...]) -> tuple[str, ...]:
    """What is read of a result; where a model of the answer takes the whole of it, what that lets through."""
    if _WHOLE not in read:
        return read
    found = set(read) - {_WHOLE}
    for one in group:
        fact = one.reason.fact
        if one.event.slot != RETURNED or fact is None:
            return read
        file, unit, node = one.event.calls[-1]
        graph = fact.context.graph
        parts = responses.parts(FunctionId(file, unit, graph.function[node]), node, fact.path)
        if parts is None or fact.node != node:
            return read
        found.update(spelled(part) for part in parts)
    return tuple(sorted(found))


def _is_open(routes: tuple[Route, ...], fate: Fate) -> bool:
    """Do requests come to one of the routes, and no `catch` between? A router that is mounted nowhere may belong to
    nothing that runs, and of a path of which nothing is known nobody can say who asks for it.
    """
    return fate is Fate.PASSES and (not routes or any(route.mounted and route.path != _ANY_PATH for route in routes))


def steps_of(solver: Solver, way: Way) -> tuple[Step, ...]:
    """The places of a way, each line once in a row."""
    found: list[Step] = []
    for fact in way.facts:
        file, graph = fact.context.function.file, fact.context.graph
        position = solver.code.program.position(file, graph.at[fact.node])
        if not found or (found[-1].file, found[-1].line) != (file, position.line):
            found.append(Step(file, position.line, position.column, note_of(graph, fact)))
    return tuple(found)
