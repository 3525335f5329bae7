"""What a query asks for its rows by: the values of the program in its conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.sql import Column
from audit.flow.tables.fragments import LEAST
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.tables.chains import Chain, Step
    from audit.flow.tables.read.filters import Filters
    from audit.flow.tables.read.left_out import LeftOut


class AskedBy:
    """Answers by chain."""

    def __init__(self, filters: Filters, rows: LeftOut) -> None:
        self._filters, self._rows = filters, rows
        self._chains, self._projections = filters.chains, filters.projections

    def holes(self, chain: Chain) -> tuple[Spot, ...]:
        """The values of the program in a chain's conditions."""
        found: dict[Spot, None] = {}
        for step in chain.steps:
            found.update((value, None) for _, value in self._by_key(step))
            for spot, kind in self._filters.conditions(step):
                said = self._filters.said(step, spot, kind)
                found.update((one.value, None) for one in said or ())
                text = self._projections.text(spot, kind) if said is None else None
                found.update((hole.spot, None) for hole in (text.holes if text is not None else ()))
        return tuple(found)

    def keys(self, chain: Chain, ties: frozenset[tuple[str, str]], operators: tuple[str, ...]) -> tuple[Spot, ...]:
        """The values that `operators` compare the columns in `ties` to: they say which rows a chain asks for."""
        tables = {table for table, _ in ties}
        found = (
            value
            for column, value in self.pairs(chain, operators)
            if tuple(column) in ties or (not column.name and column.table in tables)
        )
        return tuple(dict.fromkeys(found))

    def pairs(self, chain: Chain, operators: tuple[str, ...]) -> Iterator[tuple[Column, Spot]]:
        """What a chain compares with values of the program by `operators`, where that holds for each of its rows."""
        for step in chain.steps:
            for spot, kind in self._rows.conditions(step) if not step.maybe else ():
                said = self._filters.said(step, spot, kind)
                for each in said or ():
                    if each.sure and each.op in operators:
                        yield self._rows.base(chain, Column("", each.key)), each.value
                way = 0 if self._projections.text(spot, kind).every == 1 else LEAST
                text = self._projections.text(spot, kind, way)
                for one in self._projections.facts(spot, kind, way).predicates if said is None else ():
                    if one.positive and not one.arm and one.clause == "where" and one.op in operators:
                        numbers = (hole for hole in one.holes if isinstance(hole, int))
                        yield from ((self._rows.base(chain, one.column), text.holes[number].spot) for number in numbers)
            yield from self._by_key(step)

    def _by_key(self, step: Step) -> Iterator[tuple[Column, Spot]]:
        """What a row is asked for by without the name of a column (`findByPk(id)`)."""
        table = self._chains.table(step) if step.row.key and not step.maybe else None
        for place in places_of(step.row.key or "") if table is not None else ():
            held = self._chains.place(step.spot, place)
            if held is not None and table is not None:
                yield Column(table.name, ""), held
