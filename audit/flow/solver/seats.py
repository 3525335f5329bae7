"""Is what a method writes into its object written into the object itself, or is that lost on the way back to it?

An object that outside code hands out again (a context, a registry) is not found from where its method is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.values import ClassValue, Func
from audit.flow.code import Spot
from audit.flow.graph import Op

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.backward.origins import Origins
    from audit.flow.graph import Graph, Place
    from audit.flow.outside.library import Library

_DEEP = 4
"""Functions that are looked into, one out of another."""


class Seats:
    """Answers by call, each found once; they say what `Writing` can follow."""

    def __init__(self, origins: Origins, library: Library, kept: Callable[[str, int, Place], list[Spot]]) -> None:
        self._origins, self._code, self._library, self._kept = origins, origins.code, library, kept
        self._known: dict[tuple[str, int, int], bool] = {}

    def finds(self, file: str, unit: int, call: int) -> bool:
        """Does the way back from the receiver of a call end at objects that are known, wherever it goes?"""
        key = (file, unit, call)
        if key not in self._known:
            site = self._code.graph(file, unit).calls[call]
            self._known[key] = False
            self._known[key] = site.new or (
                site.receiver >= 0 and self._is_seated(Spot(file, unit, site.receiver), set(), 0)
            )
        return self._known[key]

    def _is_seated(self, spot: Spot, seen: set[Spot], depth: int) -> bool:
        if spot in seen:
            return True
        seen.add(spot)
        graph = self._code.graph(spot.file, spot.unit)
        node = spot.node
        if node in graph.of_parameter or node in graph.this_at:
            return True
        place = graph.place_of.get(node)
        if place is not None and place.kind == "name":
            return self._all(self._put(spot, graph, place), seen, depth)
        if node in graph.results:
            return self._is_given(spot, graph, graph.results[node], seen, depth)
        return self._all(
            [replace(spot, node=source) for source, op, _ in graph.back[node] if op in (Op.COPY, Op.LOAD)], seen, depth
        )

    def _all(self, spots: list[Spot], seen: set[Spot], depth: int) -> bool:
        return bool(spots) and all(self._is_seated(one, seen, depth) for one in spots)

    def _put(self, spot: Spot, graph: Graph, place: Place) -> list[Spot]:
        """What was put into a name: of this statement, or of a module."""
        if place.owner > 0:
            return [replace(spot, node=node) for node in graph.kept.get(place, ())]
        return self._kept(spot.file, spot.unit, place)

    def _is_given(self, spot: Spot, graph: Graph, call: int, seen: set[Spot], depth: int) -> bool:
        """What a call gave: an object that it made, its receiver, or what a function of the tree gives back."""
        site = graph.calls[call]
        if site.new:
            return True
        if site.receiver >= 0 and self._library.returns_receiver(spot.file, spot.unit, call):
            return self._is_seated(replace(spot, node=site.receiver), seen, depth)
        callees = self._origins.callees(spot.file, spot.unit, site)
        if callees and all(isinstance(one, ClassValue) for one in callees):
            return True  # Python makes it without `new`
        functions = [one.id for one in callees if isinstance(one, Func)]
        if not functions or depth >= _DEEP:
            return False
        for one in functions:
            there = self._code.graph(one.file, one.unit)
            given = [Spot(one.file, one.unit, node) for node in there.returned.get(one.number, ())]
            if not self._all(given, seen, depth + 1):
                return False
        return True
