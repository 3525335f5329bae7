"""A search: values followed from their seeds on, and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.interfaces import Interfaces
from audit.flow.contexts import IMPLICIT, Seed
from audit.flow.keys import key_of
from audit.flow.settings.variables import Variables
from audit.flow.solver import Solver
from audit.flow.text.texts import Texts
from audit.trace.answering import ANSWERING, Hands
from audit.trace.instances import Instances
from audit.trace.path.chosen import Chosen
from audit.trace.path.controls import controls_of
from audit.trace.path.fields import Fields
from audit.trace.path.losses import escapes_of
from audit.trace.path.passable import Passable
from audit.trace.path.paths import Arrival, paths_of
from audit.trace.sink.failing import ErrorHandlers
from audit.trace.sink.handed_along import HandedAlong
from audit.trace.sink.handed_over import HandedOver
from audit.trace.sink.sinks import Sinks
from audit.trace.watch import Watch

if TYPE_CHECKING:
    from audit.flow.solver import Event, Reason
    from audit.model import Escape, Path
    from audit.trace.engine import Engine
    from audit.trace.path.needing import Needing

Events = list[tuple["Event", "Reason"]]


class Search:
    """Facts of its own, over an engine that others ask as well."""

    def __init__(self, engine: Engine, needs: Needing | None = None) -> None:
        self._engine, origins, responses = engine, engine.origins, engine.responses
        sinks = Sinks(origins, responses, engine.queries)
        self._watch = Watch(
            sinks,
            Instances(origins),
            ErrorHandlers(origins, responses),
            Hands(
                HandedAlong(engine.code, responses, engine.origins.vocabulary),
                HandedOver(origins, engine.routes),
                engine.routes.topics,
            ),
            engine.ignored,
            Interfaces(engine.backwards),
        )
        self.solver = Solver(origins, self._watch)
        self.fields_cut: set[int] = set()
        """The seeds of which not all ways were looked at for what is read."""
        backwards = engine.backwards
        texts = Texts(backwards, Variables(backwards, ()))
        self.solver.library.key_at = lambda spot: key_of(texts.of(spot))
        runs, targets = engine.entries.reachable, backwards.targets
        self._chosen = Chosen(origins, engine.queries)
        self._passable = Passable(engine.code, runs, targets, needs, engine.programs, texts)

    def events(self) -> dict[int, Events]:
        """What was found so far, by seed."""
        found: dict[int, Events] = {}
        for (event, seed), reason in self.solver.events.items():
            found.setdefault(seed.number, []).append((event, reason))
        return found

    def paths(self, events: Events, seed: int, column: str = "") -> tuple[Path, ...]:
        """The paths that the events of a seed make; `column`: what is read where that seed begins."""
        thrown = self._watch.thrown
        fields = Fields(self.solver)
        arrivals = [one for one in self._arrivals(events) if not (column and self._leads_apart(column, one, seed))]
        found = paths_of(self._engine.responses, arrivals, seed, thrown, self._passable, fields)
        if fields.cut:
            self.fields_cut.add(seed)
        return found

    def controls(self, events: Events, seed: int) -> tuple[Path, ...]:
        """The lines on which the value of a seed only decides."""
        return controls_of(self.solver, events, seed)

    def escapes(self, events: Events) -> frozenset[Escape]:
        """Where values were lost from sight."""
        return frozenset(escapes_of(self._engine, self.solver.members, events))

    def columns(self) -> frozenset[str]:
        """The columns that data was written to."""
        return frozenset(
            arrival.shown.column
            for arrival in self._arrivals([(event, reason) for (event, _), reason in self.solver.events.items()])
            if arrival.shown.column is not None and arrival.event.label < IMPLICIT and not arrival.shown.implicit
        )

    def _leads_apart(self, column: str, arrival: Arrival, seed: int) -> bool:
        """Is a column of another table written than was read, where one value chooses both tables?"""
        reasons = (arrival.reason, *self.solver.further.get((arrival.event, Seed(seed)), ()))
        written, end = arrival.shown.column, arrival.event.calls[-1]
        return written is not None and self._chosen.bars(self.solver, reasons, end, column, written)

    def _arrivals(self, events: Events) -> list[Arrival]:
        return [
            Arrival(event, reason, shown, self._watch.contexts_of(event))
            for event, reason in events
            if event.slot >= -1 or event.slot in ANSWERING
            for shown in self._watch.shown_at(event)
        ]
