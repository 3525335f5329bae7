"""Every query of the program that reads or writes a column. A statement is looked into once, for all columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.sql import Column
from audit.flow.tables.candidate.candidates import Candidates
from audit.flow.tables.candidate.handed import Handed
from audit.flow.tables.candidate.holding import same
from audit.flow.tables.candidate.inherited import Inherited
from audit.flow.tables.candidate.mentions import Unit
from audit.flow.tables.chains import ends
from audit.flow.tables.model import Reader, Writer

if TYPE_CHECKING:
    from audit.flow.tables.queries import Queries


class Search:
    """Answers by column, each found once."""

    def __init__(self, queries: Queries, files: Iterable[str]) -> None:
        self._queries, self._tables, self._trace = queries, queries.tables, queries.trace
        self._places = Candidates(queries, files)
        self._handed = Handed(queries, self._places)
        self._inherited = Inherited(queries, self._places, self._handed)
        self._reading: dict[Column, list[Unit]] = {}
        self._readers: dict[Column, tuple[Reader, ...]] = {}
        self._writers: dict[Column, tuple[Writer, ...]] = {}
        self._reads: dict[Unit, dict[str, list[Reader]]] = {}
        self._writes: dict[Unit, tuple[Writer, ...]] = {}

    def readers(self, column: Column) -> tuple[Reader, ...]:
        """The calls in whose result the column is: of a chain its last one in that statement."""
        if column not in self._readers and column.name == "*":
            told = {one for each in self._all(column) for one in self.readers(each)}
            self._readers[column] = tuple(sorted(told | set(self._whole(column.table))))
        if column not in self._readers:
            named = (one for unit in self._units(column) for one in self._read_in(unit).get(column.table, ()))
            read = chain(named, self._handed.readers(column.table), self._inherited.readers(column.table))
            self._readers[column] = tuple(
                sorted({_narrowed(one, column) for one in read if same(one.read.column, column)})
            )
        return self._readers[column]

    def writers(self, column: Column) -> tuple[Writer, ...]:
        """The calls that give the column a value, constants included."""
        if column not in self._writers and column.name == "*":
            self._writers[column] = tuple(sorted({one for each in self._all(column) for one in self.writers(each)}))
        if column not in self._writers:
            written = (one for unit in self._places.units(column, writing=True) for one in self._written_in(unit))
            self._writers[column] = tuple(sorted({one for one in written if same(one.write.column, column)}))
        return self._writers[column]

    def writing(self, column: Column) -> Iterator[Writer]:
        """The same calls one after another, those first that are known without looking into another statement."""
        if column.name == "*":
            yield from self.writers(column)
            return
        units = self._places.units(column, writing=True)
        for unit in sorted(units, key=lambda one: one not in self._writes):
            yield from (one for one in self._written_in(unit) if same(one.write.column, column))

    def copies(self, column: Column) -> tuple[Writer, ...]:
        """The statements that copy the column into another one, in the database itself."""
        units = [unit for unit in self._units(column) if self._places.changes(unit)]
        written = (one for unit in units for one in self._written_in(unit))
        return tuple(sorted({one for one in written if any(same(copied, column) for copied in one.write.columns)}))

    def _units(self, column: Column) -> list[Unit]:
        """The statements in which the column may be read."""
        if column not in self._reading:
            self._reading[column] = self._places.units(column)
        return self._reading[column]

    def _read_in(self, unit: Unit) -> dict[str, list[Reader]]:
        """What the queries of a statement read, by table."""
        if unit not in self._reads:
            found = self._reads[unit] = {}
            for call in ends(self._queries.chains, self._trace.code.graph(*unit)):
                for read in self._queries.reads(*unit, call):
                    here = read.file == unit[0] and self._trace.code.unit_at(read.file, read.at) == unit[1]
                    if here and not read.fresh:
                        found.setdefault(read.column.table, []).append(Reader(*unit, call, read))
        return self._reads[unit]

    def _written_in(self, unit: Unit) -> tuple[Writer, ...]:
        """What the calls of a statement write."""
        if unit not in self._writes:
            calls = self._calls(*unit)
            self._writes[unit] = tuple(
                Writer(*unit, call, one) for call in calls for one in self._queries.writes(*unit, call)
            )
        return self._writes[unit]

    def _all(self, column: Column) -> list[Column]:
        """The columns of a table; of one of which not all are declared also those that its queries read."""
        table = self._tables.named(column.table)
        declared = {Column(column.table, name) for _, name in table.columns} if table is not None else set()
        if table is not None and declared and not table.open:
            return sorted(declared)
        read = (one for unit in self._naming(column.table) for one in self._read_in(unit).get(column.table, ()))
        return sorted(declared | {one.read.column for one in read if one.read.column.name != "*"})

    def _whole(self, table: str) -> Iterator[Reader]:
        """The queries that read all columns of a table of which none is known, each for its rows."""
        for unit in self._naming(table):
            for one in self._read_in(unit).get(table, ()):
                if one.read.column.name == "*" and one.read.path[-1:] == ("*",):
                    yield replace(one, read=replace(one.read, path=one.read.path[:-1]))

    def _naming(self, table: str) -> list[Unit]:
        """The statements that name a table: in SQL, or, where it is declared, as the program calls it."""
        if self._tables.declaration(table) is None:
            return self._places.of_table(table)
        return sorted({*self._places.of_table(table), *self._units(Column(table, "*"))})

    def _calls(self, file: str, unit: int) -> range:
        return range(len(self._trace.code.graph(file, unit).calls))


def _narrowed(one: Reader, column: Column) -> Reader:
    """A column in a row that is read as a whole, of a table whose columns are not known."""
    if one.read.column.name != "*" or column.name == "*":
        return one
    steps = one.read.path[:-1] if one.read.path[-1:] == ("*",) else one.read.path
    return replace(one, read=replace(one.read, column=column, path=(*steps, column.name)))
