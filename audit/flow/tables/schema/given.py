"""What all calls of a function give for one of its parameters: a table that a class or a helper is made for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.code import FunctionId, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.frames import Call

_HIGHEST = 4
"""Classes above each other."""


class Given:
    """Constructors are called by `new`, and by `super(…)` in the classes that extend theirs."""

    def __init__(self, origins: Origins) -> None:
        self._code, self._callers = origins.code, origins.callers

    def at(self, spot: Spot) -> list[Spot]:
        """The arguments for the parameter at a node; nothing where that is none, or some call is not understood."""
        graph = self._code.graph(spot.file, spot.unit)
        if spot.node not in graph.of_parameter:
            return []
        number, position = graph.of_parameter[spot.node]
        shape = graph.functions[number]
        made = shape.kind == "constructor"
        calls = (
            self._making(spot, shape.class_at) if made else self._callers.of(FunctionId(spot.file, spot.unit, number))
        )
        given = [self._argument(call, position) for call in calls]
        return [one for one in given if one is not None] if None not in given else []

    def _argument(self, call: Call, position: int) -> Spot | None:
        file, unit, number = call
        given = self._code.graph(file, unit).calls[number].argument(position)
        return Spot(file, unit, given) if given >= 0 else None

    def _making(self, home: Spot, class_at: int, depth: int = 0) -> Iterator[Call]:
        """The calls that run the constructor of a class."""
        heirs = self._callers.heirs(home.file, home.unit, class_at) if depth < _HIGHEST else ()
        apart = {spot for heir in heirs for spot in self._callers.instances(*heir)}
        for spot in self._callers.instances(home.file, home.unit, class_at):
            if spot not in apart:
                yield spot.file, spot.unit, self._code.graph(spot.file, spot.unit).results[spot.node]
        for file, unit, at in heirs:
            graph = self._code.graph(file, unit)
            own = [n for n, one in enumerate(graph.functions) if one.class_at == at and one.kind == "constructor"]
            if not own:
                yield from self._making(Spot(file, unit, -1), at, depth + 1)
            for number, site in enumerate(graph.calls):
                if site.function in own and _is_super(graph.source[site.callee]):
                    yield file, unit, number


def _is_super(callee: code.Node | None) -> bool:
    return isinstance(callee, code.This) and callee.name == "super"
