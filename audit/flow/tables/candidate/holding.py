"""What stands under a name without being a query: a shared projection, a fragment, a view, a statement as a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.extract.sql import Column
from audit.flow.code import Spot
from audit.flow.graph import Place
from audit.link.names import Declared

if TYPE_CHECKING:
    from audit.flow.tables.queries import Queries


class Held(Struct, frozen=True, order=True):
    """The columns in a value, the texts of its SQL, which may name more, and the columns that its statements write."""

    columns: frozenset[Column] = frozenset()
    texts: tuple[str, ...] = ()
    written: frozenset[Column] = frozenset()


class Holding:
    """Answers are kept by name and by value."""

    def __init__(self, queries: Queries) -> None:
        self._queries, self._tables, self._trace = queries, queries.tables, queries.trace
        self._held: dict[Declared, Held] = {}
        self._shown: dict[Spot, Held] = {}

    def holds(self, declared: Declared, column: Column, *, writing: bool) -> bool:
        """Does what a name stands for hold the column: an object of columns, a fragment, a view, a statement?"""
        if declared not in self._held:
            self._held[declared] = _together(map(self._shows, self._values(declared)))
        found = self._held[declared]
        if writing:
            return any(same(one, column) for one in found.written)
        return any(same(one, column) for one in found.columns) or any(f'"{column.name}"' in one for one in found.texts)

    def _values(self, declared: Declared) -> Iterator[Spot]:
        unit = self._trace.code.unit_at(declared.file, declared.at)
        graph = self._trace.code.graph(declared.file, unit)
        for node in graph.kept.get(Place("name", declared.name, declared.at), ()):
            for one in self._trace.made(Spot(declared.file, unit, node)):
                table = self._tables.of(one)
                if table is None or table.query is not None:
                    yield one

    def _shows(self, spot: Spot) -> Held:
        """What a value holds, or what a function gives."""
        graph = self._trace.code.graph(spot.file, spot.unit)
        spots = self._trace.returns(spot) if spot.node in graph.made else (spot,)
        made = [one for each in spots for one in self._trace.made(each)]
        return _together(map(self._columns_in, made))

    def _columns_in(self, spot: Spot) -> Held:
        if spot not in self._shown:
            self._shown[spot] = self._find_columns(spot)
        return self._shown[spot]

    def _find_columns(self, spot: Spot) -> Held:
        sent = self._sent(spot)
        graph = self._trace.code.graph(spot.file, spot.unit)
        if spot.node in graph.class_nodes:
            return _together(map(self._shows, self._trace.statics(spot)))
        if isinstance(self._trace.source(spot), lowered.Object):
            parts = [one for _, value in self._trace.properties(spot) for one in self._trace.made(value)]
            return _together([self._find_value(spot), *map(self._sent, parts)])
        return sent if sent != Held() else self._find_value(spot)

    def _sent(self, spot: Spot) -> Held:
        """What a text says that is a whole statement: somebody sends it."""
        source = self._trace.source(spot)
        text = isinstance(source, lowered.Literal) and isinstance(source.value, str)
        if not text and not (isinstance(source, lowered.Template) and source.tag is None):
            return Held()
        projections = self._queries.projections
        ways = [projections.facts(spot, "", way) for way in range(projections.text(spot).ways)]
        read = (part.column for facts in ways for _, part in projections.read(facts))
        return Held(
            frozenset(one for one in read if one is not None),
            written=frozenset(one.column for facts in ways for one in facts.writes),
        )

    def _find_value(self, spot: Spot) -> Held:
        chain = self._queries.chains.of(spot)
        source = self._trace.source(spot)
        if not isinstance(source, (lowered.Object, lowered.Call, lowered.Member, lowered.Template)) or (
            chain is not None and self._tables.of(spot) is None
        ):
            return Held()
        found = self._queries.projections.expression(spot)
        written = self._trace.site(spot) is not None and chain is None
        pieces = self._queries.projections.text(spot).pieces if written else ()
        return Held(
            frozenset(part.column for _, part in found if part.column is not None),
            tuple(piece for piece in pieces if isinstance(piece, str)),
        )


def _together(several: Iterable[Held]) -> Held:
    every = list(several)
    return Held(
        frozenset().union(*(one.columns for one in every)),
        tuple(text for one in every for text in one.texts),
        frozenset().union(*(one.written for one in every)),
    )


def same(one: Column, other: Column) -> bool:
    """Is it the column, or may it be (its name is computed)?"""
    if one.name != other.name and "*" not in (one.name, other.name):
        return False
    return one.table == other.table
