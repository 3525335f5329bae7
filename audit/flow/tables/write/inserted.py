"""What an upsert puts into a column of a row that is there already: of what the same query would have inserted.

`excluded.name` is what the query gives for that column, whatever the column holds. Such a value is written by the call
that is given the rows, which stands before the one that says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.sql import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.code import Spot
    from audit.flow.tables.chains import Chain, Chains
    from audit.flow.tables.model import ColumnWrite

EXCLUDED = "excluded"
"""The table of SQL that has the rows which were not inserted."""


class Inserted:
    """`put` says what the last step of a chain is given to write."""

    def __init__(self, chains: Chains, put: Callable[[Chain], tuple[ColumnWrite, ...]]) -> None:
        self._chains, self._put = chains, put

    def of(self, chain: Chain) -> tuple[ColumnWrite, ...]:
        """What the last step of a chain writes, with what a later one takes of it."""
        step, puts = chain.steps[-1], self._put(chain)
        if step.row.step == "rows":
            later = [one for one in map(self._chains.of, self._behind(step.spot)) if one is not None]
            upserts = [one for one in later if one.steps[-1].row.step == "upsert"]
            taken = (each for one in upserts for put in self._put(one) for each in _taken(put, puts))
            return tuple(dict.fromkeys((*puts, *taken)))
        if not any(map(takes_inserted, puts)):
            return puts
        known = any(step.spot in self._behind(one.spot) for one in chain.named("rows"))
        return tuple(
            each for put in puts for each in ((put,) if not takes_inserted(put) else _copied(put, known=known))
        )

    def _behind(self, spot: Spot) -> Iterator[Spot]:
        """The calls that follow at once, one on what the other gives."""
        graph = self._chains.trace.code.graph(spot.file, spot.unit)
        following = {site.receiver: site.result for site in graph.calls if site.receiver >= 0}
        seen = {spot.node}
        while (node := following.get(spot.node, spot.node)) not in seen:
            seen.add(node)
            spot = replace(spot, node=node)
            yield spot


def takes_inserted(put: ColumnWrite) -> bool:
    """Does a column get what another one, or the same, would have got?"""
    return any(column.table.lower() == EXCLUDED for column in put.columns)


def _taken(put: ColumnWrite, inserted: tuple[ColumnWrite, ...]) -> Iterator[ColumnWrite]:
    """What of the rows that are given goes into a column; into the column itself that is nothing new."""
    names = {column.name for column in put.columns if column.table.lower() == EXCLUDED} - {put.column.name}
    for one in inserted:
        if one.column.name in names:
            yield replace(one, column=put.column, how=put.how, implicit=one.implicit or put.implicit)


def _copied(put: ColumnWrite, *, known: bool) -> Iterator[ColumnWrite]:
    """Nothing where the call that is given the rows says it; where that is not known, as if the column were copied."""
    columns = tuple(Column(put.column.table, column.name) for column in put.columns)
    if not known and put.column not in columns:
        yield replace(put, columns=columns)
