"""What a handler writes into its request or response, and handlers behind it read (`res.locals.item`, `c.get("item")`).

A framework gives the same objects to one handler after the other, and to those that come back from waiting. Which ones
answer the same request is not asked: a name that is written here and read there is a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts.code import Literal
from audit.flow.code import Spot
from audit.flow.contexts import ELEMENT, is_value
from audit.flow.graph import Op
from audit.rulebook import flow_of, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Code, FunctionId
    from audit.flow.graph import Graph
    from audit.rulebook import VocabularyIndex
    from audit.trace.sink.responses import Responses


class HandedAlong:
    """Readers by the types of an object and the member that they read first, each looked for once."""

    def __init__(self, code: Code, responses: Responses, vocabulary: VocabularyIndex) -> None:
        self._code, self._responses, self._vocabulary = code, responses, vocabulary
        self._known: dict[tuple[object, ...], tuple[Spot, ...]] = {}

    def readers(self, function: FunctionId, slot: int, path: tuple[str, ...]) -> tuple[Spot, ...] | None:
        """The objects that a member is read from like that of a parameter; None where no framework hands it along."""
        parameters = self._code.graph(function.file, function.unit).functions[function.number].parameters
        name = "get" if path and is_value(path[0]) else path[0] if path and path[0].isidentifier() else ""
        if not name or not 0 <= slot < len(parameters):
            return None
        if not self._responses.is_entry(function):
            return None
        types = frozenset(self._responses.types_of(Spot(function.file, function.unit, parameters[slot])))
        if not types:
            return None
        kept = self._keys(function.file, function.unit, "set") if is_value(path[0]) else None
        key = (types, name, *path[1:2], kept)
        if key not in self._known:
            found = (*self._find(types, name, path, kept), *self._by_methods(types, path, kept))
            self._known[key] = tuple(dict.fromkeys(found))
        if kept is None:
            shown = not self._known[key] and (
                self._is_shown(function, types, path) or self._is_rendered(function, types, path)
            )
            return None if shown else self._known[key]
        asked = tuple(one for one in self._known[key] if kept & self._keys(one.file, one.unit, "get", one.node))
        return asked or None  # what is `set` in an answer (a header) is shown with it

    def _keys(self, file: str, unit: int, method: str, receiver: int = -1) -> frozenset[str]:
        """The keys, as they are written, under which a statement sets something, or asks for it at a node."""
        graph = self._code.graph(file, unit)
        sites = [one for one in graph.calls if one.method == method and receiver in (-1, one.receiver)]
        given = [graph.source[one.arguments[0]] if one.arguments else None for one in sites]
        texts = [one.value if isinstance(one, Literal) and isinstance(one.value, str) else None for one in given]
        return frozenset(one for one in texts if one is not None)

    def _is_shown(self, function: FunctionId, types: frozenset[str], path: tuple[str, ...]) -> bool:
        """Is the member assigned to in this statement, and shown by that (`ctx.body = item`)?"""
        graph = self._code.graph(function.file, function.unit)
        assigned = {key for _, key in graph.written}
        return any(self._responses.takes(kind, path) for kind in types) and not assigned.isdisjoint(path)

    def _is_rendered(self, function: FunctionId, types: frozenset[str], path: tuple[str, ...]) -> bool:
        """Does the function itself call a method that shows the member with the rest (`res.render("page")`)?"""
        sites = self._code.graph(function.file, function.unit).calls
        methods = {one.method for one in sites if one.function == function.number and one.receiver >= 0}
        rows = (row for kind in types for name in methods for row in self._vocabulary.sinks.on(kind, name))
        places = (place for row in rows for text in row.value for place in places_of(text))
        return any(place.root == "this" and place.path and place.path[:1] == path[:1] for place in places)

    def _by_methods(self, types: frozenset[str], path: tuple[str, ...], kept: frozenset[str] | None) -> Iterator[Spot]:
        """The objects of which a method is called that gives the member (`c.get("item")`), in files that name it."""
        rows = (row for row in self._vocabulary.library.rows if types.intersection(row.on))
        sources = ((name, flow_of(text).sources) for row in rows for text in row.flows for name in row.method)
        names = {name for name, places in sources for one in places if one.root == "this" and one.path[:1] == path[:1]}
        for name in sorted(names):
            for file in self._holding(path[1] if path[1:] and path[1].isidentifier() else f".{name}(", kept):
                yield from self._holders(types, file, name)

    def _find(
        self, types: frozenset[str], name: str, path: tuple[str, ...], kept: frozenset[str] | None
    ) -> Iterator[Spot]:
        inner = path[1] if path[:1] == (name,) and path[1:] and path[1].isidentifier() else ""
        for file in self._holding(name, kept):
            yield from self._holders(types, file, name, inner)

    def _holding(self, name: str, kept: frozenset[str] | None) -> list[str]:
        """The files that hold a name, and one of the keys that something is kept under where there are such."""
        files = self._code.files_holding(name)
        if kept is None:
            return list(files)
        asking = {file for key in kept for file in self._code.files_holding(key)}
        return [file for file in files if file in asking]

    def _holders(self, types: frozenset[str], file: str, name: str, inner: str = "") -> Iterator[Spot]:
        """The objects of such a type that a member is read from in a file; and of that an inner one, if it is told."""
        for spot in self._code.members(file, name):
            graph = self._code.graph(spot.file, spot.unit)
            if inner and not _reads(graph, spot.node, inner):
                continue
            sources = (source for source, op, key in graph.back[spot.node] if op is Op.LOAD and key == name)
            holders = (replace(spot, node=node) for node in sources)
            yield from (one for one in holders if types.intersection(self._responses.types_of(one)))


def _reads(graph: Graph, node: int, inner: str) -> bool:
    """Is a member of what is at a node read, or is that handed on as a whole?"""
    edges = graph.out[node]
    return any(edge.key in (inner, ELEMENT) if edge.op is Op.LOAD else edge.op is not Op.WRITE for edge in edges)
