"""The statements in which a query of a column may stand, found by the names that stand for it.

A column stands in code under the program's key or the database's name. Whole rows are read where the table
itself is named and nothing is selected from it. What holds a column without being a query (a shared
projection, a fragment, a view) leads on to the statements that use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from audit.extract.sql import Column
from audit.flow.tables.candidate.holding import Holding
from audit.flow.tables.candidate.mentions import Mentions, Unit
from audit.flow.tables.candidate.sight import Sight
from audit.flow.tables.model import Table
from audit.flow.tables.schema.declarations import Declaration
from audit.link.names import Declared
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.tables.queries import Queries
    from audit.rulebook import QueryRow

_MOST, _HOLDERS = 400, 2
"""Statements that are looked into for one column; constants that hold a table one after another."""


_ROWS = ("row_to_json", "to_json", "to_jsonb", "json_agg", "jsonb_agg")
"""Functions of SQL that take rows."""


def _steps(rows: Iterable[QueryRow]) -> re.Pattern[bytes]:
    """The names of functions and methods that make queries."""
    exports = {re.escape(one.rpartition(".")[2]) for row in rows for one in row.export}
    methods = {re.escape(one.rpartition(".")[2]) for row in rows for one in row.method}
    return re.compile(rf"\.?(?:{'|'.join(sorted(exports))})|\.(?:{'|'.join(sorted(methods))})".encode())


class Candidates:
    """`units` are looked for among the given files."""

    def __init__(self, queries: Queries, files: Iterable[str]) -> None:
        self._queries, self._tables, self._trace = queries, queries.tables, queries.trace
        self._program = self._trace.code.program
        self._mentions = Mentions(self._trace.code, files)
        self._sight = Sight(self._program)
        self._tables_about: dict[str, frozenset[str]] = {}
        self._views_about: dict[str, dict[str, Declaration]] = {}
        self._called_so: dict[str, frozenset[tuple[str, str]]] = {}
        self._of_rows: dict[tuple[str, bool], tuple[Unit, ...]] = {}
        self._called: dict[str, tuple[Unit, ...]] = {}
        self._made_of: dict[Declared, tuple[Unit, ...]] | None = None
        self._holding = Holding(queries)
        rows = self._trace.origins.vocabulary.queries.rows
        related = [row.related for row in rows if row.models and row.related is not None]
        self._options = sorted({place.path[-1] for text in related for place in places_of(text)})
        self._steps = _steps(rows)
        self._handles = [f".{name}(".encode() for row in rows if row.means == "table" for name in row.method]

    def units(self, column: Column, *, writing: bool = False) -> list[Unit]:
        """The statements in which a query of the column may stand, in order."""
        known = self._tables.declaration(column.table)
        table = self._tables.named(column.table) or Table(column.table)
        seen = dict.fromkeys(self._named(table, column))
        seen.update(dict.fromkeys(self._rows(table, known, writing=writing)))
        seen.update(dict.fromkeys(self._of_models(table)))
        if known is not None:
            seen.pop(self._unit_of(known), None)
        work = [unit for unit in seen if not writing or self._mentions.changes(unit)]
        while work and len(seen) < _MOST:
            for unit in self._onward(*work.pop(), column, writing=writing):
                if unit not in seen:
                    seen[unit] = None
                    work.append(unit)
        for one in self._views(table).values() if not writing else ():
            seen.pop(self._unit_of(one), None)
        return sorted(seen)

    def of_table(self, name: str) -> list[Unit]:
        """The statements in which SQL names a table."""
        files = sorted(file for file in self._mentions.files(name) if self._mentions.in_sql(file, name))
        return sorted({unit for file in files for unit in self._mentions.units(file, name)})

    def handing(self, name: str) -> Iterator[tuple[str, int]]:
        """Where in which file a table, or a column of it, is given to what may be a function of the tree."""
        known = self._tables.declaration(name)
        files = self._aliased(known.declared) if known is not None else ()
        for file, alias in files:
            yield from ((file, at) for at in self._mentions.handed(file, alias, self._steps))

    def heirs(self, name: str) -> list[Unit]:
        """The classes with a class above in whose text a table stands by itself, as the value of a member may."""
        known = self._tables.declaration(name)
        files = self._aliased(known.declared) if known is not None else ()
        held = ((file, alias) for file, alias in files if self._mentions.in_heirs(file, alias))
        units = {unit for file, alias in held for unit in self._mentions.units(file, alias)}
        return sorted(unit for unit in units if self._is_heir(unit))

    def _is_heir(self, unit: Unit) -> bool:
        facts = self._trace.code.program.facts(unit[0])
        return facts is not None and facts.outline().units[unit[1]].kind == "class"

    def changes(self, unit: Unit) -> bool:
        """May a statement hold SQL that writes?"""
        return self._mentions.changes(unit)

    def _unit_of(self, one: Declaration) -> Unit:
        return one.declared.file, self._trace.code.unit_at(one.declared.file, one.declared.at)

    def _named(self, table: Table, column: Column) -> Iterator[Unit]:
        """Statements that name the column, or a constant that holds its name, in files that can mean this table."""
        tables = [name.encode() for name in self._names(table)]
        mentions, about = self._mentions, self._about(table)
        for name in sorted({column.name, table.key(column.name) or column.name}):
            for file in mentions.among(name, about):
                aliased = mentions.holds(file, b"lias(") or mentions.holds(file, b"liasedTable(")
                for unit in mentions.units(file, name):
                    if aliased or mentions.speaks(unit, tables):
                        yield unit
            for file in mentions.quoting(name, about):
                for constant in mentions.constants(file, name):
                    put = (unit for unit in self._put(Declared(file, constant, -1)) if unit[0] in about)
                    yield from (unit for unit in put if mentions.speaks(unit, tables))

    def _put(self, constant: Declared) -> tuple[Unit, ...]:
        """The statements that put what a constant holds into a text, or give it to a call; no table is one."""
        if self._made_of is None:
            declared = (one.declared for one in self._tables.declarations().values())
            self._made_of = {Declared(one.file, one.name, -1): () for one in declared}
        if constant not in self._made_of:
            named = self._aliased(constant)
            self._made_of[constant] = tuple(unit for one in named for unit in self._mentions.putting(*one))
        return self._made_of[constant]

    def _names(self, table: Table) -> set[str]:
        """The table's name, the name that it is declared under, and those of views that may hold it."""
        known, views = self._tables.declaration(table.name), self._views(table)
        declared = [*views.values(), *([known] if known is not None else [])]
        return {table.name, *views, *(one.declared.name for one in declared)}

    def _views(self, table: Table) -> dict[str, Declaration]:
        """The views that may hold rows of the table: it, or such a view, may be meant where they are declared."""
        if table.name not in self._views_about:
            left = {name: one for name, one in self._tables.declarations().items() if one.view}
            found: dict[str, Declaration] = {}
            files = self._meant(table.name, self._tables.declaration(table.name)) if left else frozenset()
            while near := {name: left.pop(name) for name, one in list(left.items()) if one.declared.file in files}:
                found.update(near)
                files = frozenset[str]().union(*(self._meant(name, one) for name, one in near.items()))
            self._views_about[table.name] = found
        return self._views_about[table.name]

    def _about(self, table: Table) -> frozenset[str]:
        """Files in which the table, or a view that may hold it, may be meant."""
        if table.name not in self._tables_about:
            views = [self._meant(name, one) for name, one in self._views(table).items()]
            known = self._tables.declaration(table.name)
            self._tables_about[table.name] = self._meant(table.name, known).union(*views)
        return self._tables_about[table.name]

    def _meant(self, name: str, known: Declaration | None) -> frozenset[str]:
        """Files in which a table of the database may be meant, by where it is declared if it is."""
        mentions = self._mentions
        found = {file for file in mentions.files(name) if mentions.in_sql(file, name)}
        if known is not None:
            found.update((known.declared.file, *self._meaning(known.declared)))
        else:
            found.update(file for file in mentions.files(name) if mentions.means_table(file, name))
        found.update(file for file, _ in self._by_constants(name))
        return frozenset(found)

    def _by_constants(self, name: str) -> frozenset[tuple[str, str]]:
        """The files in which a constant may stand that holds a table's name, with what it is called there."""
        if name not in self._called_so:
            files = sorted(self._mentions.files(name))
            held = [Declared(file, one, -1) for file in files for one in self._mentions.constants(file, name)]
            found = {
                (file, alias)
                for one in held
                for file, alias in self._aliased(one)
                if file != one.file or self._is_given(file, alias)
            }
            self._called_so[name] = frozenset(found)
        return self._called_so[name]

    def _is_given(self, file: str, constant: str) -> bool:
        """Is a constant given to a call, or put into a text, by what reads or writes rows?"""
        marked = (self._mentions.speaks(unit, ()) for unit in self._mentions.putting(file, constant))
        return any(marked)

    def _meaning(self, declared: Declared) -> list[str]:
        """The files in which a name may stand for the table that is declared under it."""
        mentions, name = self._mentions, declared.name
        return [
            file
            for file in sorted(mentions.files(name))
            if file == declared.file or (mentions.means_table(file, name) and self._sight.may_mean(file, declared))
        ]

    def _rows(self, table: Table, known: Declaration | None, *, writing: bool) -> tuple[Unit, ...]:
        """Statements that name the table as a whole and read (or write) rows without naming columns."""
        key = (table.name, writing)
        if key not in self._of_rows:
            self._of_rows[key] = tuple(self._find_rows(table, known, writing=writing))
        return self._of_rows[key]

    def _find_rows(self, table: Table, known: Declaration | None, *, writing: bool) -> Iterator[Unit]:
        mentions = self._mentions
        wanted = mentions.writes_rows if writing else mentions.reads_rows
        declared = known.declared if known is not None else None
        for file in self._meaning(declared) if declared is not None else ():
            if declared is not None and mentions.given(file, declared.name, writing=writing):
                yield from filter(wanted, mentions.units(file, declared.name))
        for one in (*self._handled(declared), *self._holding_it(declared)) if declared is not None else ():
            for file, alias in self._aliased(one):
                yield from filter(wanted, mentions.units(file, alias))
        for file, alias in sorted(self._by_constants(table.name)) if not writing else ():
            yield from (*mentions.starred(file), *mentions.units(file, alias))
        for file in sorted(mentions.files(table.name) & self._about(table)) if not writing else ():
            yield from mentions.starred(file)
            yield from (unit for unit in mentions.units(file, table.name) if mentions.begins(unit, table.name))
            for name in _ROWS if mentions.holds(file, b"json") else ():
                yield from mentions.units(file, name)
        for key in sorted(self._tables.relations.to(table.name)) if not writing else ():
            for file in sorted(mentions.files(key)):
                yield from filter(wanted, mentions.units(file, key))

    def _handled(self, declared: Declared) -> Iterator[Declared]:
        """The names of what is the table for its methods: `items = source.getRepository(Item)`."""
        mentions = self._mentions
        files = [file for file in self._meaning(declared) if any(mentions.holds(file, one) for one in self._handles)]
        for unit in (one for file in files for one in mentions.units(file, declared.name)):
            if mentions.has(unit, self._handles):
                yield from self._declared(*unit)

    def _holding_it(self, declared: Declared) -> Iterator[Declared]:
        """The constants that are the table or hold it: `TABLES = { items, orders }`, `BY_KIND = new Map(…)` of that."""
        near, seen = [declared], {declared}
        for _ in range(_HOLDERS):
            files = ((file, alias) for one in near for file, alias in self._aliased(one))
            units = {unit for file, alias in files for unit in self._mentions.constants_of(file, alias)}
            near = sorted({one for unit in units for one in self._declared(*unit)} - seen)
            seen.update(near)
            yield from near

    def _declared(self, file: str, unit: int) -> Iterator[Declared]:
        """The names that a statement declares."""
        facts = self._program.facts(file)
        for name in filter(None, facts.outline().units[unit].name.split(",")) if facts is not None else ():
            at = self._trace.origins.names.top(file, name)
            if at is not None:
                yield Declared(file, name, at)

    def _aliased(self, declared: Declared) -> Iterator[tuple[str, str]]:
        """The files in which a name may stand for what is declared under it, with what it is called there."""
        for file in sorted(one for one in self._mentions.files(declared.name) if self._sight.may_mean(one, declared)):
            for alias in sorted(self._mentions.aliases(file, declared.name)):
                yield file, alias

    def _of_models(self, table: Table) -> tuple[Unit, ...]:
        """Statements that call methods of the table's model, or of one whose rows hold rows of it."""
        models = self._tables.models
        if table.name not in self._called:
            keys = (*models.keys(table.name), *models.holders(table.name))
            found = {unit for key in keys for unit in self._mentions.calls_of_model(key)}
            for field in sorted(models.fields_of(table.name)):
                found.update(self._mentions.including(field, self._options))
            self._called[table.name] = tuple(sorted(found))
        return self._called[table.name]

    def _onward(self, file: str, unit: int, column: Column, *, writing: bool) -> Iterator[Unit]:
        """Statements that name what a statement declares, where that holds the column and is no query."""
        for declared in self._declared(file, unit):
            if self._holding.holds(declared, column, writing=writing):
                for other, alias in self._aliased(declared):
                    yield from self._mentions.units(other, alias)
