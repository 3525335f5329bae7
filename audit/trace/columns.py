"""Columns as places of the value flow: what is written there by one function is read there by others.

What leaves a column is followed once per run. A path goes through three columns at most, none twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.code import Spot

if TYPE_CHECKING:
    from audit.flow.solver import Event, Reason, Solver
    from audit.flow.tables import Queries
    from audit.model import Path
    from audit.trace.paths import Arrival

MOST = 3
Events = list[tuple["Event", "Reason"]]


class Columns:
    """Seeds by column, in the order in which values came to them."""

    def __init__(self, queries: Queries, ignored: Callable[[str], bool], first: int) -> None:
        self._queries, self._ignored, self._first = queries, ignored, first
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

    def joined(self, direct: tuple[Path, ...], read: dict[str, tuple[Path, ...]]) -> tuple[Path, ...]:
        """Every way on from the columns that `direct` paths write, shortest first; each sink, flow and way once."""
        found: dict[tuple[object, ...], Path] = {}
        work: list[tuple[Path, tuple[str, ...]]] = [
            (path, (column,)) for path in direct if path.flow != "implicit" for column in path.sink.columns
        ]
        while work:
            path, through = work.pop(0)
            for further in read.get(through[-1], ()):
                whole = _joined(path, further, through)
                key = (further.sink, whole.flow, through)
                if key in found:
                    continue
                found[key] = whole
                if further.flow != "implicit" and len(through) < MOST:
                    work.extend((whole, (*through, next_)) for next_ in further.sink.columns if next_ not in through)
        return tuple(found.values())

    def _seed(self, solver: Solver, column: str, number: int) -> None:
        table, _, name = column.rpartition(".")
        for reader in self._queries.readers(table, name):
            if self._ignored(reader.file) or reader.read.implicit:
                continue
            result = self._queries.trace.code.graph(reader.file, reader.unit).calls[reader.call].result
            solver.seed(Spot(reader.file, reader.unit, result), number, reader.read.path)


def _joined(path: Path, further: Path, through: tuple[str, ...]) -> Path:
    order = ("explicit", "argument", "implicit")
    flow = max(path.flow, further.flow, key=order.index)
    sure = path.confidence == further.confidence == "proven"
    return replace(
        further,
        flow=flow,
        confidence="proven" if sure else "possible",
        stored_in=through,
        fields=path.fields,
        steps=(*path.steps, *further.steps),
    )
