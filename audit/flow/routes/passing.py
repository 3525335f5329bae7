"""Calls whose result is what they were called on, or what was put into it: chains, and collections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.members import ANYTHING
from audit.flow.backward.pairs import of_pair
from audit.flow.backward.values import Method
from audit.flow.code import Spot
from audit.flow.contexts import same_part
from audit.flow.graph import Op
from audit.flow.outside.matching import inside_of
from audit.flow.outside.rows import section_rows
from audit.rulebook import flow_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.graph import CallSite, Graph, Place
    from audit.flow.routes.model import Path
    from audit.flow.routes.sources import Sources
    from audit.rulebook import Place as Words


class Passing:
    """What vocabulary says about a call's result, backwards."""

    def __init__(self, sources: Sources) -> None:
        self._sources, self._origins = sources, sources.origins

    def before(self, spot: Spot, graph: Graph, site: CallSite, path: Path) -> list[tuple[Spot, Path]]:
        """`response.status(200)` is the response; `map.get(key)` is what stands in the map."""
        flows = self.flows(spot, site)
        receiver = replace(spot, node=site.receiver)
        chained = self._sources.trails.callees.passes_on(spot.file, spot.unit, graph.results[spot.node], self._sources)
        if site.receiver >= 0 and ("this -> result" in flows or chained):
            return [(receiver, path)]
        found: dict[tuple[Spot, Path], None] = {}
        for flow in map(flow_of, sorted(flows)):
            for target in flow.targets if not flow.implicit else ():
                rest = inside_of(path, target.path) if target.root == "result" else None
                for source in flow.sources if rest is not None else ():
                    node = site.receiver if source.root == "this" and source.path else _argument(source, site)
                    if node >= 0:
                        found[replace(spot, node=node), (*source.path, *(rest or ()))] = None
        return list(found)

    def flows(self, spot: Spot, site: CallSite) -> set[str]:
        """The flows of the method that is called; of every type's, when the receiver's is not known."""
        library = self._origins.vocabulary.library
        callees = self._origins.callees(spot.file, spot.unit, site)
        unknown = not callees or all(isinstance(one, Method) and one.type in ANYTHING for one in callees)
        if unknown:
            if site.receiver < 0:
                return set()
            return {text for row in library.methods(site.method) for text in row.flows}
        rows = (row for callee in callees for row in section_rows(library, callee))
        return {text for row in rows for text in row.flows}

    def put(self, graph: Graph, spot: Spot, place: Place, path: Path) -> Iterator[tuple[Spot, Path]]:
        """What is put into the collection that a name or field holds, wherever it is read: `clients.add(response)`."""
        for read, inner in self._sources.trails.readers.of(graph, spot, place):
            here = self._sources.code.graph(read.file, read.unit)
            for edge in here.out[read.node] if not inner else ():
                if edge.op is Op.RECEIVER:
                    yield from self._stored(read, here, edge.to, path)
            for node in here.written.get((read.node, "[*]"), ()) if not inner else ():
                yield replace(read, node=node), path[1:]

    def _stored(self, read: Spot, graph: Graph, call: int, path: Path) -> Iterator[tuple[Spot, Path]]:
        site, library = graph.calls[call], self._sources.trails.library
        for slot, node in enumerate(site.arguments):
            effects = library.effects(read.file, read.unit, call, slot, (), modelled=False)
            for target, written in effects.writes if not effects.guess else ():
                rest = _behind(path, written) if target == site.receiver else None
                if rest is not None:
                    yield replace(read, node=node), rest


def _argument(source: Words, site: CallSite) -> int:
    """The node of the argument that a place names; -1 for another place."""
    number = source.number if source.root == "arg" else None
    return site.arguments[number] if number is not None and number < len(site.arguments) else -1


def _behind(path: Path, written: Path) -> Path | None:
    """What is left of a path behind the part that was written. An element of a map is a pair of key and value."""
    for one in (path, of_pair(path[1:]) if path[:1] == ("[*]",) else None):
        if one is not None and len(written) <= len(one) and all(map(same_part, written, one)):
            return one[len(written) :]
    return None
