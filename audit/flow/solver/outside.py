"""Code outside of the tree, as the vocabulary describes it: what a call of it makes of what it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.code import Spot
from audit.flow.contexts import (
    CALLED,
    DATA,
    DEEPEST,
    IMPLICIT,
    KEY,
    REJECTED,
    STORED,
    Caller,
    Closure,
    Fact,
    Path,
    Reason,
    deciding,
    entered_at,
    fact_of,
    is_over,
    seed_of,
    standing,
)
from audit.flow.graph import Graph, Op
from audit.flow.solver.asked import outlives_calls
from audit.flow.solver.dropping import Handed
from audit.flow.solver.facts import Event, Exit
from audit.flow.solver.running import PIPED
from audit.flow.solver.writing_text import WritingText

if TYPE_CHECKING:
    from audit.flow.outside.library import Effects

CONSTRUCTORS = (("#constructor",), ("#__init__",))
"""The part of a class that making an instance calls."""


class OutsideCode(WritingText):
    """What becomes of a fact that outside code is given."""

    def outside(self, fact: Fact, graph: Graph, call: int, slot: int, *, modelled: bool) -> None:
        """What vocabulary says happens; those who asked are told."""
        file, unit = fact.context.function.file, fact.context.function.unit
        if fact.path and self._is_said(fact, graph, call, slot):
            return
        if self.wanted.reached(self.whole(), fact, call, slot):
            self.tell(fact, call, slot)
        if slot >= 0 and not modelled:
            self.iterates(fact, graph, fact.node)  # `list(rows)` goes through them by their own code
        whole = fact.carried in DATA
        effects = self.library.effects(file, unit, call, slot, fact.path, modelled=modelled, whole=whole)
        if effects.guess and self.wanted.chooses(fact, call, slot):
            return
        self._apply(fact, graph, call, effects)
        if effects.told and not self.tells(fact, call, slot, effects):
            self.wanted.lost(self.whole(), fact, call, -1)
        if fact.path and slot in effects.called:
            self._called_there(fact, graph, call, slot, guess=effects.guess)
        if not (fact.path == () and slot in effects.called) and not self._runs_part(fact, call, slot):
            return
        if isinstance(fact.carried, Closure):
            if not effects.guess or not self.wanted.shows(self.whole(), fact, call):
                self.runs(fact, Caller(fact.context, call, slot))
        elif fact.carried == "function":
            why = Reason(fact, guess=effects.guess)
            for target, path in self.library.returned(file, unit, call, slot, ()).results:
                self.born(Fact(fact.context, target, path, "value", fact.label), why)

    def _is_said(self, fact: Fact, graph: Graph, call: int, slot: int) -> bool:
        """Is the fact in an object that says itself what is written of it, as JSON or as a text?"""
        if self.may_say and self.wanted.writes_json(self.whole(), fact, call, slot):
            return self.says_itself(fact, graph)
        site = graph.calls[call]
        return self.is_made_text(fact, site, slot) and self.says_as_text(fact, graph, fact.node)

    def _called_there(self, fact: Fact, graph: Graph, call: int, slot: int, *, guess: bool) -> None:
        """Outside code calls an argument. The fact is what that gives, or a part of it (in Python, of what a class that
        is called makes): outside code may call others with it. Or it is in an object that has code for being called.
        """
        caller, path = Caller(fact.context, call, slot), fact.path[1:]
        if graph.python and fact.path in CONSTRUCTORS and isinstance(fact.carried, Closure):
            self.register(fact.carried.context, caller, None)
            return
        if graph.python and fact.path[0][:1] == "#":
            path = (fact.path[0][1:], *path)
        elif fact.path[0] != CALLED:
            self.runs_object(fact, caller)
            return
        file, unit = fact.context.function.file, fact.context.function.unit
        given = self.library.returned(file, unit, call, slot, path)
        for target, path in given.results:
            self.add(fact.part(target, path), Reason(fact, guess=guess))
        for run in given.calls:
            self.call_argument(fact, graph, call, run)

    def _runs_part(self, fact: Fact, call: int, slot: int) -> bool:
        """Is the fact a function in an argument (`{ fetchMethod }`) that outside code calls, as its row says?"""
        if not fact.path or fact.carried in DATA:
            return False
        file, unit = fact.context.function.file, fact.context.function.unit
        return self.library.calls_part(file, unit, call, slot, fact.path)

    def tell(self, fact: Fact, call: int, slot: int) -> None:
        file, unit = fact.context.function.file, fact.context.function.unit
        event = Event(((file, unit, call),), slot, fact.path, fact.carried, fact.label)
        self.leave(fact.context, Exit("event", -1, event, (), "", fact.label), Reason(fact))

    def lost_in(self, fact: Fact, call: int) -> None:
        self.wanted.lost(self.whole(), fact, call, -1)

    def decides(self, fact: Fact) -> bool:
        """Does what rests on a fact go on as implicit data?"""
        return self.wanted.implicit and fact.carried != STORED and starts(fact)

    def _apply(self, fact: Fact, graph: Graph, call: int, effects: Effects) -> None:
        why = Reason(fact, guess=effects.guess or effects.cut)
        for target, path in effects.results:
            self.add(fact.part(target, path), why)
        self._made_by_super(fact, graph, call, effects)
        decided = effects.decided if not self._is_kept_key(fact, graph, call) else ()
        if decided:
            self.wanted.decided(self.whole(), fact, decided[0][0])
        for target, path in decided if self.decides(fact) else ():
            self.add(Fact(fact.context, target, path, fact.carried, deciding(fact.label)), why)
        for target, path in effects.counted:
            self.count(fact, target, path, why)
        if self.wanted.answers and fact.label < IMPLICIT:
            unsure = effects.guess or effects.cut
            self.answered(fact, graph, call, effects.answers, effects.answering, guess=unsure)
        once = int(call in graph.once and fact.label < IMPLICIT)
        held = DEEPEST if effects.writes and is_over(entered_at(fact.context)) else once  # it was put there before
        for target, path in effects.writes:
            if PIPED not in path or fact.carried not in DATA or not self.poured(fact, graph, call, target, path):
                self.mutate(Fact(fact.context, target, standing(path, held), fact.carried, fact.label), why)
        for run in effects.calls:
            self.call_argument(fact, graph, call, run)
        if effects.kept:
            self.wanted.lost(self.whole(), fact, call, -1)
        if effects.guess:
            self.hand(fact.context, call, fact.carried, Handed(fact.label, why))

    def count(self, fact: Fact, target: int, path: Path, why: Fact | Reason) -> None:
        """How many a value holds decides what is there; so does what decides the value."""
        if self.wanted.implicit and fact.carried == "value":
            self.add(Fact(fact.context, target, path, fact.carried, deciding(fact.label)), why)

    def tells(self, fact: Fact, call: int, slot: int, effects: Effects) -> bool:
        """Into the functions that hear what is told under a name; False where nobody does."""
        carries = fact.carried in DATA
        if not (carries or isinstance(fact.carried, Closure)) or fact.label >= IMPLICIT:
            return True
        heard = [one for path in effects.told for one in self.wanted.heard(self.whole(), fact, call, path)]
        for one in heard:
            if isinstance(one.to, Spot):
                self._heard_at(fact, one.to, one.path, guess=one.guess)
            else:
                caller = Caller(fact.context, call, slot)
                self.run_by_outside(fact, caller, one.to, one.position, one.path, guess=one.guess)
        return bool(heard) or not carries

    def _heard_at(self, fact: Fact, spot: Spot, path: Path, *, guess: bool) -> None:
        """What is told is what somebody asks for: outside code may go on with that."""
        there, why = self.root(spot, seed_of(fact.context)), Reason(fact, guess=guess)
        given = Fact(there, spot.node, path, fact.carried, fact.label)
        if path and spot.node in there.graph.results:
            self.mutate(given, why)
        else:
            self.add(given, why)

    def _made_by_super(self, fact: Fact, graph: Graph, call: int, effects: Effects) -> None:
        """What a constructor of outside code is given by `super(…)` is in the object itself (`message` of an error)."""
        site = graph.calls[call]
        source = graph.source[site.callee]
        if isinstance(source, code.This) and source.name == "super":
            for _, path in effects.results:
                self.mutate(fact.part(site.callee, path), Reason(fact, guess=effects.guess))

    @staticmethod
    def _is_kept_key(fact: Fact, graph: Graph, call: int) -> bool:
        """Is the fact a key of something that outlives all calls? Who asks whether that has one asks with another."""
        return fact.path == (KEY,) and outlives_calls(graph, graph.calls[call].receiver)


def starts(fact: Fact) -> bool:
    """May the fact decide? Implicit data starts nothing new; a condition made of the value is one with it, also one
    that has a name, and so is that it is not there because a call failed.
    """
    if fact.path[-1:] == REJECTED:
        return True
    at: Fact | None = fact
    named = moved = False
    while at is not None and at.label >= IMPLICIT:
        source = at.context.graph.source[at.node]
        if at.path[-1:] == REJECTED and len(at.path) > 1:  # one of several promises (`allSettled`)
            return fact.label == IMPLICIT
        if isinstance(source, (code.Unary, code.Binary, code.Logical, code.Try)) and not moved:
            return True
        before = fact_of(at.reason)
        if isinstance(source, code.Name) and _is_copy(before, at):
            named = True
        elif isinstance(source, (code.Name, code.Await, code.Index)):
            moved = True  # taken out of something: it may be whether a call failed, and is no comparison
        elif not isinstance(source, (code.Member, code.Call, code.Comprehension)):
            return False
        at = before
    return at is not None and not named and not moved


def _is_copy(before: Fact | None, fact: Fact) -> bool:
    """Is a fact what another one is, under a name?"""
    if before is None or before.context is not fact.context:
        return False
    return any(edge.to == fact.node and edge.op is Op.COPY for edge in fact.context.graph.out[before.node])


def is_held(fact: Fact) -> bool:
    """Is the fact, at the result of a call, what the object held already? It has no part in whether the call fails."""
    before = fact_of(fact.reason)
    if before is None or before.context is not fact.context or not before.path:
        return False
    graph = fact.context.graph
    return before.path[0][:1] == "[" and before.node == graph.calls[graph.results[fact.node]].receiver


def stood(fact: Fact) -> bool:
    """Is the fact, at the result of a call, in what the called function read of a name of a module, which that had been
    given as it was loaded? It has no part in whether the call fails.
    """
    at, before = fact, fact_of(fact.reason)
    while before is not None and before.context.function.number:
        at, before = before, fact_of(before.reason)
    return before is not None and at is not fact and at.context is not fact.context and _is_read(at)


def _is_read(fact: Fact) -> bool:
    """Is it a name that something is read of, and no parameter?"""
    graph, number = fact.context.graph, fact.context.function.number
    return isinstance(graph.source[fact.node], code.Name) and fact.node not in graph.functions[number].parameters
