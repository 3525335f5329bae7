"""The types that are written for values: of parameters, fields, names, and members of what is typed so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.classes import field_types
from audit.flow.code import Spot
from audit.flow.graph import Op, Place
from audit.link.names import Declared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value, Values

_DEEPEST = 6


class Written:
    """The part of the origins that is about annotations."""

    def __init__(self, origins: Origins) -> None:
        self._code, self._names, self._types = origins.code, origins.names, origins.types
        self._known: dict[tuple[Spot, int], tuple[tuple[str, str], ...]] = {}

    def member(self, holder: Spot, key: str) -> Values:
        """A member of something that is known by its annotation only."""
        found: list[Value] = []
        for file, written in self.of(holder):
            for home, text in self._types.member(file, written, key):
                found.extend(self._types.value(home, text))
        return tuple(found)

    def of(self, spot: Spot, depth: int = 0) -> tuple[tuple[str, str], ...]:
        """The type that was written for a node's value, with the file that it is written in."""
        asked = (spot, depth)
        if asked not in self._known:
            self._known[asked] = self._find(spot, depth) if depth <= _DEEPEST else ()
        return self._known[asked]

    def _find(self, spot: Spot, depth: int) -> tuple[tuple[str, str], ...]:
        graph = self._code.graph(spot.file, spot.unit)
        if spot.node in graph.of_parameter:
            number, position = graph.of_parameter[spot.node]
            source = graph.functions[number].source
            written = source.params[position].type if source is not None else ""
            return ((spot.file, written),) if written else ()
        if spot.node in graph.typed:
            return ((spot.file, graph.typed[spot.node]),)
        found: list[tuple[str, str]] = []
        for before, op, key in graph.back[spot.node]:
            inner = self.of(Spot(spot.file, spot.unit, before), depth + 1)
            if op is Op.COPY:
                found.extend(inner)
            elif op is Op.LOAD:
                for file, written in inner:
                    found.extend(self._types.member(file, written, key))
        place = graph.place_of.get(spot.node)
        if place is not None and place.kind == "field":
            found.extend((spot.file, text) for text in field_types(graph, place))
        elif place is not None:
            for kept in self._kept(spot, place):
                found.extend(self.of(kept, depth + 1))
        return tuple(dict.fromkeys(found))

    def _kept(self, spot: Spot, place: Place) -> Iterator[Spot]:
        """The nodes that are put into a name where it is declared, be that another statement or file."""
        file, unit = spot.file, spot.unit
        if place.at < 0:
            declared = self._names.meaning(file, place.name)
            if not isinstance(declared, Declared):
                return
            file, unit = declared.file, self._code.unit_at(declared.file, declared.at)
            place = Place("name", declared.name, declared.at)
        for node in self._code.graph(file, unit).kept.get(place, ()) if unit >= 0 else ():
            yield Spot(file, unit, node)
