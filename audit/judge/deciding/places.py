"""Places of the code that judgements speak of: nodes of expressions, functions with their structure, lines."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.pieces import inside
from audit.flow.structure import structure_of
from audit.judge.deciding.endless import Endless
from audit.link.questions.spelling import spelled
from audit.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.structure import Structure


class Nodes:
    """The last node of each expression of a graph, by identity. Sorted numbers take a sixth of a mapping's room."""

    def __init__(self, sources: list[lowered.Node | None]) -> None:
        pairs = sorted((id(source), node) for node, source in enumerate(sources) if source is not None)
        self._ids, self._nodes = array("Q", (one for one, _ in pairs)), array("L", (node for _, node in pairs))

    def of(self, expression: lowered.Node) -> int:
        """-1 where there is none."""
        at = bisect_right(self._ids, id(expression)) - 1
        return self._nodes[at] if at >= 0 and self._ids[at] == id(expression) else -1


class Places:
    """Answers of one program, each found once."""

    def __init__(self, origins: Origins) -> None:
        self.code = origins.code
        self._endless = Endless(origins, self)
        self._nodes: dict[tuple[str, int], Nodes] = {}
        self._structures: dict[FunctionId, Structure] = {}

    def node(self, file: str, unit: int, expression: lowered.Node) -> Spot | None:
        """The node at which the value of an expression is."""
        key = (file, unit)
        if key not in self._nodes:
            sources = self.code.graph(file, unit).source
            self._nodes[key] = self.code.kept("nodes", file, unit, lambda: Nodes(sources))
        found = self._nodes[key].of(expression)
        return Spot(file, unit, found) if found >= 0 else None

    def structure(self, function: FunctionId) -> Structure:
        """The structure of the outermost function around a function, or of a statement at the top level of a file."""
        outer = self.code.outermost(function)
        if outer not in self._structures:
            found = self._structures[outer] = self.code.structures.around(outer)
            endless = self._endless.of(found, outer.file, outer.unit)
            if endless:
                self._structures[outer] = structure_of(self.code, outer, endless)
        return self._structures[outer]

    def nodes(self, function: FunctionId) -> Iterator[lowered.Node]:
        """The code of a function, or of a statement at the top level of a file; not that of functions it makes."""
        graph = self.code.graph(function.file, function.unit)
        source, facts = graph.functions[function.number].source, self.code.program.facts(function.file)
        return inside(source.body if source is not None else facts.body(function.unit) if facts is not None else ())

    def loops(self, function: FunctionId) -> Iterator[tuple[int, int]]:
        """Where the loops of a function begin and end; Python's comprehensions are some."""
        for one in self.nodes(function):
            if isinstance(one, (lowered.Loop, lowered.Comprehension)):
                yield one.at, max(part.at for part in inside(one))

    def evidence(self, file: str, at: int, note: str) -> Evidence:
        """A fact at an offset."""
        return Evidence(file, self.code.program.position(file, at).line, note)

    def spelled(self, file: str, one: lowered.Node) -> str:
        """An expression as it is written, on one line and not too long."""
        start, end = _start(one), _end(one)
        return self.code.program.ask(file, spelled, start, end)


def _start(one: lowered.Node) -> int:
    return min(node.at for node in inside(one))


def _end(one: lowered.Node) -> int:
    return max(max(node.at, getattr(node, "end", 0)) for node in inside(one))
