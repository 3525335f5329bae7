"""Columns as places of the value flow: what is written there by one function is read there by others.

What leaves a column is followed once per run, whoever wrote it; `audit.trace.joining` puts the ways together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import STORED, Fact, Seed
from audit.model import Path, Sink, Step
from audit.trace.joining import MOST
from audit.trace.search import Search

if TYPE_CHECKING:
    from audit.flow.contexts import Path as Steps
    from audit.flow.tables import Reader
    from audit.flow.tables.model import Through
    from audit.model import Escape
    from audit.trace.engine import Engine


class Columns:
    """Where values of columns end up. The search for that is apart from that of accesses: no fact belongs to both."""

    def __init__(self, engine: Engine) -> None:
        self._queries, self._bridges, self._ignored = engine.queries, engine.bridges, engine.ignored
        self._runs = engine.entries.reachable
        self._code, self._search = engine.code, Search(engine)
        self._seeds: dict[str, int] = {}
        self._copies: dict[str, tuple[Path, ...]] = {}
        """The paths of a column into others that the database itself takes."""
        self._paths: dict[str, tuple[Path, ...]] = {}
        """Paths that were put together, as long as nothing else is followed."""

    @property
    def cut(self) -> bool:
        """Did the search run out of its budget?"""
        return self._search.solver.cut

    @property
    def known(self) -> tuple[str, ...]:
        """The columns that were followed so far."""
        return tuple(self._seeds)

    def let_go(self) -> None:
        """Nothing more is to be asked: what comes now can stand where the facts were."""
        self._search.solver.let_go()

    def follow(self, written: Iterable[str]) -> None:
        """Follow what is written to columns, and what is written with what is read from these."""
        for _ in range(MOST):
            new = sorted(set(written) - self._seeds.keys())
            if not new:
                return
            self._follow(new)
            copied = (path.sink.columns for column in new for path in self._copies[column])
            written = self._search.columns() | {name for names in copied for name in names}

    def paths(self, columns: Collection[str]) -> dict[str, tuple[Path, ...]]:
        """Where what is read from each of these columns ends up."""
        self._follow(columns)
        new = [one for one in columns if one not in self._paths]
        found = self._search.events() if new else {}
        for one in new:
            seed = self._seeds[one]
            self._paths[one] = (*self._search.paths(found.get(seed, []), seed, one), *self._copies[one])
        return {one: self._paths[one] for one in columns}

    def escapes(self, columns: Collection[str]) -> dict[str, frozenset[Escape]]:
        """Where what is read from each of these columns was lost from sight."""
        self._follow(columns)
        found = self._search.events()
        return {one: self._search.escapes(found.get(self._seeds[one], [])) for one in columns}

    def _follow(self, columns: Iterable[str]) -> None:
        """Let values begin at every read of columns, of each only once."""
        new = [column for column in columns if column not in self._seeds]
        for column in new:
            self._seeds[column] = len(self._seeds)
            self._copies[column] = tuple(self._copied(column))
            self._seed(column, self._seeds[column])
        if new:
            self._paths.clear()
            self._search.solver.run()

    def _seed(self, column: str, number: int) -> None:
        table, _, name = column.rpartition(".")
        for copy in ((table, name), *self._bridges.columns(table, name)):
            self._read(*copy, number)
        for spot, path in self._bridges.starts(table, name):
            self._search.solver.seed(spot, number, path, STORED)

    def _copied(self, column: str) -> Iterator[Path]:
        """The statements that copy a column into another one."""
        table, _, name = column.rpartition(".")
        for copy in self._queries.copies(table, name):
            file, write = copy.file, copy.write
            target = f"{write.column.table}.{write.column.name}"
            if self._ignored(file) or write.implicit or target == column:
                continue
            at = write.at if write.at >= 0 else self._code.graph(file, copy.unit).calls[copy.call].at
            place = self._code.program.position(file, at)
            sink = Sink(kind="database", file=file, line=place.line, column=place.column, columns=(target,))
            step = Step(file, place.line, place.column, f"copied into {target}")
            yield Path(sink=sink, flow="explicit", confidence="proven" if write.sure else "possible", steps=(step,))

    def _read(self, table: str, name: str, number: int) -> None:
        """Let values begin at the reads of a column that anything can run."""
        for reader in self._queries.readers(table, name):
            if self._ignored(reader.file) or reader.read.implicit:
                continue
            graph = self._code.graph(reader.file, reader.unit)
            spot = Spot(reader.file, reader.unit, graph.calls[reader.call].result)
            if not self._runs(FunctionId(reader.file, reader.unit, graph.function[spot.node])):
                continue
            if reader.through:
                self._given(reader.through, spot, number, reader.read.path)
                continue
            self._search.solver.seed(spot, number, reader.read.path, STORED)
            for spot, path in self._called_back(reader):
                self._search.solver.seed(spot, number, path, STORED)

    def _given(self, through: tuple[Through, ...], spot: Spot, number: int, path: Steps) -> None:
        """Rows of what a function is given go to those who give it that."""
        solver, context = self._search.solver, None
        for one in through:
            result = Spot(one.file, one.unit, self._code.graph(one.file, one.unit).calls[one.call].result)
            here = solver.root(result, Seed(number)) if context is None else solver.inside(context, result)
            context = solver.entered_for(here, one.call, (one.function, one.position), number, guess=one.guess)
        there = solver.inside(context, spot) if context is not None else None
        if there is not None:
            solver.add(Fact(there, spot.node, path, STORED), None)

    def _called_back(self, reader: Reader) -> Iterator[tuple[Spot, Steps]]:
        """Where functions get the rows of a query that calls them: `query(text, (error, result) => …)`."""
        graph = self._code.graph(reader.file, reader.unit)
        path = reader.read.path
        for node in graph.calls[reader.call].arguments[1:]:
            parameters = graph.functions[graph.made[node]].parameters if node in graph.made else ()
            if len(parameters) > 1:
                yield Spot(reader.file, reader.unit, parameters[1]), path[1:] if path[:1] == ("[0]",) else path
