"""The trace of a run: every access in production, followed to its sinks in one run of the engine.

What is stored in a column is followed on from every query that reads it: columns are seeds of their own, computed once,
however many accesses write them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.code import FunctionId
from audit.model import Access, Escape, Path
from audit.stages import doing, each
from audit.trace.columns import Columns, Events
from audit.trace.controls import controls_of
from audit.trace.engine import Engine, engine_for
from audit.trace.entries import Entries
from audit.trace.joining import joined
from audit.trace.losses import escapes_of
from audit.trace.paths import Arrival, paths_of
from audit.trace.reach import reach_of
from audit.trace.seeds import start_of
from audit.trace.watch import RETURNED

if TYPE_CHECKING:
    from collections.abc import Container

    from audit.flow.solver import Event, Reason
    from audit.link.program import Program
    from audit.link.python_program import PythonProgram
    from audit.rulebook import Rules
    from audit.trace.seeds import Start


FOLLOWED = ("production", "client")
"""Scopes whose accesses are followed."""


def trace(program: Program, rules: Rules, accesses: tuple[Access, ...]) -> Traced:
    """Follow the accesses of production and of the client; those outside of both stay as they are."""
    traced = Traced(engine_for(program, rules), accesses)
    if any(access.language == "python" and access.scope in FOLLOWED for access in accesses):
        traced.accesses = _with_scripts(program, rules, traced)
    return traced


def _with_scripts(program: Program, rules: Rules, traced: Traced) -> tuple[Access, ...]:
    """The accesses with those of Python files followed, by an engine over Python files; columns are common to both."""
    from audit.trace.scripts import script_engine

    traced.scripts, traced.reading = script_engine(program, rules)
    followed = Traced(traced.scripts, traced.accesses, "python").accesses
    return tuple(traced.read_on(access) if access.language == "python" else access for access in followed)


class Traced:
    """The accesses with paths, escapes and reach, and the engine that found them, which can be asked on."""

    def __init__(self, engine: Engine, accesses: tuple[Access, ...], language: str = "") -> None:
        self.engine, self._python = engine, language == "python"
        self.scripts: Engine | None = None
        self.reading: PythonProgram | None = None
        self._columns = Columns(engine.queries, engine.bridges, engine.ignored, len(accesses))
        self.entries = Entries(engine.code, engine.names, engine.ignored, engine.routes.is_entry, engine.packages.gives)
        self.accesses = self._of(accesses)

    def close(self) -> None:
        """End what reads Python files: `scripts`, the engine over these, can then be asked nothing new."""
        if self.reading is not None:
            self.reading.close()

    def columns(self, table: str, only: Container[str] | None = None) -> dict[str, tuple[Path, ...]]:
        """Where what is read from each column of a table ends up, or from some, whether or not an access writes it.

        Names are those of the database. Paths lead from the reads to sinks, other columns among them, and not on from
        there.
        """
        known = self.engine.queries.tables.named(table)
        names = [name for _, name in known.columns if only is None or name in only] if known is not None else []
        self._columns.seed(self.engine.solver, [f"{table}.{name}" for name in names])
        self.engine.solver.run()
        events = self._by_seed()
        return {name: self._read(f"{table}.{name}", events) for name in names}

    def read_on(self, access: Access) -> Access:
        """An access that was followed elsewhere, with the ways on from the columns that it writes."""
        written = {column for path in access.paths if path.flow != "implicit" for column in path.sink.columns}
        tables = sorted({column.rpartition(".")[0] for column in written})
        read = {f"{table}.{name}": paths for table in tables for name, paths in self.columns(table).items()}
        paths = (*access.paths, *joined(access.paths, read))
        if len(paths) == len(access.paths):
            return access
        reach = reach_of(paths, access.escapes, reachable=access.reach != "unreachable")
        return replace(access, paths=paths, reach=reach)

    def _of(self, accesses: tuple[Access, ...]) -> tuple[Access, ...]:
        solver = self.engine.solver
        starts = {
            number: start_of(self.engine.code, access)
            for number, access in enumerate(accesses)
            if access.scope in FOLLOWED and (access.language == "python") == self._python
        }
        doing(f"following {len(starts):,} accesses")
        for number, start in starts.items():
            if start is not None:
                solver.seed(start.spot, number, (), start.carried)
        solver.run()
        self._columns.follow(solver, self._arrivals)
        events = self._by_seed()
        read = {column: self._read(column, events) for column in self._columns.seeds}
        stored = {column: events.get(number, []) for column, number in self._columns.seeds.items()}
        return tuple(
            self._followed(access, number, starts[number], events.get(number, []), read, stored)
            if number in starts
            else access
            for number, access in enumerate(each("writing down paths", accesses))
        )

    def _read(self, column: str, events: dict[int, list[tuple[Event, Reason]]]) -> tuple[Path, ...]:
        arrivals = self._arrivals(events.get(self._columns.seeds[column], []))
        return paths_of(self.engine.solver, self.engine.responses, arrivals, self._columns.seeds[column])

    def _by_seed(self) -> dict[int, list[tuple[Event, Reason]]]:
        found: dict[int, list[tuple[Event, Reason]]] = {}
        for (event, seed), reason in self.engine.solver.events.items():
            found.setdefault(seed.number, []).append((event, reason))
        return found

    def _arrivals(self, events: list[tuple[Event, Reason]]) -> list[Arrival]:
        return [
            Arrival(event, reason, shown, self.engine.watch.contexts_of(event))
            for event, reason in events
            if event.slot >= -1 or event.slot == RETURNED
            for shown in self.engine.watch.shown_at(event)
        ]

    def _followed(
        self,
        access: Access,
        number: int,
        start: Start | None,
        events: Events,
        read: dict[str, tuple[Path, ...]],
        stored: dict[str, Events],
    ) -> Access:
        """An access with the paths that lead from it, also by way of columns, whose own paths are `read`.

        `stored` is what became of values that were read from columns.
        """
        if start is None:
            place = (access.file, access.line, access.column)
            lost = (Escape(*place, "unresolved-call", "the code at this place was not understood"),)
            return replace(access, escapes=lost, reach="escapes")
        graph = self.engine.code.graph(start.spot.file, start.spot.unit)
        function = FunctionId(start.spot.file, start.spot.unit, graph.function[start.spot.node])
        arrivals = self._arrivals(events)
        solver = self.engine.solver
        direct = paths_of(solver, self.engine.responses, arrivals, number)
        paths = (*direct, *joined(direct, read))
        told = [*events, *(one for column in _stored_in(paths) for one in stored.get(column, []))]
        escapes = tuple(sorted({*self._cut(access), *escapes_of(self.engine, self.entries, told)}))
        reach = reach_of(paths, escapes, reachable=self.entries.reachable(function))
        if reach == "contained":
            paths = (*paths, *controls_of(solver, events, number))
            reach = reach_of(paths, escapes, reachable=True)
        return replace(access, paths=paths, escapes=escapes, reach=reach)

    def _cut(self, access: Access) -> tuple[Escape, ...]:
        """One search follows all accesses: where it was cut, any of them may come further than its paths say."""
        notes = (
            (self.engine.solver.cut, "the search was cut; the paths may not be all"),
            (self.engine.routes.cut, "the search for routes was cut; the routes of paths may not be all"),
        )
        return tuple(Escape(access.file, access.line, access.column, "budget", note) for cut, note in notes if cut)


def _stored_in(paths: tuple[Path, ...]) -> list[str]:
    """The columns that a value itself comes to."""
    followed = [path for path in paths if path.flow != "implicit"]
    return sorted({column for path in followed for column in (*path.stored_in, *path.sink.columns)})
