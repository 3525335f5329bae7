"""What comes too late: a function that waits for the value before it writes it into an object has not done so yet when
the code behind its call, which waits for nothing, shows that object.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.contexts import Context
from audit.flow.graph import Op
from audit.flow.pieces import everything, inside
from audit.flow.surrounding import seen_from

if TYPE_CHECKING:
    from audit.flow.contexts import Fact
    from audit.flow.graph import CallSite, Graph
    from audit.flow.solver import Solver
    from audit.trace.path.ways import Way

_ASKED_LATER = frozenset(("then", "catch", "finally"))


def written_late(solver: Solver, way: Way) -> Fact | None:
    """The argument that a call writes into later than where the way ends; None where it ends elsewhere, or waits."""
    facts = way.facts
    end = facts[-1].context
    for at, (before, fact) in enumerate(pairwise(facts)):
        if fact.context is not end or before.context is end or before.node not in before.context.graph.of_parameter:
            continue
        site = _call(solver, before.context, fact)
        if site is None or not _is_left(fact.context.graph, site.result):
            continue
        waited = any(_waits(one) and sees(one.context, before.context) for one in facts[:at])
        if waited and not any(map(_waits, facts[at + 1 :])) and _goes_straight_on(site, facts[at + 1 :]):
            return fact
    return None


def _call(solver: Solver, entered: Context, fact: Fact) -> CallSite | None:
    """The call of an asynchronous function that a fact is an argument of, and that an entered context is of."""
    function = entered.graph.functions[entered.function.number].source
    if function is None or not function.is_async:
        return None
    graph = fact.context.graph
    calls = (edge.to for edge in graph.out[fact.node] if edge.op is Op.ARGUMENT)
    known = {caller.call for caller in solver.callers.get(entered, {}) if caller.context is fact.context}
    return next((graph.calls[call] for call in calls if call in known), None)


def _is_left(graph: Graph, node: int) -> bool:
    """Does nobody wait for a promise, but to be told later?"""
    for edge in graph.out[node]:
        if edge.op is Op.DECIDE or (edge.op is Op.LOAD and edge.key in _ASKED_LATER):
            continue  # whether it fails, and the method that is told
        if edge.op is not Op.RECEIVER or graph.calls[edge.to].method not in _ASKED_LATER:
            return False
        if not _is_left(graph, graph.calls[edge.to].result):
            return False
    return True


def _goes_straight_on(site: CallSite, facts: tuple[Fact, ...]) -> bool:
    """Do the facts behind a call stay with the function that calls, and waits the code for nothing up to the last?"""
    first, last = facts[0], facts[-1]
    graph = first.context.graph
    end = max(one.at for one in everything(last.context.graph.source[last.node]))
    if last.context.graph is not graph or end < site.end:
        return False
    if any(is_shared(one) or (one.context is first.context and one.node in graph.of_parameter) for one in facts):
        return False
    function = graph.functions[first.context.function.number].source
    body = function.body if function is not None else ()
    return bool(body) and not any(
        site.end <= one.at <= end and isinstance(one, (lowered.Await, lowered.Yield)) for one in inside(body)
    )


def _waits(fact: Fact) -> bool:
    return isinstance(fact.context.graph.source[fact.node], lowered.Await)


def is_shared(fact: Fact) -> bool:
    """Is a fact at a name or field that other runs see?"""
    place = fact.context.graph.place_of.get(fact.node)
    return place is not None and (place.kind != "name" or not place.owner)


def sees(context: Context, other: Context) -> bool:
    """Is one context another one, or inside of it?"""
    return other in seen_from(context)
