"""How facts leave functions: to their callers, into places that outlive the call, and out as events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.heap import class_around
from audit.flow.code import Spot
from audit.flow.contexts import (
    CALLED,
    DATA,
    DEEPER,
    DEEPEST,
    IMPLICIT,
    REJECTED,
    Caller,
    Closure,
    Context,
    Entered,
    Fact,
    Inside,
    Path,
    Reason,
    Seed,
    deciding,
    is_doubtful,
    joined,
    seed_of,
)
from audit.flow.graph import CallSite, Place
from audit.flow.solver.aliases import holder_of
from audit.flow.solver.dropping import Handed
from audit.flow.solver.facts import Event, Exit, placed
from audit.flow.solver.places import MADE, owns
from audit.flow.solver.writing import Writing

if TYPE_CHECKING:
    from audit.flow.backward.callers import Callers
    from audit.flow.backward.origins import Origins
    from audit.flow.contexts import Carried
    from audit.flow.solver.seats import Seats
    from audit.flow.solver.wanted import Wanted

Left = tuple[tuple[Context, Caller], ...]
_LONGEST_CHAIN = 6
_DEEPEST = 60
"""Contexts that a fact leaves one in another before the rest waits."""


class Leaving(Writing):
    """Exits of contexts, and who hears of them."""

    wanted: Wanted
    instances: Callers
    seats: Seats

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins.code)
        self.names = origins.names
        self.events: dict[tuple[Event, Seed], Reason] = {}
        self.further: dict[tuple[Event, Seed], list[Reason]] = {}
        """Further reasons of events."""
        self.callers: dict[Context, dict[Caller, Fact | None]] = {}
        self._exits: dict[Context, dict[Exit, list[Reason]]] = {}
        self.guessed: set[tuple[Context, Caller]] = set()
        """Calls that run a context by a guess, because it has a method of that name."""
        self._placed: dict[tuple[object, ...], bool] = {}
        self._watched: dict[Context, None] = {}
        self._deep = 0
        self._late: list[tuple[Context, Exit, Reason]] = []
        self.now: Fact | None = None
        self.handed: dict[tuple[Context, int], Handed] = {}
        """Values that calls of unknown code were given, or that a function gave back to them."""
        self.asking: dict[Context, dict[Fact, None]] = {}  # facts whose next steps depend on who calls a context
        self._homes: dict[tuple[str, str], tuple[str, int, Place]] = {}
        self._written: dict[tuple[object, ...], int] = {}
        self._waiting: list[tuple[Fact, Reason]] = []
        self._aliases: dict[tuple[str, int, int], tuple[tuple[str, object, Path], ...]] = {}

    def leave(self, context: Context, effect: Exit, reason: Reason) -> None:
        """A fact leaves a context; everybody who runs it hears of it, now or when they turn up.

        A way out through very many functions is gone on with when Python's own stack is empty again.
        """
        if self._deep >= _DEEPEST:
            self._late.append((context, effect, reason))
            return
        self._deep += 1
        self._leave(context, effect, reason)
        self._deep -= 1
        while self._late and not self._deep:
            late, self._late = self._late, []
            self._deep += 1
            for one in late:
                self._leave(*one)
            self._deep -= 1

    def _leave(self, context: Context, effect: Exit, reason: Reason) -> None:
        exits = self._exits.setdefault(context, {})
        other, known = self.is_other_way(context, effect, reason), exits.get(effect)
        if known is not None and not other and (is_doubtful(reason) or not all(map(is_doubtful, known))):
            return
        exits.setdefault(effect, []).append(reason)
        self._watch(context, effect, reason)
        if effect.kind == "throw":
            self.wanted.threw(self.whole(), context, effect, reason)
        for caller, fact in list(self.callers.get(context, {}).items()):
            self._return(context, caller, fact, effect, reason)

    def register(self, context: Context, caller: Caller, fact: Fact | None) -> None:
        """A call runs a function in a context; `fact` is what it brought, None when it only calls."""
        callers = self.callers.setdefault(context, {})
        if caller in callers and not _is_better(fact, callers[caller]):
            return
        callers[caller] = fact
        for asked in self.asking.get(context, ()):
            self.again(asked)
        for effect, reasons in list(self._exits.get(context, {}).items()):
            for reason in tuple(reasons):
                self._return(context, caller, fact, effect, reason)

    # who must be told

    def _watch(self, context: Context, effect: Exit, reason: Reason) -> None:
        """Callers that did not bring the fact must be found: of a function that is seen from inside, or from a seed."""
        if effect.kind in ("place", "event"):
            self._outwards(context, effect, reason)
        elif context not in self._watched and not isinstance(context.entry, Entered):
            self._watched[context] = None
            self._track(context)

    def _outwards(self, context: Context, effect: Exit, reason: Reason) -> None:
        """Effects of a function made in another one belong to that; effects under a seed are final."""
        if isinstance(context.entry, Inside):
            outer = context.entry.context
            if effect.kind == "place" and owns(outer, effect):
                self.settle(outer, effect, reason)
            else:
                self.leave(outer, effect, reason)
        elif isinstance(context.entry, Seed):
            self.settle(context, effect, reason)

    def _track(self, context: Context) -> None:
        """The function is a value where it is made: follow it to its calls."""
        file, unit, number = context.function.file, context.function.unit, context.function.number
        if number == 0:
            return
        made = Spot(file, unit, context.graph.functions[number].node)
        entry = context.entry
        outer = entry.context if isinstance(entry, Inside) else None
        if outer is None:
            assert isinstance(entry, Seed)
            outer = self.root(made, entry)
        self.add(Fact(outer, made.node, (), context.closure), None)
        for spot in self.wanted.calls_above(context.function):
            self.add(Fact(self.root(spot, seed_of(context)), spot.node, (), context.closure), None)

    def uncalled(self) -> list[tuple[Context, Reason]]:
        """Functions from which the value itself comes back to nobody: no call of them was found."""
        found: list[tuple[Context, Reason]] = []
        for context in self._watched:
            exits = self._exits[context].items() if not self.callers.get(context) else ()
            for effect, (reason, *_) in exits:
                lost = effect.carried in DATA and effect.label < IMPLICIT and effect.path[:1] != (DEEPER,)
                if effect.kind in ("return", "out") and lost:
                    found.append((context, reason))
                    break
        return found

    # coming back

    def _return(self, context: Context, caller: Caller, brought: Fact | None, effect: Exit, reason: Reason) -> None:
        """A fact comes out of a call."""
        file, unit = caller.context.function.file, caller.context.function.unit
        site = caller.context.graph.calls[caller.call]
        label = joined(effect.label, brought.label) if brought is not None else effect.label
        unknown = self._is_unknown_code(caller)
        doubt = unknown or (brought is not None and brought.doubt) or (context, caller) in self.guessed
        why = Reason(reason.fact, (*reason.left, (context, caller)), reason.guess or doubt)
        told = effect if label == effect.label else replace(effect, label=label)
        if unknown and effect.kind in ("return", "throw") and not self.wanted.answered(context.function):
            self.hand(caller.context, caller.call, effect.carried, Handed(label, why))
        if effect.kind == "return":
            results, cut = self._results(caller, effect)
            on = Reason(why.fact, why.left, guess=True) if cut else why
            for target, path in results:
                self.add(Fact(caller.context, target, path, effect.carried, label), on)
            if caller.argument >= 0 and effect.carried == "value" and self.wanted.implicit:
                self._decided(caller, effect, why)
        elif effect.kind == "out":
            self._wrote(context, caller, site, told, why)
        elif effect.kind == "throw":
            self._thrown(context, caller, site, told, why)
        elif effect.kind == "event":
            self._pass_event(caller.context, (file, unit, caller.call), told, why)
        elif effect.kind == "place" and _is_held(context, effect):
            pass  # a name of a surrounding function: told there
        elif effect.kind == "place" and owns(caller.context, effect):
            self.settle(caller.context, told, why)
        elif effect.kind == "place":
            self.leave(caller.context, told, why)

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
        target = self._object_of(context, site, caller.argument, effect.slot)
        if target < 0 and site.callee in caller.context.graph.this_at:
            target = site.callee  # super(…)
        if target >= 0:
            self.mutate(Fact(caller.context, target, effect.path, effect.carried, effect.label), why)
        elif caller.argument < 0:
            return
        places = self.library.called_with(file, unit, caller.call, caller.argument, effect.slot, effect.path)
        for node, path in places if effect.slot >= 0 else ():
            self.mutate(Fact(caller.context, node, path, effect.carried, effect.label), why)
        if effect.slot >= 0 and not self.library.gives(file, unit, caller.call, caller.argument, effect.slot):
            self.wanted.left_in(self.whole(), caller, context.function, effect, why)

    def _wrote_this(self, context: Context, caller: Caller, effect: Exit, why: Reason) -> None:
        """A method wrote into its object. Where that came from code that hands it out again, it may be any instance."""
        file, unit, number = context.function.file, context.function.unit, context.function.number
        graph = context.graph
        if effect.carried not in DATA or not self.wanted.instances or graph.functions[number].kind == "constructor":
            return
        class_at = class_around(graph, number, graph.functions[number].at)
        if class_at < 0 or not self.instances.instances(file, unit, class_at):
            return
        calling = caller.context.function
        if caller.argument >= 0 or not self.seats.finds(calling.file, calling.unit, caller.call):
            made = Exit("place", -1, (file, unit, Place(MADE, "", class_at)), effect.path, effect.carried, effect.label)
            self.leave(caller.context, made, Reason(why.fact, why.left, guess=True))

    def _object_of(self, context: Context, site: CallSite, argument: int, slot: int) -> int:
        """The node of the object that a called function wrote into: an argument, the receiver, what a call makes."""
        if argument >= 0:
            return -1
        if slot >= 0:
            slot -= site.tag  # the texts come first
            return site.arguments[slot] if 0 <= slot < len(site.arguments) and not any(site.spread[: slot + 1]) else -1
        graph = context.graph
        shape = graph.functions[context.function.number]
        makes = site.new or (graph.python and shape.kind == "constructor" and site.method != shape.name)
        return site.result if makes else site.receiver

    def _thrown(self, context: Context, caller: Caller, site: CallSite, effect: Exit, why: Reason) -> None:
        """An async function rejects the promise that it has given, others throw: what calls `then` rejects its own."""
        source = context.graph.functions[context.function.number].source
        if (source is not None and source.is_async) or self._rejects(caller):
            for target, path in self._results(caller, replace(effect, path=(*REJECTED, *effect.path)[:DEEPEST]))[0]:
                self.add(Fact(caller.context, target, path, effect.carried, effect.label), why)
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
            self.add(Fact(context, caught, effect.path, effect.carried, effect.label), reason)
        else:
            self.leave(context, effect, reason)

    def _decided(self, caller: Caller, effect: Exit, why: Reason) -> None:
        """What a function that outside code calls returns only decides (`some`, `filter`, `sort`)."""
        file, unit = caller.context.function.file, caller.context.function.unit
        for target, path in self.library.returned(file, unit, caller.call, caller.argument, effect.path).decided:
            self.add(Fact(caller.context, target, path, effect.carried, deciding(effect.label)), why)

    def _results(self, caller: Caller, effect: Exit) -> tuple[tuple[tuple[int, Path], ...], bool]:
        """Where what a function returns comes to, and whether a path lost its last names there."""
        if caller.argument < 0:
            site = caller.context.graph.calls[caller.call]
            path = (CALLED, *effect.path)[:DEEPEST] if site.method == "bind" else effect.path
            return ((site.result, path),), False
        file, unit = caller.context.function.file, caller.context.function.unit
        effects = self.library.returned(file, unit, caller.call, caller.argument, effect.path)
        return effects.results, effects.cut

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


def _is_better(fact: Fact | None, known: Fact | None) -> bool:
    """Is what a call brings stronger or more certain than what it was known to bring?"""
    if fact is None or known is None:
        return False
    return (fact.label, fact.doubt) < (known.label, known.doubt)


def _is_held(context: Context, effect: Exit) -> bool:
    """Was the context made in one of the function that declares the name?"""
    file, unit, place = placed(effect)
    holder = holder_of(context, place.owner) if place.owner > 0 else None
    return holder is not None and (holder.function.file, holder.function.unit) == (file, unit)


__all__ = ["Closure", "Leaving", "Left"]
