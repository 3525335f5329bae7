"""What a trace asks the engine for: sinks, decisions, columns, and places where a value is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import Spot
from audit.flow.contexts import DATA, IMPLICIT, REJECTED, STORED, Context, Fact, deciding, is_hidden
from audit.flow.solver import Event, Exit, Reason, Solver
from audit.trace.answering import ANSWERING, ASKED, DECIDED, LOST, RETURNED, Answering, Hands
from audit.trace.sink.listening import listens
from audit.trace.sink.sinks import Shown, Sinks

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.backward.interfaces import Interfaces
    from audit.flow.backward.values import Func, Value
    from audit.flow.code import FunctionId
    from audit.flow.contexts import Path
    from audit.flow.routes.topics import Heard
    from audit.flow.solver.dropping import Drop
    from audit.trace.instances import Instances
    from audit.trace.sink.failing import ErrorHandlers


class Watch(Answering):
    """Follows explicit, argument and implicit data through production code."""

    implicit = True
    answers = True
    callbacks = True
    instances = True
    guesses = True

    def __init__(
        self,
        sinks: Sinks,
        instances: Instances,
        failing: ErrorHandlers,
        hands: Hands,
        ignored: Callable[[str], bool],
        interfaces: Interfaces,
    ) -> None:
        super().__init__(sinks, failing, hands)
        self._instances, self._ignored = instances, ignored
        self._interfaces = interfaces
        self.shown: dict[tuple[str, int, int, int, tuple[str, ...]], tuple[Shown, ...]] = {}

    def reached(self, solver: Solver, fact: Fact, call: int, slot: int) -> bool:
        if fact.carried not in DATA or is_hidden(fact.path):
            return False
        file, unit = fact.context.function.file, fact.context.function.unit
        site = fact.context.graph.calls[call]
        if slot < 0 and (fact.carried == STORED or fact.label >= IMPLICIT) and self._sinks.passes(site.method):
            solver.add(fact.at(site.result), fact)  # a query that goes on where another function began it
            return False
        callees = solver.callees(fact.context, site)
        shown = self._sinks.at((file, unit, call), callees, slot, fact.path)
        if shown:
            self._shows(fact, call, slot, shown)
        if slot >= 0 and fact.label < IMPLICIT:
            self._passes(solver, fact, call, slot, shown=bool(shown))
            self._chooses(solver, fact, call, slot)
        if slot >= 0 and any(one.column is not None for one in shown):
            for node, path in self._sinks.given_back((file, unit, call), slot, fact.path):
                solver.add(fact.part(node, path), fact)
        return bool(_told(shown, fact.label))

    def writes_json(self, solver: Solver, fact: Fact, call: int, slot: int) -> bool:
        place = (fact.context.function.file, fact.context.function.unit, call)
        return slot >= 0 and self._sinks.writes_json(place, callees_of(solver, fact, call), slot, fact.path)

    def _passes(self, solver: Solver, fact: Fact, call: int, slot: int, *, shown: bool) -> None:
        """What a statement gives back of what it was given, and what is lost in it."""
        place = (fact.context.function.file, fact.context.function.unit, call)
        lost = self._sinks.keeps(place, slot, fact.path, shown=shown)
        if lost:
            self.tell(solver, fact, LOST, call)
        for node, path in self._sinks.echoed(place, slot, fact.path):
            solver.add(fact.part(node, path), Reason(fact, guess=lost))

    def _chooses(self, solver: Solver, fact: Fact, call: int, slot: int) -> None:
        """What a query is asked for only decides about what it gives."""
        if fact.carried == "value" and self.chooses(fact, call, slot):
            self.tell(solver, fact, ASKED, fact.node)
            result = fact.context.graph.calls[call].result
            solver.add(Fact(fact.context, result, (), fact.carried, deciding(fact.label)), fact)

    def chooses(self, fact: Fact, call: int, slot: int) -> bool:
        file, unit = fact.context.function.file, fact.context.function.unit
        return slot >= 0 and self._sinks.chooses((file, unit, call), slot, fact.path)

    def shown_back(self, solver: Solver, fact: Fact, call: int) -> bool:
        shown = (Shown("view"),)
        self._shows(fact, call, -1, shown)
        return bool(_told(shown, fact.label))

    def _shows(self, fact: Fact, call: int, slot: int, shown: tuple[Shown, ...]) -> None:
        """A call shows a fact that it is given, or gives back."""
        place = (fact.context.function.file, fact.context.function.unit, call)
        self.shown[*place, slot, fact.path] = shown
        self._contexts.setdefault((place, slot, fact.path), {})[fact.context] = None

    def swallowed(self, solver: Solver, fact: Fact, call: int, slot: int) -> bool:
        file, unit = fact.context.function.file, fact.context.function.unit
        if slot < 0:
            return self._sinks.is_answer(file, unit, call)
        return self._sinks.asks_table(file, unit, call)

    def shown_at(self, event: Event) -> tuple[Shown, ...]:
        """The sinks of an event."""
        if event.slot in ANSWERING:  # of failures not all are shown, where somebody has said what is shown of them
            return (self._answered.get((event.calls[-1], event.slot), Shown("http", sure=event.slot == RETURNED)),)
        file, unit, call = event.calls[-1]
        return _told(self.shown.get((file, unit, call, event.slot, event.path), ()), event.label)

    def targets(self, solver: Solver, file: str, unit: int, call: int) -> tuple[Func, ...]:
        """Those of the instances that come there; methods with the names that lists and texts have are too many."""
        method = solver.code.graph(file, unit).calls[call].method
        known = solver.origins.vocabulary.library.built_in(method)
        return () if known else self._interfaces.of_instances((file, unit, call))

    def held(self, spot: Spot, path: Path) -> tuple[Func, ...]:
        return self._interfaces.held(spot, path)

    def shows(self, solver: Solver, fact: Fact, call: int) -> bool:
        file, unit = fact.context.function.file, fact.context.function.unit
        return self._sinks.concerns(file, unit, call, callees_of(solver, fact, call))

    def decided(self, solver: Solver, fact: Fact, node: int) -> None:
        """The value is a condition, or a `catch` takes that it is not there: its line is where the decision is made."""
        if fact.carried == "value" and (fact.label < IMPLICIT or fact.path[-1:] == REJECTED):
            self.tell(solver, fact, DECIDED, fact.node)

    def failed(self, solver: Solver, fact: Fact) -> None:
        """That an access failed somewhere below is known to a `try`, and the code goes on otherwise."""
        known = solver.known(fact)
        if known is not None and fact.carried == "value" and fact.label >= IMPLICIT and not fact.path:
            self.tell(solver, known, DECIDED, fact.node)

    def lost(self, solver: Solver, fact: Fact, call: int, slot: int) -> None:
        file, unit = fact.context.function.file, fact.context.function.unit
        callees = callees_of(solver, fact, call)
        if fact.carried in DATA and fact.label < IMPLICIT and not self._sinks.concerns(file, unit, call, callees):
            self.tell(solver, fact, LOST, call)

    def answered(self, function: FunctionId) -> bool:
        return self._sinks.is_surely_entry(function)

    def dropped(self, solver: Solver, at: tuple[Context, int], drop: Drop, reason: Reason) -> None:
        context, call = at
        file, unit = context.function.file, context.function.unit
        if drop.label >= IMPLICIT or (drop.back and not self._is_ignored(drop.context)):
            return
        callees = solver.callees(context, context.graph.calls[call])
        if not self._sinks.concerns(file, unit, call, callees) and not self._is_registered(callees, reason):
            event = Event(((file, unit, call),), LOST, (), "", drop.label)
            solver.leave(drop.context, Exit("event", LOST, event, (), "", drop.label), reason)

    def _is_registered(self, callees: tuple[Value, ...], reason: Reason) -> bool:
        """Is a value given to a call that brings handlers to routes? What becomes of what unknown code has made of it
        is not known, where the call does not show that.
        """
        made = reason.fact is not None and reason.fact.doubt
        return not reason.left and self._sinks.registers(callees, made=made)

    def _is_ignored(self, context: Context) -> bool:
        """Does a framework that calls the function do nothing with what it gives back?"""
        ignored = self._sinks.is_surely_entry(context.function) and not self._sinks.answer(context.function)
        return ignored or listens(context.graph, context.function.number)

    def passed_on(self, solver: Solver, fact: Fact, call: int) -> tuple[FunctionId, ...]:
        file, unit = fact.context.function.file, fact.context.function.unit
        found = self._failing.of(Spot(file, unit, fact.context.graph.calls[call].callee))
        for one in found:
            self.thrown.setdefault(one, {})
        return found

    def heard(self, solver: Solver, fact: Fact, call: int, path: Path) -> tuple[Heard, ...]:
        return self._topics.told(fact.context.function.file, fact.context.function.unit, call, path)

    def method_uses(self, solver: Solver, file: str, class_at: int, name: str) -> tuple[Spot, ...]:
        return self._instances.uses(file, class_at, name)

    def reads_beside(self, function: FunctionId) -> tuple[tuple[Spot, Path], ...]:
        return self._instances.beside(function)

    def matters(self, file: str) -> bool:
        return not self._ignored(file)


def _told(shown: tuple[Shown, ...], label: int) -> tuple[Shown, ...]:
    """The sinks that are worth a path. That a line is logged or not says nothing of the value that decided it."""
    return shown if label < IMPLICIT else tuple(one for one in shown if one.kind != "log")


def callees_of(solver: Solver, fact: Fact, call: int) -> tuple[Value, ...]:
    """What a call may call where a fact stands."""
    return solver.callees(fact.context, fact.context.graph.calls[call])
