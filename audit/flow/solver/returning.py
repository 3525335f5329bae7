"""How facts come back from a called function: as its result, in what it wrote into, thrown, or as events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.dispatch import CALL
from audit.flow.backward.elements import is_jsx
from audit.flow.backward.heap import class_around
from audit.flow.contexts import (
    DATA,
    DEEPEST,
    REJECTED,
    UNRETURNED,
    Caller,
    Context,
    Entered,
    Fact,
    Reason,
    deciding,
    is_doubtful,
    joined,
)
from audit.flow.graph import CallSite, Place
from audit.flow.outside.library import Effects
from audit.flow.solver.dropping import Handed
from audit.flow.solver.facts import Event, Exit, placed
from audit.flow.solver.parts import given_by, is_super
from audit.flow.solver.places import MADE, owns
from audit.flow.solver.promises import CALLEE
from audit.flow.solver.unbound import Unbound
from audit.flow.surrounding import holder_of

if TYPE_CHECKING:
    from audit.flow.backward.callers import Callers
    from audit.flow.contexts import Carried, Path
    from audit.flow.graph import Graph
    from audit.flow.outside.matching import Run
    from audit.flow.solver.seats import Seats
    from audit.flow.solver.wanted import Wanted

_LONGEST_CHAIN = 6
_GIVEN_THIS = ("call", "apply")


class Returning(Unbound):
    """An exit of a context, as one of the calls that run it hears of it."""

    wanted: Wanted
    instances: Callers
    seats: Seats
    guessed: set[tuple[Context, Caller]]
    handed: dict[tuple[Context, int], Handed]

    def call_argument(self, fact: Fact, graph: Graph, call: int, run: Run) -> None:
        """Outside code calls a function that it was given, with the fact as an argument."""
        raise NotImplementedError

    def come_back(self, context: Context, caller: Caller, brought: Fact | None, effect: Exit, reason: Reason) -> None:
        """A fact comes out of a call."""
        file, unit = caller.context.function.file, caller.context.function.unit
        site = caller.context.graph.calls[caller.call]
        label = joined(effect.label, brought.label) if brought is not None else effect.label
        doubt = (brought is not None and brought.doubt) or (context, caller) in self.guessed
        doubt = doubt or context.function.number in context.graph.unsure
        why = Reason(reason.fact, (*reason.left, (context, caller)), reason.guess or doubt)
        told = effect if label == effect.label else replace(effect, label=label)
        fills = caller.argument >= 0 and (effect.kind == "return" or (effect.kind == "out" and effect.slot == 0))
        if fills and self._updates(caller, told, why):
            return
        if self._is_unknown_code(caller):
            why = Reason(why.fact, why.left, guess=True)
            if effect.kind in ("return", "throw") and not self.wanted.answered(context.function):
                self.hand(caller.context, caller.call, effect.carried, Handed(label, why))
        if effect.kind == "return" and not _is_known(context, effect):
            self._gave(context, caller, told, why)
        elif effect.kind == "out":
            self._wrote(context, caller, site, told, why)
        elif effect.kind == "throw":
            self._thrown(context, caller, site, told, why)
        elif effect.kind == "event" and (self.wanted.chains or isinstance(context.entry, Entered)):
            self._pass_event(caller.context, (file, unit, caller.call), told, why)
        elif effect.kind == "event":
            pass  # told at once, whoever calls
        elif effect.kind == "place" and _is_held(context, effect):
            pass  # a name of a surrounding function: told there
        elif effect.kind == "place" and owns(caller.context, effect):
            self.settle(caller.context, told, why)
        elif effect.kind == "place":
            self.leave(caller.context, told, why)

    def tells(self, fact: Fact, call: int, slot: int, effects: Effects) -> bool:
        """Into the functions that hear what is told under a name; False where nobody does."""
        raise NotImplementedError

    def _updates(self, caller: Caller, effect: Exit, why: Reason) -> bool:
        """Does what a function returns, or writes into what it is given, fill something that outside code gave
        (`setItems(() => items)`, `update((draft) => { draft.items = items })`)?
        """
        if effect.carried not in DATA:
            return False
        fact = _brought(caller, effect, why)
        return self.settles(fact, caller.call, CALLEE, effect.path, number=caller.argument, runs=True)

    def settles(  # noqa: PLR0913 - what is called, where, and with what
        self, fact: Fact, call: int, slot: int, path: Path, part: Path = (), number: int = 0, *, runs: bool = False
    ) -> bool:
        """What a function that outside code handed out is given is a part of what that code gave."""
        raise NotImplementedError

    def _is_unknown_code(self, caller: Caller) -> bool:
        """Is a function called by outside code of which nothing is known?"""
        file, unit = caller.context.function.file, caller.context.function.unit
        return caller.argument >= 0 and self.library.is_unknown(file, unit, caller.call, caller.argument)

    def hand(self, context: Context, call: int, carried: Carried, handed: Handed) -> None:
        """Code of which nothing is known gets a value; whether it is lost there is asked when all is known."""
        known = self.handed.get((context, call))
        if (carried in DATA or carried == "function") and (known is None or handed.label < known.label):
            self.handed[context, call] = handed

    def _wrote(self, context: Context, caller: Caller, site: CallSite, effect: Exit, why: Reason) -> None:
        """A function wrote into what it was given, or into its object; where outside code calls it, by way of that."""
        file, unit = caller.context.function.file, caller.context.function.unit
        if effect.slot < 0:
            self._wrote_this(context, caller, effect, why)
            self._made_outside(context, caller, effect, why)
        target = self._object_of(context, caller, site, effect.slot)
        if effect.slot < 0 and caller.argument < 0 and is_super(caller.context.graph.source[site.callee]):
            target = site.callee
        if target < 0 and effect.slot < 0 and is_jsx(caller.context.graph, site):
            self.in_element(caller, effect.path, effect, why)
        elif target >= 0:
            self.mutate(Fact(caller.context, target, effect.path, effect.carried, effect.label), why, held=effect.held)
        elif caller.argument < 0:
            return
        places = self.library.called_with(file, unit, caller.call, caller.argument, effect.slot, effect.path)
        for node, path, deeper in places if effect.slot >= 0 else ():
            there = Fact(caller.context, node, path, effect.carried, effect.label)
            self.mutate(there, why, held=max(effect.held + deeper, 0))
        filled = self.library.written(file, unit, caller.call, caller.argument, effect.slot, effect.path)
        for node, path in filled.results:
            self.add(Fact(caller.context, node, path, effect.carried, effect.label), why)
        if effect.slot >= 0 and not self.library.gives(file, unit, caller.call, caller.argument, effect.slot):
            self.wanted.left_in(self.whole(), caller, context.function, effect, why)

    def _made_outside(self, context: Context, caller: Caller, effect: Exit, why: Reason) -> None:
        """What a constructor writes into an object that outside code makes is in what that gives back."""
        makes = context.graph.functions[context.function.number].kind == "constructor" and context.graph.python
        if makes and caller.argument >= 0:
            for target, path in self._results(context, caller, effect).results:
                self.add(Fact(caller.context, target, path, effect.carried, effect.label), why)

    def _wrote_this(self, context: Context, caller: Caller, effect: Exit, why: Reason) -> None:
        """A method wrote into its object. Where that came from code that hands it out again, it may be any instance."""
        file, unit, number = context.function.file, context.function.unit, context.function.number
        graph = context.graph
        if effect.carried not in DATA or not self.wanted.instances or graph.functions[number].kind == "constructor":
            return
        class_at = class_around(graph, number, graph.functions[number].at)
        if class_at < 0 or not self.instances.instances(file, unit, class_at):
            return
        calling, site = caller.context.function, caller.context.graph.calls[caller.call]
        if caller.argument < 0 and self.is_of_class(caller.context, site.callee, context.function):
            return  # written into the argument
        if caller.argument >= 0 or not self.seats.finds(calling.file, calling.unit, caller.call):
            made = Exit("place", -1, (file, unit, Place(MADE, "", class_at)), effect.path, effect.carried, effect.label)
            self.leave(caller.context, made, Reason(why.fact, why.left, guess=True))

    def _object_of(self, context: Context, caller: Caller, site: CallSite, slot: int) -> int:
        """The node of the object that a called function wrote into: an argument, the receiver, what a call makes."""
        if caller.argument >= 0:
            return -1
        if self.is_of_class(caller.context, site.callee, context.function):
            return site.argument(slot + 1)
        graph = context.graph
        shape = graph.functions[context.function.number]
        if site.method in _GIVEN_THIS and shape.name != site.method:  # `f.call(this, …)`: the object comes first
            return site.argument(slot + 1) if site.method == "call" or slot < 0 else -1
        if slot >= 0:
            return site.argument(slot - site.tag)  # the texts come first
        makes = site.new or (graph.python and shape.kind == "constructor" and site.method != shape.name)
        itself = shape.name == CALL and site.method != CALL
        return site.result if makes else site.callee if itself else site.receiver

    def _thrown(self, context: Context, caller: Caller, site: CallSite, effect: Exit, why: Reason) -> None:
        """An async function rejects the promise that it has given, others throw: what calls `then` rejects its own."""
        source = context.graph.functions[context.function.number].source
        if (source is not None and source.is_async) or self._rejects(caller):
            rejected = replace(effect, path=(*REJECTED, *effect.path)[:DEEPEST])
            back = self._results(context, caller, rejected)
            for target, path in back.results:
                self.add(Fact(caller.context, target, path, effect.carried, effect.label), _unless(back, why))
        else:
            self.throw(caller.context, site.result, effect, why)

    def _rejects(self, caller: Caller) -> bool:
        """Does outside code that calls a function give a promise of what that returns?"""
        file, unit = caller.context.function.file, caller.context.function.unit
        return caller.argument >= 0 and self.library.promises(file, unit, caller.call, caller.argument)

    def throw(self, context: Context, node: int, effect: Exit, reason: Reason) -> None:
        """Something is thrown at a node: to the `catch` around it, else on to who called this."""
        caught = context.graph.caught.get(node)
        if caught is not None:
            there = Fact(context, caught, effect.path, effect.carried, effect.label)
            self.add(there, reason)
            if getattr(context.graph.source[caught], "handler", None) is not None:  # no `finally` that leaves by itself
                self.wanted.failed(self.whole(), there)
        else:
            self.leave(context, effect, reason)

    def _gave(self, context: Context, caller: Caller, effect: Exit, why: Reason) -> None:
        """A function returned something: to its call, or to the outside code that called it."""
        back = self._results(context, caller, effect)
        on = _unless(back, why)
        for target, path in back.results:
            self.add_live(Fact(caller.context, target, path, effect.carried, effect.label), on)
        self.gives_back(caller, effect)
        for target, path in back.writes:
            self.mutate(Fact(caller.context, target, path, effect.carried, effect.label), on)
        for run in back.calls:
            self.call_argument(_brought(caller, effect, on), caller.context.graph, caller.call, run)
        heard = not back.told or self.tells(_brought(caller, effect, on), caller.call, -1, back)
        if not (heard or back.results or back.calls):
            self.wanted.lost(self.whole(), _brought(caller, effect, on), caller.call, -1)
        if back.decided and effect.carried == "value" and self.wanted.implicit:
            self._decided(caller, effect, back, why)

    def _decided(self, caller: Caller, effect: Exit, back: Effects, why: Reason) -> None:
        """What a function that outside code calls returns only decides (`some`, `filter`, `sort`)."""
        for target, path in back.decided:
            self.add(Fact(caller.context, target, path, effect.carried, deciding(effect.label)), why)

    def _results(self, context: Context, caller: Caller, effect: Exit) -> Effects:
        """Where what a function returns comes to."""
        if caller.argument < 0:
            site = caller.context.graph.calls[caller.call]
            path = given_by(site.method, effect.path, python=caller.context.graph.python)
            return Effects(((site.result, path),) if path is not None else ())
        file, unit = caller.context.function.file, caller.context.function.unit
        return self.library.returned(file, unit, caller.call, caller.argument, effect.path, context.function)

    def _pass_event(self, context: Context, call: tuple[str, int, int], effect: Exit, reason: Reason) -> None:
        event = effect.what
        assert isinstance(event, Event)
        if self.wanted.chains:
            if call in event.calls or len(event.calls) > _LONGEST_CHAIN:
                return
            event = replace(event, calls=(call, *event.calls))
        if event.label != effect.label:
            event = replace(event, label=effect.label)
        self.leave(context, effect if event is effect.what else replace(effect, what=event), reason)


def _is_known(context: Context, effect: Exit) -> bool:
    """Is it known to who calls what a function returns, whatever comes of it here? Not so what a promise rejects."""
    entry = context.entry
    return isinstance(entry, Entered) and entry.path[1:] == (UNRETURNED,) and effect.path[:1] != REJECTED


def _brought(caller: Caller, effect: Exit, why: Reason) -> Fact:
    """What a function gave to the outside code that called it, as a fact at that call."""
    result = caller.context.graph.calls[caller.call].result
    fact = Fact(caller.context, result, effect.path, effect.carried, effect.label)
    fact.reason, fact.doubt = why, is_doubtful(why)
    return fact


def _unless(back: Effects, why: Reason) -> Reason:
    """Why something comes back; a guess where a row only says that it may, or a path was cut."""
    return Reason(why.fact, why.left, guess=True) if back.cut else why


def _is_held(context: Context, effect: Exit) -> bool:
    """Was the context made in one of the function that declares the name?"""
    file, unit, place = placed(effect)
    holder = holder_of(context, place.owner) if place.owner > 0 else None
    return holder is not None and (holder.function.file, holder.function.unit) == (file, unit)
