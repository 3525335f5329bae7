"""Columns as places of the value flow: what is written there by one function is read there by others.

What leaves a column is followed once per run; `audit.trace.joining` puts the ways together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from audit.flow.code import Spot
from audit.flow.contexts import STORED
from audit.trace.joining import MOST

if TYPE_CHECKING:
    from audit.flow.solver import Event, Reason, Solver
    from audit.flow.tables import Queries
    from audit.trace.bridges import Bridges
    from audit.trace.paths import Arrival

Events = list[tuple["Event", "Reason"]]


class Columns:
    """Seeds by column, in the order in which values came to them."""

    def __init__(self, queries: Queries, bridges: Bridges, ignored: Callable[[str], bool], first: int) -> None:
        self._queries, self._bridges, self._ignored, self._first = queries, bridges, ignored, first
        self.seeds: dict[str, int] = {}

    def follow(self, solver: Solver, arrivals: Callable[[Events], list[Arrival]]) -> None:
        """Seed every column that data was written to, as often as that leads to new ones."""
        for _ in range(MOST):
            written = {
                arrival.shown.column
                for (event, _seed), reason in list(solver.events.items())
                for arrival in arrivals([(event, reason)])
                if arrival.shown.column is not None and arrival.event.label < 2 and not arrival.shown.implicit
            }
            new = sorted(written - self.seeds.keys())
            if not new:
                return
            self.seed(solver, new)
            solver.run()

    def seed(self, solver: Solver, columns: Iterable[str]) -> None:
        """Let values begin at every read of columns, of each only once."""
        for column in columns:
            if column not in self.seeds:
                self.seeds[column] = self._first + len(self.seeds)
                self._seed(solver, column, self.seeds[column])

    def _seed(self, solver: Solver, column: str, number: int) -> None:
        table, _, name = column.rpartition(".")
        for copy in ((table, name), *self._bridges.columns(table, name)):
            self._read(solver, *copy, number)
        for spot, path in self._bridges.starts(table, name):
            solver.seed(spot, number, path, STORED)

    def _read(self, solver: Solver, table: str, name: str, number: int) -> None:
        for reader in self._queries.readers(table, name):
            if self._ignored(reader.file) or reader.read.implicit:
                continue
            result = self._queries.trace.code.graph(reader.file, reader.unit).calls[reader.call].result
            solver.seed(Spot(reader.file, reader.unit, result), number, reader.read.path, STORED)
