"""The trace of a run: every access in production, followed to its sinks in one run of the engine.

What is stored in a column is followed on from every query that reads it: columns are seeds of their own, computed once,
however many accesses write them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.code import Code, FunctionId
from audit.flow.origins import Origins
from audit.flow.routes import Routes
from audit.flow.solver import Solver
from audit.flow.tables import Queries
from audit.link.names import Names
from audit.model import Access, Escape, Path
from audit.rulebook import VocabularyIndex, load_vocabulary
from audit.trace.columns import Columns
from audit.trace.entries import Entries
from audit.trace.instances import Instances
from audit.trace.paths import Arrival, paths_of
from audit.trace.reach import reach_of
from audit.trace.seeds import start_of
from audit.trace.sinks import Responses, Sinks
from audit.trace.watch import DECIDED, LOST, Watch

if TYPE_CHECKING:
    from audit.flow.solver import Event, Reason
    from audit.link.program import Program
    from audit.rulebook import Rules
    from audit.trace.seeds import Start


def trace(program: Program, rules: Rules, accesses: tuple[Access, ...]) -> tuple[Access, ...]:
    """The accesses with paths, escapes and reach; those outside of production as they are."""
    return _Trace(program, rules).of(accesses)


class _Trace:
    def __init__(self, program: Program, rules: Rules) -> None:
        self._ignored = lambda file: rules.scope.of(file) == "test"
        self._code = Code(program)
        names = Names(program)
        origins = Origins(self._code, names, VocabularyIndex(load_vocabulary(), "javascript"))
        routes, queries = Routes(origins, self._ignored), Queries(origins)
        self._responses = Responses(routes)
        self._watch = Watch(Sinks(origins, self._responses, queries), Instances(origins, self._ignored), self._ignored)
        self._solver = Solver(origins, self._watch)
        self._columns = Columns(queries, self._ignored)
        self._entries = Entries(self._code, names, self._ignored, routes.is_entry)

    def of(self, accesses: tuple[Access, ...]) -> tuple[Access, ...]:
        """Accesses of production and of the client, followed; the rest as it is."""
        starts = {
            number: start_of(self._code, access)
            for number, access in enumerate(accesses)
            if access.scope in ("production", "client") and access.language != "python"
        }
        for number, start in starts.items():
            if start is not None:
                self._solver.seed(start.spot, number, (), start.carried)
        self._solver.run()
        self._columns.follow(self._solver, self._arrivals, len(accesses))
        events = self._by_seed()
        read = {
            column: paths_of(self._solver, self._responses, self._arrivals(events.get(seed, [])))
            for column, seed in self._columns.seeds.items()
        }
        return tuple(
            self._followed(access, starts[number], events.get(number, []), read) if number in starts else access
            for number, access in enumerate(accesses)
        )

    def _by_seed(self) -> dict[int, list[tuple[Event, Reason]]]:
        found: dict[int, list[tuple[Event, Reason]]] = {}
        for (event, seed), reason in self._solver.events.items():
            found.setdefault(seed.number, []).append((event, reason))
        return found

    def _arrivals(self, events: list[tuple[Event, Reason]]) -> list[Arrival]:
        return [
            Arrival(event, reason, shown)
            for event, reason in events
            if event.slot not in (DECIDED, LOST)
            for shown in self._watch.shown_at(event)
        ]

    def _followed(
        self,
        access: Access,
        start: Start | None,
        events: list[tuple[Event, Reason]],
        read: dict[str, tuple[Path, ...]],
    ) -> Access:
        """An access with the paths that lead from it, also by way of columns, whose own paths are `read`."""
        if start is None:
            place = (access.file, access.line, access.column)
            lost = (Escape(*place, "unresolved-call", "the code at this place was not understood"),)
            return replace(access, escapes=lost, reach="escapes")
        graph = self._code.graph(start.spot.file, start.spot.unit)
        function = FunctionId(start.spot.file, start.spot.unit, graph.function[start.spot.node])
        arrivals = self._arrivals(events)
        direct = paths_of(self._solver, self._responses, arrivals)
        paths = (*direct, *self._columns.joined(direct, read))
        escapes = tuple(
            sorted({*self._cut(access), *(self._escape(event) for event, _ in events if event.slot == LOST)})
        )
        reach = reach_of(paths, escapes, reachable=self._entries.reachable(function))
        return replace(access, paths=paths, escapes=escapes, reach=reach)

    def _cut(self, access: Access) -> tuple[Escape, ...]:
        """One search follows all accesses: where it was cut, any of them may come further than its paths say."""
        if not self._solver.cut:
            return ()
        note = "the search was cut; the paths may not be all"
        return (Escape(access.file, access.line, access.column, "budget", note),)

    def _escape(self, event: Event) -> Escape:
        file, unit, call = event.calls[-1]
        graph = self._code.graph(file, unit)
        position = self._code.program.position(file, graph.at[graph.calls[call].callee])
        return Escape(file, position.line, position.column, "unmodelled-code", "what this call does is not known")
