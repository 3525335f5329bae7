"""Into calls: functions of the tree with what they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.elements import is_jsx
from audit.flow.backward.values import ClassValue, Func, Typed, Value
from audit.flow.binding import is_named, parameters_for
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import (
    CALLED,
    DATA,
    DEEPER,
    ELEMENT,
    IMPLICIT,
    Caller,
    Closure,
    Context,
    Entered,
    Fact,
    Path,
    Reason,
    is_position,
    longer,
    rest_of,
    within,
)
from audit.flow.graph import CallSite, Graph
from audit.flow.graph.prototypes import PROTOTYPE
from audit.flow.outside.rows_of_calls import is_element
from audit.flow.solver.indirect import INDIRECT
from audit.flow.solver.iterating import SENDING
from audit.flow.solver.making import Making
from audit.flow.solver.outside import CONSTRUCTORS
from audit.flow.solver.parameters import parameters_of
from audit.flow.solver.promises import CALLEE
from audit.flow.solver.unbound import without_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.members import Members
    from audit.flow.solver.listeners import Listeners

_ELSEWHERE = INDIRECT | SENDING


class Calls(Making):
    """What happens to a fact that is called, is an argument, or is what a method is read from."""

    members: Members
    listeners: Listeners

    def called(self, fact: Fact, graph: Graph, call: int) -> None:
        """A function value is called; an audited function that was passed on gives its value here."""
        if self.wanted.callables and self.wanted.reached(self.whole(), fact, call, CALLEE):
            self.tell(fact, call, CALLEE)
        if fact.carried in DATA and self._is_made_of_one(fact, graph.calls[call]):
            self.add(fact.part(graph.calls[call].result, within(fact.path)), Reason(fact, guess=True))
        if fact.path[:1] == (CALLED,):
            self.add(fact.part(graph.calls[call].result, fact.path[1:]), fact)
            return
        if fact.path:
            self._called_of_part(fact, graph, call)
            return
        if isinstance(fact.carried, Closure):
            self.runs(fact, Caller(fact.context, call, -1))
        elif fact.carried in ("function", "client"):
            self.born(Fact(fact.context, graph.calls[call].result, fact.path, "value", fact.label), fact)
            self._ask_further(fact, graph.calls[call])

    def _called_of_part(self, fact: Fact, graph: Graph, call: int) -> None:
        """Something of which a part is known is called: a class, an object that has code for it."""
        makes = graph.calls[call].new or graph.python
        if makes and fact.path in CONSTRUCTORS and isinstance(fact.carried, Closure):
            self.runs(fact, Caller(fact.context, call, -1))
        elif graph.calls[call].new and fact.path[0] == PROTOTYPE:
            self.add(fact.part(graph.calls[call].result, fact.path[1:]), fact)
        elif makes and fact.path[0].startswith("#"):
            made = (fact.path[0][1:], *fact.path[1:])
            self.add(fact.part(graph.calls[call].result, made), fact)
        elif fact.path[0].startswith("#") and is_jsx(graph, graph.calls[call]):
            self.show_member(fact, Caller(fact.context, call, -1))
        elif self.runs_object(fact, Caller(fact.context, call, -1)):
            pass
        elif fact.carried in DATA and graph.calls[call].receiver < 0:
            self.outside(fact, graph, call, -1, modelled=True)  # a value that is called (`useStore((all) => all.one)`)

    def gave_function(self, fact: Fact, site: CallSite) -> None:
        """A function is called that came with the value itself (`getItem(id).data()`): what it gives is of the value,
        which its code does not show where that asks the service. One with a `this` has the value there; what calls
        nothing asks nobody.
        """
        taken = self.wanted.guesses and fact.carried == "value" and fact.label < IMPLICIT and not fact.path
        for one in self.callees(fact.context, site) if taken else ():
            if isinstance(one, Func):
                graph = self.code.graph(one.id.file, one.id.unit)
                if one.id.number not in graph.this_at.values() and _asks(graph, one.id.number):
                    self.add(fact.part(site.result, ()), Reason(fact, guess=True))

    def is_promised(self, fact: Fact) -> bool:
        """Does a call only call functions that give a promise? They reject it, and throw nothing."""
        graph = fact.context.graph
        called = self.callees(fact.context, graph.calls[graph.results[fact.node]])
        sources = [
            self.code.graph(one.id.file, one.id.unit).functions[one.id.number].source if isinstance(one, Func) else None
            for one in called
        ]
        return bool(sources) and all(source is not None and source.is_async for source in sources)

    def _is_made_of_one(self, fact: Fact, site: CallSite) -> bool:
        """Is a function called that unknown code made of one that gives the value? Parts of a class are its own."""
        if site.receiver >= 0 or site.new or (fact.path and (fact.path[0] == DEEPER or fact.path[0][:1] in "#!")):
            return False
        return not any(isinstance(one, (Func, ClassValue)) for one in self.callees(fact.context, site))

    def given(self, fact: Fact, graph: Graph, call: int, slot: int) -> None:
        """A value is an argument or the receiver of a call."""
        site = graph.calls[call]
        if slot < 0 and fact.carried == "client" and not fact.path:
            self.add(Fact(fact.context, site.result, fact.path, "value", fact.label), fact)
            self._ask_further(fact, site)
            return
        if site.method in _ELSEWHERE and self._elsewhere(fact, graph, call, slot):
            return
        entered, to = slot, site
        if slot >= 0 and site.spread[slot] and not is_named(site, slot):
            path = rest_of(fact.path, ELEMENT)
            if path is None:
                return
            entered, to = _position(fact.path, site, slot)
            fact = self._taken(fact, path)
        inside = False
        file, unit = fact.context.function.file, fact.context.function.unit
        callees = self.callees(fact.context, site)
        for callee in callees:
            inside |= self._enter(fact, to, call, entered, callee)
        inside = inside or self._enter_behind(fact, site, call, slot, callees)
        handed = slot in self.origins.handing.slots and fact.carried in DATA and not site.new
        if handed and self._may_be_handed(graph, site, callees, inside=inside):
            inside |= self.settles(fact, call, CALLEE, fact.path, number=slot)
        if slot == 0 and not inside and self.library.flows(file, unit, call) is None:
            inside = self.pass_on(fact, call)
        if fact.path[:1] == (DEEPER,):
            return
        swallowed = self.wanted.swallowed(self.whole(), fact, call, slot)
        if swallowed and slot < 0:
            self._shown_with(fact, call)
            return  # what it was called on is no part of its answer, whatever methods of that name do
        known = inside or swallowed or (slot < 0 and self._leaves(fact, call, callees))
        known = known or (slot < 0 and fact.path[1:2] == (CALLED,))  # what one method gives comes by no other one
        self.outside(fact, graph, call, slot, modelled=known)
        if slot >= 0 and not inside and self.is_unknown(fact.context, call):
            self.wanted.lost(self.whole(), fact, call, slot)

    def _ask_further(self, fact: Fact, site: CallSite) -> None:
        """What a client gives may ask the service, too: a cursor, a session."""
        if fact.carried != "client":
            return
        spot = Spot(fact.context.function.file, fact.context.function.unit, site.result)
        kinds = {one.type for one in self.origins.of(spot) if isinstance(one, Typed)}
        if any(not kinds.isdisjoint(row.on) for row in self.origins.vocabulary.queries.rows):
            self.add(fact.part(site.result, ()), fact)

    def _elsewhere(self, fact: Fact, graph: Graph, call: int, slot: int) -> bool:
        """Does a method run something else than itself: the function that it is called on, or what a generator does?"""
        site = graph.calls[call]
        indirectly = site.method in INDIRECT and self._indirectly(fact, graph, call, slot)
        return indirectly or (site.method in SENDING and self.sends(fact, graph, site, slot))

    def _may_be_handed(self, graph: Graph, site: CallSite, callees: tuple[Value, ...], *, inside: bool) -> bool:
        """Is what is called not known, or a parameter, which others may give what a promise handed out?"""
        return not (inside or self._tells(callees)) or bool(parameters_of(graph, site.callee, ()))

    def _shown_with(self, fact: Fact, call: int) -> None:
        """What a response holds may be shown with it (`res.locals` by `res.render`)."""
        if fact.path and self.wanted.reached(self.whole(), fact, call, -1):
            self.tell(fact, call, -1)

    def _leaves(self, fact: Fact, call: int, callees: tuple[Value, ...]) -> bool:
        """Does what is called leave the object as it is that it is read from: does it settle a promise?"""
        file, unit = fact.context.function.file, fact.context.function.unit
        asked = self.wanted.guesses and fact.carried in DATA and not self._tells(callees)
        return asked and bool(self.promises.settled(file, unit, call))

    def pass_on(self, fact: Fact, call: int) -> bool:
        """Into the functions that a framework runs with what a call of unknown code is given (`next(error)`)."""
        if fact.carried not in DATA or fact.label >= IMPLICIT:
            return False
        functions = self.wanted.passed_on(self.whole(), fact, call)
        for function in functions:
            self.bring(fact, Caller(fact.context, call, -1), function, 0, fact.path)
        return bool(functions)

    def is_unknown(self, context: Context, call: int) -> bool:
        """Is nothing known of what a call does, so that it may keep what it is given?"""
        file, unit = context.function.file, context.function.unit
        site = context.graph.calls[call]
        unmodelled = self.library.flows(file, unit, call) is None and not is_element(site)
        return unmodelled and self.members.is_unknown(file, unit, site, self.callees(context, site))

    def _behind(self, file: str, unit: int, call: int, callees: tuple[Value, ...]) -> Iterator[tuple[Func, bool]]:
        """The methods that a call may run of which nothing is known where it stands, each with whether it is a guess:
        not so the one method of all objects that come there.
        """
        told, guesses = self._tells(callees), self.wanted.guesses
        found = self.listeners.at(file, unit, call) if guesses and not told else ()
        if not found and not told:
            found = self.wanted.targets(self.whole(), file, unit, call)
            guesses = guesses and len(found) != 1
        if not found and guesses and self.members.is_open(callees):
            found = self.members.at(file, unit, call)
        yield from ((one, guesses) for one in found)

    def _enter_behind(self, fact: Fact, site: CallSite, call: int, slot: int, callees: tuple[Value, ...]) -> bool:
        """Into the methods that a call may run of which nothing is known where it stands; False where there are none,
        or code outside of the tree may have them as well.
        """
        inside = False
        for method, guess in self._behind(fact.context.function.file, fact.context.function.unit, call, callees):
            inside |= self._enter(fact, site, call, slot, method, guess=guess)
        if slot < 0 and not inside:
            self._of_such_objects(fact, site, call, callees)
        return inside

    def _of_such_objects(self, fact: Fact, site: CallSite, call: int, callees: tuple[Value, ...]) -> None:
        """Into the methods that a call may run on an object of which but the field is known that the fact is in, where
        code outside of the tree has methods of that name, too (`get`).
        """
        asked = fact.path and fact.path[0].isidentifier() and fact.carried in DATA and self.wanted.guesses
        if asked and site.method and self.members.is_open(callees):
            for method in self.members.having(site.method, fact.path[0]):
                self._enter(fact, site, call, -1, method, guess=True)

    def _enter(self, fact: Fact, site: CallSite, call: int, slot: int, callee: Value, *, guess: bool = False) -> bool:
        """Into a function of the tree; False when the callee is none."""
        function = self.function_of(callee)
        if isinstance(callee, ClassValue) and slot == 0 and is_jsx(fact.context.graph, site):
            self.show(fact, site, call, callee)
        if function is None:
            if isinstance(callee, ClassValue):
                self.hand_up(fact, site, slot, callee)
            return isinstance(callee, ClassValue)
        if self.is_of_class(fact.context, site.callee, function):
            slot, site = slot - 1, without_object(site)
            if slot < -1:
                return True  # the class
        if slot < 0:
            self.bring_this(fact, Caller(fact.context, call, -1), function)
            return True
        target = self.code.graph(function.file, function.unit).functions[function.number]
        if is_named(site, slot):
            entered = parameters_for(site, slot, target, fact.path)
            unsure = guess or (fact.path[:1] == (ELEMENT,) and len(entered) > 1)  # under which name it is not known
            for position, path in entered:
                self.bring(fact, Caller(fact.context, call, -1), function, position, path, guess=unsure)
            return True
        slot += site.tag  # a tag is given the texts first
        last = len(target.parameters) if slot >= 0 and slot < len(site.spread) and site.spread[slot] else slot + 1
        for given in range(slot, last):
            rest = 0 <= target.rest <= given
            item = ELEMENT if any(site.spread[: slot + 1]) else f"[{given - target.rest}]"
            position, path = (target.rest, longer(item, fact.path)) if rest else (given, fact.path)
            if 0 <= position < len(target.parameters):
                self.bring(fact, Caller(fact.context, call, -1), function, position, path, guess=guess)
        return True

    def bring(
        self, fact: Fact, caller: Caller, function: FunctionId, position: int, path: Path, *, guess: bool = False
    ) -> None:
        """A fact enters a function by a parameter. Implicit data stays so inside: it starts nothing new."""
        graph = self.code.graph(function.file, function.unit)
        target = graph.functions[function.number]
        if not self.live.leads(graph, target.parameters[position], path):
            return
        label = IMPLICIT if fact.label >= IMPLICIT else 0
        context = self.context(function, Entered(position, path if not label else ("~", *path), fact.carried))
        if guess:
            self.guessed.add((context, caller))
        self.register(context, caller, fact)
        self.add(Fact(context, target.parameters[position], path, fact.carried, label), None)


def _position(path: Path, site: CallSite, slot: int) -> tuple[int, CallSite]:
    """Which argument an element of a spread list is, and the call as it is seen then: without lists, where that is
    known.
    """
    number = path[0][1:-1] if path else ""
    known = is_position(number) and not any(site.spread[:slot])
    return (slot + int(number), replace(site, spread=(), names=())) if known else (slot, site)


def _asks(graph: Graph, number: int) -> bool:
    """Does a function, or one in it, call another one?"""
    shape = graph.functions[number]
    return any(shape.at <= one.at < shape.end for one in graph.calls)
