"""Where methods and fields of a class are read from its instances, beyond `this`: what was born in one goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.backward.values import ClassValue, Func, Instance, Typed, among
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op, Place
from audit.link.names import Declared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.heirs import Heir
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.contexts import Path
    from audit.flow.graph import CallSite, Graph


class Instances:
    """Reads by class and member, each found once."""

    def __init__(self, origins: Origins) -> None:
        self._origins, self._code = origins, origins.code
        self._known: dict[tuple[str, int, str], tuple[Spot, ...]] = {}

    def uses(self, file: str, class_at: int, name: str) -> tuple[Spot, ...]:
        """Every `object.name` where the object may be an instance of the class, or of a class that extends it."""
        key = (file, class_at, name)
        if key not in self._known:
            read = [spot for one in self._code.files_holding(name) for spot in self._code.members(one, name)]
            self._known[key] = tuple(spot for spot in read if self._holds(spot, file, class_at))
        return self._known[key]

    def beside(self, function: FunctionId) -> tuple[tuple[Spot, Path], ...]:
        """Where a method is, as a part of what is there, that no code of the tree puts there: read of `super`, in the
        object that a constructor is about to make, and in what a container gives.
        """
        if self._code.graph(function.file, function.unit).is_replaced(function.number):
            return ()
        read = (*self._from_super(function), *self._from_containers(function))
        return (*((spot, ()) for spot in read), *self._in_making(function))

    def _from_containers(self, function: FunctionId) -> tuple[Spot, ...]:
        """Where it is read of what a container gives for a class that is decorated for it, or outside code for a name
        with that type; Python's are given any. One that nobody in the tree makes has all its reads in `uses`.
        """
        graph = self._code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        one = graph.classes.get(shape.class_at)
        if shape.kind != "method" or one is None:
            return ()
        anywhere = bool(one.decorators) or graph.python
        if not anywhere and not (one.name and self._code.files_holding(f": {one.name} =")):
            return ()
        if not self._origins.callers.instances(function.file, function.unit, shape.class_at):
            return ()
        read = self.uses(function.file, shape.class_at, shape.name)
        held = ((spot, self._holders(spot) if anywhere else self._typed(spot)) for spot in read)
        return tuple(spot for spot, holders in held if any(map(self._is_handed, holders)))

    def _typed(self, spot: Spot) -> list[Spot]:
        """Where the name that a member is read of is declared with a type."""
        found: list[Spot] = []
        for holder in self._holders(spot):
            graph = self._code.graph(holder.file, holder.unit)
            place = graph.place_of.get(holder.node)
            near = [holder, *(replace(holder, node=node) for node, op, _ in graph.back[holder.node] if op is Op.COPY)]
            if place is not None and place.kind == "name":
                near.extend(self._kept(holder, place))
            found.extend(one for one in near if one.node in self._code.graph(one.file, one.unit).typed)
        return found

    def _kept(self, holder: Spot, place: Place) -> list[Spot]:
        """What is put into a name where it is declared."""
        meaning = self._origins.names.meaning(holder.file, place.name) if place.owner <= 0 else None
        file, unit = holder.file, holder.unit
        if isinstance(meaning, Declared):
            file, unit = meaning.file, self._code.unit_at(meaning.file, meaning.at)
            place = Place("name", meaning.name, meaning.at)
        nodes = self._code.graph(file, unit).kept.get(place, ()) if unit >= 0 else ()
        return [Spot(file, unit, node) for node in nodes]

    def _in_making(self, function: FunctionId) -> Iterator[tuple[Spot, Path]]:
        """The `this` of constructors, and of what fields begin with, where it has a method, before anybody has the
        object: of its class, of those above, and of those below which have no other method of that name.
        """
        graph = self._code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        if shape.kind != "method" or shape.class_at < 0 or shape.static:
            return
        own = (function.file, function.unit, shape.class_at)
        above = self._origins.callers.above(function.file, shape.class_at)
        for file, unit, class_at in (own, *above, *self._below(own, shape.name)):
            there = self._code.graph(file, unit)
            for node in _of_making(there, class_at):
                if _may_read(there, node, shape.name):
                    yield Spot(file, unit, node), (shape.name,)

    def _below(self, one: Heir, name: str) -> Iterator[Heir]:
        """The classes that have a method from a class."""
        for file, unit, class_at in self._origins.callers.heirs(*one):
            members = self._code.graph(file, unit).classes[class_at].members
            if not any(member.name == name for member in members):
                yield file, unit, class_at
                yield from self._below((file, unit, class_at), name)

    def _holders(self, spot: Spot) -> list[Spot]:
        graph = self._code.graph(spot.file, spot.unit)
        return [replace(spot, node=node) for node, op, _ in graph.back[spot.node] if op is Op.LOAD]

    def _is_handed(self, holder: Spot) -> bool:
        """Does outside code give what is at a node, or what that is read of, to a parameter or as what a call gives?"""
        stack, seen = [holder], {holder}
        while stack:
            spot = stack.pop()
            graph = self._code.graph(spot.file, spot.unit)
            if spot.node in graph.of_parameter and self._is_called_outside(spot, graph):
                return True
            if spot.node in graph.results and self._is_outside(spot, graph.calls[graph.results[spot.node]]):
                return True
            near = [node for node, op, _ in graph.back[spot.node] if op in (Op.COPY, Op.LOAD)]
            place = graph.place_of.get(spot.node)
            near.extend(graph.kept.get(place, ()) if place is not None else ())
            fresh = dict.fromkeys(one for node in near if (one := replace(spot, node=node)) not in seen)
            seen.update(fresh)
            stack.extend(fresh)
        return False

    def _is_called_outside(self, spot: Spot, graph: Graph) -> bool:
        """Does no code of the tree call the function of a parameter, or make an object with that constructor?"""
        number, _ = graph.of_parameter[spot.node]
        shape, function = graph.functions[number], FunctionId(spot.file, spot.unit, number)
        if shape.kind == "constructor":
            return not self._origins.callers.instances(spot.file, spot.unit, shape.class_at)
        return not self._origins.callers.of(function)

    def _is_outside(self, spot: Spot, site: CallSite) -> bool:
        """Does code outside of the tree give what a call gives?"""
        callees = self._origins.callees(spot.file, spot.unit, site)
        return not any(isinstance(one, (Func, ClassValue)) for one in callees)

    def _from_super(self, function: FunctionId) -> tuple[Spot, ...]:
        """Every `super.name` that means a method."""
        graph = self._code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        if shape.class_at < 0 or shape.kind != "method":
            return ()
        above = self._code.files_holding("super()." if function.file.endswith(".py") else "super.")
        files = self._code.program.holding(shape.name, above) if above else ()
        read = [spot for one in files for spot in self._code.members(one, shape.name)]
        return tuple(spot for spot in read if self._is_above(spot, function))

    def _is_above(self, spot: Spot, method: FunctionId) -> bool:
        graph = self._code.graph(spot.file, spot.unit)
        held = [graph.source[node] for node, op, _ in graph.back[spot.node] if op is Op.LOAD]
        above = any(isinstance(one, code.This) and one.name == "super" for one in held)
        return above and among(method, self._origins.of(spot))

    def _holds(self, spot: Spot, file: str, class_at: int) -> bool:
        holders = self._holders(spot)
        return any(self._is_one(value, file, class_at) for holder in holders for value in self._origins.of(holder))

    def _is_one(self, value: Value, file: str, class_at: int) -> bool:
        if isinstance(value, (ClassValue, Instance)):
            return self._origins.classes.extends(value.file, value.at, ClassValue(file, class_at))
        return isinstance(value, Typed) and value.type in self._implemented(file, class_at)

    def _implemented(self, file: str, class_at: int) -> tuple[str, ...]:
        """The interfaces that a class says it implements."""
        unit = self._code.class_unit(file, class_at)
        one = self._code.graph(file, unit).classes.get(class_at) if unit >= 0 else None
        return one.implements if one is not None else ()


def _of_making(graph: Graph, class_at: int) -> list[int]:
    """The nodes of `this` in constructors of a class, and in what its fields begin with."""
    made = [n for n, one in enumerate(graph.functions) if one.class_at == class_at and one.kind == "constructor"]
    inside = [node for number in made for node in graph.this_uses.get(number, ())]
    return [*inside, *graph.this_in_fields.get(class_at, ())]


def _may_read(graph: Graph, node: int, name: str) -> bool:
    """Is a method read of what is at a node, or is that given to somebody who may?"""
    edges = graph.out[node]
    return any(edge.op is not Op.LOAD or edge.key == name for edge in edges)
