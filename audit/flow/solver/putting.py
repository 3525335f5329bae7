"""What code has put into an object: what is written into it there is written into that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.backward.dispatch import meant
from audit.flow.backward.heap import aliases
from audit.flow.code import Spot
from audit.flow.contexts import DEEPEST, ELEMENT, Path, same_part
from audit.flow.graph import Op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.code import FunctionId
    from audit.flow.graph import Graph
    from audit.flow.outside.library import Library
    from audit.flow.solver.aliases import Aliases, Before

_DEEPEST = 3
"""Functions that hand an object on to others, which put something into it."""


class Part(Struct, frozen=True, order=True):
    """The part `path` of what is at a node."""

    node: int
    path: Path


class Put(Struct, frozen=True, order=True):
    """Behind `steps` of an object stands something else."""

    steps: Path
    what: Part


class Handed(Struct, frozen=True, order=True):
    """What stands behind `steps` of an object is an argument of a call (the receiver is -1)."""

    steps: Path
    call: int
    slot: int


class Putting:
    """Answers by node, found once: by name and key (`held[row.id] = row`), by calls of outside code
    (`held.set(row.id, row)`), and by functions of the tree that are given the object.
    """

    def __init__(self, origins: Origins, library: Library, of: Aliases) -> None:
        self._origins, self._code, self._library, self._aliases = origins, origins.code, library, of
        self._known: dict[Spot, tuple[tuple[Put, ...], tuple[Handed, ...]]] = {}
        self._written: dict[Graph, dict[int, list[tuple[str, int]]]] = {}
        self._came_by: dict[tuple[FunctionId, Part], tuple[Part, ...]] = {}

    def into(self, spot: Spot, path: Path, held: int) -> Iterator[Before]:
        """Where an object that stands `held` steps deep in what is at a node stands besides, because it was put there.
        Whether a computed key and a name are the same is a guess.
        """
        for put in self._puts(spot, path, held, 0):
            if _may_begin(path, held, put.steps):
                guess = not all(map(_is_alike, path, put.steps))
                part = (*put.what.path, *path[len(put.steps) :])[:DEEPEST]
                yield put.what.node, part, guess, held - len(put.steps) + len(put.what.path)

    def is_filled(self, spot: Spot, depth: int = 0) -> bool:
        """Is anything put into the object at a node, or may be: by key, by a call, by a function that is given it, by
        who finds it under a name of the module or in a field?
        """
        graph = self._code.graph(spot.file, spot.unit)
        held = aliases(graph, {spot.node})
        kept = (graph.places[edge.to] for node in held for edge in graph.out[node] if edge.op is Op.KEEP)
        if any(node in held for node, _ in graph.written) or any(not place.owner for place in kept):
            return True
        puts, handed = self._in(spot)
        if any(len(put.steps) == 1 for put in puts) or depth >= _DEEPEST:
            return True
        for one in (one for one in handed if not one.steps and one.slot >= 0):
            for function in self._aliases.called(spot.file, spot.unit, one.call):
                shape = self._code.graph(function.file, function.unit).functions[function.number]
                inside = (Spot(function.file, function.unit, node) for node in shape.parameters[one.slot :][:1])
                if any(self.is_filled(there, depth + 1) for there in inside):
                    return True
        return False

    def _puts(self, spot: Spot, path: Path, held: int, depth: int) -> Iterator[Put]:
        """What is put into the object at a node, and may be at a part of it."""
        puts, handed = self._in(spot)
        yield from puts
        for one in handed if depth < _DEEPEST else ():
            if not one.steps or _may_begin(path, held, one.steps):
                yield from self._by_others(spot, one, path[len(one.steps) :], held - len(one.steps), depth)

    def _by_others(self, spot: Spot, handed: Handed, path: Path, held: int, depth: int) -> Iterator[Put]:
        """What functions of the tree that are given an object put into it of what else they are given."""
        site = self._code.graph(spot.file, spot.unit).calls[handed.call]
        for function in self._aliases.called(spot.file, spot.unit, handed.call):
            for put in self._in_function(function, handed.slot, path, held, depth):
                slot = put.what.node
                node = site.receiver if slot < 0 else site.argument(slot)
                if node >= 0:
                    yield Put((*handed.steps, *put.steps), Part(node, put.what.path))

    def _in_function(self, function: FunctionId, slot: int, path: Path, held: int, depth: int) -> tuple[Put, ...]:
        """What a function puts into a parameter (-1: its `this`) of what it gets by others, which stand for nodes."""
        graph = self._code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        given = shape.parameters[slot : slot + 1] if slot != shape.rest else ()
        nodes = tuple(graph.this_uses.get(function.number, ())) if slot < 0 else given
        found: dict[Put, None] = {}
        for node in nodes:
            for put in self._puts(Spot(function.file, function.unit, node), path, held, depth + 1):
                for what in self._given(function, put.what):
                    if what.node != slot:
                        found[Put(put.steps, what)] = None
        return tuple(found)

    def _given(self, function: FunctionId, part: Part) -> tuple[Part, ...]:
        """The parameters of a function that something in it came by: the same for all who call it, found once."""
        if (function, part) not in self._came_by:
            self._came_by[function, part] = tuple(self._find_given(function, part))
        return self._came_by[function, part]

    def _find_given(self, function: FunctionId, part: Part) -> Iterator[Part]:
        graph = self._code.graph(function.file, function.unit)
        waiting, seen = [part], {part}
        for here in waiting:
            spot = Spot(function.file, function.unit, here.node)
            number, position = graph.of_parameter.get(here.node, (-1, -1))
            if number == function.number:
                yield Part(position, here.path)
            if graph.this_at.get(here.node) == function.number:
                yield Part(-1, here.path)
            inside = number if number not in {-1, function.number} else -1
            near = [*self._from_outside(spot, inside, position, here.path)] if inside > 0 else []
            before = self._aliases.before(spot, here.path, held=len(here.path))
            for one in (*near, *(Part(node, path) for node, path, _, _ in before)):
                if one not in seen:
                    seen.add(one)
                    waiting.append(one)

    def _from_outside(self, spot: Spot, number: int, position: int, path: Path) -> Iterator[Part]:
        """What outside code gives a function that is written where it is given (`rows.forEach((row) => …)`)."""
        graph = self._code.graph(spot.file, spot.unit)
        for edge in graph.out[graph.functions[number].node]:
            if edge.op is Op.ARGUMENT:
                found = self._library.called_with(spot.file, spot.unit, edge.to, int(edge.key), position, path)
                yield from (Part(node, part) for node, part, _ in found)

    def _in(self, spot: Spot) -> tuple[tuple[Put, ...], tuple[Handed, ...]]:
        if spot not in self._known:
            puts, handed = dict[Put, None](), dict[Handed, None]()
            waiting: list[tuple[Path, int]] = [((), spot.node)]
            seen = set(waiting)
            graph = self._code.graph(spot.file, spot.unit)
            for steps, start in waiting:
                near: list[tuple[Path, int]] = []
                for node in sorted(aliases(graph, {start})):
                    puts.update({Put((*steps, name), Part(held, ())): None for name, held in self._keys(spot, node)})
                    near.extend(((*steps, edge.key), edge.to) for edge in graph.out[node] if edge.op is Op.LOAD)
                    for call, slot in _calls(graph, node):
                        handed[Handed(steps, call, slot)] = None
                        put = self._library.put(spot.file, spot.unit, call, slot)
                        puts.update({Put((*steps, *into), Part(what, part)): None for into, what, part in put})
                        back = self._library.given_back(spot.file, spot.unit, call, slot)
                        near.extend(((*steps, *part), graph.calls[call].result) for part in back)
                for one in near:
                    if len(one[0]) < DEEPEST and one not in seen:
                        seen.add(one)
                        waiting.append(one)
            self._known[spot] = tuple(puts), tuple(handed)
        return self._known[spot]

    def _keys(self, spot: Spot, node: int) -> Iterator[tuple[str, int]]:
        """What is written into the object at a node of the same graph, each under the steps that its key may mean."""
        graph = self._code.graph(spot.file, spot.unit)
        if graph not in self._written:
            written = self._written[graph] = {}
            for (into, key), sources in graph.written.items():
                written.setdefault(into, []).extend((key, source) for source in sources)
        for key, source in self._written[graph].get(node, ()):
            held = graph.keys.get(source) if key == ELEMENT else None
            known = meant(self._origins, replace(spot, node=held)) if held is not None else ()
            if self._aliases.may_be_object(replace(spot, node=source)):
                yield from ((name, source) for name in known or (key,))


def is_a_copy(graph: Graph, node: int) -> bool:
    """Is what is at a node there because it is at another one of the same function? What was put in is asked there."""
    return any(op is Op.COPY and graph.function[source] == graph.function[node] for source, op, _ in graph.back[node])


def _calls(graph: Graph, node: int) -> Iterator[tuple[int, int]]:
    """The calls that are given what is at a node, each with the argument that it is (the receiver is -1)."""
    for edge in graph.out[node]:
        if edge.op is Op.RECEIVER:
            yield edge.to, -1
        elif edge.op is Op.ARGUMENT:
            yield edge.to, int(edge.key)


def _may_begin(path: Path, held: int, steps: Path) -> bool:
    """May some steps lead to what holds the object that stands `held` steps deep, or to that itself?"""
    return 0 < len(steps) <= held and len(path) > len(steps) and all(map(_may_be, path, steps))


def _may_be(one: str, other: str) -> bool:
    """May two steps be the same part? A computed key may be every name."""
    return same_part(one, other) or (ELEMENT in (one, other) and not _is_alike(one, other))


def _is_alike(one: str, other: str) -> bool:
    """Are two steps both names, or both none?"""
    return (one[:1] in "[#!~") == (other[:1] in "[#!~")
