"""What an edge of a graph does to a fact that comes to its start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.backward.callers import Callers
from audit.flow.backward.pairs import Pairs, paired
from audit.flow.backward.values import ObjectValue, Typed
from audit.flow.code import Spot
from audit.flow.contexts import (
    ANY_ELEMENT,
    DATA,
    DEEPER,
    ELEMENT,
    KEY,
    REJECTED,
    WITHIN,
    Caller,
    Closure,
    Fact,
    Reason,
    is_cut,
    is_of_map,
    is_over,
    is_position,
    lacking,
    longer,
    rest_of,
    same_part,
    seed_of,
    step_of,
    without,
)
from audit.flow.graph import Graph, Op, Place
from audit.flow.graph.accessed import call_at
from audit.flow.moving import moved
from audit.flow.solver.deciding import Deciding
from audit.flow.solver.facts import Exit
from audit.flow.solver.parts import COUNTS

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.contexts import Path

_TEXT, _LIST = Typed("string"), Typed("Array")


class Edges(Deciding):
    """A method for each kind of edge; `RULES` says which."""

    instances: Callers
    pairs: Pairs

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self._made: dict[tuple[str, int], bool] = {}

    def copy(self, fact: Fact, graph: Graph, to: int, key: str) -> None:
        if self.wanted.instances and graph.function[to] != fact.context.function.number:
            return  # an object's `this` in its methods: comes with the calls
        if fact.path[:1] == REJECTED and isinstance(graph.source[to], code.Await):
            self.throw(fact.context, to, Exit("throw", -1, None, fact.path[1:], fact.carried, fact.label), Reason(fact))
            return
        if to in graph.entered and fact.path[:1] == (ELEMENT,):  # `with` gives what a generator yields
            if not self.generators(fact, graph, fact.node):
                self.add(fact.at(to), Reason(fact, guess=True))
            return
        made = graph.source[to]
        if isinstance(made, code.Object) and not graph.python and fact.path and is_of_map(fact.path[0]):
            return  # what a map holds are no members of it: `{ ...map }` has none
        listed = isinstance(made, code.Array)
        if listed and self.iterates(fact, graph, to):
            return
        path = paired(fact.path) if listed else fact.path
        there = moved(path, key) if key else path
        if there is not None and self.live.leads(graph, to, there):
            self.add(fact.part(to, there), fact)

    def is_told_apart(self, graph: Graph, place: Place) -> bool:
        """Is a field one of instances that the tree makes? What it holds then comes with them."""
        if place.kind != "field" or not self.wanted.instances:
            return False
        key = (graph.file, place.at)
        if key not in self._made:
            unit = self.code.class_unit(*key)
            self._made[key] = bool(unit >= 0 and self.instances.instances(graph.file, unit, place.at))
        return self._made[key]

    def rest(self, fact: Fact, _: Graph, to: int, key: str) -> None:
        if without(fact.path, key):
            self.add(fact.part(to, lacking(fact.path, key)) if fact.carried in DATA else fact.at(to), fact)

    def store(self, fact: Fact, graph: Graph, to: int, key: str) -> None:
        made = self.origins.handing.providing.get(key)
        if made is not None and self._provide(fact, graph, made=made):
            return
        why = Reason(fact, guess=is_cut(fact.path))
        computed = key == ELEMENT and fact.node in graph.keys
        for name in self._names(fact, graph, fact.node) if computed else (key,):
            self.add(fact.part(to, longer(name, fact.path)), why)
        if key[:1] == "#" and to in graph.class_nodes:
            self.begin_others(fact, graph.class_nodes[to], longer(key[1:], fact.path), why)

    def _provide(self, fact: Fact, graph: Graph, *, made: bool) -> bool:
        """What a container is given under a token is there where that is asked for; a function that makes it is called
        first. False where nobody asks.
        """
        seed = seed_of(fact.context)
        seats = self.origins.handing.provided(Spot(fact.context.function.file, fact.context.function.unit, fact.node))
        if not seats or not self.wanted.instances or seed.number < 0:
            return False
        if made and isinstance(fact.carried, Closure) and not fact.path:
            call = call_at(
                graph, "provide", fact.node, result=fact.node, callee=fact.node, receiver=-1, method="", arguments=()
            )
            self.register(fact.carried.context, Caller(fact.context, call, -1), None)
            return False
        for seat in seats:
            there = self.root(seat, seed)
            self.add(Fact(there, seat.node, fact.path, fact.carried, fact.label), Reason(fact))
        return fact.carried in DATA

    def build(self, fact: Fact, graph: Graph, to: int, _: str) -> None:
        if fact.path and self.makes_text(graph, to) and self.says_as_text(fact, graph, to):
            return
        if isinstance(fact.carried, str) and fact.carried != "function":
            self.add(fact.part(to, _joined(fact.path, graph.source[to]) if graph.python else ()), fact)

    def write(self, fact: Fact, graph: Graph, to: int, key: str) -> None:
        if key == KEY and self._is_list(fact, to):
            return  # a place in a list is no name
        why = Reason(fact, guess=is_cut(fact.path))
        if self.wanted.instances:  # then the classes that the object may be of have been read
            self.origins.of(Spot(fact.context.function.file, fact.context.function.unit, to))
        accessed = ("set", key) in self.code.accessors or self.wanted.setters
        if accessed and self.put(fact, graph, to, key) and self.wanted.instances:
            return  # what becomes of it says the setter
        self.put_under(fact, graph, to)
        vocabulary, held = self.origins.vocabulary, graph.source[to]
        if key in vocabulary.assigned:
            self.assign(fact, graph, to, key)
        if isinstance(held, code.Member) and held.key in vocabulary.filled:
            self.assign(fact, graph, to, ELEMENT)
        for name in self._names(fact, graph, fact.node) if key == ELEMENT else (key,):
            self.mutate(fact.part(to, longer(name, fact.path)), why)

    def return_(self, fact: Fact, _: Graph, __: int, ___: str) -> None:
        if fact.path[:1] != (DEEPER,) and not is_over(fact.context):
            self.wanted.returned(self.whole(), fact)
        self._go(fact, "return")

    def throw_(self, fact: Fact, _: Graph, __: int, ___: str) -> None:
        self._go(fact, "throw")

    def _go(self, fact: Fact, kind: str) -> None:
        self.leave(fact.context, Exit(kind, -1, None, fact.path, fact.carried, fact.label), Reason(fact))

    def keep_(self, fact: Fact, graph: Graph, to: int, _: str) -> None:
        if not self.is_told_apart(graph, graph.places[to]):
            self.keep(fact, graph.places[to])

    def callee(self, fact: Fact, graph: Graph, to: int, _: str) -> None:
        self.gave_function(fact, graph.calls[to])
        self.called(fact, graph, to)

    def receiver(self, fact: Fact, graph: Graph, to: int, _: str) -> None:
        self.gave_function(fact, graph.calls[to])
        self.given(fact, graph, to, -1)

    def argument(self, fact: Fact, graph: Graph, to: int, key: str) -> None:
        self.given(fact, graph, to, int(key))

    def load(self, fact: Fact, graph: Graph, to: int, key: str) -> None:
        """Reading a member of the value itself gives a part of it; a method that is called is no part."""
        if self.runs_code(fact, graph, to, key):
            return
        if key in COUNTS and self.counts(fact, graph, to, key):
            return
        if key == ELEMENT and fact.path and fact.path[0][:1] != "[":
            names = self._names(fact, graph, to)
            if ELEMENT not in names and not any(same_part(fact.path[0], name) for name in names):
                return
        rest = rest_of(paired(fact.path) if key == ELEMENT and to not in graph.keys else fact.path, key)
        if rest is None and (key in COUNTS or key[:1] == "[") and self._is_text(fact, graph, to):
            self.decide(fact, graph, to) if key in COUNTS else self.add(fact.part(to, ()), fact)
            return
        if rest is None and ("method", key) in self.code.accessors:
            self.take(fact, graph, to, key)
        if rest is None and key in self.origins.vocabulary.read:
            self.read(fact, graph, to, key)
        if rest is None or (not fact.path and not isinstance(fact.carried, str)):
            return
        named = key[:1] != "["
        called = not fact.path or (fact.path[0] in ANY_ELEMENT and named)
        if called and any(edge.op is Op.CALLEE for edge in graph.out[to]):
            return
        if fact.path[:1] == (WITHIN,):
            self.add(fact.part(to, (DEEPER, *fact.path[1:])), fact)
        first = fact.path[0] if fact.path else ""
        guess = first in ANY_ELEMENT if named else bool(first) and _is_counted(graph, to, first)
        if self.live.leads(graph, to, rest) and not (named and guess and rest and self._is_plain(fact, to)):
            self.add(fact.part(to, rest), Reason(fact, guess=guess))

    def _is_plain(self, fact: Fact, node: int) -> bool:
        """Is what is at a node a number or a text? Then what was written under a computed key is no part of it."""
        return not self.aliases.may_be_object(Spot(fact.context.function.file, fact.context.function.unit, node))

    def _is_list(self, fact: Fact, node: int) -> bool:
        """Is an object a list?"""
        values = self.origins.of(Spot(fact.context.function.file, fact.context.function.unit, node))
        spots = [value.spot for value in values if isinstance(value, ObjectValue)]
        sources = (self.code.graph(spot.file, spot.unit).source[spot.node] for spot in spots)
        return _LIST in values or any(isinstance(one, code.Array) for one in sources)

    def _is_text(self, fact: Fact, graph: Graph, to: int) -> bool:
        """Is a part read of a text that holds an object (`JSON.stringify({ item })`)? It has none of its members."""
        spots = (Spot(fact.context.function.file, fact.context.function.unit, node) for node, _, _ in graph.back[to])
        return any(one == _TEXT for spot in spots for one in self.origins.of(spot))

    def _names(self, fact: Fact, graph: Graph, node: int) -> tuple[str, ...]:
        """The names that `object[key]` means: those of constant keys, else any."""
        held = graph.keys.get(node)
        if held is None:
            return (ELEMENT,)
        file, unit = fact.context.function.file, fact.context.function.unit
        texts = self.texts(fact.context, Spot(file, unit, held))
        return tuple(map(step_of, texts)) or (ELEMENT,)


def _is_counted(graph: Graph, to: int, step: str) -> bool:
    """Is an element at a known place read by how far it is from the end (`rows[-1]`)? It is that one in some lists."""
    key = graph.source[graph.keys[to]] if to in graph.keys else None
    counted = isinstance(key, code.Literal) and isinstance(key.value, int) and key.value < 0
    return counted and is_position(step[1:-1])


def _joined(path: Path, it: code.Node | None) -> Path:
    """Where a part is of what Python puts together: lists by `+`, dicts and sets by `|`; else anywhere in it."""
    sign = it.op.removesuffix("=") if isinstance(it, (code.Binary, code.Assign)) else ""
    if sign == "|":
        return path
    return (ELEMENT, *path[1:]) if sign == "+" and path and path[0][:1] == "[" else ()


RULES: dict[Op, Callable[[Edges, Fact, Graph, int, str], None]] = {
    Op.COPY: Edges.copy,
    Op.LOAD: Edges.load,
    Op.STORE: Edges.store,
    Op.DECIDE: Edges.decide,
    Op.WRITE: Edges.write,
    Op.ARGUMENT: Edges.argument,
    Op.RECEIVER: Edges.receiver,
    Op.CALLEE: Edges.callee,
    Op.RETURN: Edges.return_,
    Op.THROW: Edges.throw_,
    Op.KEEP: Edges.keep_,
    Op.BUILD: Edges.build,
    Op.REST: Edges.rest,
}
