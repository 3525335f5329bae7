"""What a member of an object was set to after the object was written out (`conditions.open = eq(a, b)`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.heap import aliases, put_into
from audit.flow.contexts import ELEMENT
from audit.flow.graph import Op
from audit.flow.tables.lists import changes, elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.graph import Graph
    from audit.flow.tables.trace import Trace


def set_last(graph: Graph, holder: int, key: str) -> int:
    """What a member of the object at a node was set to last, where nothing else holds the object; -1 where that is not
    so.
    """
    seen: set[int] = set()
    while holder not in seen:
        seen.add(holder)
        if graph.source[holder] is None:
            for node, op, name in graph.back[holder]:
                if op is Op.STORE and name == key:
                    return node
        near = [node for node, op, _ in graph.back[holder] if op is Op.COPY]
        if len(near) != 1 or holder in graph.place_of:
            return -1
        holder = near[0]
    return -1


def given_again(trace: Trace, spot: Spot, names: frozenset[str]) -> dict[str, int]:
    """Of members that the object at a node is left without, those that are assigned to it: by the node that it was
    given last, or -1 where what was there before may still be there.
    """
    put = {
        key
        for made in (trace.made(spot) if names else ())
        for key, _ in put_into(trace.code.graph(made.file, made.unit), made.node)
    }
    return {key: set_last(trace.code.graph(spot.file, spot.unit), spot.node, key) for key in sorted(names & put)}


def values_of(trace: Trace, made: Spot, key: str, use: Spot) -> list[Spot]:
    """The values of a member of the object or list that is written out at a node: as it stands there, and whatever is
    put there later; none where a list may have lost it before it is used.
    """
    parts = dict(trace.properties(made))
    if key not in parts:
        return list(parts.values()) if key == ELEMENT else list(_put_later(trace, made, key))
    if isinstance(trace.source(made), lowered.Array) and changes(trace, made, use).cut:
        return []
    return [parts[key], *_put_later(trace, made, key)]


def _put_later(trace: Trace, made: Spot, key: str) -> Iterator[Spot]:
    graph = trace.code.graph(made.file, made.unit)
    if any(name == key for _, name in graph.written):
        yield from _written(graph, aliases(graph, {made.node}), made, key)
    if trace.origins.callers.assigning(made.file, key):
        for spot, held in elsewhere(trace, made, aliases(graph, {made.node})):
            yield from _written(trace.code.graph(spot.file, spot.unit), held, spot, key)


def _written(graph: Graph, held: set[int], at: Spot, key: str) -> Iterator[Spot]:
    for (holder, name), nodes in graph.written.items():
        if name == key and holder in held:
            yield from (replace(at, node=node) for node in nodes)
