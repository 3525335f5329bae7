"""Functions of a list that are called one after another (`fs.reduce((value, f) => f(value), item)`): what comes out at
the end is what the last one gives.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.classes import parameters_at
from audit.flow.backward.values import among
from audit.flow.code import Spot
from audit.flow.contexts import fact_of
from audit.flow.folds import FOLDS, folded
from audit.flow.graph import Op
from audit.flow.surrounding import holder_of

if TYPE_CHECKING:
    from audit.flow.backward.values import Values
    from audit.flow.contexts import Caller, Context, Fact
    from audit.flow.graph import Graph
    from audit.flow.solver import Solver
    from audit.trace.path.ways import Way

_ELEMENTS = ("[*]",)
_STEPS = 6


def stopped_short(solver: Solver, way: Way) -> frozenset[Fact]:
    """The facts on a way that are what a function of such a list gives which is not the last one, and that no other one
    of them is given.
    """
    left: dict[tuple[Context, int], tuple[Fact, Caller, Context]] = {}
    early: set[Fact] = set()
    for before, fact in pairwise(way.facts):
        into = way.calls.get(fact.context) if before.context is not fact.context else None
        if into is not None and into.argument < 0 and into.context is before.context:
            skips = (before.context, into.call) not in left and _is_behind_first(solver, way, into, fact.context)
            early.update((fact,) if skips else ())
        caller = way.calls.get(before.context) if before.context is not fact.context else None
        if caller is None or caller.argument >= 0 or caller.context is not fact.context:
            continue
        site = fact.context.graph.calls[caller.call]
        if site.result == fact.node:
            left[fact.context, caller.call] = (fact, caller, before.context)
    wrong = (fact for fact, caller, inner in left.values() if _is_before_last(solver, way, caller, inner, fact))
    return frozenset(wrong) | early | _passed_by(way)


def _passed_by(way: Way) -> frozenset[Fact]:
    """The facts on a way that are what a fold begins with, where they come out without any function of the list."""
    found: list[Fact] = []
    for before, fact, behind in zip(way.facts, way.facts[1:], way.facts[2:], strict=False):
        meets = before.context is fact.context and fact.node in fact.context.graph.meets
        found.extend((fact,) if meets and _skips(way, before, fact, behind) else ())
    return frozenset(found)


def _skips(way: Way, before: Fact, meet: Fact, behind: Fact) -> bool:
    """Does a value come to a loop that calls each function of a list with it, and leave it without going into one?"""
    graph = meet.context.graph
    inside, outside = _reached(graph, meet.node), _reached(graph, behind.node)
    for site in graph.calls:
        given = site.arguments[0] if len(site.arguments) == 1 else -1
        back = _reached(graph, site.result) if given in inside and given not in outside else set()
        goes_round = meet.node in back and before.node not in back
        listed = _list_of(way, meet.context, site.callee) if goes_round else None
        if listed is not None and _items(way, listed[0], listed[1]):
            return True
    return False


def _reached(graph: Graph, node: int) -> set[int]:
    """The nodes at which what is at a node is, too, in the same statement."""
    reached, work = {node}, [node]
    for one in work:
        near = [edge.to for edge in graph.out[one] if edge.op is Op.COPY and edge.to not in reached]
        reached.update(near)
        work.extend(near)
    return reached


def _is_behind_first(solver: Solver, way: Way, caller: Caller, inner: Context) -> bool:
    """Is what such a list is called with first given to a function of it that is not the first one?"""
    given = _list_of(way, caller.context, caller.context.graph.calls[caller.call].callee)
    items = _items(way, given[0], given[1]) if given is not None else []
    values = _values(solver, *items[-1 - given[2]]) if items and given is not None else ()
    return bool(values) and not among(inner.function, values)


def _values(solver: Solver, context: Context, node: int) -> Values:
    return solver.origins.of(Spot(context.function.file, context.function.unit, node))


def _is_before_last(solver: Solver, way: Way, caller: Caller, inner: Context, gave: Fact) -> bool:
    """Does a function of such a list give something that is not the last one, which does not give that too?"""
    given = _list_of(way, caller.context, caller.context.graph.calls[caller.call].callee)
    if given is None:
        return False
    holder, node, last = given
    items = _items(way, holder, node)
    if not items:
        return True  # which of them is the last one is not known
    values = _values(solver, *items[last])
    if not values or among(inner.function, values):
        return False
    others = (fact_of(one) for one in (gave.reason, *solver.also.get(gave, ())))
    return not any(one is not None and among(one.context.function, values) for one in others)


def _list_of(way: Way, context: Context, callee: int) -> tuple[Context, int, int] | None:
    """The list whose elements are called one after another where a callee stands, and which of them is the last."""
    graph = context.graph
    for number, position in parameters_at(graph, callee):
        here = holder_of(context, number)
        caller = way.calls.get(here) if here is not None and position == 1 else None
        for site in graph.calls if caller is not None else ():
            at = folded(graph, site, graph.functions[number].node)
            if at >= 0 and caller is not None and caller.context.graph is graph:
                return caller.context, at, FOLDS.get(site.method, -1)
    node = callee
    for _ in range(_STEPS):
        back = graph.back[node]
        if len(back) != 1:
            return None
        source, op, key = back[0]
        if op is Op.LOAD:
            loops = key in _ELEMENTS and node not in graph.keys
            return (context, source, -1) if loops and _is_rebound(graph, callee) else None
        node = source
    return None


def _is_rebound(graph: Graph, callee: int) -> bool:
    """Is what a call gives what the next one is given (`value = f(value)` in a loop)?"""
    sites = (site for site in graph.calls if site.callee == callee and len(site.arguments) == 1)
    return any(site.arguments[0] in _reached(graph, site.result) for site in sites)


def _items(way: Way, context: Context, node: int) -> list[tuple[Context, int]]:
    """The elements of a list that is written out, or that the arguments of the call on the way are."""
    for _ in range(_STEPS):
        graph = context.graph
        source = graph.source[node]
        if isinstance(source, lowered.Array):
            plain = not any(isinstance(one, lowered.Spread) for one in source.items)
            stored = [held for held, op, _ in graph.back[node] if op is Op.STORE]
            return [(context, held) for held in stored] if plain and len(stored) == len(source.items) else []
        found = parameters_at(graph, node)
        if len(found) != 1:
            return []
        number, position = found[0]
        holder = holder_of(context, number)
        caller = way.calls.get(holder) if holder is not None else None
        if caller is None or caller.argument >= 0:
            return []
        site = caller.context.graph.calls[caller.call]
        if graph.functions[number].rest == position:
            rest = site.arguments[position:]
            return [] if any(site.spread) or site.names else [(caller.context, one) for one in rest]
        context, node = caller.context, site.argument(position)
        if node < 0:
            return []
    return []
