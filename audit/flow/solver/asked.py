"""Answers that are kept: is what they are found by made of the value that was asked for with?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.contexts import ARGUMENT, DATA, EXPLICIT, Entered, Reason, entered_at, fact_of
from audit.flow.graph import Op
from audit.flow.surrounding import seen_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.contexts import Caller, Context, Fact
    from audit.flow.graph import Graph

    Key = tuple[Context, int]

_FARTHEST = 200


def is_found_by(reason: Reason) -> bool:
    """Is a value that was asked for with part of a key under which the answer was put where it is kept? Who finds it
    there has asked the same. What stands in a list, or under another key, is found by whoever looks.
    """
    callers: list[Context] = []
    keys = list(_keys(reason, callers))
    return any(_has_value(context, (node,)) or _is_named(context, node, callers) for context, node in keys)


def outlives_calls(graph: Graph, node: int) -> bool:
    """Is what is at a node kept in a field or a name of a module? Who asks for a key there asks with another one than
    who has put it there.
    """
    place = graph.place_of.get(node)
    return place is not None and (place.kind == "field" or place.owner == 0)


def _has_value(context: Context, nodes: Iterable[int]) -> bool:
    return any(
        at in nodes and carried in DATA and fact.label < ARGUMENT for (at, _, carried), fact in context.facts.items()
    )


def _is_named(context: Context, node: int, callers: list[Context]) -> bool:
    """Is a key a name of a function around, which has the value there? Of that tell the calls that were left."""
    place = context.graph.place_of.get(node)
    if place is None or place.kind != "name" or place.owner <= 0:
        return False
    around = {one for caller in callers if caller.graph is context.graph for one in seen_from(caller)}
    kept = context.graph.kept.get(place, ())
    return any(one.function.number == place.owner and _has_value(one, kept) for one in around)


def _keys(reason: Reason, callers: list[Context]) -> Iterator[Key]:
    """What else is given to the calls that put an answer where it is kept, back to where it was asked for; with the
    callers on the way.
    """
    after: Fact | None = None
    why: Fact | Reason | None = reason
    for _ in range(_FARTHEST):
        before = fact_of(why)
        if before is None:
            return
        for context, caller in why.left if isinstance(why, Reason) else ():
            callers.append(caller.context)
            yield from _given_beside(context, caller, after)
        if after is not None and after.context is before.context:
            if before.label == EXPLICIT and after.label != EXPLICIT:
                return  # it was asked for here
            yield from ((before.context, node) for node in _put_with(before, after.node))
        after, why = before, before.reason


def _put_with(before: Fact, node: int) -> Iterator[int]:
    """The keys by which one step puts something into the object at a node, or finds that object in another."""
    graph = before.context.graph
    if before.node in graph.keys:
        yield graph.keys[before.node]
    putting = [edge.to for edge in graph.out[before.node] if edge.op is Op.ARGUMENT]
    for call in (*putting, graph.results.get(before.node, -1)):
        if call >= 0 and graph.calls[call].receiver == node:
            yield from (one for one in graph.calls[call].arguments if one != before.node)


def _given_beside(context: Context, caller: Caller, after: Fact | None) -> Iterator[Key]:
    """What a call is given beside the answer that the function writes somewhere."""
    site, entry = caller.context.graph.calls[caller.call], entered_at(context).entry
    if after is not None and after.context is caller.context and after.node == site.result:
        return  # what it gives back
    own = entry.slot if isinstance(entry, Entered) else -1
    yield from ((caller.context, node) for position, node in enumerate(site.arguments) if position != own)
