"""Does setting the flag clear what was stored before? A flag that clears nothing leaves old data where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.graph import Graph
    from audit.flow.tables.model import ColumnWrite, Writer
    from audit.rulebook import Rules
    from audit.trace import Engine

_TAKES = frozenset(("delete", "clear", "evict", "invalidate", "del"))
"""Methods that take something out of a cache."""
_FALSE = frozenset(("false", "0", "null", "default", ""))


class Setting:
    """One question about each writer of a flag's column."""

    def __init__(self, engine: Engine, rules: Rules) -> None:
        self._engine, self._flags = engine, frozenset(rules.gate.columns)

    def clears_nothing(self, column: str, writer: Writer) -> Evidence | None:
        """The place that may set the flag and, in its function, takes nothing back; None for any other."""
        write = writer.write
        if write.node < 0 and (write.literal or "").strip().lower() in _FALSE:
            return None
        if write.how == "insert":  # a new row has nothing to clear
            return None
        code = self._engine.code
        graph = code.graph(writer.file, writer.unit)
        site = graph.calls[writer.call]
        if self._clears(writer, graph, _outermost(graph, site.function)):
            return None
        at = write.at if write.at >= 0 else graph.at[site.callee]
        line = code.program.position(writer.file, at).line
        return Evidence(writer.file, line, f"sets {column} and clears nothing: no column, no cache")

    def _clears(self, writer: Writer, graph: Graph, function: int) -> bool:
        for number, site in enumerate(graph.calls):
            if _outermost(graph, site.function) != function:
                continue
            if site.method in _TAKES and not self._engine.queries.concerns(writer.file, writer.unit, number):
                return True
            if self._nulls(self._engine.queries.writes(writer.file, writer.unit, number)):
                return True
        return False

    def _nulls(self, writes: Iterable[ColumnWrite]) -> bool:
        """Is a column that is no flag set to NULL, and to nothing else?"""
        found: dict[str, list[bool]] = {}
        for one in writes:
            empty = one.node < 0 and (one.literal or "").strip().lower() == "null"
            found.setdefault(f"{one.column.table}.{one.column.name}", []).append(empty)
        return any(all(several) for name, several in found.items() if name not in self._flags)


def _outermost(graph: Graph, number: int) -> int:
    while number > 0 and graph.functions[number].parent > 0:
        number = graph.functions[number].parent
    return number
