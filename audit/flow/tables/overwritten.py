"""What a member of an object was set to after the object was written out (`conditions.open = eq(a, b)`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.heap import aliases, is_version, put_into
from audit.flow.contexts import ELEMENT
from audit.flow.graph import Op
from audit.flow.tables.lists import changes, elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.graph import Edge, Graph
    from audit.flow.tables.trace import Trace


def set_last(graph: Graph, holder: int, key: str) -> int:
    """What a member of the object at a node was set to last, where nothing else holds the object and it is the same on
    all ways; -1 where that is not so.
    """
    seen: set[int] = set()
    found: set[int] = set()
    stack = [holder]
    while stack:
        node = stack.pop()
        if node in seen:
            continue
        seen.add(node)
        stored = [before for before, op, name in graph.back[node] if op is Op.STORE and name == key]
        near = [before for before, op, _ in graph.back[node] if op is Op.COPY]
        if graph.source[node] is None and stored:
            found.add(stored[0])
        elif not near or node in graph.place_of:
            return -1
        else:
            stack.extend(near)
    return next(iter(found)) if len(found) == 1 else -1


def found_in(graph: Graph, node: int) -> dict[str, int]:
    """The members that are assigned to the object which a node makes, each with what all who use the object find there;
    -1 where that is not one value, for all of them.
    """
    put = put_into(graph, node)
    held = aliases(graph, {node}) if put else set[int]()
    uses = [one for one in held if any(_is_use(graph, edge, held) for edge in graph.out[one])]
    found = {name: {set_last(graph, use, name) for use in uses} for name, _ in sorted(put)}
    for name, value in put:
        if not is_overwriting(graph, value):
            found[name].add(-1)
    return {name: next(iter(values)) if len(values) == 1 else -1 for name, values in found.items()}


def is_overwriting(graph: Graph, value: int) -> bool:
    """Is what was there before gone, where a member is given what is at a node?"""
    return any(edge.op is Op.STORE and graph.source[edge.to] is None for edge in graph.out[value])


def _is_use(graph: Graph, edge: Edge, held: set[int]) -> bool:
    return edge.to not in held if edge.op is Op.COPY else not is_version(graph, edge)


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
