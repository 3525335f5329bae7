"""Tables that a schema file of their own declares (Prisma): by the key that the client has each of them under."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.tables.model import Table
from audit.link.questions.prisma import Field, Model, models

if TYPE_CHECKING:
    from audit.link.program import Program


class Relation(Struct, frozen=True, order=True):
    """A field that holds rows of another table; `many`: a list of them.

    `ties`: own columns, each with the other table's key of what it holds.
    """

    table: Table
    many: bool
    ties: tuple[tuple[str, str], ...] = ()


class Models:
    """The models of all schemas of a program; of two with one name the first one counts."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def keyed(self, key: str) -> Table | None:
        """The table that the client has under a key (`client.user`)."""
        return self._keyed.get(key)

    def named(self, table: str) -> Table | None:
        """A table by its name in the database."""
        return next((self._keyed[key] for key in self.keys(table)), None)

    def keys(self, table: str) -> tuple[str, ...]:
        """The keys under which the client has a table."""
        return self._by_table.get(table, ())

    def relations(self, table: Table) -> dict[str, Relation]:
        """The fields of a table's rows that hold rows of others."""
        return self._relations.get(table.name, {})

    def fields_of(self, table: str) -> frozenset[str]:
        """The fields of other tables that hold rows of this one."""
        return frozenset(name for _, name in self._holding.get(table, ()))

    def holders(self, table: str) -> tuple[str, ...]:
        """The keys of the tables whose rows hold rows of this one."""
        return tuple(sorted({key for other, _ in self._holding.get(table, ()) for key in self.keys(other)}))

    @cached_property
    def _models(self) -> dict[str, Model]:
        found: dict[str, Model] = {}
        for file in self._program.snapshot.files():
            for one in self._program.ask(file, models) if file.endswith(".prisma") else ():
                found.setdefault(one[0], one)
        return found

    @cached_property
    def _keyed(self) -> dict[str, Table]:
        return {
            _key(name): Table(table, tuple((one[0], one[1]) for one in fields if one[2] not in self._models))
            for name, _, table, fields in self._models.values()
        }

    @cached_property
    def _by_table(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for key, table in self._keyed.items():
            found[table.name] = (*found.get(table.name, ()), key)
        return found

    @cached_property
    def _relations(self) -> dict[str, dict[str, Relation]]:
        return {
            one[2]: {field[0]: self._relation(one, field) for field in one[3] if field[2] in self._models}
            for one in self._models.values()
        }

    @cached_property
    def _holding(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """By table: which table holds rows of it, and in which field."""
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for holder, fields in self._relations.items():
            for name, one in fields.items():
                found[one.table.name] = (*found.get(one.table.name, ()), (holder, name))
        return found

    def _relation(self, model: Model, field: Field) -> Relation:
        own = self._keyed[_key(model[0])]
        ties = tuple((own.column(one) or one, other) for one, other in field[4])
        return Relation(self._keyed[_key(field[2])], field[3], ties)


def _key(name: str) -> str:
    return name[:1].lower() + name[1:]
