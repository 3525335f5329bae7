"""What a function puts under a name of the one around it is there only when it has run: `load().then((one) => { row =
one; })` is not waited for, and a check behind it may find what was there before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.pieces import inside

if TYPE_CHECKING:
    from audit.flow.graph import CallSite, Graph
    from audit.judge.deciding.decisions import Decisions

AT_ONCE = ("forEach", "map", "flatMap", "filter", "find", "some", "every", "reduce", "sort")
"""Methods that are back when all that they call is."""


class Unrun:
    """Answers by name and place."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._code = decisions, decisions.engine.code
        self._known: dict[tuple[Spot, int], bool] = {}

    def may_lack(self, spot: Spot) -> bool:
        """May a name at a node not have been given yet what functions within the one that reads it put there?"""
        graph = self._code.graph(spot.file, spot.unit)
        place = graph.place_of.get(spot.node)
        nodes = graph.kept.get(place, ()) if place is not None and place.kind == "name" and place.owner else ()
        return any(self._is_open(node, spot, graph) for node in nodes)

    def _is_open(self, put: int, spot: Spot, graph: Graph) -> bool:
        reading, number = graph.function[spot.node], graph.function[put]
        while number > 0 and graph.functions[number].parent != reading:
            number = graph.functions[number].parent
        if number <= 0:
            return False
        key = Spot(spot.file, spot.unit, graph.functions[number].node), graph.at[spot.node]
        if key not in self._known:
            running = self._decisions.local.running(FunctionId(spot.file, spot.unit, number))
            sites = [site for site, _ in running if site.function == reading]
            self._known[key] = bool(sites) and not any(self._is_over(site, number, spot, graph) for site in sites)
        return self._known[key]

    def _is_over(self, site: CallSite, number: int, spot: Spot, graph: Graph) -> bool:
        """Is a call over where the name is read, with all that the function does?"""
        source = graph.functions[number].source
        later = source is not None and source.is_async
        given = graph.functions[number].node in site.arguments
        if not later and (not given or site.method in AT_ONCE):
            return True
        return not (later and site.method == "forEach") and self._is_awaited(site, spot, graph)

    def _is_awaited(self, site: CallSite, spot: Spot, graph: Graph) -> bool:
        """Is a call waited for before a node is come to?"""
        function, until = graph.functions[site.function].source, graph.at[spot.node]
        for one in inside(function.body) if function is not None else ():
            if isinstance(one, lowered.Await) and one.at < until:
                parts = self._decisions.local.parts(one.value, spot.file, spot.unit)
                if any(part is site.expression for part in parts):
                    return True
        return False
