"""Where an object stands besides: what it was copied or read from, and which functions gave it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code
from audit.extract.facts.outline import ANNOTATED
from audit.flow.backward.dispatch import meant
from audit.flow.backward.pairs import of_pair
from audit.flow.backward.sharing import Sharing
from audit.flow.backward.values import ClassValue, Func, Instance, Text, Typed
from audit.flow.code import Spot
from audit.flow.contexts import ELEMENT, Path, is_cut, longer, rest_of, without
from audit.flow.graph import Op, Place
from audit.flow.graph.records import is_decorated
from audit.flow.moving import unmoved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.members import Members
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.pairs import Pairs
    from audit.flow.code import FunctionId
    from audit.flow.graph import Graph
    from audit.flow.outside.library import Library

Before = tuple[int, Path, bool, int]
"""A node, the part of it that something was written into, whether that is a guess, and how many steps of the part lead
to what was written into: 0 where it is what is at the node itself.
"""
_PLAIN = tuple(Typed(one) for one in ("string", "String", "number", "boolean", "str", "int", "float", "bool"))
"""What nothing can be written into."""
_DEEPEST = 3
"""Names of a value that are gone back along, to see that it is plain."""
_CHOOSING = "__new__"
"""The method by which a class of Python says which object a call of it gives."""
HandedOut = tuple[str, int, int, bool]
"""A class that a container makes objects of: its file, unit and start, and whether that is a guess."""


class Aliases:
    """Inside of a function; through a call the same is asked of the function that it calls."""

    def __init__(self, origins: Origins, library: Library, members: Members, pairs: Pairs) -> None:
        self._origins, self._code, self._library = origins, origins.code, library
        self._members, self._pairs = members, pairs
        self._sharing = Sharing(origins, library)
        self._functions: dict[tuple[str, int, int], tuple[FunctionId, ...]] = {}
        self._constructors: dict[tuple[str, int, int], tuple[FunctionId, ...]] = {}
        self._handed_out: dict[Spot, tuple[HandedOut, ...]] = {}

    def before(self, spot: Spot, path: Path, *, held: int) -> Iterator[Before]:
        """Where a part of a node was before it came there, in the same function and through outside code. A copy
        (`{ ...row }`, `rows.slice()`) is an object of its own, what both hold is the same.
        """
        graph = self._code.graph(spot.file, spot.unit)
        yield from self._shared(spot, path, held)
        for source, op, key in graph.back[spot.node]:
            if graph.function[source] != graph.function[spot.node]:
                continue
            if op is Op.COPY:
                part = unmoved(path, key) if key else path
                gone = held and not without(path, graph.rests.get(spot.node, ""))
                if part is not None and not gone and (held or not _is_copied(graph, spot.node)):
                    yield source, part, False, held
            elif op is Op.LOAD and key != ANNOTATED:
                for part, deeper in self._held(spot, source, key, path):
                    yield source, part, part[1:] == path[: len(part) - 1] and is_cut(path), held + deeper
            elif op is Op.STORE and held:
                inner = rest_of(path, key)
                known = held > 1 or not _is_made_there(graph, source)
                if inner and known and self.may_be_object(replace(spot, node=source)):
                    yield source, inner, False, held - 1
        call = graph.results.get(spot.node)
        if call is None:
            return
        site = graph.calls[call]
        if site.receiver >= 0 and self._library.returns_receiver(spot.file, spot.unit, call):
            yield site.receiver, path, False, held
        for node, inside, deep in self._library.taken_from(spot.file, spot.unit, call, path, held=held):
            yield node, inside, False, deep

    def may_be_object(self, spot: Spot) -> bool:
        """May what is at a node be something that can be written into, and no text or number?"""
        graph, first = self._code.graph(spot.file, spot.unit), spot.node
        for _ in range(_DEEPEST):
            before = graph.back[first]
            first = before[0][0] if len(before) == 1 and before[0][1] is Op.COPY else first
        if isinstance(graph.source[first], code.Literal) or any(op is Op.BUILD for _, op, _ in graph.back[first]):
            return False
        values = self._origins.of(spot)
        return not values or not all(isinstance(one, Text) or one in _PLAIN for one in values)

    def _shared(self, spot: Spot, path: Path, held: int) -> Iterator[Before]:
        """Other fields of an object that hold what was written into."""
        for name, guess in self._sharing.beside(spot, path[0]) if held else ():
            yield spot.node, (name, *path[1:]), guess, held

    def _held(self, spot: Spot, source: int, key: str, path: Path) -> tuple[tuple[Path, int], ...]:
        """Where an object holds what is read as its part `key`, and how many steps deeper that is: a map, and what may
        be one, by way of its pairs.
        """
        usual = longer(key, path), 1
        computed = self._code.graph(spot.file, spot.unit).keys.get(spot.node) if key == ELEMENT else None
        if computed is not None:
            names = meant(self._origins, Spot(spot.file, spot.unit, computed))
            return tuple((longer(name, path), 1) for name in names) or (usual,)
        if key != ELEMENT:
            return (usual,)
        before = Spot(spot.file, spot.unit, source)
        held = self._pairs.held(before, path)
        if held is not None:
            return ((held, 0),)
        maybe = of_pair(path)
        if maybe is None or not self._members.is_open(self._origins.of(before)):
            return (usual,)
        return usual, (maybe, 0)

    def handed_out(self, spot: Spot) -> tuple[HandedOut, ...]:
        """The classes of which a container may have made the object at a node: no code of the tree makes any of them,
        or a decorator stands above them, or the class gives out what it likes; then that is a guess.
        """
        if spot not in self._handed_out:
            made = (one for one in self._origins.of(spot) if isinstance(one, Instance))
            self._handed_out[spot] = tuple(found for one in made for found in self._of_container(one))
        return self._handed_out[spot]

    def of_class(self, spot: Spot, field: str) -> Iterator[HandedOut]:
        """The classes of Python of which an object has what the class itself holds (`kept = []`): none of its methods
        puts another one there.
        """
        made = (one for one in self._origins.of(spot) if isinstance(one, Instance) and one.file.endswith(".py"))
        for one in made:
            unit = self._code.class_unit(one.file, one.at)
            graph = self._code.graph(one.file, unit) if unit >= 0 else None
            kept = graph.kept.get(Place("field", field, one.at), ()) if graph is not None else ()
            if graph is not None and kept and all(isinstance(graph.source[node], code.Field) for node in kept):
                yield one.file, unit, one.at, False

    def _of_container(self, one: Instance) -> Iterator[HandedOut]:
        unit = self._code.class_unit(one.file, one.at)
        shape = self._code.graph(one.file, unit).classes.get(one.at) if unit >= 0 else None
        makes = bool(shape is not None and self._origins.callers.instances(one.file, unit, one.at))
        chosen = shape is not None and any(member.name == _CHOOSING for member in shape.members)
        if shape is not None and (is_decorated(shape) or chosen or not makes):
            yield one.file, unit, one.at, makes

    def called(self, file: str, unit: int, call: int) -> tuple[FunctionId, ...]:
        """The functions of the tree that give back what a call gives."""
        key = (file, unit, call)
        if key not in self._functions:
            site = self._code.graph(file, unit).calls[call]
            callees = self._origins.callees(file, unit, site) if not site.new else ()
            self._functions[key] = tuple(dict.fromkeys(one.id for one in callees if isinstance(one, Func)))
        return self._functions[key]

    def returned(
        self, file: str, unit: int, call: int, path: Path, *, held: int
    ) -> Iterator[tuple[int, FunctionId, Path, int]]:
        """The functions of the tree that a call of outside code gives back what they return: the argument that each
        is, which part of what it returns is the asked one of the result, and how deep in that stands what was written
        into.
        """
        site = self._code.graph(file, unit).calls[call]
        for argument, inside, part, deep in self._library.returned_from(file, unit, call, path, held=held):
            node = site.argument(argument)
            values = self._origins.of(Spot(file, unit, node)) if node >= 0 and not inside else ()
            yield from ((argument, one.id, part, deep) for one in values if isinstance(one, Func))

    def constructed(self, file: str, unit: int, call: int) -> tuple[FunctionId, ...]:
        """The constructors of the tree that make what a call gives."""
        key = (file, unit, call)
        if key not in self._constructors:
            callees = self._origins.callees(file, unit, self._code.graph(file, unit).calls[call])
            nearest = self._origins.classes.nearest_constructor
            made = (nearest(one) for one in callees if isinstance(one, ClassValue))
            self._constructors[key] = tuple(one for one in made if one is not None)
        return self._constructors[key]


def _is_copied(graph: Graph, node: int) -> bool:
    """Is what comes to a node put into a new object there (`{ ...row }`, `[...rows]`, `{ id, ...rest } = row`)?"""
    return node in graph.rests or isinstance(graph.source[node], (code.Object, code.Array, code.Jsx))


def _is_made_there(graph: Graph, node: int) -> bool:
    """Is it an object that stands in another one as it is made, and nowhere else (`[{ id }]`)?"""
    return isinstance(graph.source[node], (code.Object, code.Array)) and len(graph.out[node]) == 1
