"""Writing into objects: what is written is wherever the object came from, and wherever else it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.pairs import of_pair
from audit.flow.backward.values import Func
from audit.flow.code import Spot
from audit.flow.contexts import DEEPEST, ELEMENT, Context, Fact, Path, Reason, is_cut, is_doubtful, longer
from audit.flow.graph import Op, Place
from audit.flow.solver.aliases import given_back, holder_of
from audit.flow.solver.facts import Exit
from audit.flow.solver.places import WRITTEN, Places, owns

if TYPE_CHECKING:
    from audit.flow.backward.members import Members
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.pairs import Pairs
    from audit.flow.outside.library import Library

_DEEPEST_ALIAS = 80
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
    _written: dict[tuple[object, ...], int]
    _waiting: list[tuple[Fact, Reason]]
    _aliases: dict[tuple[str, int, int], tuple[tuple[str, object, Path], ...]]

    def leave(self, context: Context, effect: Exit, reason: Reason) -> None:
        """A fact leaves a context."""
        raise NotImplementedError

    def mutate(self, fact: Fact, reason: Reason, depth: int = 0) -> None:
        """Something is written into the object at a node: it is there wherever that object is.

        A way back through very many aliases is gone on with when Python's own stack is shorter again.
        """
        if depth > _DEEPEST_ALIAS:
            self._waiting.append((fact, reason))
            return
        self._mutate(fact, reason, depth)
        while self._waiting and not depth:
            self._mutate(*self._waiting.pop(), 1)

    def _mutate(self, fact: Fact, reason: Reason, depth: int) -> None:
        context, node, path, carried, label = fact.context, fact.node, fact.path, fact.carried, fact.label
        graph = context.graph
        self.add(fact, reason)
        known, what, kind = self.known(fact), (context, node, path, carried), 2 * label + is_doubtful(reason)
        before = self._written.get(what, 0)
        if known is None or before & _COVERED[kind]:
            return
        self._written[what] = before | 1 << kind
        fact.reason, fact.doubt = reason, is_doubtful(reason)
        on = Reason(fact)
        if node in graph.of_parameter:
            number, position = graph.of_parameter[node]
            if number == context.function.number:
                self.leave(context, Exit("out", position, None, path, carried, label), on)
        if node in graph.this_at:
            self._write_this(fact, graph.this_at[node], on)
        place = graph.place_of.get(node)
        if place is not None and place.kind == "name":
            self.keep(fact, place, WRITTEN, on)
        for source, op, key in graph.back[node]:
            if graph.function[source] != graph.function[node]:
                continue
            if op is Op.COPY:
                self.mutate(Fact(context, source, path, carried, label), on, depth + 1)
            elif op is Op.LOAD:
                self._write_holder(fact, source, key, on, depth + 1)
        if node in graph.results:
            self._write_result(fact, graph.results[node], on, depth + 1)

    def _write_holder(self, fact: Fact, source: int, key: str, on: Reason, depth: int) -> None:
        """What is read as a part of an object is written into."""
        for path in self._held(fact, source, key):
            why = replace(on, guess=path[0] == key and is_cut(fact.path))
            self.mutate(Fact(fact.context, source, path, fact.carried, fact.label), why, depth)

    def _held(self, fact: Fact, source: int, key: str) -> tuple[Path, ...]:
        """Where an object holds what is read as its part `key`: a map, and what may be one, by way of its pairs."""
        usual = longer(key, fact.path)
        if key != ELEMENT or fact.node in fact.context.graph.keys:
            return (usual,)
        file, unit = fact.context.function.file, fact.context.function.unit
        spot = Spot(file, unit, source)
        held = self.pairs.held(spot, fact.path)
        if held is not None:
            return (held,)
        maybe = of_pair(fact.path)
        return (usual,) if maybe is None or not self.members.is_open(self.origins.of(spot)) else (usual, maybe)

    def _write_this(self, fact: Fact, number: int, on: Reason) -> None:
        """The object of a method is written into: the receiver of its callers, or what `new` makes."""
        holder = holder_of(fact.context, number)
        if holder is not None:
            self.leave(holder, Exit("out", -1, None, fact.path, fact.carried, fact.label), on)

    def _write_result(self, fact: Fact, call: int, on: Reason, depth: int) -> None:
        """What a call gave is written into: the receiver, an argument or a place, where that is what it gave."""
        context, path, carried, label = fact.context, fact.path, fact.carried, fact.label
        file, unit = context.function.file, context.function.unit
        site = context.graph.calls[call]
        if site.receiver >= 0 and self.library.returns_receiver(file, unit, call):
            self.mutate(Fact(context, site.receiver, path, carried, label), on, depth)
        for held, inside in self.library.taken_from(file, unit, call, path):
            self.mutate(Fact(context, held, inside, carried, label), on, depth)
        for kind, what, steps in self._given_back(file, unit, call):
            if kind == "this" and site.receiver >= 0:
                self.mutate(Fact(context, site.receiver, (steps + path)[:DEEPEST], carried, label), on, depth)
            elif kind == "parameter" and what < len(site.arguments) and not any(site.spread):  # type: ignore[operator]
                given = site.arguments[what]  # type: ignore[call-overload]
                self.mutate(Fact(context, given, (steps + path)[:DEEPEST], carried, label), on, depth)
            elif kind == "place":
                self.leave(context, Exit("place", WRITTEN, what, (steps + path)[:DEEPEST], carried, label), on)

    def _given_back(self, file: str, unit: int, call: int) -> tuple[tuple[str, object, Path], ...]:
        key = (file, unit, call)
        if key not in self._aliases:
            site = self.code.graph(file, unit).calls[call]
            callees = self.origins.callees(file, unit, site) if not site.new else ()
            found = (one for callee in callees if isinstance(callee, Func) for one in given_back(self.code, callee.id))
            self._aliases[key] = tuple(dict.fromkeys(found))
        return self._aliases[key]

    def keep(self, fact: Fact, place: Place, slot: int = -1, why: Reason | None = None) -> None:
        """A fact is put into a place."""
        file, unit = fact.context.function.file, fact.context.function.unit
        effect = Exit("place", slot, (file, unit, place), fact.path, fact.carried, fact.label)
        reason = why or Reason(fact)
        if owns(fact.context, effect):
            self.settle(fact.context, effect, reason)
        else:
            self.leave(fact.context, effect, reason)
