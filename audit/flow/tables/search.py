"""Every query of the program that reads or writes a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from audit.extract.sql import Column
from audit.flow.tables.candidates import Candidates, same
from audit.flow.tables.model import Reader, Writer

if TYPE_CHECKING:
    from audit.flow.tables.queries import Queries


class Search:
    """Answers by column, each found once."""

    def __init__(self, queries: Queries, files: Iterable[str]) -> None:
        self._queries, self._tables, self._trace = queries, queries.tables, queries.trace
        self._places = Candidates(queries, files)
        self._readers: dict[Column, tuple[Reader, ...]] = {}
        self._writers: dict[Column, tuple[Writer, ...]] = {}

    def readers(self, column: Column) -> tuple[Reader, ...]:
        """The calls in whose result the column is: of a chain its last one in that statement."""
        if column not in self._readers and column.name == "*":
            self._readers[column] = tuple(sorted({one for each in self._all(column) for one in self.readers(each)}))
        if column not in self._readers:
            found: dict[Reader, None] = {}
            for file, unit in self._places.units(column):
                for call in self._ends(file, unit):
                    for read in self._queries.reads(file, unit, call):
                        here = self._trace.code.unit_at(file, read.at) == unit and read.file == file
                        if here and same(read.column, column) and not read.fresh:
                            found[Reader(file, unit, call, read)] = None
            self._readers[column] = tuple(sorted(found))
        return self._readers[column]

    def writers(self, column: Column) -> tuple[Writer, ...]:
        """The calls that give the column a value, constants included."""
        if column not in self._writers and column.name == "*":
            self._writers[column] = tuple(sorted({one for each in self._all(column) for one in self.writers(each)}))
        if column not in self._writers:
            found: dict[Writer, None] = {}
            for file, unit in self._places.units(column, writing=True):
                for call in self._calls(file, unit):
                    for write in self._queries.writes(file, unit, call):
                        if same(write.column, column):
                            found[Writer(file, unit, call, write)] = None
            self._writers[column] = tuple(sorted(found))
        return self._writers[column]

    def copies(self, column: Column) -> tuple[Writer, ...]:
        """The statements that copy the column into another one, in the database itself."""
        found: dict[Writer, None] = {}
        for file, unit in self._places.units(column):
            for call in self._calls(file, unit):
                for write in self._queries.writes(file, unit, call):
                    if any(same(one, column) for one in write.columns):
                        found[Writer(file, unit, call, write)] = None
        return tuple(sorted(found))

    def _all(self, column: Column) -> list[Column]:
        table = self._tables.named(column.table)
        return [Column(column.table, name) for _, name in table.columns] if table is not None else []

    def _calls(self, file: str, unit: int) -> range:
        return range(len(self._trace.code.graph(file, unit).calls))

    def _ends(self, file: str, unit: int) -> Iterator[int]:
        """The calls of a statement that no later call of their chain follows at once."""
        graph = self._trace.code.graph(file, unit)
        chained = {graph.calls[call].receiver for call in self._calls(file, unit) if self._may_be(file, unit, call)}
        for call in self._calls(file, unit):
            site = graph.calls[call]
            if self._may_be(file, unit, call) and site.result not in chained and site.method != "as":
                yield call  # `.as("name")` is a subquery: what selects from it reads

    def _may_be(self, file: str, unit: int, call: int) -> bool:
        return self._queries.chains.may_be(self._trace.code.graph(file, unit).calls[call])
