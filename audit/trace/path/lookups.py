"""What a way asks a map or a cache for: a value that was put there under another key does not come out.

The engine keeps apart what stands under keys that are known wherever a call is read; those that only the calls of a way
tell (`lookup("item")`) it keeps together. Told here is what a way asks in vain: where both keys are constants on it, or
texts that begin or end with different constants (`item:${id}`).
"""

from __future__ import annotations

from functools import partial
from itertools import chain, pairwise, product
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.contexts import DEEPEST, ELEMENT, Reason, is_value
from audit.flow.keys import keys_of, may_be_same
from audit.trace.path.asking import ANY, made_by
from audit.trace.path.ways import on_way

if TYPE_CHECKING:
    from audit.flow.contexts import Context, Fact
    from audit.flow.graph import Graph
    from audit.flow.solver import Solver
    from audit.trace.path.asking import Asking
    from audit.trace.path.ways import Way

Keys = frozenset[str] | None
"""The texts that the key of a call may be (`audit.flow.keys`): empty where it may be anything, None where a call has no
key or whoever sends the request chooses it.
"""


def asked_in_vain(solver: Solver, way: Way, asking: Asking) -> frozenset[Fact]:
    """The facts on a way at which a map is asked for another key than the known one that the value was put under, or
    for one of which nothing is known: most of these are others. Who sends the key may have that one.
    """
    found: list[Fact] = []
    keys: dict[int, Keys] = {}  # by how many steps of the path are left from there on
    for before, fact in pairwise(way.facts):
        if before.path and before.path[0].isidentifier() and fact.path == before.path[1:]:
            asked = _looked_up(solver, way, before, fact, asking)
            found.extend((fact,) if asked and not any(may_be_same(before.path[0], one) for one in asked) else ())
        if not any(map(_is_keyed, (*before.path, *fact.path))):
            keys.clear()
            continue
        known = keys.get(len(before.path)) if before.path and _is_keyed(before.path[0]) else None
        asked = _looked_up(solver, way, before, fact, asking) if known else None
        if known and asked is not None and (asked or before.path[0] != ELEMENT):
            found.extend(() if _may_meet(known, asked) else (fact,))
        keys = {left: key for left, key in keys.items() if left <= len(fact.path) and _is_keyed(fact.path[-left])}
        put = fact.path[1:] == before.path and fact.path[:1] != () and _is_keyed(fact.path[0])
        if put and len(fact.path) < DEEPEST:
            keys[len(fact.path)] = _put_under(solver, way, before, fact, asking)
    return frozenset(found)


def _may_meet(put: frozenset[str], asked: frozenset[str]) -> bool:
    """May the keys be one? Where each is one of several, which ones they are may hang on the same object (`this.prefix`
    of a cache): that they meet is a guess then.
    """
    same = [may_be_same(*two) for two in product(put, asked)]
    return all(same) if len(put) > 1 and len(asked) > 1 else any(same)


def _is_keyed(step: str) -> bool:
    """Does a step lead to what stands under a key: in a map, or as the member of a computed name?"""
    return step == ELEMENT or is_value(step)


def _put_under(solver: Solver, way: Way, value: Fact, holder: Fact, asking: Asking) -> Keys:
    """The key under which a value is put."""
    if holder.path[0] == ELEMENT:
        return _at(solver, way, value, value.context.graph.keys.get(value.node, -1), asking)
    return _key(solver, way, holder.context, put_by(value, holder, holder.reason), asking)


def put_by(value: Fact, holder: Fact, reason: Fact | Reason | None) -> int | None:
    """The call that puts a value into a map: one that is given it, or a function that gives it (`cache.wrap`)."""
    graph = holder.context.graph
    if value.context is holder.context:
        calls = [number for number, site in enumerate(graph.calls) if value.node in site.arguments]
    else:
        left = reason.left if isinstance(reason, Reason) else ()
        calls = [caller.call for _, caller in left if caller.context is holder.context and caller.argument >= 0]
    calls = [number for number in calls if graph.calls[number].receiver == holder.node]
    return calls[0] if len(calls) == 1 else None


def _looked_up(solver: Solver, way: Way, holder: Fact, value: Fact, asking: Asking) -> Keys:
    graph: Graph = holder.context.graph
    call = graph.results.get(value.node)
    asks = call is not None and holder.context is value.context and graph.calls[call].receiver == holder.node
    comes_out = value.path != holder.path  # `map.set(…)` gives the map
    if holder.context is value.context and value.node in graph.keys:
        return _at(solver, way, holder, graph.keys[value.node], asking) if comes_out else None
    return _key(solver, way, holder.context, call if asks and comes_out else None, asking)


def _key(solver: Solver, way: Way, context: Context, call: int | None, asking: Asking) -> Keys:
    """What is known of the key of a call."""
    file, unit = context.function.file, context.function.unit
    given = solver.library.key_node(file, unit, call) if call is not None else -1
    return _text(solver, way, context, given, asking) if given >= 0 else None


def _at(solver: Solver, way: Way, fact: Fact, key: int, asking: Asking) -> Keys:
    """What is known of the computed name by which a member is written, or read."""
    return _text(solver, way, fact.context, key, asking) if key >= 0 else None


def _text(solver: Solver, way: Way, context: Context, given: int, asking: Asking) -> Keys:
    node, there = asking.given.place(given, context, way.calls)
    source = there.graph.source[node]
    literal = asking.given.of(source, there, way.calls) if source is not None else None  # type: ignore[arg-type]
    if isinstance(literal, lowered.Literal) and not literal.kind:
        return frozenset((str(literal.value),))
    spot = Spot(there.function.file, there.function.unit, node)
    made = made_by(solver.makers, there, partial(on_way, way))
    if known := keys_of(chain.from_iterable(asking.texts.of(spot, env) for env in made)):
        return known
    if asking.is_sent(spot):
        return None
    by_calls = asking.keys(solver.makers, node, there, lambda one: solver.callers.get(one, ()))
    return by_calls if ANY.isdisjoint(by_calls) else frozenset()
