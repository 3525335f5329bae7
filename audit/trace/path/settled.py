"""Where a way takes what a function gave that one call brought (`limiter.run(load)`) for what another call of the same
function waits for: each call has a promise of its own, and what runs the functions later settles that of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.surrounding import around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.contexts import Fact
    from audit.flow.frames import Call
    from audit.flow.solver import Solver
    from audit.trace.path.ways import Way


def other_settled(solver: Solver, way: Way) -> frozenset[Fact]:
    """The promises of a way that settle for another call than the one that brought the function."""
    found, begin = set(), 0
    for at, fact in enumerate(way.facts):
        if at and _is_promise(fact) and way.facts[at - 1].context is not fact.context:
            left = list(_left(way, at))
            ran = dict.fromkeys(one.context.function for one in way.facts[begin:at])
            if left and _is_of_other(solver, list(ran), left):
                found.add(fact)
            begin = at + 1
    return frozenset(found)


def _is_promise(fact: Fact) -> bool:
    """Is it the promise that a call makes?"""
    graph = fact.context.graph
    it = graph.calls[graph.results[fact.node]].expression if fact.node in graph.results else None
    return (
        isinstance(it, lowered.Call) and it.new and isinstance(it.callee, lowered.Name) and it.callee.name == "Promise"
    )


def _left(way: Way, at: int) -> Iterator[tuple[FunctionId, Call]]:
    """The functions that a way leaves from a place on, with what it found there and no more, each by which call."""
    for number in range(at, len(way.facts) - 1):
        here, fact = way.facts[number], way.facts[number + 1]
        graph, function = fact.context.graph, fact.context.function
        if fact.node in graph.place_of or isinstance(graph.source[fact.node], (lowered.Member, lowered.Index)):
            return
        if fact.context is here.context:
            continue
        if fact.node not in graph.results:
            return
        yield here.context.function, (function.file, function.unit, graph.results[fact.node])


def _is_of_other(solver: Solver, ran: list[FunctionId], left: list[tuple[FunctionId, Call]]) -> bool:
    """Were the functions that ran brought by other calls than those that are left?"""
    other = False
    for function, call in left:
        bringing = [one for one in solver.instances.of(function) if _brings(solver, one, ran)]
        if call in bringing:
            return False
        other |= bool(bringing)
    return other


def _brings(solver: Solver, call: Call, ran: list[FunctionId]) -> bool:
    """Is a call given one of some functions, or one around it?"""
    file, unit, number = call
    given = solver.code.graph(file, unit).calls[number].arguments
    values = (value for node in given for value in solver.origins.of(Spot(file, unit, node)))
    functions = {value.id for value in values if isinstance(value, Func)}
    return any(not functions.isdisjoint(_around(solver, one)) for one in ran)


def _around(solver: Solver, function: FunctionId) -> Iterator[FunctionId]:
    numbers = around(solver.code.graph(function.file, function.unit), function.number)
    return (FunctionId(function.file, function.unit, number) for number in numbers if number)
