"""Fields of one object that hold the same other object: `this.shown = this.rows`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.backward.values import Instance
from audit.flow.graph import Op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.code import Spot
    from audit.flow.graph import Graph
    from audit.flow.outside.library import Library

_NEW = (code.Object, code.Array, code.Jsx)
"""What is an object of its own, whatever it was made of."""
Beside = tuple[str, bool]
"""Another field, and whether that it holds the same is a guess."""


class Sharing:
    """Answers by class, found once: what its code puts into several of its fields."""

    def __init__(self, origins: Origins, library: Library) -> None:
        self._origins, self._code, self._library = origins, origins.code, library
        self._known: dict[tuple[str, int], dict[str, tuple[Beside, ...]]] = {}

    def beside(self, spot: Spot, field: str) -> Iterator[Beside]:
        """The fields that hold what another field of the object at a node holds."""
        for value in self._origins.of(spot):
            if isinstance(value, Instance):
                yield from self._of_class(value.file, value.at).get(field, ())

    def _of_class(self, file: str, at: int) -> dict[str, tuple[Beside, ...]]:
        key = (file, at)
        if key not in self._known:
            unit = self._code.class_unit(file, at)
            self._known[key] = self._find(file, unit, at) if unit >= 0 else {}
        return self._known[key]

    def _find(self, file: str, unit: int, at: int) -> dict[str, tuple[Beside, ...]]:
        graph = self._code.graph(file, unit)
        fields = [place for place in graph.kept if place.kind == "field" and place.at == at]
        held: dict[int, dict[str, bool]] = {}
        for place in fields:
            for node in graph.kept[place]:
                roots, several = self._roots(file, unit, graph, node, at)
                several = several or len(graph.kept[place]) > 1
                for root in roots:
                    held.setdefault(root, {})[place.name] = several
        found: dict[str, dict[Beside, None]] = {}
        for names in held.values():
            guess = any(names.values())
            for one in names:
                found.setdefault(one, {}).update({(other, guess): None for other in names if other != one})
        return {name: tuple(others) for name, others in found.items()}

    def _roots(self, file: str, unit: int, graph: Graph, node: int, at: int) -> tuple[list[int], bool]:
        """Where what is put into a field comes from: what was put into another one, or the node that makes it; and
        whether it may be one of several.
        """
        waiting, found, several = [node], [node], False
        for here in waiting:
            place = graph.place_of.get(here)
            if place is not None:
                own = place.kind == "field" and place.at == at
                near = list(graph.kept.get(place, ())) if own or place.owner > 0 else []
            elif here in graph.rests or isinstance(graph.source[here], _NEW):
                near = []
            else:
                near = [source for source, op, _ in graph.back[here] if op is Op.COPY]
                call = graph.results.get(here)
                if call is not None and graph.calls[call].receiver >= 0:
                    near += [graph.calls[call].receiver] if self._library.returns_receiver(file, unit, call) else []
            several = several or len(near) > 1
            new = [one for one in near if one not in found]
            waiting.extend(new)
            found.extend(new)
        return found, several
