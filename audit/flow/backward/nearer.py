"""Values that are only handed on or read: a question about one is the question about what it is taken from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.frames import End
from audit.flow.graph import Graph, Op

if TYPE_CHECKING:
    from audit.flow.code import Code

_OTHER = (
    lowered.Object,
    lowered.Array,
    lowered.ImportCall,
    lowered.Template,
    lowered.Default,
    lowered.Logical,
    lowered.Literal,
    lowered.Binary,
    lowered.Unary,
    lowered.Comprehension,
)
"""What is made here, or is one of several."""
_ASK = (-1, "")


class Nearer:
    """Ways by node, each looked up once. `variables` are nodes at which questions about the whole value end."""

    def __init__(self, code: Code, variables: dict[Spot, str]) -> None:
        self._code, self._variables = code, variables
        self._ways: dict[tuple[Graph, int], tuple[int, str] | None] = {}

    def to(self, asked: End, longest: int) -> End:
        """The same question as near to its answer as only one way leads; itself where it is there."""
        spot, path, env = asked.spot, asked.path, asked.env
        graph = self._code.graph(spot.file, spot.unit)
        while path or spot not in self._variables:
            way = self._ways.get((graph, spot.node), _ASK)
            if way is _ASK:
                way = self._ways[graph, spot.node] = _way(graph, spot.node)
            if way is None:
                break
            node, key = way
            path = (key, *path) if key else path
            if len(path) > longest:
                return asked
            spot = Spot(spot.file, spot.unit, node)
        return asked if spot is asked.spot else End(spot, path, env)


def _way(graph: Graph, node: int) -> tuple[int, str] | None:
    """The only node that a value comes from, and the part that it is there; None where more is to be asked."""
    back = graph.back[node]
    if len(back) != 1 or isinstance(graph.source[node], _OTHER) or node in graph.place_of:
        return None
    if node in graph.made or node in graph.class_nodes or node in graph.of_parameter or node in graph.results:
        return None
    before, op, key = back[0]
    if op is Op.COPY:
        return before, ""
    return (before, key) if op is Op.LOAD and key and key != "[*]" else None
