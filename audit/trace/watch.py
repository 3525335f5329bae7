"""What a trace asks the engine for: sinks, decisions, columns, and places where a value is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.flow.code import Spot
from audit.flow.contexts import DATA, DEEPEST, IMPLICIT, REJECTED, STORED, Context, Fact, deciding, is_hidden, seed_of
from audit.flow.solver import Event, Exit, Reason, Solver, Wanted
from audit.trace.sink.listening import listens
from audit.trace.sink.sinks import Shown, Sinks

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.backward.interfaces import Interfaces
    from audit.flow.backward.values import Func, Value
    from audit.flow.code import FunctionId
    from audit.flow.contexts import Caller, Path
    from audit.flow.routes.topics import Heard, Topics
    from audit.flow.solver.dropping import Drop
    from audit.link.names import External
    from audit.trace.instances import Instances
    from audit.trace.sink.failing import ErrorHandlers
    from audit.trace.sink.handed_along import HandedAlong
    from audit.trace.sink.handed_over import HandedOver

DECIDED, LOST, UNCALLED, RETURNED, LEFT_IN, ASKED, FAILED = -2, -3, -4, -5, -6, -7, -8
ANSWERING = (RETURNED, FAILED)
"""What an event is about, by its slot: arguments of sinks have theirs (0 and more, -1 the receiver). The number of a
decision, of what a query is asked for and of what is returned is that of a node, of an uncalled function its own.
"""


class Hands(NamedTuple):
    """Who hands values on where no call shows it: frameworks, and queues and events with a name."""

    along: HandedAlong
    over: HandedOver
    topics: Topics


class Watch(Wanted):
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
        self._along, self._over, self._topics = hands
        self._answered: dict[tuple[tuple[str, int, int], int], Shown] = {}
        self._sinks, self._instances, self._failing, self._ignored = sinks, instances, failing, ignored
        self._interfaces = interfaces
        self.shown: dict[tuple[str, int, int, int, tuple[str, ...]], tuple[Shown, ...]] = {}
        self.thrown: dict[FunctionId, dict[Context, int]] = {}
        """By the functions that are mounted to take errors, the contexts in which these were thrown, with the label."""
        self._contexts: dict[tuple[tuple[str, int, int], int, tuple[str, ...]], dict[Context, None]] = {}

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
            self.shown[file, unit, call, slot, fact.path] = shown
            self._contexts.setdefault(((file, unit, call), slot, fact.path), {})[fact.context] = None
        if slot >= 0 and fact.label < IMPLICIT:
            self._passes(solver, fact, call, slot, shown=bool(shown))
            self._chooses(solver, fact, call, slot)
        if slot >= 0 and any(one.column is not None for one in shown):
            for node, path in self._sinks.given_back((file, unit, call), slot, fact.path):
                solver.add(fact.part(node, path), fact)
        return bool(_told(shown, fact.label))

    def _passes(self, solver: Solver, fact: Fact, call: int, slot: int, *, shown: bool) -> None:
        """What a statement gives back of what it was given, and what is lost in it."""
        place = (fact.context.function.file, fact.context.function.unit, call)
        lost = self._sinks.keeps(place, slot, fact.path, shown=shown)
        if lost:
            self._tell(solver, fact, LOST, call)
        for node, path in self._sinks.echoed(place, slot, fact.path):
            solver.add(fact.part(node, path), Reason(fact, guess=lost))

    def _chooses(self, solver: Solver, fact: Fact, call: int, slot: int) -> None:
        """What a query is asked for only decides about what it gives."""
        if fact.carried == "value" and self.chooses(fact, call, slot):
            self._tell(solver, fact, ASKED, fact.node)
            result = fact.context.graph.calls[call].result
            solver.add(Fact(fact.context, result, (), fact.carried, deciding(fact.label)), fact)

    def chooses(self, fact: Fact, call: int, slot: int) -> bool:
        file, unit = fact.context.function.file, fact.context.function.unit
        return slot >= 0 and self._sinks.chooses((file, unit, call), slot, fact.path)

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

    def contexts_of(self, event: Event) -> tuple[Context, ...]:
        """Where values stood when they came to the sink of an event."""
        return tuple(self._contexts.get((event.calls[-1], event.slot, event.path), ()))

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
            self._tell(solver, fact, DECIDED, fact.node)

    def failed(self, solver: Solver, fact: Fact) -> None:
        """That an access failed somewhere below is known to a `try`, and the code goes on otherwise."""
        known = solver.known(fact)
        if known is not None and fact.carried == "value" and fact.label >= IMPLICIT and not fact.path:
            self._tell(solver, known, DECIDED, fact.node)

    def lost(self, solver: Solver, fact: Fact, call: int, slot: int) -> None:
        file, unit = fact.context.function.file, fact.context.function.unit
        callees = callees_of(solver, fact, call)
        if fact.carried in DATA and fact.label < IMPLICIT and not self._sinks.concerns(file, unit, call, callees):
            self._tell(solver, fact, LOST, call)

    def answered(self, function: FunctionId) -> bool:
        return self._sinks.is_entry(function)

    def dropped(self, solver: Solver, at: tuple[Context, int], drop: Drop, reason: Reason) -> None:
        context, call = at
        file, unit = context.function.file, context.function.unit
        if drop.label >= IMPLICIT or (drop.back and not self._is_ignored(drop.context)):
            return
        callees = solver.callees(context, context.graph.calls[call])
        if not self._sinks.concerns(file, unit, call, callees) and not self._sinks.registers(callees):
            event = Event(((file, unit, call),), LOST, (), "", drop.label)
            solver.leave(drop.context, Exit("event", LOST, event, (), "", drop.label), reason)

    def _is_ignored(self, context: Context) -> bool:
        """Does a framework that calls the function do nothing with what it gives back?"""
        ignored = self._sinks.is_entry(context.function) and not self._sinks.answer(context.function)
        return ignored or listens(context.graph, context.function.number)

    def passed_on(self, solver: Solver, fact: Fact, call: int) -> tuple[FunctionId, ...]:
        file, unit = fact.context.function.file, fact.context.function.unit
        found = self._failing.of(Spot(file, unit, fact.context.graph.calls[call].callee))
        for one in found:
            self.thrown.setdefault(one, {})
        return found

    def heard(self, solver: Solver, fact: Fact, call: int, path: Path) -> tuple[Heard, ...]:
        return self._topics.told(fact.context.function.file, fact.context.function.unit, call, path)

    def returned(self, solver: Solver, fact: Fact) -> None:
        if fact.path[:1] == REJECTED:  # a promise that is rejected: as if the function threw it
            thrown = Exit("throw", -1, None, fact.path[1:], fact.carried, fact.label)
            self.threw(solver, fact.context, thrown, Reason(fact))
        if fact.carried not in DATA or is_hidden(fact.path):
            return
        function = fact.context.function
        kind = self._sinks.answer(function)
        for spot, path, sure in self._over.of(function, fact.path):
            if seed_of(fact.context).number >= 0:
                there = solver.root(spot, seed_of(fact.context))
                solver.add(Fact(there, spot.node, path, fact.carried, fact.label), Reason(fact, guess=not sure))
        if kind is not None:
            file, unit = function.file, function.unit
            shown = Shown(kind, sure=self._sinks.surely_answers(function))
            self._answered[(file, unit, fact.node), RETURNED] = shown
            self._contexts.setdefault(((file, unit, fact.node), RETURNED, ()), {})[fact.context] = None
            if self._sinks.shows(function, fact.node, fact.path):
                self._tell(solver, fact, RETURNED, fact.node)

    def left_in(self, solver: Solver, caller: Caller, function: FunctionId, effect: Exit, reason: Reason) -> None:
        if effect.carried not in DATA or effect.label >= IMPLICIT:
            return
        context = caller.context
        readers = self._along.readers(function, effect.slot, effect.path)
        place = (context.function.file, context.function.unit, caller.call)
        unknown = caller.argument >= 0 and solver.library.is_unknown(*place, caller.argument)
        if readers is None and unknown and not self.answered(function):
            readers = ()  # nobody knows what becomes of what that code hands out (`ctx.body = item`)
        why = Reason(reason.fact, reason.left, guess=True)
        for spot in readers or ():
            there = solver.root(spot, seed_of(context))
            solver.add(Fact(there, spot.node, effect.path, effect.carried, effect.label), why)
        if readers == ():
            event = Event(((function.file, function.unit, function.number),), LEFT_IN, (), "", effect.label)
            solver.leave(context, Exit("event", LEFT_IN, event, (), "", effect.label), reason)

    def left_outside(self, solver: Solver, context: Context, meaning: External, effect: Exit, reason: Reason) -> None:
        if effect.carried in DATA and effect.label < IMPLICIT:
            self._leave(solver, context, LEFT_IN, context.function.number, effect.label, reason)

    def threw(self, solver: Solver, context: Context, effect: Exit, reason: Reason) -> None:
        """What a handler throws comes to the functions that are mounted to take errors, or to who sent the request, if
        the framework does so.
        """
        seed = seed_of(context)
        if effect.carried not in DATA or effect.label >= IMPLICIT or seed.number < 0:
            return
        made = reason.fact.context.function if reason.fact is not None else context.function
        thrown_at = Spot(made.file, made.unit, reason.fact.node if reason.fact is not None else -1)
        self._told_failed(solver, context, effect, reason, thrown_at)
        for one in self._failing.thrown(context.function, thrown_at) if reason.fact is not None else ():
            thrown = self.thrown.setdefault(one.function, {})
            thrown[context] = min(effect.label, thrown.get(context, effect.label))
            there = solver.nested(one.function.file, one.function.unit, one.function.number, seed)
            path = (*one.path, *effect.path)[:DEEPEST]
            why = Reason(reason.fact, reason.left, guess=True)
            solver.add(Fact(there, one.node, path, effect.carried, effect.label), why)

    def _told_failed(self, solver: Solver, context: Context, effect: Exit, reason: Reason, made: Spot) -> None:
        """A framework shows the message of what a handler throws, or that itself; its line is where that is thrown, or
        the call that throws it.
        """
        file, unit = context.function.file, context.function.unit
        kind = self._sinks.shown_failing(context.function, made, effect.path)
        if kind is None or reason.fact is None:
            return
        call = next((one for inner, one in reversed(reason.left) if one.context is context), None)
        node = context.graph.calls[call.call].result if call is not None else reason.fact.node
        if call is None and reason.fact.context is not context:
            return
        self._answered[(file, unit, node), FAILED] = Shown(kind, sure=False)
        self._contexts.setdefault(((file, unit, node), FAILED, ()), {})[context] = None
        self._leave(solver, context, FAILED, node, effect.label, reason)

    def uncalled(self, solver: Solver, context: Context, reason: Reason) -> None:
        self._leave(solver, context, UNCALLED, context.function.number, 0, reason)

    def method_uses(self, solver: Solver, file: str, class_at: int, name: str) -> tuple[Spot, ...]:
        return self._instances.uses(file, class_at, name)

    def reads_beside(self, function: FunctionId) -> tuple[tuple[Spot, Path], ...]:
        return self._instances.beside(function)

    def matters(self, file: str) -> bool:
        return not self._ignored(file)

    def _tell(self, solver: Solver, fact: Fact, slot: int, number: int) -> None:
        self._leave(solver, fact.context, slot, number, fact.label, Reason(fact))

    def _leave(self, solver: Solver, context: Context, slot: int, number: int, label: int, reason: Reason) -> None:
        file, unit = context.function.file, context.function.unit
        event = Event(((file, unit, number),), slot, (), "", label)
        solver.leave(context, Exit("event", slot, event, (), "", label), reason)


def _told(shown: tuple[Shown, ...], label: int) -> tuple[Shown, ...]:
    """The sinks that are worth a path. That a line is logged or not says nothing of the value that decided it."""
    return shown if label < IMPLICIT else tuple(one for one in shown if one.kind != "log")


def callees_of(solver: Solver, fact: Fact, call: int) -> tuple[Value, ...]:
    """What a call may call where a fact stands."""
    return solver.callees(fact.context, fact.context.graph.calls[call])
