"""Where the value at a node comes from, backwards, through names, members, calls and objects, with calls matched.

A question is a node, a part of its value, and the frames in which it is asked. It is the engine's flow read against its
direction: what enters a function is looked up at the calls that the question came in by, objects are allocation sites.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.callees import Callees
from audit.flow.backward.pairs import Pairs
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import NOBODY, End, Env, Path, frame_of, matches
from audit.flow.graph import Graph, Op, Place
from audit.link.names import Declared, Namespace

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.backward.origins import Origins
    from audit.flow.settings.options import Option

_LITERALS = (lowered.Object, lowered.Array, lowered.Comprehension)
_EITHER = (lowered.Default, lowered.Logical)
_OWN = (lowered.Literal, lowered.Binary, lowered.Unary)


class Backwards(Callees):
    """What is at a node decides where its value comes from."""

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self.is_entry: Callable[[FunctionId], bool] = lambda _: False  # is it a framework that calls the function?
        self._pairs = Pairs(origins)

    def find_options(self, file: str) -> tuple[Option, ...]:
        from audit.flow.settings.options import Options

        return tuple(Options(self, frozenset()).of(file)) if file.endswith(".py") else ()

    def find(self, asked: End) -> list[End]:
        """By what is at the node: a parameter, an object, what a call gave, a name, or something of the tree's own."""
        spot, path = asked.spot, asked.path
        graph = self.code.graph(spot.file, spot.unit)
        node, source = spot.node, graph.source[spot.node]
        if node in graph.made or (spot in self.variables and not path):
            return [asked]
        if node in graph.class_nodes:
            return self.static_member(asked, graph) if path else [asked]
        if node in graph.of_parameter:
            return [*self.parameter(asked, graph), *self.written(asked, graph)]
        if isinstance(source, lowered.This) and not graph.back[node]:
            return self.this(asked, graph)
        if node in graph.results:
            return [*self.result(asked, graph), *self.written(asked, graph)]
        if isinstance(source, lowered.ImportCall) and isinstance(source.module, lowered.Literal):
            return self.meaning(asked, self.origins.names.imported(spot.file, str(source.module.value), "*"), path)
        if isinstance(source, _LITERALS) and self._is_literal(graph, node):
            return self.part(asked, graph) if path else [asked]
        if isinstance(source, _OWN) or _builds(graph, node):
            return [asked]
        if isinstance(source, _EITHER) and _only_copies(graph, node):
            return self._either(asked, graph, source)
        return self._before(asked, graph)

    def _is_literal(self, graph: Graph, node: int) -> bool:
        return node not in graph.place_of and not any(op is Op.LOAD for _, op, _ in graph.back[node])

    def _before(self, asked: End, graph: Graph) -> list[End]:
        spot, path, env = asked.spot, asked.path, asked.env
        place = graph.place_of.get(spot.node)
        if place is not None and place.kind == "name":
            return [*self._place(asked, graph, place), *self.written(asked, graph)]
        given = _given_anew(graph, spot.node, path)
        if given >= 0:
            return list(self.ends(replace(spot, node=given), path[1:], env))
        found: list[End] = []
        for node, op, key in graph.back[spot.node]:
            before = Spot(spot.file, spot.unit, node)
            if op is Op.COPY:
                found.extend(self.ends(before, path, env))
            elif op is Op.LOAD:
                held = self._pairs.held(before, path) if key == "[*]" and spot.node not in graph.keys else None
                for steps in [held] if held else [(one, *path) for one in self._keys(asked, graph, key)]:
                    found.extend(self.ends(before, steps, env))
            elif op is Op.STORE and path and matches(key, path[0]):
                found.extend(self.ends(before, path[1:], env))
        return found if found or graph.back[spot.node] else [asked]

    def _keys(self, asked: End, graph: Graph, key: str) -> list[str]:
        """The constant keys of `object[key]`."""
        held = graph.keys.get(asked.spot.node)
        if held is None or key != "[*]":
            return [key]
        found = [self.constant(end) for end in self.ends(replace(asked.spot, node=held), (), asked.env)]
        texts = [text for text in found if text is not None]
        return texts if texts and len(texts) == len(found) else [key]

    def _either(self, asked: End, graph: Graph, source: object) -> list[End]:
        """`a ?? b`, `a || b` and defaults: the second only where the first may be nothing."""
        ways = [node for node, op, _ in graph.back[asked.spot.node] if op is Op.COPY]
        if isinstance(source, lowered.Logical) and source.op == "&&":
            return [end for node in ways for end in self.ends(replace(asked.spot, node=node), asked.path, asked.env)]
        found: list[End] = []
        for node in ways:
            found.extend(end for end in self.ends(replace(asked.spot, node=node), asked.path, asked.env))
            if found and all(self._is_certain(end) for end in found):
                break
        return [end for end in found if not self.is_nothing(end)] or found

    def _is_certain(self, end: End) -> bool:
        """Is there certainly a value, or is it the caller's business whether there is one?"""
        graph = self.code.graph(end.spot.file, end.spot.unit)
        source = graph.source[end.spot.node]
        if end.spot.node in graph.of_parameter and not isinstance(source, lowered.Literal):
            function = FunctionId(end.spot.file, end.spot.unit, graph.of_parameter[end.spot.node][0])
            frame = frame_of(end.env, function)
            if frame is not None and frame.call == NOBODY:
                return False
            if end.path and frame is None and self.is_entry(function):
                return False  # a client need not send it
            return not end.path or graph.functions[function.number].kind != "constructor"
        if isinstance(source, lowered.Literal):
            return source.value not in (None, "", False)
        return isinstance(source, (lowered.Template, lowered.Binary, lowered.Object, lowered.Array, lowered.Function))

    def is_nothing(self, end: End) -> bool:
        """Is there null, undefined or None?"""
        source = self.code.graph(end.spot.file, end.spot.unit).source[end.spot.node]
        return isinstance(source, lowered.Literal) and source.value in (None, False)

    # names

    def _place(self, asked: End, graph: Graph, place: Place) -> list[End]:
        spot, path, env = asked.spot, asked.path, asked.env
        if place.at >= 0:
            nodes = graph.kept.get(place, ())
            return [
                end
                for node in nodes
                for end in self.ends(
                    replace(spot, node=node), path, env if place.owner else self._foreign(spot, graph, node)
                )
            ]
        meaning = self.origins.names.meaning(spot.file, place.name)
        return self.meaning(asked, meaning, path) if meaning is not None else [asked]

    def meaning(self, asked: End, meaning: object, path: Path) -> list[End]:
        """The ends of what a module-level name means."""
        if isinstance(meaning, Namespace):
            inner = self.origins.names.exported(meaning.file, path[0]) if path else None
            return self.meaning(asked, inner, path[1:]) if inner is not None else [asked]
        if not isinstance(meaning, Declared):
            return [replace(asked, path=path)] if path == asked.path else [asked]
        unit = self.code.unit_at(meaning.file, meaning.at)
        if unit < 0:
            return []
        there = self.code.graph(meaning.file, unit)
        found: list[End] = []
        for node in there.kept.get(Place("name", meaning.name, meaning.at), ()):
            spot = Spot(meaning.file, unit, node)
            found.extend(self.ends(spot, path, self._foreign(spot, there, node)))
        for spot in self.code.assigned(meaning.file, meaning.name, meaning.at):
            found.extend(self.ends(spot, path, self._foreign(spot, self.code.graph(spot.file, spot.unit), spot.node)))
        return [*found, *self.elsewhere(meaning, path)]

    def _foreign(self, spot: Spot, graph: Graph, node: int) -> Env:
        """A name of the module was assigned somewhere: at its top level, or in a function that anybody may call."""
        return self.any_caller(spot, graph, graph.function[node]) if graph.function[node] > 0 else ()


def _only_copies(graph: Graph, node: int) -> bool:
    return all(op is Op.COPY for _, op, _ in graph.back[node])


def _builds(graph: Graph, node: int) -> bool:
    if isinstance(graph.source[node], lowered.Template):
        return True
    for _, op, _ in graph.back[node]:  # noqa: SIM110 - asked for every node of every way back
        if op is Op.BUILD:
            return True
    return False


def _given_anew(graph: Graph, node: int, path: Path) -> int:
    """What a part of an object was set to last, where nothing else holds the object; -1 for another node or part."""
    if not path or graph.source[node] is not None:
        return -1
    return next((one for one, op, key in graph.back[node] if op is Op.STORE and key == path[0]), -1)
