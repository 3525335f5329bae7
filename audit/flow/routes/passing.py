"""Calls whose result is what they were called on, or what was put into it: chains, and collections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.members import ANYTHING
from audit.flow.backward.values import Method
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.flow.outside.rows import section_rows

if TYPE_CHECKING:
    from audit.flow.graph import CallSite, Graph
    from audit.flow.routes.sources import Sources


class Passing:
    """What vocabulary says about a call's result, backwards."""

    def __init__(self, sources: Sources) -> None:
        self._sources, self._origins = sources, sources.origins

    def before(self, spot: Spot, graph: Graph, site: CallSite) -> list[Spot]:
        """`response.status(200)` is the response; `map.get(key)` is what was put into the map."""
        if site.receiver < 0:
            return []
        flows = self.flows(spot, site)
        receiver = replace(spot, node=site.receiver)
        chained = self._sources.trails.callees.passes_on(spot.file, spot.unit, graph.results[spot.node], self._sources)
        if "this -> result" in flows or chained:
            return [receiver]
        if not any(text.startswith(("this[*]", "this[value]")) and "result" in text for text in flows):
            return []
        return [replace(spot, node=node) for node in self._put(receiver, graph)]

    def flows(self, spot: Spot, site: CallSite) -> set[str]:
        """The flows of the method that is called; of every type's, when the receiver's is not known."""
        library = self._origins.vocabulary.library
        callees = self._origins.callees(spot.file, spot.unit, site)
        if not callees or all(isinstance(one, Method) and one.type in ANYTHING for one in callees):
            return {text for row in library.methods(site.method) for text in row.flows}
        rows = (row for callee in callees for row in section_rows(library, callee))
        return {text for row in rows for text in row.flows}  # type: ignore[attr-defined]

    def _put(self, receiver: Spot, graph: Graph) -> list[int]:
        """What this statement puts into the collection that a name or field holds."""
        place = graph.place_of.get(receiver.node)
        found: list[int] = []
        for node in graph.reads.get(place, ()) if place is not None else ():
            for edge in graph.out[node]:
                if edge.op is Op.RECEIVER:
                    found.extend(self._stored(receiver, graph, edge.to))
        return found

    def _stored(self, receiver: Spot, graph: Graph, call: int) -> list[int]:
        site, library = graph.calls[call], self._sources.trails.library
        found = []
        for slot, node in enumerate(site.arguments):
            effects = library.effects(receiver.file, receiver.unit, call, slot, (), modelled=False)
            if any(target == site.receiver and path for target, path in effects.writes):
                found.append(node)
        return found
