"""The edges of nodes, in little room."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

_MOST = 8_192
_Edge = TypeVar("_Edge", bound=Hashable)


class Rows(Generic[_Edge]):
    """Rows of edges by what is in them, each kept once.

    Nodes are numbered from 0 in every graph, and most have a single edge, to a near one: three of four rows of a graph
    are those of another. The first ones are remembered; what comes later is rarer, and not worth its place here.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._known: dict[tuple[_Edge, ...], tuple[_Edge, ...]] = {}

    def of(self, edges: list[_Edge]) -> tuple[_Edge, ...]:
        """A row of these edges."""
        row = tuple(edges)
        if len(row) != 1:
            return row
        known = self._known
        return known.setdefault(row, row) if len(known) < self._most else known.get(row, row)
