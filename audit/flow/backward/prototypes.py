"""Classes as they were written before there were any: functions whose instances take methods from a prototype."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.callers import Callers
from audit.flow.backward.values import Func, Global, Made
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Graph, Op
from audit.flow.graph.prototypes import PROTOTYPE, written_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Values

_ASSIGN = Global("Object.assign")


class Prototypes:
    """The part of the origins that is about `F.prototype`; what each function's prototype is given is found once."""

    def __init__(self, origins: Origins) -> None:
        self._origins, self._code = origins, origins.code
        self._callers = Callers(origins)
        self._known: dict[FunctionId, tuple[list[Spot], list[Spot]]] = {}

    def member(self, function: FunctionId, key: str) -> Values:
        """What a member of what `new` makes of a function may be, by the function's prototype."""
        if function not in self._known:
            self._known[function] = ([], [])
            self._known[function] = self._find(function)
        prototypes, objects = self._known[function]
        given = [
            replace(spot, node=node)
            for spot in prototypes
            for node in self._code.graph(spot.file, spot.unit).written.get((spot.node, key), ())
        ]
        found = [value for spot in given for value in self._origins.of(spot)]
        for spot in objects:
            found.extend(one for value in self._origins.of(spot) for one in self._origins.member(value, key))
        return tuple(found)

    def _find(self, function: FunctionId) -> tuple[list[Spot], list[Spot]]:
        """Where the prototype of a function is read, and the objects whose members it is given all at once."""
        made = self._code.graph(function.file, function.unit).functions[function.number].node
        prototypes, objects = list[Spot](), list[Spot]()
        for use in self._callers.uses(Spot(function.file, function.unit, made)):
            graph = self._code.graph(use.file, use.unit)
            objects += [replace(use, node=node) for node in graph.written.get((use.node, PROTOTYPE), ())]
            for edge in graph.out[use.node]:
                if edge.op is Op.LOAD and edge.key == PROTOTYPE:
                    prototypes.append(replace(use, node=edge.to))
                    objects += self._assigned(prototypes[-1], graph)
        return prototypes, objects

    def _assigned(self, prototype: Spot, graph: Graph) -> Iterator[Spot]:
        """`Object.assign(F.prototype, { … })`."""
        for edge in graph.out[prototype.node]:
            site = graph.calls[edge.to] if edge.op is Op.ARGUMENT and edge.key == "0" else None
            if site is not None and _ASSIGN in self._origins.callees(prototype.file, prototype.unit, site):
                yield from (replace(prototype, node=node) for node in site.arguments[1:])

    def owners(self, file: str, unit: int, number: int) -> Values:
        """What `this` is in a function that is put into a prototype."""
        graph = self._code.graph(file, unit)
        holders = (
            source
            for _, at in written_to(graph, graph.functions[number].node)
            for source, op, key in graph.back[at]
            if op is Op.LOAD and key == PROTOTYPE
        )
        values = (value for node in holders for value in self._origins.of(Spot(file, unit, node)))
        return tuple(Made(value.id) for value in values if isinstance(value, Func))
