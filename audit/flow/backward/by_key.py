"""Members whose names are computed, backwards: copied under the same key, or asked for by their name."""

from __future__ import annotations

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.questions import Questions
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT, OF_MAPS
from audit.flow.frames import End, Env, Frame, Path, frame_of, named
from audit.flow.graph import Graph, Op

_COPIES = 20
"""Copies of a value after each other that are looked through."""


class ByKey(Questions):
    """The part of objects that is about computed names."""

    def under_key(self, spot: Spot, graph: Graph, path: Path, env: Env) -> list[End]:
        """What `object[key] = value` says of one member: nothing where the key is known to be another one, and of
        `object[key] = other[key]` that member of the other.
        """
        key = graph.keys.get(spot.node)
        if key is None or path[0] in OF_MAPS or path[0] == "*":
            return list(self.ends(spot, path[1:], env)) if key is not None and path[0] == "*" else []
        holder = copied_by(graph, spot.node, key)
        if holder >= 0:
            names = self._constants(replace(spot, node=key), env)
            same = not names or path[0].strip("[]") in names
            return list(self.ends(replace(spot, node=holder), path, env)) if same else []
        names = self._constants(replace(spot, node=key), env)
        return list(self.ends(spot, path[1:], env)) if path[0].strip("[]") in names else []

    def _constants(self, spot: Spot, env: Env) -> frozenset[str]:
        """The texts that a key may be; nothing where it may be others as well."""
        sources = [
            self.code.graph(end.spot.file, end.spot.unit).source[end.spot.node] if not end.path else None
            for end in self.ends(spot, (), env)
        ]
        texts = [str(one.value) for one in sources if isinstance(one, lowered.Literal) and not one.kind]
        return frozenset(texts) if len(texts) == len(sources) else frozenset()

    def of_any_name(self, made: Spot, path: Path, env: Env) -> list[End]:
        """What the function at a node gives for the name of a member."""
        graph = self.code.graph(made.file, made.unit)
        number = graph.made.get(made.node, -1)
        frame = Frame(FunctionId(made.file, made.unit, number), named(path[0]), ())
        nodes = graph.returned.get(number, ()) if number >= 0 and frame_of(env, frame.function) is None else ()
        return [end for node in nodes for end in self.ends(replace(made, node=node), path[1:], (frame, *env))]


def copied_by(graph: Graph, node: int, key: int) -> int:
    """The object whose member under the same key is at a node; -1 where it is something else."""
    node = next((origin_in(graph, source) for source, op, _ in graph.back[node] if op is Op.COPY), node)
    held = graph.keys.get(node)
    if held is None:
        return _paired_with(graph, node, origin_in(graph, key))
    same = origin_in(graph, held) == origin_in(graph, key)
    return next((source for source, op, name in graph.back[node] if op is Op.LOAD and name == ELEMENT and same), -1)


def _paired_with(graph: Graph, value: int, key: int) -> int:
    """`for (const [key, value] of Object.entries(object))`, `for key, value in object.items()`."""
    pair = _loaded(graph, value, "[1]")
    listed = _loaded(graph, origin_in(graph, pair), ELEMENT) if pair >= 0 and _loaded(graph, key, "[0]") == pair else -1
    call = graph.results.get(origin_in(graph, listed), -1) if listed >= 0 else -1
    site = graph.calls[call] if call >= 0 and graph.calls[call].method in ("entries", "items") else None
    return next(iter((*site.arguments, site.receiver)), -1) if site is not None else -1


def _loaded(graph: Graph, node: int, step: str) -> int:
    """What a node's value is read from, as its part `step`."""
    return next((source for source, op, name in graph.back[node] if op is Op.LOAD and name == step), -1)


def origin_in(graph: Graph, node: int) -> int:
    """Where a value comes from by copies alone, also through a name that is given one value in the statement."""
    for _ in range(_COPIES):
        before = [source for source, op, _ in graph.back[node] if op is Op.COPY]
        if node in graph.keys or len(before) != len(graph.back[node]):
            return node
        place = graph.place_of.get(node)
        before = before or list(graph.kept.get(place, ()) if place is not None else ())
        if len(before) != 1:
            return node
        node = before[0]
    return node
