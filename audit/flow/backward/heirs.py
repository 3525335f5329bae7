"""Which classes extend a class, and where instances of it are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.backward.classes import parameters_at
from audit.flow.backward.elements import is_jsx
from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.flow.surrounding import around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.callers import Callers
    from audit.flow.backward.origins import Origins
    from audit.flow.graph import CallSite, Graph

Heir = tuple[str, int, int]
"""A class by its file, unit and start."""


class Heirs:
    """Read off the places at which a class stands by its name, or as what the function gives that makes it."""

    def __init__(self, origins: Origins, callers: Callers) -> None:
        self._origins, self._code, self._callers = origins, origins.code, callers
        self._instances: dict[tuple[str, int], tuple[Spot, ...]] = {}
        self._known: dict[tuple[str, int], tuple[Heir, ...]] = {}

    def instances(self, file: str, unit: int, class_at: int) -> tuple[Spot, ...]:
        """The results of every `new` of a class, or of a class that extends it."""
        key = (file, class_at)
        if key not in self._instances:
            self._instances[key] = ()
            self._instances[key] = tuple(dict.fromkeys(self._made(file, unit, class_at)))
        return self._instances[key]

    def of(self, file: str, unit: int, class_at: int) -> tuple[Heir, ...]:
        """The classes that extend a class directly."""
        key = (file, class_at)
        if key not in self._known:
            self._known[key] = ()
            found = [heir for spot in self._uses(file, unit, class_at) for heir in self._at(spot, file, class_at)]
            self._known[key] = tuple(dict.fromkeys(found))
        return self._known[key]

    def _made(self, file: str, unit: int, class_at: int) -> Iterator[Spot]:
        graph = self._code.graph(file, unit)
        yield from (Spot(file, unit, site.result) for site in graph.calls if _makes_own(graph, site, class_at))
        for spot in self._uses(file, unit, class_at):
            there = self._code.graph(spot.file, spot.unit)
            calls = (there.calls[edge.to] for edge in there.out[spot.node] if edge.op is Op.CALLEE)
            made = (call for call in calls if call.new or there.python or is_jsx(there, call))
            yield from (replace(spot, node=call.result) for call in made)
            yield from (one for heir in self._at(spot, file, class_at) for one in self.instances(*heir))

    def _uses(self, file: str, unit: int, class_at: int) -> Iterator[Spot]:
        """The nodes at which a class is read, also of what a function gives that makes it."""
        graph = self._code.graph(file, unit)
        node = next((node for node, at in graph.class_nodes.items() if at == class_at), None)
        for spot in self._callers.uses(Spot(file, unit, node)) if node is not None else ():
            yield spot
            inside = node is not None and spot.unit == unit and spot.file == file and graph.function[node] > 0
            for edge in graph.out[spot.node] if inside else ():
                if edge.op is Op.RETURN:
                    for there, statement, call in self._callers.of(FunctionId(file, unit, edge.to)):
                        result = self._code.graph(there, statement).calls[call].result
                        yield from self._callers.uses(Spot(there, statement, result))

    def _at(self, spot: Spot, file: str, class_at: int) -> Iterator[Heir]:
        """The classes that extend what is read at a node, or what a function extends that is given it."""
        there = self._code.graph(spot.file, spot.unit)
        for at, one in there.classes.items():
            known = (spot.file, at) == (file, class_at)
            if not known and any(there.named.get(base.at) == spot.node for base in one.bases):
                yield spot.file, spot.unit, at
        for edge in there.out[spot.node]:
            if edge.op is Op.ARGUMENT:
                yield from self._mixed_in(spot, there.calls[edge.to], int(edge.key))

    def _mixed_in(self, spot: Spot, site: CallSite, position: int) -> Iterator[Heir]:
        """The classes that extend what a call gives for a parameter (`(Base) => class extends Base {}`)."""
        for one in self._origins.callees(spot.file, spot.unit, site):
            if isinstance(one, Func):
                there = self._code.graph(one.id.file, one.id.unit)
                for at, shape in there.classes.items():
                    bases = (there.named[base.at] for base in shape.bases if base.at in there.named)
                    if any((one.id.number, position) in parameters_at(there, node) for node in bases):
                        yield one.id.file, one.id.unit, at


def _makes_own(graph: Graph, site: CallSite, class_at: int) -> bool:
    """Is it `new this()` in a static method of the class, or `cls()` in one of its class methods?"""
    source = graph.source[site.callee]
    if not isinstance(source, code.This) or source.name == "super" or not (site.new or graph.python):
        return False
    number = next((one for one in around(graph, site.function) if one and graph.functions[one].class_at >= 0), 0)
    return number > 0 and graph.functions[number].is_of_class() and graph.functions[number].class_at == class_at
