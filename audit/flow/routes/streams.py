"""Does a handler open an event stream? It, or a function that gets its response, says the media type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.by_key import origin_in
from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.link.questions import holds

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.graph import Graph
    from audit.flow.routes.sources import Sources

MEDIA_TYPE = "text/event-stream"
_DEEPEST = 3


class Streams:
    """Answers once for each function."""

    def __init__(self, origins: Origins, sources: Sources) -> None:
        self._origins, self._code, self._sources = origins, origins.code, sources
        self._known: dict[FunctionId, bool] = {}

    def opens(self, function: FunctionId) -> bool:
        """Does the function, or one that gets a parameter of it, name the media type of event streams?"""
        if function not in self._known:
            self._known[function] = self._search(function)
        return self._known[function]

    def _search(self, function: FunctionId) -> bool:
        found = near = {function}
        for _ in range(_DEEPEST):
            near = {two for one in near for two in self._gets_a_parameter(one)} - found
            found = found | near
        return any(self._says(one) for one in found)

    def _says(self, function: FunctionId) -> bool:
        """Is the media type among the constants of the function (or one it refers to)?"""
        program = self._code.program
        one = self._code.graph(function.file, function.unit).functions[function.number]
        if not program.ask(function.file, holds, MEDIA_TYPE.encode()):
            return False
        graph = self._code.graph(function.file, function.unit)
        inside = (node for node, at in enumerate(graph.at) if one.at <= at < one.end)
        return any(self._is_said(Spot(function.file, function.unit, node), graph) for node in inside)

    def _is_said(self, spot: Spot, graph: Graph) -> bool:
        source = graph.source[spot.node]
        if isinstance(source, lowered.Literal):
            return isinstance(source.value, str) and MEDIA_TYPE in source.value
        if not isinstance(source, lowered.Name) or spot.node not in graph.place_of:
            return False
        made = self._sources.of(spot, (), ("[*]",))
        values = (
            self._code.graph(one.spot.file, one.spot.unit).source[one.spot.node]
            for one in (*made, *self._sources.of(spot))
        )
        return any(isinstance(one, lowered.Literal) and MEDIA_TYPE in str(one.value) for one in values)

    def _gets_a_parameter(self, function: FunctionId) -> list[FunctionId]:
        """Functions of the tree that are called with a parameter of this one."""
        graph = self._code.graph(function.file, function.unit)
        one = graph.functions[function.number]
        found: list[FunctionId] = []
        for site in graph.calls:
            inside = one.at <= site.at < one.end
            if inside and any(self._is_parameter(function, node) for node in site.arguments):
                callees = self._origins.callees(function.file, function.unit, site)
                found.extend(callee.id for callee in callees if isinstance(callee, Func))
        return found

    def _is_parameter(self, function: FunctionId, node: int) -> bool:
        graph = self._code.graph(function.file, function.unit)
        return graph.of_parameter.get(origin_in(graph, node), (-1, -1))[0] == function.number
