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
from audit.flow.routes.marks import WRITTEN, is_made_by, like, mark_of, place, plainly
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

    def before(self, spot: Spot, graph: Graph, site: CallSite, path: Path) -> list[tuple[Spot, Path]] | None:
        """`response.status(200)` is the response; `map.get(key)` is what stands in the map. None where the asked
        element is known to be one that another call made.
        """
        flows = self.flows(spot, site)
        receiver = replace(spot, node=site.receiver)
        chained = self._sources.trails.callees.passes_on(spot.file, spot.unit, graph.results[spot.node], self._sources)
        if site.receiver >= 0 and ("this -> result" in flows or chained):
            return [(receiver, path)]
        found: dict[tuple[Spot, Path], None] = {}
        made, part = mark_of(path[0]) if path else ("", "")
        foreign = False
        for source, rest, whole in _giving(flows, path):
            slot = _slot(source, site)
            marked = bool(made) and not whole
            foreign = foreign or (marked and not is_made_by(path[0], site))
            if slot is None or (marked and made != place(site, slot)):
                continue
            inner = source.path
            if marked and inner:
                inner = (like(part, inner[0]), *inner[1:])
            node = site.receiver if slot < 0 else site.arguments[slot]
            found[replace(spot, node=node), (*inner, *rest)] = None
        return list(found) if found or not foreign else None

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

    def put_here(self, made: Spot, graph: Graph, path: Path) -> Iterator[tuple[Spot, Path]]:
        """What is put into the collection that is made at a node, by the names of the same function."""
        stack, seen = [made.node], {made.node}
        while stack:
            for edge in graph.out[stack.pop()]:
                if edge.op is Op.RECEIVER:
                    yield from self._stored(made, graph, edge.to, path)
                elif edge.op is Op.COPY and edge.to not in seen:
                    seen.add(edge.to)
                    stack.append(edge.to)

    def _stored(self, read: Spot, graph: Graph, call: int, path: Path) -> Iterator[tuple[Spot, Path]]:
        site, library = graph.calls[call], self._sources.trails.library
        for slot, node in enumerate(site.arguments):
            effects = library.effects(read.file, read.unit, call, slot, (), modelled=False)
            mine = not path or mark_of(path[0])[0] in ("", place(site, WRITTEN))
            for target, written in effects.writes if mine and not effects.guess else ():
                rest = _behind(path, written) if target == site.receiver else None
                if rest is not None:
                    yield replace(read, node=node), rest


def _giving(flows: set[str], path: Path) -> Iterator[tuple[Words, Path, bool]]:
    """Where (a part of) a result comes from, what is left of the path there, and whether the result is all of it. An
    element of a map is a pair of key and value.
    """
    whole = plainly(path)
    pair = of_pair(path[1:]) if whole[:1] == ("[*]",) else None
    for flow in map(flow_of, sorted(flows)):
        for target in flow.targets if not flow.implicit else ():
            if target.root != "result":
                continue
            rest = inside_of(whole, target.path) if target.path else path
            if rest is None and pair is not None:
                rest = inside_of(pair, target.path)
            for source in flow.sources if rest is not None else ():
                yield source, rest or (), not target.path


def _slot(source: Words, site: CallSite) -> int | None:
    """The position of the argument that a place names, -1 for the receiver; None for another place."""
    if source.root == "this" and source.path and site.receiver >= 0:
        return -1
    number = source.number if source.root == "arg" else None
    return number if number is not None and number < len(site.arguments) else None


def _behind(path: Path, written: Path) -> Path | None:
    """What is left of a path behind the part that was written. An element of a map is a pair of key and value."""
    path = plainly(path)
    for one in (path, of_pair(path[1:]) if path[:1] == ("[*]",) else None):
        if one is not None and len(written) <= len(one) and all(map(same_part, written, one)):
            return one[len(written) :]
    return None
