"""How facts leave functions: to their callers, into places that outlive the call, and out as events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.heap import class_around
from audit.flow.code import Spot
from audit.flow.contexts import (
    DATA,
    DEEPER,
    IMPLICIT,
    Caller,
    Closure,
    Context,
    Entered,
    Fact,
    Inside,
    Reason,
    Seed,
    is_doubtful,
    seed_of,
)
from audit.flow.graph import Place
from audit.flow.solver.dropping import Handed
from audit.flow.solver.facts import EACH, Event, Exit
from audit.flow.solver.places import owns
from audit.flow.solver.returning import Returning

if TYPE_CHECKING:
    from audit.flow.backward.callers import Callers
    from audit.flow.backward.origins import Origins
    from audit.flow.solver.seats import Seats
    from audit.flow.solver.wanted import Wanted

Left = tuple[tuple[Context, Caller], ...]
_DEEPEST = 60
"""Contexts that a fact leaves one in another before the rest waits."""


class Leaving(Returning):
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
        self._entering: dict[tuple[Context, int], list[Context]] = {}
        """What `run_at` was asked, until there is another call."""
        self._more: dict[tuple[Context, Caller], dict[Fact, None]] = {}
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
        self._homes: dict[tuple[str, str], tuple[str, int, Place]] = {}
        self._written: dict[tuple[object, ...], int] = {}
        self._waiting: list[tuple[Fact, Reason, int]] = []
        self._writes = 0

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
            self.come_back(context, caller, fact, effect, reason)

    def register(self, context: Context, caller: Caller, fact: Fact | None) -> None:
        """A call runs a function in a context; `fact` is what it brought, None when it only calls."""
        callers = self.callers.setdefault(context, {})
        if caller in callers:
            known = callers[caller]
            if not _is_better(fact, known):
                self._bring_more(context, caller, fact)
                return
            callers[caller] = fact
            self._bring_more(context, caller, known)
        else:
            self.called_more(context)
            callers[caller] = fact
            self._entering = {}
        for effect, reasons in list(self._exits.get(context, {}).items()):
            for reason in tuple(reasons):
                self.come_back(context, caller, fact, effect, reason)

    def _bring_more(self, context: Context, caller: Caller, fact: Fact | None) -> None:
        """A call that is known brings another fact by the same way: the elements of a list, one after another."""
        first, known = self.callers[context][caller], self.known(fact) if fact is not None else None
        if known is not None and first is not None and known is not self.known(first):
            more = self._more.setdefault((context, caller), {})
            if len(more) < EACH:
                more[known] = None

    def brought(self, context: Context, caller: Caller) -> tuple[Fact | None, ...]:
        """What a call brings into a context: nothing, or facts of which the first one is the best."""
        return (self.callers.get(context, {}).get(caller), *self._more.get((context, caller), ()))

    def run_at(self, context: Context, call: int) -> list[Context]:
        """The contexts that a call runs. Of all calls at once: paths ask for them by the hundred thousand."""
        if not self._entering:
            for entered, callers in self.callers.items():
                for one in callers:
                    self._entering.setdefault((one.context, one.call), []).append(entered)
        return self._entering.get((context, call), [])

    def all_brought(self, context: Context) -> list[Fact | None]:
        """What all calls bring into a context."""
        return [fact for caller in self.callers.get(context, {}) for fact in self.brought(context, caller)]

    def runs(self, function: Fact, caller: Caller) -> None:
        """A function that travelled as a value is called. What it gives is a guess where its way there was one, until
        it comes there by a way that is none.
        """
        assert isinstance(function.carried, Closure)
        context = function.carried.context
        known = self.callers.get(context, {})
        if function.doubt and caller not in known:
            self.guessed.add((context, caller))
        elif not function.doubt and (context, caller) in self.guessed:
            self.guessed.remove((context, caller))
            known.pop(caller, None)  # it hears of everything again
        self.register(context, caller, None)

    def called_more(self, context: Context) -> None:
        """There is one more call that runs a context: what was asked of these may have another answer."""
        raise NotImplementedError

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
        for spot, path in self.wanted.reads_beside(context.function):
            self.add(Fact(self.root(spot, seed_of(context)), spot.node, path, context.closure), None)

    def uncalled(self) -> list[tuple[Context, Reason]]:
        """Functions from which the value itself comes back to nobody: no call of them was found. What one writes into
        its object is in the fields of those that a container makes.
        """
        found: list[tuple[Context, Reason]] = []
        for context in self._watched:
            exits = self._exits[context].items() if not self.callers.get(context) else ()
            for effect, (reason, *_) in exits:
                lost = effect.carried in DATA and effect.label < IMPLICIT and effect.path[:1] != (DEEPER,)
                if effect.kind in ("return", "out") and lost and not self._is_kept(context, effect):
                    found.append((context, reason))
                    break
        return found

    def _is_kept(self, context: Context, effect: Exit) -> bool:
        """Is it written into an object of which no code of the tree makes any? Its fields are places of their own."""
        file, unit, number = context.function.file, context.function.unit, context.function.number
        graph = context.graph
        if effect.kind != "out" or effect.slot != -1:
            return False
        class_at = class_around(graph, number, graph.functions[number].at)
        return class_at >= 0 and not self.instances.instances(file, unit, class_at)


def _is_better(fact: Fact | None, known: Fact | None) -> bool:
    """Is what a call brings stronger or more certain than what it was known to bring?"""
    if fact is None or known is None:
        return False
    return (fact.label, fact.doubt) < (known.label, known.doubt)


__all__ = ["Closure", "Leaving", "Left"]
