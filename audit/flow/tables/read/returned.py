"""What a statement gives back of the rows that it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.sql import Column
from audit.flow.graph import Op

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.contexts import Path
    from audit.flow.graph import Graph
    from audit.flow.tables.model import ColumnRead


def given_back(
    graph: Graph, call: int, column: Column, reads: Callable[[int], tuple[ColumnRead, ...]]
) -> list[tuple[int, Path]]:
    """Where a column that is inserted at a call comes back at once: nodes, and the part there. `reads` says what the
    call of a number reads.
    """
    parts = ((one, _part_of(read, column)) for one in _behind(graph, call) for read in reads(one) if read.fresh)
    return [(graph.calls[one].result, part) for one, part in parts if part is not None]


def _behind(graph: Graph, call: int) -> list[int]:
    """A call, and those of the chain that goes on from it."""
    found = [call]
    for number in found:
        members = [edge.to for edge in graph.out[graph.calls[number].result] if edge.op is Op.LOAD]
        found.extend(edge.to for node in members for edge in graph.out[node] if edge.op is Op.CALLEE)
    return found


def _part_of(read: ColumnRead, column: Column) -> Path | None:
    """Where a column is in what a query gives back; of a table whose columns nobody declares, by its own name."""
    if read.column == Column(column.table, "*"):
        return (*read.path[:-1], column.name)
    return read.path if read.column == column else None
