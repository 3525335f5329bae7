"""Writing into objects: what is written is wherever the object came from, and wherever else it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.code import Spot
from audit.flow.contexts import (
    AFTERWARDS,
    EXPLICIT,
    IMPLICIT,
    Caller,
    Context,
    Entered,
    Fact,
    Reason,
    is_doubtful,
    is_over,
    standing,
)
from audit.flow.graph import Op, Place
from audit.flow.solver.aliases import Aliases
from audit.flow.solver.facts import Exit
from audit.flow.solver.parts import is_super
from audit.flow.solver.places import THIS, WRITTEN, Places, owns
from audit.flow.solver.putting import Putting, is_a_copy
from audit.flow.surrounding import holder_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.members import Members
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.pairs import Pairs
    from audit.flow.code import FunctionId
    from audit.flow.contexts import Path
    from audit.flow.graph import Graph
    from audit.flow.outside.library import Library

_DEEPEST_ALIAS = 60
_COVERED = tuple(
    sum(1 << (2 * one + doubt) for one in range(label + 1) for doubt in range(unsure + 1))
    for label in range(4)
    for unsure in (0, 1)
)
"""What makes a write of a label, certain or not, tell nothing new: the bits of those that are as strong and as sure."""


class Writing(Places):
    """Aliases are followed backwards, along copies, members and calls that give back what they were given.

    A fact that came by reading has been written nowhere yet: what was written is known apart, and so is its way.
    """

    origins: Origins
    library: Library
    members: Members
    pairs: Pairs
    aliases: Aliases
    putting: Putting
    _written: dict[tuple[object, ...], int]
    _waiting: list[tuple[Fact, Reason, int]]
    _writes: int
    """Writes that go on in each other."""

    def fed(self, fact: Fact) -> None:
        """Something is put into what outside code gave: it may call functions with that."""
        raise NotImplementedError

    def lost_in(self, fact: Fact, call: int) -> None:
        """A call of outside code keeps something."""
        raise NotImplementedError

    def read_by(self, spot: Spot) -> Iterator[tuple[int, FunctionId]]:
        """The getters that reading the member at a node runs, each with the call of it."""
        raise NotImplementedError

    def leave(self, context: Context, effect: Exit, reason: Reason) -> None:
        """A fact leaves a context."""
        raise NotImplementedError

    def register(self, context: Context, caller: Caller, fact: Fact | None) -> None:
        """A call runs a function in a context, and may bring a fact."""
        raise NotImplementedError

    def mutate(self, fact: Fact, reason: Reason, *, held: int = 0) -> None:
        """Something is written into the object that stands `held` steps deep in what is at a node: it is there wherever
        that is.

        A way back through very many aliases is gone on with when Python's own stack is shorter again.
        """
        if self._writes >= _DEEPEST_ALIAS:
            self._waiting.append((fact, reason, held))
            return
        self._writes += 1
        self._mutate(fact, reason, held)
        while self._waiting and self._writes == 1:
            self._mutate(*self._waiting.pop())
        self._writes -= 1

    def _mutate(self, fact: Fact, reason: Reason, held: int) -> None:
        context, node, path, carried, label = fact.context, fact.node, fact.path, fact.carried, fact.label
        graph, held = context.graph, min(held, len(path))  # what lies deeper than paths are long is not told apart
        parts = standing(path, held)
        there = fact if parts is path else fact.part(node, parts)
        self.add(there, reason)
        known, what, kind = self.known(there), (context, node, path, carried, held), 2 * label + is_doubtful(reason)
        before = self._written.get(what, 0)
        if known is None or before & _COVERED[kind]:
            return
        self._written[what] = before | 1 << kind
        there.reason, there.doubt = reason, is_doubtful(reason)
        if there is not fact:
            fact.reason, fact.doubt = there, there.doubt
        on = Reason(fact)
        if node in graph.of_parameter:
            number, position = graph.of_parameter[node]
            if number == context.function.number:
                self.leave(context, Exit("out", position, None, path, carried, label, held), on)
        if node in graph.this_at:
            self._write_this(fact, graph.this_at[node], on, held=held)
        place = graph.place_of.get(node)
        if place is not None and place.kind == "name":
            later = is_over(context)
            foreign = later and place.owner not in {0, context.function.number}
            self.keep(fact, place, WRITTEN, replace(on, guess=True) if foreign else on, held=held)
        if path and self.wanted.instances:
            self._write_field(fact, on, held)
        spot = Spot(context.function.file, context.function.unit, node)
        for source, part, guess, inside in self.aliases.before(spot, path, held=held):
            self.mutate(Fact(context, source, part, carried, label), replace(on, guess=guess), held=inside)
        if held and not is_a_copy(graph, node):
            self.put_into(fact, on, held)
        if node in graph.results:
            self.fed(fact)
            self._write_result(fact, graph.results[node], held=held)
            self._write_row(fact, graph.results[node])
        for call, getter in self.read_by(spot):
            self._write_returned(fact, path, Caller(context, call, -1), getter, held)

    def put_into(self, fact: Fact, on: Reason, held: int) -> None:
        """What was put into the object is written into, in this function or in those that are made in it."""
        context, graph = fact.context, fact.context.graph
        spot = Spot(context.function.file, context.function.unit, fact.node)
        for node, part, guess, deep in self.putting.into(spot, fact.path, held):
            there = self.below(graph, context, graph.function[node])
            if there is not None:
                why = replace(on, guess=True) if guess else on
                self.mutate(Fact(there, node, part, fact.carried, fact.label), why, held=deep)

    def _write_this(self, fact: Fact, number: int, on: Reason, *, held: int) -> None:
        """The object of a method is written into: the receiver of its callers, or what `new` makes."""
        holder, function = holder_of(fact.context, number), fact.context.function
        if holder is not None:
            self.leave(holder, Exit("out", -1, None, fact.path, fact.carried, fact.label, held), on)
            self._see_made(fact, holder, number, on)
        elif number > 0:  # an arrow function that somebody else runs (`rows.forEach((row) => { this.row = row })`)
            what = (function.file, function.unit, Place(THIS, "", -1, number))
            self.leave(fact.context, Exit("place", WRITTEN, what, fact.path, fact.carried, fact.label, held), on)

    def _see_made(self, fact: Fact, holder: Context, number: int, on: Reason) -> None:
        """What a constructor has put into its object it finds there, and so do the methods that it calls: to others the
        object comes with what it holds. What stands above that finds it as a guess: in another round; fields stand
        above all of it, and begin behind its parameters.
        """
        graph, start = holder.graph, holder.graph.functions[number].at
        uses = graph.this_uses.get(number, ()) if graph.functions[number].kind == "constructor" else ()
        for node in uses if self.wanted.instances else ():
            context = self.below(graph, holder, graph.function[node]) if node != fact.node else None
            if context is not None:
                before = graph.function[node] == number and start <= graph.at[node] < graph.at[fact.node]
                there = Fact(context, node, fact.path, fact.carried, fact.label)
                self.add(there, replace(on, guess=True) if before else on)

    def _write_field(self, fact: Fact, on: Reason, held: int) -> None:
        """A field of an object that a container hands out, to all the same one, is one place: nothing leads back to
        where the object was made. So is one that the class holds for all.
        """
        spot = Spot(fact.context.function.file, fact.context.function.unit, fact.node)
        shared = self.aliases.of_class(spot, fact.path[0]) if fact.path[1:] else ()
        for file, unit, class_at, guess in (*self.aliases.handed_out(spot), *shared):
            what, slot = (file, unit, Place("field", fact.path[0], class_at)), WRITTEN if fact.path[1:] else -1
            inner = max(held - 1, 0)
            effect = Exit("place", slot, what, fact.path[1:], fact.carried, fact.label, inner)
            self.leave(fact.context, effect, replace(on, guess=guess))

    def _write_result(self, fact: Fact, call: int, *, held: int) -> None:
        """What a function gave back is written into: as if that did it itself, to what it returns, at the very end."""
        file, unit = fact.context.function.file, fact.context.function.unit
        for function in self.aliases.called(file, unit, call):
            self._write_returned(fact, fact.path, Caller(fact.context, call, -1), function, held)
        for argument, function, part, deep in self.aliases.returned(file, unit, call, fact.path, held=held):
            self._write_returned(fact, part, Caller(fact.context, call, argument), function, deep)
        if held and len(fact.path) > 1:
            self._write_made(fact, call, held)
        if fact.path and self.wanted.instances:
            for function in self.aliases.constructed(file, unit, call):
                self._see_later(fact, Caller(fact.context, call, -1), function)

    def _see_later(self, fact: Fact, caller: Caller, constructor: FunctionId) -> None:
        """What is written into an object is seen by the functions that its constructor has made, which run later."""
        graph = self.code.graph(constructor.file, constructor.unit)
        uses = graph.this_uses.get(constructor.number, ())
        nodes = [one for one in uses if graph.function[one] != constructor.number or _is_bound(graph, one)]
        if not nodes:
            return
        label = IMPLICIT if fact.label >= IMPLICIT else EXPLICIT
        entered = Entered(-1, fact.path if not label else ("~", *fact.path), fact.carried)
        context = self.context(constructor, entered)
        self.register(context, caller, fact)
        for node in nodes:
            inner = self.below(graph, context, graph.function[node])
            if inner is not None:
                self.add(Fact(inner, node, fact.path, fact.carried, label), None)

    def _write_row(self, fact: Fact, call: int) -> None:
        """Outside code keeps what is written into what it gave: a row of a session."""
        file, unit = fact.context.function.file, fact.context.function.unit
        if fact.path and self.library.keeps_result(file, unit, call):
            self.lost_in(fact, call)

    def _write_returned(self, fact: Fact, path: Path, caller: Caller, function: FunctionId, held: int) -> None:
        """A part of what a function returned is written into."""
        context, label = self.afterwards(fact, caller, function, path)
        for node in context.graph.returned.get(function.number, ()):
            self.mutate(Fact(context, node, path, fact.carried, label), Reason(None), held=held)

    def _write_made(self, fact: Fact, call: int, held: int) -> None:
        """What a field of a new object holds is written into: as if its constructor did that, to what it put there, or
        what the one above it did.
        """
        for function in self.aliases.constructed(fact.context.function.file, fact.context.function.unit, call):
            context, label = self.afterwards(fact, Caller(fact.context, call, -1), function, fact.path)
            graph = context.graph
            field = Place("field", fact.path[0], graph.functions[function.number].class_at)
            put = [(node, fact.path[1:], held - 1) for node in graph.kept.get(field, ())]
            supers = () if put else (site for site in graph.calls if is_super(graph.source[site.callee]))
            above = [(site.result, fact.path, held) for site in supers]
            for node, path, deep in (*put, *above):
                if graph.function[node] == function.number:
                    self.mutate(Fact(context, node, path, fact.carried, label), Reason(None), held=deep)

    def afterwards(self, fact: Fact, caller: Caller, function: FunctionId, path: Path) -> tuple[Context, int]:
        """The context of what a fact does to what a function gave back, at the very end of that: it comes out again by
        the one call. With it the label that the fact has there.
        """
        label = IMPLICIT if fact.label >= IMPLICIT else EXPLICIT
        context = self.context(function, Entered(AFTERWARDS, path if not label else ("~", *path), fact.carried))
        self.register(context, caller, fact)
        return context, label

    def keep(self, fact: Fact, place: Place, slot: int = -1, why: Reason | None = None, *, held: int = 0) -> None:
        """A fact is put into a place."""
        file, unit = fact.context.function.file, fact.context.function.unit
        effect = Exit("place", slot, (file, unit, place), fact.path, fact.carried, fact.label, held)
        reason = why or Reason(fact)
        if owns(fact.context, effect):
            self.settle(fact.context, effect, reason)
        else:
            self.leave(fact.context, effect, reason)


def _is_bound(graph: Graph, node: int) -> bool:
    """Is a function bound to what is at a node (`this.show.bind(this)`)?"""
    return any(edge.op is Op.ARGUMENT and graph.calls[edge.to].method == "bind" for edge in graph.out[node])
