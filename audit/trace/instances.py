"""Where methods and fields of a class are read from its instances, beyond `this`: what was born in one goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.backward.values import ClassValue, Instance, Typed, among
from audit.flow.code import Spot
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.code import FunctionId


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

    def from_super(self, function: FunctionId) -> tuple[Spot, ...]:
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
        graph = self._code.graph(spot.file, spot.unit)
        holders = [replace(spot, node=node) for node, op, _ in graph.back[spot.node] if op is Op.LOAD]
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
