"""The path of a server that takes over connections by hand: what is compared where it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import Spot

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.graph import Graph
    from audit.flow.routes.texts import PathTexts

_COMPARED = frozenset(("==", "===", "!=", "!=="))


class Upgrades:
    """`if (url.pathname === "/cdc") server.handleUpgrade(…)`, in the file that makes the server."""

    def __init__(self, origins: Origins, texts: PathTexts) -> None:
        self._code, self._texts = origins.code, texts
        rows = origins.vocabulary.routes.rows
        self._methods = tuple(name for row in rows if row.kind == "channel" and row.path is None for name in row.method)

    def paths(self, file: str) -> tuple[str, ...]:
        """The paths that the functions around such calls compare something with."""
        facts = self._code.program.facts(file)
        found: list[str] = []
        for name in self._methods if facts is not None else ():
            for one in facts.occurrences(name) if facts is not None else ():
                unit = self._code.unit_at(file, one.at)
                graph = self._code.graph(file, unit)
                if one.at in graph.called:
                    found.extend(self._compared(file, unit, graph, graph.calls[graph.called[one.at]].function))
        return tuple(dict.fromkeys(found))

    def _compared(self, file: str, unit: int, graph: Graph, function: int) -> list[str]:
        around = {function}
        while function > 0:
            function = graph.functions[function].parent
            around.add(function)
        found: list[str] = []
        for node, source in enumerate(graph.source):
            if isinstance(source, lowered.Binary) and source.op in _COMPARED and graph.function[node] in around:
                for side, _, _ in _sides(graph, node):
                    found.extend(text for text in self._texts.of(Spot(file, unit, side), ()) if text.startswith("/"))
        return found


def _sides(graph: Graph, node: int) -> list[tuple[int, int, str]]:
    """The nodes that decide a comparison."""
    return [
        (source, node, edge.key)
        for source, out in enumerate(graph.out)
        for edge in out
        if edge.to == node and edge.key in ("left", "right")
    ]
