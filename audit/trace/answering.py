"""What functions give back, throw or leave in what they are given: answers to requests, or values that are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.flow.code import Spot
from audit.flow.contexts import DATA, DEEPEST, IMPLICIT, REJECTED, Context, Fact, is_hidden, seed_of
from audit.flow.solver import Event, Exit, Reason, Solver, Wanted
from audit.trace.sink.sinks import Shown, Sinks

if TYPE_CHECKING:
    from audit.flow.code import FunctionId
    from audit.flow.contexts import Caller
    from audit.flow.routes.topics import Topics
    from audit.link.names import External
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


class Answering(Wanted):
    """Follows what leaves a function that a framework calls."""

    def __init__(self, sinks: Sinks, failing: ErrorHandlers, hands: Hands) -> None:
        self._sinks, self._failing = sinks, failing
        self._along, self._over, self._topics = hands
        self._answered: dict[tuple[tuple[str, int, int], int], Shown] = {}
        self.thrown: dict[FunctionId, dict[Context, int]] = {}
        """By the functions that are mounted to take errors, the contexts in which these were thrown, with the label."""
        self._contexts: dict[tuple[tuple[str, int, int], int, tuple[str, ...]], dict[Context, None]] = {}

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
        if kind == "http" and solver.says_itself(fact, fact.context.graph):
            return
        if kind is not None:
            file, unit = function.file, function.unit
            sure = function.number not in fact.context.graph.unsure and self._sinks.surely_answers(function)
            shown = Shown(kind, sure=sure)
            self._answered[(file, unit, fact.node), RETURNED] = shown
            self._contexts.setdefault(((file, unit, fact.node), RETURNED, ()), {})[fact.context] = None
            if self._sinks.shows(function, fact.node, fact.path):
                self.tell(solver, fact, RETURNED, fact.node)

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
            self.leave(solver, context, LEFT_IN, context.function.number, effect.label, reason)

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
        self.leave(solver, context, FAILED, node, effect.label, reason)

    def uncalled(self, solver: Solver, context: Context, reason: Reason) -> None:
        self.leave(solver, context, UNCALLED, context.function.number, 0, reason)

    def contexts_of(self, event: Event) -> tuple[Context, ...]:
        """Where values stood when they came to the sink of an event."""
        return tuple(self._contexts.get((event.calls[-1], event.slot, event.path), ()))

    def tell(self, solver: Solver, fact: Fact, slot: int, number: int) -> None:
        """A fact is an event."""
        self.leave(solver, fact.context, slot, number, fact.label, Reason(fact))

    def leave(self, solver: Solver, context: Context, slot: int, number: int, label: int, reason: Reason) -> None:
        """An event in a context."""
        file, unit = context.function.file, context.function.unit
        event = Event(((file, unit, number),), slot, (), "", label)
        solver.leave(context, Exit("event", slot, event, (), "", label), reason)
