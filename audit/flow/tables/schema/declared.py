"""Which nodes are tables, and which are columns of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.extract.sql import Column
from audit.flow.backward.values import ClassValue, Instance
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.flow.tables.model import Table
from audit.flow.tables.schema.declarations import Declaration, declarations
from audit.flow.tables.schema.entities import Entities
from audit.flow.tables.schema.given import Given
from audit.flow.tables.schema.initialised import initialised
from audit.flow.tables.schema.listed import is_whole, listed
from audit.flow.tables.schema.models import Models
from audit.flow.tables.schema.relations import Relations
from audit.flow.tables.schema.texts import text_of
from audit.flow.tables.told import given_back
from audit.flow.tables.trace import Frames, Trace
from audit.rulebook import QueryRow, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_EACH = frozenset(("map", "flatMap", "forEach"))
"""Methods of lists that call a function with each element."""


class Tables:
    """`of` and `column` answer for nodes of expressions; each node is looked at once."""

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self.entities = Entities(trace)
        self.relations = Relations(self)
        self.models = Models(trace.code.program)
        self._tables: dict[Spot, Table | None] = {}
        self._made: dict[Spot, Table | None] = {}
        self._back: dict[Spot, tuple[Table, ...]] = {}
        self._all: dict[str, Declaration] | None = None
        self._calls = Given(trace.origins)

    def over(self, trace: Trace) -> Tables:
        """The same declarations, with another trace of what nodes are."""
        other = Tables(trace)
        other._all, other.models = self.declarations(), self.models
        return other

    def of(self, spot: Spot) -> Table | None:
        """The table, view, alias or subquery that a node is."""
        if spot not in self._tables:
            self._tables[spot] = None
            self._tables[spot] = next(filter(None, map(self._at, self.trace.made(spot))), None)
        return self._tables[spot]

    def every(self, spot: Spot) -> tuple[Table, ...]:
        """All tables that a node may be; of a parameter the one that each of its calls gives."""
        made = self.trace.made(spot)
        told = ((table,) if (table := self._at(each)) is not None else self._told(each) for each in made)
        found = tuple(dict.fromkeys(one for several in told for one in several))
        return found or (self._given(made[0]) if len(made) == 1 else ())

    def is_told(self, spot: Spot) -> bool:
        """Is a node one of several tables by a key, or by what a call is told, which others may decide about? So is a
        member of what stands under such a key (`CONFIG[kind].table`).
        """
        graph = self.trace.code.graph(spot.file, spot.unit)
        work = [(spot.node, False)] if len(self.every(spot)) > 1 else []
        for node, member in work:
            if node in graph.keys or (node in graph.results and not member):
                return True
            near = ((one, member or op is Op.LOAD) for one, op, _ in graph.back[node] if op in (Op.COPY, Op.LOAD))
            work.extend(one for one in near if one not in work)
        return False

    def _told(self, spot: Spot) -> tuple[Table, ...]:
        """The tables that calls give: functions by what they are told, or maps by the key."""
        if spot not in self._back:
            self._back[spot] = ()
            given = (each for made in self.trace.made(spot) for each in given_back(self.trace, made))
            self._back[spot] = tuple(dict.fromkeys(one for each in given for one in self.every(each)))
        return self._back[spot]

    def _given(self, spot: Spot) -> tuple[Table, ...]:
        given = [self.of(one) for one in self._calls.at(spot)]
        if given and given[0] is not None and len(set(given)) == 1:
            return (given[0],)
        return tuple(dict.fromkeys(filter(None, map(self.of, self._elements(spot))))) if not given else ()

    def _elements(self, spot: Spot) -> Iterator[Spot]:
        """The elements of a list that is written out, of which a function is called with each (`TABLES.map(load)`)."""
        graph = self.trace.code.graph(spot.file, spot.unit)
        number, position = graph.of_parameter.get(spot.node, (-1, -1))
        function = graph.functions[number].node if number >= 0 == position else -1
        for site in graph.calls if function >= 0 else ():
            if site.method in _EACH and site.receiver >= 0 and site.arguments[:1] == (function,):
                yield from (item for item, _, _ in self.trace.elements(replace(spot, node=site.receiver)))

    def column(self, spot: Spot) -> tuple[Table, str] | None:
        """The table and the program's key of the column that a node is; the first, where it may be several."""
        return next(self._columns_at(spot, set()), None)

    def columns(self, spot: Spot) -> tuple[tuple[Table, str], ...]:
        """All columns that a node may be (`let column = items.a; if (short) column = items.b`)."""
        return tuple(dict.fromkeys(self._columns_at(spot, set())))

    def _columns_at(self, spot: Spot, seen: set[Spot]) -> Iterator[tuple[Table, str]]:
        """The same, along ways that may go round (`column = next ?? column`): each node is looked at once."""
        if spot in seen:
            return
        seen.add(spot)
        graph = self.trace.code.graph(spot.file, spot.unit)
        for before, op, key in graph.back[spot.node]:
            earlier = Spot(spot.file, spot.unit, before)
            if op is Op.LOAD:
                table = self.of(earlier)
                for each in (table,) if table is not None else self._told(earlier):
                    if each.query is not None or each.column(key) is not None:
                        yield each, key
            elif op is Op.COPY:
                yield from self._columns_at(earlier, seen)
        for one in self.trace.made(spot):
            yield from self._columns_at(one, seen)

    def text(self, spot: Spot, frames: Frames = ()) -> str:
        """The constant text at a node; what is open in it is "?"."""
        return text_of(self.trace, spot, frames)

    def declaration(self, name: str) -> Declaration | None:
        """Where a table is declared, by its name in the database."""
        return self.declarations().get(name)

    def named(self, name: str) -> Table | None:
        """A declared table by its name in the database."""
        found = self.declaration(name)
        return self._of_declaration(found) if found is not None else self.models.named(name)

    def declarations(self) -> dict[str, Declaration]:
        """Every declared table by its name in the database."""
        if self._all is None:
            self._all = {}
            for one in declarations(self.trace):
                table = self._of_declaration(one) if not one.table else None
                name = one.table or (table.name if table is not None else "")
                if name:
                    self._all.setdefault(name, one)
        return self._all

    def keyed(self, key: str) -> Table | None:
        """The table that the program calls by a key."""
        found = (one for one in self.declarations().values() if one.declared.name == key)
        return next(filter(None, map(self._of_declaration, found)), None)

    def catalog(self, name: str) -> frozenset[str] | None:
        """The columns of a table by its name in the database; None where it is not declared, or is a view."""
        found = self.named(name)
        if found is None or not found.columns:
            return None
        return frozenset(column for _, column in found.columns)

    def _of_declaration(self, one: Declaration) -> Table | None:
        return next(filter(None, map(self._at, self.trace.declared(one.declared))), None)

    def _at(self, spot: Spot) -> Table | None:
        if spot not in self._made:
            self._made[spot] = None
            self._made[spot] = self._find(spot)
        return self._made[spot]

    def _find(self, spot: Spot) -> Table | None:
        graph = self.trace.code.graph(spot.file, spot.unit)
        if spot.node in graph.class_nodes:
            at = graph.class_nodes[spot.node]
            return self._of_class(spot.file, at)
        site = self.trace.site(spot)
        if site is None:
            return self._of_type(spot)
        rows = self.trace.rows(spot)
        for row in rows:
            if row.step == "declare":
                return self._declared(spot, row)
        if any(row.step == "pass" and row.table for row in rows):
            return self._aliased(spot)
        means, argument = self.trace.means(spot), self.trace.argument(spot, 0)
        if means == "same":
            return self._of_receiver(spot)
        if means == "named":
            return self._named(spot)
        if means == "table":
            return self.of(argument) if argument is not None else None
        return self._of_object(spot)

    def _of_object(self, spot: Spot) -> Table | None:
        """The table of an entity that something is an object of (`item.update({ title })`)."""
        objects = (one for one in self.trace.origins.of(spot) if isinstance(one, Instance))
        return next(filter(None, (self._of_class(one.file, one.at) for one in objects)), None)

    def _of_class(self, file: str, at: int) -> Table | None:
        """The table of a class: as its decorators say, or the call that gives it its columns."""
        found = self.entities.of_class(file, at)
        call = initialised(self.trace, file, at) if found is None else None
        return self._declared(*call) if call is not None else found

    def _of_type(self, spot: Spot) -> Table | None:
        """Something whose annotation says which entity it serves (`Repository<Item>`), an entity as a value, or an
        object of one.
        """
        for value in self.trace.origins.of(spot):
            if isinstance(value, ClassValue):
                return self._of_class(value.file, value.at)
        return self._of_object(spot) or self.entities.of_annotation(spot)

    def _declared(self, spot: Spot, row: QueryRow) -> Table | None:
        names = self._arguments(spot, row.table)
        name = self.text(names[0]).rpartition(".")[2] if names else ""
        if not name or name == "?":
            return None
        objects = [made for one in self._arguments(spot, row.columns) for made in self._objects(one)]
        columns = tuple(column for one in objects for column in listed(self.trace, one))
        return Table(name, columns, open=not all(is_whole(self.trace, one) for one in objects), at=spot)

    def _objects(self, spot: Spot) -> list[Spot]:
        """The objects that list columns: also what a callback returns, or what a call is given and gives back."""
        made = self.trace.returns(spot) or self.trace.made(spot)
        return [self.trace.given_back(one) or one for one in made]

    def _arguments(self, spot: Spot, places: str | None) -> list[Spot]:
        found: list[Spot] = []
        for place in places_of(places) if places else ():
            if place.root == "arg" and place.number is not None:
                argument = self.trace.argument(spot, place.number)
                if argument is not None and place.path:
                    found.extend(self.trace.member(argument, place.path[0]))
                elif argument is not None:
                    found.append(argument)
        return found

    def _aliased(self, spot: Spot) -> Table | None:
        table, alias = self.trace.argument(spot, 0), self.trace.argument(spot, 1)
        found = self.of(table) if table is not None else None
        if found is None or alias is None:
            return found
        return replace(found, alias=self.text(alias))

    def _of_receiver(self, spot: Spot) -> Table | None:
        receiver = self.trace.receiver(spot)
        return self.of(receiver) if receiver is not None else None

    def _named(self, spot: Spot) -> Table | None:
        """`view.as(query)`, `query.as("name")`, `with("name").as(query)`."""
        receiver, argument = self.trace.receiver(spot), self.trace.argument(spot, 0)
        held = self._of_receiver(spot)
        if held is not None and held.query is None:
            returned = self.trace.returns(argument) if argument is not None else ()
            query = returned[0] if returned else argument
            return replace(held, query=query)
        if argument is None or receiver is None:
            return None
        if isinstance(self.trace.source(argument), lowered.Literal):
            return Table("", alias=self.text(argument), query=receiver)
        named = self._common(receiver)
        returned = self.trace.returns(argument)
        return Table("", alias=named, query=(*returned, argument)[0]) if named else None

    def _common(self, receiver: Spot) -> str:
        """The name of `db.$with("name")`."""
        for one in self.trace.made(receiver):
            argument = self.trace.argument(one, 0)
            if argument is not None and self.trace.means(one) == "with":
                return self.text(argument)
        return ""


__all__ = ["Column", "Table", "Tables"]
