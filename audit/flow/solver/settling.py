"""What a function fills that a promise, or the like, handed out: the promise, or that of one instance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import DEEPEST, REJECTED, Caller, Fact, Path, Reason
from audit.flow.graph import Graph, Op, Place
from audit.flow.solver.facts import Exit
from audit.flow.solver.indirect import Indirect
from audit.flow.solver.places import MADE, PROMISE, owns
from audit.flow.solver.promises import CALLEE, Promises, Settled

if TYPE_CHECKING:
    from audit.flow.solver.makers import Makers
    from audit.flow.solver.seats import Seats


class Settling(Indirect):
    """What becomes of a fact that such a function is given."""

    promises: Promises
    seats: Seats
    makers: Makers

    def is_told_apart(self, graph: Graph, place: Place) -> bool:
        """Is a field one of instances that the tree makes?"""
        raise NotImplementedError

    def settles(  # noqa: PLR0913 - what is called, where, and with what
        self, fact: Fact, call: int, slot: int, path: Path, part: Path = (), number: int = 0, *, runs: bool = False
    ) -> bool:
        """The called function is one that a promise, or the like, handed out: what it is given as its argument `number`
        is a part of that; where it `runs` a function that it is given, so is what that returns.
        """
        file, unit = fact.context.function.file, fact.context.function.unit
        found = [
            one
            for one in self.promises.settled(file, unit, call, slot, part)
            if one.slot == number and one.runs == runs
        ]
        for settled in found:
            spot = settled.spot
            graph = self.code.graph(spot.file, spot.unit)
            at = (*settled.path, *path)[:DEEPEST]
            if not part and self._settles_seat(fact, call, slot, settled, path):
                continue
            if not part and slot == CALLEE and self._settles_made(fact, call, spot, at):
                continue
            place = Place(PROMISE, "", spot.node, graph.function[spot.node])
            effect = Exit("place", -1, (spot.file, spot.unit, place), at, fact.carried, fact.label)
            if owns(fact.context, effect):
                self.settle(fact.context, effect, Reason(fact))
            else:
                self.leave(fact.context, effect, Reason(fact))
        return bool(found)

    def _settles_made(self, fact: Fact, call: int, spot: Spot, path: Path) -> bool:
        """Is it given back by a function that makes the promise, which is called here (`const { promise, resolve } =
        deferred()`)? Then the promise is the one of that call.
        """
        graph = self.code.graph(spot.file, spot.unit)
        function = FunctionId(spot.file, spot.unit, graph.function[spot.node])
        around = fact.context.function
        called = Spot(around.file, around.unit, fact.context.graph.calls[call].callee)
        made = self.makers.of(called, function, named=False)
        if made is None:
            return False
        context, label = self.afterwards(fact, Caller(fact.context, made[2], -1), function, (f"={spot.node}", *path))
        there = Fact(context, spot.node, path, fact.carried, label)
        self.add(there, None)
        self.filled(there)
        return True

    def _settles_seat(self, fact: Fact, call: int, slot: int, settled: Settled, path: Path) -> bool:
        """Is it a field of an object (`this.resolve(item)`, `then(this.resolve)`)? Then the promise is that of this
        instance; of any, where nobody knows which.
        """
        there, graph = fact.context.graph, self.code.graph(settled.spot.file, settled.spot.unit)
        seat = graph.seats.get((settled.spot.node, int(settled.path[:1] == REJECTED)))
        called = there.calls[call].callee if slot == CALLEE else there.calls[call].arguments[slot]
        held = [source for source, op, key in there.back[called] if op is Op.LOAD and seat and key == seat.field]
        if seat is None or not held or settled.slot:
            return False
        if not self.is_told_apart(graph, Place("field", seat.field, seat.class_at)):
            return False
        kept = [(one.name, *settled.path) for one in _fields_of(graph, settled.spot.node)]
        known = held[0] in there.this_at or (
            slot == CALLEE and self.seats.finds(fact.context.function.file, fact.context.function.unit, call)
        )
        for part in kept or [(seat.hidden,)]:
            at, cut = (*part, *path)[:DEEPEST], len(part) + len(path) > DEEPEST
            self.mutate(fact.part(held[0], at), Reason(fact, guess=cut), held=1)
            if not known:
                home = (settled.spot.file, settled.spot.unit, Place(MADE, "", seat.class_at))
                made = Exit("place", -1, home, at, fact.carried, fact.label)
                self.leave(fact.context, made, Reason(fact, guess=True))
        return True


def _fields_of(graph: Graph, promise: int) -> list[Place]:
    """The fields that a promise is put into where it is made."""
    found, stack, seen = list[Place](), [promise], {promise}
    while stack:
        for edge in graph.out[stack.pop()]:
            if edge.op is Op.KEEP and graph.places[edge.to].kind == "field":
                found.append(graph.places[edge.to])
            elif edge.op is Op.COPY and edge.to not in seen:
                seen.add(edge.to)
                stack.append(edge.to)
    return found
