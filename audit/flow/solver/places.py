"""Where effects become final: names that functions share, names of modules, fields, and promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import (
    ANSWERED,
    ANY_ELEMENT,
    ARGUMENT,
    DEEPEST,
    IMPLICIT,
    REJECTED,
    Context,
    Fact,
    Inside,
    Reason,
    Seed,
    fact_of,
    is_doubtful,
    is_value,
    standing,
)
from audit.flow.graph import Graph, Op, Place
from audit.flow.solver.asked import is_found_by
from audit.flow.solver.everywhere import by_its_own_name
from audit.flow.solver.facts import Event, Exit, Facts, placed
from audit.link.names import Declared, External

if TYPE_CHECKING:
    from audit.flow.backward.callers import Callers
    from audit.flow.solver.framed import Framed
    from audit.flow.solver.run import Solver
    from audit.flow.solver.wanted import Wanted
    from audit.link.names import Names


WRITTEN = 1
"""The slot of an effect that changes the object in a place, and does not put another one there."""
MADE = "made"
"""The kind of a place that is every instance of a class: `at` is the start of the class."""
THIS = "this"
"""The kind of a place that is the object of the method that owns it."""
PROMISE = "promise"
"""The kind of a place that is a promise, or another object that hands out functions which fill it: `at` is the node of
what makes it.
"""


class Places(Facts):
    """Effects that have come to where they end, and who reads them."""

    wanted: Wanted
    names: Names
    instances: Callers
    framed: Framed
    events: dict[tuple[Event, Seed], Reason]
    further: dict[tuple[Event, Seed], list[Reason]]
    _placed: dict[tuple[object, ...], bool]  # was each a guess so far?
    _homes: dict[tuple[str, str], tuple[str, int, Place]]  # names of modules where they are declared

    def mutate(self, fact: Fact, reason: Reason, *, held: int = 0) -> None:
        """Something is written into the object that stands `held` steps deep in what is at a node."""
        raise NotImplementedError

    def put_into(self, fact: Fact, on: Reason, held: int) -> None:
        """What was put into the object at a node is written into."""
        raise NotImplementedError

    def leave(self, context: Context, effect: Exit, reason: Reason) -> None:
        """A fact leaves a context."""
        raise NotImplementedError

    def filled(self, fact: Fact) -> None:
        """A function that outside code handed out is called with a fact: what that code gave holds it."""
        raise NotImplementedError

    def settle(self, context: Context, effect: Exit, reason: Reason) -> None:
        """An effect has come to where it is final."""
        if effect.kind == "event":
            assert isinstance(effect.what, Event)
            assert isinstance(context.entry, Seed)
            event = effect.what if effect.what.label <= IMPLICIT else replace(effect.what, label=IMPLICIT)
            self._happened((event, context.entry), reason)
            return
        file, unit, place = at = self._declared(*placed(effect))
        if at != effect.what:
            effect = replace(effect, what=at)
        key = (context if place.owner > 0 else context.entry, effect)
        other = self.is_other_way(key[0], effect, reason)
        doubt, known = is_doubtful(reason), self._placed.get(key)
        if known is not None and not other and known <= doubt:
            return
        self._placed[key] = doubt if known is None else known and doubt
        if place.owner > 0:
            owner = context
            if not owns(context, effect):  # left by a function that outlived its surroundings
                assert isinstance(context.entry, Seed)
                owner = self.nested(file, unit, place.owner, context.entry)
                if self._is_made_anew(owner.function):
                    reason = replace(reason, guess=True)
            if place.kind == THIS:
                self.leave(owner, Exit("out", -1, None, effect.path, effect.carried, effect.label, effect.held), reason)
            else:
                self._read_inside(owner, place, effect, reason)
        elif not (_is_kept_answer(effect) and is_found_by(reason)):
            assert isinstance(context.entry, Seed)
            self._read_anywhere(context.entry, file, unit, place, effect, reason)

    def _is_made_anew(self, function: FunctionId) -> bool:
        """Does one file call a function several times? Each call has names of its own, and which of them those hold
        that outlive it is not known. Calls in several files may be of programs that share nothing.
        """
        files = [file for file, _, _ in self.instances.of(function)]
        return len(files) > len(set(files))

    def _happened(self, key: tuple[Event, Seed], reason: Reason) -> None:
        """An event, by the first certain way that leads to it, else the first."""
        known = self.events.get(key)
        if known is None or (is_doubtful(known) and not is_doubtful(reason)):
            self.events[key], reason = reason, known or reason
        if known is not None:
            self.further.setdefault(key, []).append(reason)

    def _read_inside(self, owner: Context, place: Place, effect: Exit, reason: Reason) -> None:
        """A name that nested functions share: its reads, each in its own context below the owner."""
        graph = owner.graph
        for node in graph.reads.get(place, ()) if place.kind != PROMISE else (place.at,):
            context = self.below(graph, owner, graph.function[node])
            if context is not None:
                fact = Fact(context, node, standing(effect.path, effect.held), effect.carried, effect.label)
                if place.kind == PROMISE:
                    self.add(fact, reason)
                    self.filled(fact)
                else:
                    self.add_live(fact, reason)
        for node in graph.kept.get(place, ()) if effect.slot == WRITTEN else ():
            context = self.below(graph, owner, graph.function[node])
            if context is not None:
                self.mutate(Fact(context, node, effect.path, effect.carried, effect.label), reason, held=effect.held)

    def below(self, graph: Graph, owner: Context, number: int) -> Context | None:
        """The context of a function that is nested in a context's function."""
        if number == owner.function.number:
            return owner
        if number <= 0:
            return None
        outer = self.below(graph, owner, graph.functions[number].parent)
        function = FunctionId(owner.function.file, owner.function.unit, number)
        return self.context(function, Inside(outer)) if outer is not None else None

    def _read_anywhere(self, seed: Seed, file: str, unit: int, place: Place, effect: Exit, reason: Reason) -> None:
        promise = (Spot(file, unit, place.at),)
        for spot in self.wanted.readers(self.whole(), file, unit, place) if place.kind != PROMISE else promise:
            fact = Fact(self.root(spot, seed), spot.node, effect.path, effect.carried, effect.label)
            self.add(fact.part(spot.node, standing(effect.path, effect.held)), reason)
            if effect.slot == WRITTEN and effect.held:
                self.put_into(fact, replace(reason, guess=True), effect.held)
            if place.kind == PROMISE:
                self.filled(fact)
        own = by_its_own_name(place, effect, self.whole().origins.vocabulary.keeping)
        if own is not None:
            self._read_anywhere(seed, file, unit, *own, reason)
        for spot, part in self.wanted.in_modules(self.whole(), file, place) if place.kind == "name" else ():
            path = (*part, *effect.path)
            why = reason if len(path) <= DEEPEST else replace(reason, guess=True)
            self.add(Fact(self.root(spot, seed), spot.node, path[:DEEPEST], effect.carried, effect.label), why)
        meaning = self.names.meaning(file, place.name) if effect.slot == WRITTEN and place.at < 0 else None
        if isinstance(meaning, External) and reason.fact is not None and _is_assigned(reason.fact):
            self.wanted.left_outside(self.whole(), reason.fact.context, meaning, effect, reason)
        shown = self.framed.of(file, unit, place.at) if place.kind == "field" else None
        if shown is not None and reason.fact is not None and effect.path[:1] != REJECTED:
            self.wanted.left_outside(self.whole(), reason.fact.context, shown, effect, reason)
        for spot in self._kept(file, unit, place) if effect.slot == WRITTEN else ():
            there = Fact(self.root(spot, seed), spot.node, effect.path, effect.carried, effect.label)
            self.mutate(there, reason, held=effect.held)

    def _kept(self, file: str, unit: int, place: Place) -> list[Spot]:
        """What was put into a name of a module: the object that is written into is that."""
        file, unit, place = self._declared(file, unit, place)
        kept = self.code.graph(file, unit).kept.get(place, ()) if place.kind == "name" and place.at >= 0 else ()
        return [Spot(file, unit, node) for node in kept]

    def _declared(self, file: str, unit: int, place: Place) -> tuple[str, int, Place]:
        """A name of a module where it is declared: each statement that assigns to it has a place of its own for it."""
        if place.kind != "name" or place.at >= 0:
            return file, unit, place
        known = self._homes.get((file, place.name))
        if known is None:
            known = (file, unit, place)
            meaning = self.names.meaning(file, place.name)
            home = self.code.unit_at(meaning.file, meaning.at) if isinstance(meaning, Declared) else -1
            if isinstance(meaning, Declared) and home >= 0:
                known = meaning.file, home, Place("name", meaning.name, meaning.at)
            self._homes[file, place.name] = known
        return known

    def whole(self) -> Solver:
        """The solver, for those who ask it."""
        raise NotImplementedError


def _is_kept_answer(effect: Exit) -> bool:
    """Is an answer that was asked for with the value put among the elements of something that outlives all calls? Who
    finds it by that value has asked the same: the answer comes there without this one, too.
    """
    held = any(one in ANY_ELEMENT or is_value(one) for one in effect.path)
    return held and effect.slot == WRITTEN and effect.label in (ARGUMENT, ANSWERED)


def _is_assigned(fact: Fact) -> bool:
    """Did the code itself write a fact where it stands (`g.item = item`), and no call of outside code?"""
    for _ in range(DEEPEST):
        before = fact_of(fact.reason)
        if before is None or before.context is not fact.context:
            return False
        if any(edge.op is Op.WRITE and edge.to == fact.node for edge in fact.context.graph.out[before.node]):
            return True
        fact = before
    return False


def owns(context: Context, effect: Exit) -> bool:
    """Is the place a name that the context's function declares?"""
    file, unit, place = placed(effect)
    return place.owner > 0 and context.function == FunctionId(file, unit, place.owner)
