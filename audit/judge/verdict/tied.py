"""Where a value is tied to a catalogue row: put into a container under its id, or assigned to the row itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.graph import Op
from audit.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.graph import Graph
    from audit.judge.verdict.leaves import Leaves
    from audit.judge.verdict.reads import Reads
    from audit.rulebook import Rules
    from audit.trace import Engine

_PUTS = frozenset(("set", "put", "setdefault"))
"""Methods that keep a value under a key."""
TIES = ("kept under", "assigned to", "put together with")
"""How the notes of what is found here begin."""
_NEAR = 4
"""Parts and names that a step's value goes through before it is put somewhere."""


class Tied:
    """Answers by the node of a step, each found once."""

    def __init__(self, engine: Engine, rules: Rules, leaves: Leaves, reads: Reads) -> None:
        self._engine, self._rules, self._leaves, self._reads = engine, rules, leaves, reads
        self._known: dict[Spot, tuple[Evidence, ...]] = {}

    def at(self, spot: Spot) -> tuple[Evidence, ...]:
        """What ties the value at a node to a row, next to that node."""
        if spot not in self._known:
            graph = self._engine.code.graph(spot.file, spot.unit)
            self._known[spot] = tuple(dict.fromkeys(self._find(graph, spot)))
        return self._known[spot]

    def _find(self, graph: Graph, spot: Spot) -> Iterator[Evidence]:
        for node in _near(graph, spot.node):
            for edge in graph.out[node]:
                if edge.op is Op.ARGUMENT and edge.key != "0":
                    site = graph.calls[edge.to]
                    if site.method in _PUTS and len(site.arguments) == 2:
                        yield from self._row(spot, site.arguments[0], "kept under {0}, of a row that can be flagged")
                elif edge.op is Op.WRITE:
                    yield from self._row(spot, edge.to, "assigned to a row with {0}, which can be flagged")
                elif edge.op is Op.STORE:
                    for before, op, _ in graph.back[edge.to]:
                        if op is Op.COPY:
                            yield from self._row(spot, before, "put together with a row with {0}, which can be flagged")

    def _row(self, spot: Spot, node: int, note: str) -> Iterator[Evidence]:
        """Is a catalogue row at a node, or the column that tells which one it is?"""
        graph = self._engine.code.graph(spot.file, spot.unit)
        anybody = self._engine.backwards.any_caller(spot, graph, graph.function[spot.node])
        for end in self._leaves.of(replace(spot, node=node), (), anybody):
            for one in self._reads.at(end):
                if self._rules.gate.rows.get(one.table) == one.column and one.spared is None:
                    line = self._engine.code.program.position(spot.file, graph.at[node]).line
                    yield Evidence(spot.file, line, note.format(one.name))


def _near(graph: Graph, node: int) -> list[int]:
    """A node, and what is the same value or a part of it next to it."""
    found, front = [node], [node]
    for _ in range(_NEAR):
        front = [
            edge.to
            for one in front
            for edge in graph.out[one]
            if edge.op in (Op.COPY, Op.LOAD) and edge.to not in found and edge.to not in graph.results
        ]
        found.extend(dict.fromkeys(front))
    return found
