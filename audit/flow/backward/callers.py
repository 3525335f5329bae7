"""Who calls a function, and where instances of a class are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.dispatch import CALL
from audit.flow.backward.elements import Elements, is_jsx
from audit.flow.backward.heirs import Heir, Heirs
from audit.flow.backward.values import ClassValue, Func, Instance, ObjectValue, among
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import Call
from audit.flow.graph import Op, Place
from audit.flow.graph.accessed import access, accessor_in
from audit.flow.graph.prototypes import written_to
from audit.link.names import Declared
from audit.link.questions.declaring import gives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value


_HIGHEST = 6
"""Classes above each other."""


class Callers:
    """Questions about functions and classes of the tree, each answered once."""

    def __init__(self, origins: Origins) -> None:
        self._origins, self._code = origins, origins.code
        self._of: dict[FunctionId, tuple[Call, ...]] = {}
        self._heirs = Heirs(origins, self)
        self.elements = Elements(origins)
        self._assigning: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, function: FunctionId) -> tuple[Call, ...]:
        """Every call of a function by its name, or as a method of an instance or object."""
        if function not in self._of:
            self._of[function] = ()
            self._of[function] = tuple(dict.fromkeys(self._find(function)))
        return self._of[function]

    def instances(self, file: str, unit: int, class_at: int) -> tuple[Spot, ...]:
        """The results of every `new` of a class, or of a class that extends it."""
        return self._heirs.instances(file, unit, class_at)

    def heirs(self, file: str, unit: int, class_at: int) -> tuple[Heir, ...]:
        """The classes that extend a class directly."""
        return self._heirs.of(file, unit, class_at)

    def uses(self, made: Spot, files: frozenset[str] | None = None) -> list[Spot]:
        """The nodes at which a function, class or object is read by its name: in its statement, and in these files."""
        graph = self._code.graph(made.file, made.unit)
        found, stack, seen = [], [made.node], {made.node}
        while stack:
            node = stack.pop()
            found.append(replace(made, node=node))
            for edge in graph.out[node]:
                near = [edge.to] if edge.op is Op.COPY else []
                if edge.op is Op.KEEP:
                    place = graph.places[edge.to]
                    near.extend(graph.reads.get(place, ()))
                    if place.kind == "name" and place.owner == 0 and place.at >= 0:
                        found.extend(self._named(Declared(made.file, place.name, place.at), files))
                stack.extend(one for one in near if one not in seen)
                seen.update(near)
        return list(dict.fromkeys(found))

    def assigning(self, file: str, name: str) -> frozenset[str]:
        """The files, of a module and of those that import it, in which something is assigned to a member of a name."""
        key = (file, name)
        if key not in self._assigning:
            program = self._code.program
            near = (one for one in self.importing(file) if not self._code.ignored(one))
            files = program.holding(name, (file, *near))
            self._assigning[key] = frozenset(one for one in files if program.ask(one, gives, name.encode()))
        return self._assigning[key]

    def _named(self, declared: Declared, files: frozenset[str] | None) -> list[Spot]:
        found: list[Spot] = []
        for use in self._origins.names.references(declared):
            file, at, path = use.file, use.at, use.path
            asked = not self._code.ignored(file) if files is None else file in files
            spot = self._code.named(file, at) if asked else None
            if spot is not None:
                found.extend(self.along(spot, path))
        return found

    def along(self, spot: Spot, path: tuple[str, ...]) -> list[Spot]:
        """The nodes that read members from a node: functions reached through a namespace."""
        graph = self._code.graph(spot.file, spot.unit)
        nodes = [spot.node]
        for step in path:
            nodes = [edge.to for node in nodes for edge in graph.out[node] if edge.op is Op.LOAD and edge.key == step]
        return [replace(spot, node=node) for node in nodes]

    def handing(self, function: FunctionId) -> tuple[Call, ...]:
        """Calls of code outside of the tree that are given a function by its name, and may call it."""
        made = Spot(
            function.file, function.unit, self._code.graph(function.file, function.unit).functions[function.number].node
        )
        found: dict[Call, None] = {}
        for spot in self.uses(made):
            graph = self._code.graph(spot.file, spot.unit)
            for edge in graph.out[spot.node]:
                if edge.op is Op.ARGUMENT:
                    callees = self._origins.callees(spot.file, spot.unit, graph.calls[edge.to])
                    if not any(isinstance(one, (Func, ClassValue)) for one in callees):
                        found[spot.file, spot.unit, edge.to] = None
        return tuple(found)

    def _find(self, function: FunctionId) -> list[Call]:
        graph = self._code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        own = Spot(function.file, function.unit, shape.node)
        found = [call for spot in self.uses(own) for call in self._calls_at(spot)]
        class_at = shape.class_at
        if shape.kind == "constructor":
            made = self.instances(function.file, function.unit, class_at)
            return [(spot.file, spot.unit, self._code.graph(spot.file, spot.unit).results[spot.node]) for spot in made]
        if shape.kind == "set":
            return list(self._setting(function, shape.name))
        if shape.name == CALL and class_at >= 0:
            made = self.instances(function.file, function.unit, class_at)
            found.extend(call for one in made for spot in self.uses(one) for call in self._calls_at(spot))
        if class_at >= 0 and shape.name in self.elements.methods(function.file, class_at):
            found.extend(self._shown(function, class_at))
        found.extend(self._called_as_member(function, shape.name))
        for name, _ in written_to(graph, shape.node):
            found.extend(self._calls_of(function, name))
        return found

    def _shown(self, function: FunctionId, class_at: int) -> Iterator[Call]:
        """The elements of a class, of which outside code calls a method."""
        for spot in self.instances(function.file, function.unit, class_at):
            graph = self._code.graph(spot.file, spot.unit)
            call = graph.results[spot.node]
            if is_jsx(graph, graph.calls[call]):
                yield spot.file, spot.unit, call

    def _setting(self, function: FunctionId, name: str) -> Iterator[Call]:
        """Writes to a member of this name whose object has the setter: each is a call of it."""
        near = [file for file in (function.file, *self.importing(function.file)) if not self._code.ignored(file)]
        for file in self._code.program.holding(name, near):
            for unit in self._code.holding(file, name):
                graph = self._code.graph(file, unit)
                for (holder, key), values in list(graph.written.items()):
                    if key == name and any(
                        self._has(one, function) for one in self._origins.of(Spot(file, unit, holder))
                    ):
                        yield from (
                            (file, unit, access(graph, "set", value, holder, (value,), key)) for value in values
                        )

    def _has(self, value: Value, function: FunctionId) -> bool:
        """Is the setter one of this object, or of a class that its class extends?"""
        if isinstance(value, ObjectValue):
            there = (value.spot.file, value.spot.unit) == (function.file, function.unit)
            graph = self._code.graph(function.file, function.unit)
            name = graph.functions[function.number].name
            return there and accessor_in(graph, value.spot.node, name, "set") == function.number
        at = self._code.graph(function.file, function.unit).functions[function.number].class_at
        return isinstance(value, Instance) and self._origins.classes.extends(
            value.file, value.at, ClassValue(function.file, at)
        )

    def _calls_at(self, spot: Spot) -> list[Call]:
        graph = self._code.graph(spot.file, spot.unit)
        return [(spot.file, spot.unit, edge.to) for edge in graph.out[spot.node] if edge.op is Op.CALLEE]

    def _called_as_member(self, function: FunctionId, name: str) -> list[Call]:
        """Calls of a member of this name whose receiver may be what holds the function: searched, then resolved."""
        if not name or not self._is_member(function):
            return []
        return [*self._by_bases(function, name), *self._calls_of(function, name)]

    def _calls_of(self, function: FunctionId, name: str) -> list[Call]:
        program, found = self._code.program, list[Call]()
        near = [file for file in (function.file, *self.importing(function.file)) if not self._code.ignored(file)]
        for file in program.holding(name, near):
            for spot in self._code.members(file, name):
                if among(function, self._origins.of(spot)):
                    found.extend(self._calls_at(spot))
        return found

    def _by_bases(self, function: FunctionId, name: str) -> Iterator[Call]:
        """Calls of `this.name` in classes that the function's class extends: the method is that of the instance."""
        class_at = self._code.graph(function.file, function.unit).functions[function.number].class_at
        for file, unit, at in self.above(function.file, class_at) if class_at >= 0 else ():
            for node in self._code.graph(file, unit).reads.get(Place("field", name, at), ()):
                yield from self._calls_at(Spot(file, unit, node))

    def above(self, file: str, class_at: int, depth: int = 0) -> Iterator[Heir]:
        """The classes of the tree that a class extends, nearest first."""
        for base in self._origins.classes.bases(file, class_at) if depth < _HIGHEST else ():
            unit = self._code.class_unit(base.file, base.at) if isinstance(base, ClassValue) else -1
            if isinstance(base, ClassValue) and unit >= 0:
                yield base.file, unit, base.at
                yield from self.above(base.file, base.at, depth + 1)

    def _is_member(self, function: FunctionId) -> bool:
        graph = self._code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        if shape.class_at >= 0:
            return True
        seen, stack = {shape.node}, [shape.node]
        while stack:
            for edge in graph.out[stack.pop()]:
                if edge.op is Op.STORE or (edge.op is Op.KEEP and graph.places[edge.to].kind == "field"):
                    return True
                if edge.op in (Op.COPY, Op.KEEP):
                    near = [edge.to] if edge.op is Op.COPY else graph.reads.get(graph.places[edge.to], ())
                    stack.extend(one for one in near if one not in seen)
                    seen.update(near)
        return False

    def importing(self, file: str) -> tuple[str, ...]:
        """The files that import a file, directly or through others."""
        found: dict[str, None] = {}
        stack = [file]
        while stack and len(found) < 200:
            for one in self._code.program.importers(stack.pop()):
                if one not in found and one != file:
                    found[one] = None
                    stack.append(one)
        return tuple(found)
