"""Tables, subqueries and rows that names of columns may mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from audit.extract.sql.facts import Column, Hole, Output, Part, Predicate, Run, Value, Write
from audit.extract.sql.tokens import Nodes
from audit.extract.sql.truths import ALWAYS, OPEN, Condition

Catalog = Callable[[str], "frozenset[str] | None"]
"""The columns of a table, None for a table that is not known."""


class Source:
    """Something that a FROM names: a table of the database, or `outputs` of a subquery, of VALUES or a
    function. `kept`: what holds for every row of it; `within`: the tables of the subquery.
    """

    __slots__ = ("kept", "outputs", "rest", "table", "within")

    def __init__(
        self,
        table: str = "",
        outputs: Iterable[Output] = (),
        rest: Value | None = None,
        kept: Condition = ALWAYS,
        within: Iterable[str] = (),
    ) -> None:
        self.table, self.rest, self.kept, self.within = table, rest, kept, frozenset(within)
        self.outputs = tuple(outputs)

    def column(self, name: str) -> Value | None:
        """What a column of it is made of; None when it has none of that name."""
        if self.table:
            return Value((Part(Column(self.table, name)),))
        for one in self.outputs:
            if one.name == name:
                return one.value
        starred = [part for one in self.outputs if one.name == "*" for part in one.value.parts]
        if starred:
            return Value(tuple(_narrowed(part, name) for part in starred))
        return self.rest

    def tables(self) -> set[str]:
        """The tables whose rows it has."""
        if self.table:
            return {self.table}
        columns = (part.column for one in self.outputs for part in one.value.parts)
        return {one.table for one in columns if one is not None and one.table} | self.within

    def everything(self) -> tuple[Output, ...]:
        """Its outputs, in order."""
        if self.table:
            return (Output("*", Value((Part(Column(self.table, "*")),))),)
        return self.outputs or ((Output("*", self.rest),) if self.rest is not None else ())


class Left(NamedTuple):
    """A source that a LEFT JOIN adds: what holds for its rows, and what it is joined on."""

    alias: str
    kept: Condition
    on: Nodes


class Statement:
    """What is gathered while one text is read."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.predicates: list[Predicate] = []
        self.writes: list[Write] = []
        self.runs: list[Run] = []
        self.unknown: list[str] = []
        self.tables: dict[str, None] = {}
        self.part = False
        self.asked: dict[Hole, None] = {}
        """What conditions on rows hold, wherever that stands in them."""


class Scope:
    """Names visible at one place; `outer` for correlated subqueries. `kept`: what holds for every row. `shown`: the
    sources that are looked at, None for all. `left`: what may not have been joined.
    """

    def __init__(self, statement: Statement, outer: Scope | None = None, shown: set[str] | None = None) -> None:
        self.statement, self.outer, self._shown = statement, outer, shown
        self.sources: dict[str, Source] = {}
        self.queries: dict[str, Source] = {}
        self.kept: list[Condition] = []
        self.left: list[Left] = []

    def add(self, alias: str, source: Source) -> None:
        """A source under its alias; unnamed ones are kept apart."""
        name = alias or f"?{len(self.sources)}"
        self.sources[name] = source = source if self.shows(name) else Source()
        if source.table:
            self.statement.tables.setdefault(source.table)

    @contextmanager
    def alone(self) -> Iterator[list[Condition]]:
        """Around the code that reads the query of this scope: what holds for every row of it, and that is open where it
        may have not each row of which that holds.
        """
        kept: list[Condition] = []
        part, self.statement.part = self.statement.part, False
        yield kept
        kept.extend((*self.kept, *([OPEN] if self.statement.part else [])))
        self.statement.part = part or self.statement.part

    def shows(self, alias: str) -> bool:
        """Is a source looked at?"""
        return self._shown is None or alias in self._shown

    def twice(self) -> set[str]:
        """The sources that have a table which others have, too."""
        tables = {name: source.tables() for name, source in self.sources.items() if name != "excluded"}
        return {
            name
            for name, own in tables.items()
            if any(not own.isdisjoint(others) for other, others in tables.items() if other != name)
        }

    def tables(self) -> set[str]:
        """The tables of all sources."""
        return set[str]().union(*(one.tables() for one in self.sources.values()))

    def query(self, name: str) -> Source | None:
        """A common table expression."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.queries:
                return scope.queries[name]
            scope = scope.outer
        return None

    def source(self, alias: str) -> Source | None:
        """What an alias stands for."""
        scope: Scope | None = self
        while scope is not None:
            if alias in scope.sources:
                return scope.sources[alias]
            scope = scope.outer
        return None

    def column(self, names: list[str]) -> Value:
        """What a column name of one or several parts means."""
        name = names[-1]
        if len(names) > 1:
            source = self.source(names[-2])
            found = source.column(name) if source is not None else None
            if found is not None or source is not None:
                return found or Value()
            return Value((Part(Column(names[-2], name)),))
        scope: Scope | None = self
        while scope is not None:
            parts = scope.unqualified(name) or scope.row(name)
            if parts:
                return Value(tuple(parts))
            scope = scope.outer
        return Value() if self._closed() else Value((Part(Column("", name)),))

    def row(self, name: str) -> list[Part]:
        """A whole row of a source (`row_to_json(t)`), or what a function gives (`jsonb_array_elements(x) e`)."""
        source = self.sources.get(name)
        if source is None:
            return []
        return [
            part._replace(path=(one.name, *part.path)) if one.name not in ("*", name) else part
            for one in source.everything()
            for part in one.value.parts
        ]

    def unqualified(self, name: str) -> list[Part]:
        """What a name without a table means among the sources of this very scope."""
        if self._is_row(name):
            return []
        sources = [source for alias, source in self.sources.items() if alias != "excluded"]
        derived = [source.column(name) for source in sources if not source.table and source.outputs]
        sure = [value for value in derived if value is not None]
        bases = [source.table for source in sources if source.table]
        known = [table for table in bases if name in (self.statement.catalog(table) or ())]
        open_ones = [table for table in bases if self.statement.catalog(table) is None]
        if not sure or known:
            sure += [Value((Part(Column(table, name)),)) for table in known or open_ones]
        if not sure:
            sure = [source.rest for source in sources if source.rest is not None]
        return [part for value in sure for part in value.parts]

    def _is_row(self, name: str) -> bool:
        """Does a name stand for a source, and for no column that a table is known to have?"""
        tables = (source.table for source in self.sources.values() if source.table)
        return name in self.sources and not any(name in (self.statement.catalog(table) or ()) for table in tables)

    def _closed(self) -> bool:
        """Is there a source, so that a name without any meaning is none of a column?"""
        scope: Scope | None = self
        while scope is not None:
            if scope.sources:
                return True
            scope = scope.outer
        return False


def _narrowed(part: Part, name: str) -> Part:
    if part.column is not None and part.column.name == "*":
        return part._replace(column=Column(part.column.table, name))
    return part
