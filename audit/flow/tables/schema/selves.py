"""Rows that come with others of the same table, as classes and models declare them: `@ManyToOne(() => Item) parent`
in `Item`, `Item.belongsTo(Item, { as: 'parent' })`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.pieces import everything
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.tables.model import Table
    from audit.flow.tables.schema.declared import Tables
    from audit.rulebook import QueryRow


class Selves:
    """Answers by table."""

    def __init__(self, tables: Tables) -> None:
        self._tables, self._trace = tables, tables.trace
        self._told: dict[str, set[str]] | None = None

    def of(self, table: Table) -> frozenset[str]:
        """The keys under which rows of a table come with its rows."""
        if self._told is None:
            self._told = {}
            for name, key in self._associated():
                self._told.setdefault(name, set()).add(key)
        return frozenset((*self._decorated(table), *self._told.get(table.name, ())))

    def _decorated(self, table: Table) -> Iterator[str]:
        """The members of a class whose decorators have a function that gives the class."""
        graph = self._trace.code.graph(table.at.file, table.at.unit) if table.at is not None else None
        start = graph.class_nodes.get(table.at.node, -1) if graph is not None and table.at is not None else -1
        made = graph.classes.get(start) if graph is not None else None
        for member in made.members if made is not None else ():
            given = (one for each in member.decorators for one in everything(each) if isinstance(one, lowered.Return))
            names = [one.value.name for one in given if isinstance(one.value, lowered.Name)]
            if made is not None and made.name in names:
                yield member.name

    def _associated(self) -> Iterator[tuple[str, str]]:
        """What calls on models say."""
        program, rows = self._trace.code.program, self._trace.origins.vocabulary.queries.rows
        names = sorted(f".{name}(" for row in rows if row.step == "relate" for name in row.method)
        held = program.snapshot.containing([name.encode() for name in names], program.files) if names else {}
        for file in sorted({file for files in held.values() for file in files}):
            facts = program.facts(file)
            for unit, one in enumerate(facts.outline().units if facts is not None else ()):
                if any(name.encode() in program.text(file, one.start, one.end) for name in names):
                    yield from self._in_unit(file, unit)

    def _in_unit(self, file: str, unit: int) -> Iterator[tuple[str, str]]:
        for site in self._trace.code.graph(file, unit).calls:
            spot = Spot(file, unit, site.result)
            for row in self._trace.rows(spot) if site.receiver >= 0 else ():
                if row.step == "relate" and row.alias:
                    yield from self._named(spot, row)

    def _named(self, spot: Spot, row: QueryRow) -> Iterator[tuple[str, str]]:
        receiver, given = self._trace.receiver(spot), self._trace.argument(spot, 0)
        table = self._tables.of(receiver) if receiver is not None else None
        other = self._tables.of(given) if given is not None else None
        if table is None or other is None or table.name != other.name:
            return
        for place in places_of(row.alias or ""):
            held = self._trace.argument(spot, place.number) if place.number is not None else None
            for one in self._trace.member(held, place.path[0]) if held is not None and place.path else ():
                yield table.name, self._tables.text(one)
