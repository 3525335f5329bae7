"""Columns that say which row of a table another one belongs to, as schemas declare them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.sql import Column
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.tables.model import Table
    from audit.flow.tables.schema.declared import Tables
    from audit.rulebook import Place


class Pointing:
    """Answers by column, each found once."""

    def __init__(self, tables: Tables) -> None:
        self._tables, self._trace = tables, tables.trace
        self._known: dict[Column, Column | None] = {}

    def of(self, column: Column) -> Column | None:
        """The column of a table whose values stand in a column; None where no schema says so."""
        if column not in self._known:
            table = self._tables.named(column.table)
            found = (*self._of_model(table, column.name), *self._of_builder(table, column.name)) if table else ()
            self._known[column] = next(iter(found), None)
        return self._known[column]

    def _of_model(self, table: Table, name: str) -> Iterator[Column]:
        """`parent Item @relation(fields: [parentId], references: [id])`."""
        for one in self._tables.models.relations(table).values():
            for own, other in one.ties:
                if own == name:
                    yield Column(one.table.name, one.table.column(other) or other)

    def _of_builder(self, table: Table, name: str) -> Iterator[Column]:
        """`integer('parent_id').references(() => items.id)`."""
        key = table.key(name)
        rows = self._trace.rows(table.at) if table.at is not None and key is not None else ()
        for place in (one for row in rows if row.step == "declare" and row.columns for one in places_of(row.columns)):
            for held in self._given(table.at, place):
                for one, value in self._trace.properties(held):
                    if one == key:
                        yield from self._told(value)

    def _told(self, value: Spot) -> Iterator[Column]:
        """What the calls say that a column is made by, one after the other."""
        at: Spot | None = value
        while at is not None:
            made = self._trace.made(at)
            at = made[0] if len(made) == 1 else None
            site = self._trace.site(at) if at is not None else None
            if at is None or site is None:
                return
            rows = self._trace.origins.vocabulary.queries.methods(site.method)
            for place in (one for row in rows if row.step == "refer" and row.columns for one in places_of(row.columns)):
                for held in self._given(at, place):
                    yield from (
                        Column(table.name, table.column(key) or key) for table, key in self._tables.columns(held)
                    )
            at = self._trace.receiver(at)

    def _given(self, call: Spot | None, place: Place) -> Iterator[Spot]:
        """What a call is given at a place, or what a function gives that stands there."""
        given = place.callee[0] if place.callee else place
        held = self._trace.argument(call, given.number) if call is not None and given.number is not None else None
        if held is not None:
            yield from self._trace.returns(held) if place.root == "return" else self._trace.made(held)
