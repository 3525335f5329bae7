"""Which members of what is at a node are read from there on: a fact about any other one leads nowhere.

The liveness of access paths (Khedker, Sanyal and Karkare, TOPLAS 2007), by their first name and asked on demand; a
solver that follows live ones alone is a sparse one (He and others, ASE 2019).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.graph import Op
from audit.flow.solver.parts import COUNTS

if TYPE_CHECKING:
    from audit.flow.code import Code
    from audit.flow.contexts import Path
    from audit.flow.graph import Graph

Names = frozenset[str] | None
"""The members that are read of what is at a node; None where more than that is done with it."""
_NAMELESS = "[!#~\\"
"""Begins a step that is no name: any of several members may be meant by it."""


class Live:
    """Answers about the nodes of graphs, kept. `made` are the members that outside code makes of others."""

    def __init__(self, code: Code, made: frozenset[str]) -> None:
        self._code, self._made = code, made.union(COUNTS)
        self._known: dict[Graph, dict[int, Names]] = {}

    def leads(self, graph: Graph, node: int, path: Path) -> bool:
        """May a fact about a part of what is at a node lead anywhere? Reading any member may run code of a class."""
        if not path or path[0][:1] in _NAMELESS or graph.python:
            return True
        known = self._known.get(graph)
        if known is None:
            known = self._known[graph] = {}
        names = known[node] if node in known else self._find(graph, known, node)
        return names is None or path[0] in names or not names.isdisjoint(self._code.member_code)

    def _find(self, graph: Graph, known: dict[int, Names], start: int) -> Names:
        """Depth first along copies. What is copied in a circle is not looked into: all of it counts as read."""
        opened: dict[int, tuple[Names, list[int]]] = {}
        waiting = [start]
        while waiting:
            node = waiting[-1]
            if node in known:
                waiting.pop()
            elif node not in opened:
                opened[node] = names, copies = self._at(graph, node)
                if names is not None and not any(one in opened and one not in known for one in copies):
                    waiting.extend(one for one in copies if one not in known)
                else:
                    known[node] = None
            else:
                names, copies = opened[node]
                after = [known[one] for one in copies]
                known[node] = None if names is None or None in after else names.union(*filter(None, after))
        return known[start]

    def _at(self, graph: Graph, node: int) -> tuple[Names, list[int]]:
        """The members that are read at a node itself, and the nodes that it is copied to."""
        if node in graph.tests:
            return None, []
        names: set[str] = set()
        copies = []
        for edge in graph.out[node]:
            if edge.op is Op.LOAD and edge.key[:1] != "[" and edge.key not in self._made:
                names.add(edge.key)
            elif edge.op is Op.COPY and not edge.key and not self._is_other(graph, edge.to):
                copies.append(edge.to)
            else:
                return None, []
        return frozenset(names), copies

    @staticmethod
    def _is_other(graph: Graph, node: int) -> bool:
        """Is what is copied to a node another value there?"""
        return node in graph.entered or isinstance(graph.source[node], code.Array)
