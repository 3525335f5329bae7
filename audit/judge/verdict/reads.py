"""Which query reads the column that stands at the end of a way back, and whether its rows can be flagged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.positions import Position
from audit.extract.sql import Column
from audit.model import Evidence

if TYPE_CHECKING:
    from audit.extract.sql import Predicate
    from audit.flow.code import FunctionId
    from audit.flow.frames import Call, End, Path
    from audit.flow.tables import ColumnRead
    from audit.rulebook import Rules
    from audit.trace import Engine


class Read(Struct, frozen=True, order=True):
    """A column as a query reads it; `spared` where the query asks only for rows that cannot be flagged."""

    table: str
    column: str
    at: Evidence
    spared: Evidence | None = None

    @property
    def name(self) -> str:
        """As reports write it."""
        return f"{self.table}.{self.column}"


class Reads:
    """Answers by end."""

    def __init__(self, engine: Engine, rules: Rules) -> None:
        self._engine, self._rows = engine, rules.gate.rows
        self._flags = frozenset(Column(*one.split(".", 1)) for one in rules.gate.columns)
        self._known: dict[tuple[Call, ColumnRead], Read] = {}

    def at(self, end: End) -> tuple[Read, ...]:
        """The columns at an end; nothing where it is no part of a query's result."""
        file, unit, node = end.spot.file, end.spot.unit, end.spot.node
        number = self._engine.code.graph(file, unit).results.get(node)
        if number is None:
            return ()
        return tuple(
            self._known_read((file, unit, number), one)
            for one in self._engine.queries.reads(file, unit, number)
            if not one.implicit and _meets(one.path, end.path)
        )

    def _known_read(self, call: Call, one: ColumnRead) -> Read:
        key = (call, one)
        if key not in self._known:
            self._known[key] = self._read(one.column.table, one.column.name, call, one.file or call[0], one.at)
        return self._known[key]

    def spared(self, query: Evidence, column: str) -> Evidence | None:
        """Why none of the rows can be flagged that the query on a line reads a column of."""
        code, table = self._engine.code, column.partition(".")[0]
        offset = code.program.lines(query.file).offset(Position(query.line, 1))
        for unit in {code.unit_at(query.file, offset), code.unit_at(query.file, offset + 1)} - {-1}:
            for number in range(len(code.graph(query.file, unit).calls)):
                for one in self._engine.queries.reads(query.file, unit, number):
                    named = f"{one.column.table}.{one.column.name}" == column and one.file == query.file
                    if named and code.program.position(one.file, one.at).line == query.line:
                        found = self._spared(table, (query.file, unit, number), query.file, query.line)
                        if found is not None:  # a chain of calls is filtered at its last step
                            return found
        return None

    def in_function(self, function: FunctionId) -> Evidence | None:
        """A query over catalogue rows in a function."""
        file, unit = function.file, function.unit
        for number, site in enumerate(self._engine.code.graph(file, unit).calls):
            if site.function != function.number:
                continue
            for one in self._engine.queries.reads(file, unit, number):
                if one.column.table in self._rows and not one.fresh:
                    return self._read(one.column.table, one.column.name, (file, unit, number), file, one.at).at
        return None

    def _read(self, table: str, column: str, call: tuple[str, int, int], file: str, at: int) -> Read:
        code = self._engine.code
        graph = code.graph(call[0], call[1])
        where = at if at >= 0 else graph.at[graph.calls[call[2]].callee]
        line = code.program.position(file, where).line
        function = graph.functions[graph.calls[call[2]].function].name
        within = f", in {function}" if function else ""
        evidence = Evidence(file, line, f"reads {table}.{column}{within}")
        return Read(table, column, evidence, self._spared(table, call, file, line))

    def _spared(self, table: str, call: tuple[str, int, int], file: str, line: int) -> Evidence | None:
        """Rows without a catalogue row, or without the flagged ones."""
        key = self._rows.get(table)
        asks = self._engine.queries.filters(*call) if key is not None else ()
        if any((one.column.table, one.column.name) == (table, key) and _without(one) for one in asks):
            return Evidence(file, line, f"only rows of {table} without {key}: no album, no flag")
        left = self._engine.queries.left_out(*call, self._flags, self._linked) if key is not None else None
        return Evidence(file, line, f"rows with {left.name} are left out") if left is not None else None

    def _linked(self, one: Column, other: Column) -> bool:
        """Do both columns say which catalogue row it is?"""
        return all(self._rows.get(column.table) == column.name for column in (one, other))


def _without(asked: Predicate) -> bool:
    """Does it hold only for rows whose column is NULL?"""
    return asked.op == "is null" and asked.positive and not asked.arm and asked.clause == "where"


def _meets(read: Path, asked: Path) -> bool:
    """Is what is asked for part of what the query puts there, or the reverse? Elements answer for each other."""
    pairs = zip(read, asked, strict=False)
    return all(one == other or (one[:1] == other[:1] == "[") or "*" in (one, other) for one, other in pairs)
