"""Relations between tables, as the program declares them: under which key rows of another table come with a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.flow.code import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.tables.model import Table
    from audit.flow.tables.schema.declared import Tables


class Relation(Struct, frozen=True, order=True):
    """The rows of a table under a key; `many`: a list of them."""

    table: Table
    many: bool


class Relations:
    """Relations by the name of the table that has them, all found at once."""

    def __init__(self, tables: Tables) -> None:
        self._tables, self._trace = tables, tables.trace
        self._all: dict[str, dict[str, Relation]] | None = None

    def of(self, table: str) -> dict[str, Relation]:
        """What comes with the rows of a table, by key."""
        return self._every().get(table, {})

    def to(self, table: str) -> frozenset[str]:
        """The keys under which the rows of a table come with those of others."""
        every = self._every().values()
        return frozenset(key for keys in every for key, one in keys.items() if one.table.name == table)

    def _every(self) -> dict[str, dict[str, Relation]]:
        if self._all is None:
            self._all = {}
            for name, key, relation in self._declared():
                self._all.setdefault(name, {})[key] = relation
        return self._all

    def _declared(self) -> Iterator[tuple[str, str, Relation]]:
        """`relations(items, ({ one, many }) => ({ venue: one(venues), notes: many(notes) }))`."""
        program, vocabulary = self._trace.code.program, self._trace.origins.vocabulary
        names = sorted(f"{name}(" for row in vocabulary.queries.rows if row.step == "relate" for name in row.export)
        held = program.snapshot.containing([name.encode() for name in names], program.files)
        for file in sorted({file for files in held.values() for file in files}):
            facts = program.facts(file)
            for unit, one in enumerate(facts.outline().units if facts is not None else ()):
                if one.kind == "variable" and any(
                    name.encode() in program.text(file, one.start, one.end) for name in names
                ):
                    yield from self._in_unit(file, unit)

    def _in_unit(self, file: str, unit: int) -> Iterator[tuple[str, str, Relation]]:
        for site in self._trace.code.graph(file, unit).calls:
            spot = Spot(file, unit, site.result)
            if not any(row.step == "relate" for row in self._trace.rows(spot)):
                continue
            owner, given = self._trace.argument(spot, 0), self._trace.argument(spot, 1)
            table = self._tables.of(owner) if owner is not None else None
            for made in self._trace.returns(given) if given is not None and table is not None else ():
                for key, value in self._trace.properties(made):
                    relation = self._relation(value)
                    if relation is not None and table is not None:
                        yield table.name, key, relation

    def _relation(self, spot: Spot) -> Relation | None:
        for one in self._trace.made(spot):
            site, held = self._trace.site(one), self._trace.argument(one, 0)
            other = self._tables.of(held) if held is not None else None
            if site is not None and other is not None:
                return Relation(other, _called(site.expression) == "many")
        return None


def _called(call: lowered.Call | lowered.Template) -> str:
    callee = call.callee if isinstance(call, lowered.Call) else None
    if isinstance(callee, lowered.Member):
        return callee.key
    return callee.name if isinstance(callee, lowered.Name) else ""
