"""Promises that nobody waits for before they are shown: JSON and texts have nothing of what they come to."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Func
from audit.flow.contexts import ELEMENT, IMPLICIT, entered_at
from audit.flow.graph import Op
from audit.flow.outside.rows import section_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import FunctionId
    from audit.flow.contexts import Fact
    from audit.flow.graph import CallSite
    from audit.flow.solver import Solver
    from audit.trace.path.ways import Way

_KEPT = (Op.COPY, Op.LOAD, Op.STORE)


def is_unsettled(solver: Solver, way: Way, *, shown: bool) -> bool:
    """Is what comes by a way in a promise where it is `shown`, or was it when it became a text (`JSON.stringify`)?

    Promises are told by how long the path of the value is inside of them; where the way is not followed, they may have
    been waited for.
    """
    first = way.facts[0]
    if first.context.graph.python or way.facts[-1].label >= IMPLICIT:
        return False
    inside = _given(solver, first)
    for before, fact in pairwise(way.facts):
        if inside and _is_written(solver, before, fact):
            return True
        kept = inside if inside and _stays(way, before, fact) else frozenset[int]()
        waited = isinstance(fact.context.graph.source[fact.node], lowered.Await)
        inside = frozenset(one for one in kept if one < len(fact.path) + (not waited))
        inside |= _returned(solver, way, before, fact)
    return bool(inside) and shown


def _given(solver: Solver, fact: Fact) -> frozenset[int]:
    """The promise that a call gives, where a fact is in the result of one."""
    graph, function = fact.context.graph, fact.context.function
    call = graph.results.get(fact.node)
    if call is None:
        return frozenset()
    called = solver.callees(fact.context, graph.calls[call])
    functions = [one for one in called if isinstance(one, Func)]
    if functions:
        promised = len(functions) == len(called) and all(_promises(solver, one.id) for one in functions)
    else:
        sent = [row for one in called for row in section_rows(solver.origins.vocabulary.requests, one)]
        flows = solver.library.flows(function.file, function.unit, call) or ()
        given = [target.path[:1] for flow in flows for target in flow.targets if target.root == "result"]
        promised = any(not row.flows for row in sent) or (bool(given) and all(one == ("await",) for one in given))
    return frozenset({len(fact.path)}) if promised else frozenset()


def _returned(solver: Solver, way: Way, before: Fact, fact: Fact) -> frozenset[int]:
    """The promises in which a value comes back: that of the function, and of the code outside that called it."""
    if before.context is fact.context:
        return _given(solver, fact)
    if fact.node not in fact.context.graph.results:
        return frozenset()
    own = frozenset({len(before.path)}) if _promises(solver, before.context.function) else frozenset[int]()
    caller = way.calls.get(entered_at(before.context))
    return own | _given(solver, fact) if caller is not None and caller.argument >= 0 else own


def _promises(solver: Solver, function: FunctionId) -> bool:
    source = solver.code.graph(function.file, function.unit).functions[function.number].source
    return source is not None and source.is_async and not source.generator


def _stays(way: Way, before: Fact, fact: Fact) -> bool:
    """Is a fact in the same promises as the one before it, as far as these are still seen?"""
    graph = fact.context.graph
    if before.context is fact.context:
        edges = (edge for edge in graph.out[before.node] if edge.to == fact.node and edge.op in _KEPT)
        return any(edge.key != ELEMENT or fact.node in graph.keys for edge in edges)  # `for await` waits
    if fact.node in graph.of_parameter:
        caller = way.calls.get(entered_at(fact.context))
        return caller is not None and caller.argument < 0
    return fact.node in graph.results


def _is_written(solver: Solver, before: Fact, fact: Fact) -> bool:
    """Does a call make JSON of what it is given?"""
    return any(
        row.json
        for site in _calls(before, fact)
        for callee in solver.callees(fact.context, site)
        for row in section_rows(solver.origins.vocabulary.library, callee)
    )


def _calls(before: Fact, fact: Fact) -> Iterator[CallSite]:
    """The calls of which the one fact is an argument and the other one the result."""
    graph = fact.context.graph
    call = graph.results.get(fact.node)
    arguments = graph.out[before.node] if call is not None and before.context is fact.context else ()
    yield from (graph.calls[edge.to] for edge in arguments if edge.op is Op.ARGUMENT and edge.to == call)
