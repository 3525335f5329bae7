"""One fact after another: along the edges of its graph, into calls, and through outside code."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.backward.callers import Callers
from audit.flow.backward.members import Members
from audit.flow.backward.pairs import Pairs, paired
from audit.flow.backward.values import Typed
from audit.flow.code import Spot
from audit.flow.contexts import (
    AFTERWARDS,
    DATA,
    DEEPER,
    ELEMENT,
    IMPLICIT,
    REJECTED,
    WITHIN,
    Caller,
    Context,
    Entered,
    Fact,
    Path,
    Reason,
    Seed,
    deciding,
    is_cut,
    is_position,
    lacking,
    longer,
    rest_of,
    same_part,
    seed_of,
    without,
)
from audit.flow.graph import LACKING, LEFT, Graph, Op, Place
from audit.flow.outside.library import Library
from audit.flow.solver.aliases import Aliases
from audit.flow.solver.calls import Calls
from audit.flow.solver.dropping import Dropping
from audit.flow.solver.facts import Exit
from audit.flow.solver.listeners import Listeners
from audit.flow.solver.outside import is_held, starts
from audit.flow.solver.parts import COUNTS, OF_KINDS
from audit.flow.solver.promises import CALLEE, Promises
from audit.flow.solver.seats import Seats

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.contexts import Carried
    from audit.flow.solver.wanted import Wanted

__all__ = ["CALLEE", "Solver"]

_TEXT = Typed("string")


class Solver(Calls):
    """Facts grow from seeds until nothing new follows; then `events`, `further` and `also` hold what was found."""

    def __init__(self, origins: Origins, wanted: Wanted) -> None:
        super().__init__(origins)
        self.origins, self.wanted = origins, wanted
        self.library = Library(origins)
        self.members = Members(origins)
        self.pairs = Pairs(origins)
        self.aliases = Aliases(origins, self.library, self.members, self.pairs)
        self.instances = Callers(origins)
        self.promises = Promises(origins, self.instances, Solver)
        self.listeners = Listeners(origins, self.instances, Solver)
        self.seats = Seats(origins, self.library, self._kept)
        self._asked: set[Context] = set()
        self._dropping = Dropping(self, self.library)
        self._made: dict[tuple[str, int], bool] = {}

    def seed(self, spot: Spot, number: int, path: Path = (), carried: Carried = "value") -> None:
        """A flow begins at a node."""
        self.add(Fact(self.root(spot, Seed(number)), spot.node, path, carried), None)

    def answer(self, spot: Spot, number: int) -> None:
        """What comes back of a request whose result is seeded is also where its row says: in errors, in callbacks."""
        graph = self.code.graph(spot.file, spot.unit)
        call, begun = (
            graph.results.get(spot.node),
            self.known(Fact(self.root(spot, Seed(number)), spot.node, (), "value")),
        )
        if call is not None and begun is not None:
            self._apply(begun, graph, call, self.library.response(spot.file, spot.unit, call))

    def begin(self) -> None:
        """Follow the value and what is made of it, as far as that goes without what it only decides."""
        while any(self._queues[: 2 * IMPLICIT]) or self.ask_again():
            fact = self.next()
            if fact is not None:
                self._step(fact)

    def run(self) -> None:
        """Follow all facts to their ends; then tell of functions that nobody seems to call."""
        self._follow()
        while self.wanted.guesses and self._guess_callers():
            self._follow()
        for context, reason in self.uncalled() if self.wanted.guesses else ():
            self.wanted.uncalled(self, context, reason)
        self._tell_dropped()
        self.cut = self.cut or self.promises.cut

    def _tell_dropped(self) -> None:
        """Tell of what unknown code was given or got back, where nobody uses its answer."""
        for (context, call), one in list(self.handed.items()) if self.wanted.guesses else ():
            for drop in self._dropping.drops(context, call, one.label):
                self.wanted.dropped(self, (context, call), drop, one.reason)

    def _follow(self) -> None:
        while (fact := self.next()) is not None or self.ask_again():
            if fact is not None:
                self._step(fact)

    def _guess_callers(self) -> bool:
        """Look for calls of methods by their name, where a value comes back to nobody; was there any?"""
        found = False
        for context, _ in self.uncalled():
            if context in self._asked:
                continue
            self._asked.add(context)
            for file, unit, call in self.members.calls(context.function):
                there = Spot(file, unit, self.code.graph(file, unit).calls[call].result)
                caller = Caller(self.root(there, seed_of(context)), call, -1)
                self.guessed.add((context, caller))
                self.register(context, caller, None)
                found = True
        return found

    def whole(self) -> Solver:
        """Itself."""
        return self

    def _step(self, fact: Fact) -> None:
        self.now = fact
        graph = fact.context.graph
        if fact.node in graph.tests and fact.path[:1] != (DEEPER,):
            self.wanted.decided(self, fact, fact.node)  # also where nothing is assigned or returned below the test
        if graph.python and fact.path[:1] == REJECTED and fact.node in graph.results:  # Python throws where it calls
            effect = Exit("throw", -1, None, fact.path[1:], fact.carried, fact.label)
            self.throw(fact.context, fact.node, effect, Reason(fact))
            return
        for edge in graph.out[fact.node]:
            op, to, key = edge.op, edge.to, edge.key
            _RULES[op](self, fact, graph, to, key)

    def copy(self, fact: Fact, graph: Graph, to: int, _: str) -> None:
        if self.wanted.instances and graph.function[to] != fact.context.function.number:
            return  # an object's `this` in its methods: comes with the calls
        if fact.path[:1] == REJECTED and isinstance(graph.source[to], code.Await):
            self.throw(fact.context, to, Exit("throw", -1, None, fact.path[1:], fact.carried, fact.label), Reason(fact))
            return
        listed = isinstance(graph.source[to], code.Array)
        if listed and self.iterates(fact, graph, to):
            return
        path = paired(fact.path) if listed else fact.path
        self.add(fact.part(to, path), fact)

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

    def store(self, fact: Fact, _: Graph, to: int, key: str) -> None:
        self.add(fact.part(to, longer(key, fact.path)), Reason(fact, guess=is_cut(fact.path)))

    def build(self, fact: Fact, _: Graph, to: int, __: str) -> None:
        if isinstance(fact.carried, str) and fact.carried != "function":
            self.add(fact.part(to, ()), fact)

    def write(self, fact: Fact, graph: Graph, to: int, key: str) -> None:
        why = Reason(fact, guess=is_cut(fact.path))
        if ("set", key) in self.code.accessors or self.wanted.setters:
            self.put(fact, graph, to, key)
        vocabulary, held = self.origins.vocabulary, graph.source[to]
        if key in vocabulary.assigned:
            self.assign(fact, graph, to, key)
        if isinstance(held, code.Member) and held.key in vocabulary.filled:
            self.assign(fact, graph, to, ELEMENT)
        for name in self._names(fact, graph, fact.node) if key == ELEMENT else (key,):
            self.mutate(fact.part(to, longer(name, fact.path)), why)

    def return_(self, fact: Fact, _: Graph, __: int, ___: str) -> None:
        entry = fact.context.entry
        if fact.path[:1] != (DEEPER,) and not (isinstance(entry, Entered) and entry.slot == AFTERWARDS):
            self.wanted.returned(self, fact)
        self._go(fact, "return")

    def throw_(self, fact: Fact, _: Graph, __: int, ___: str) -> None:
        self._go(fact, "throw")

    def _go(self, fact: Fact, kind: str) -> None:
        self.leave(fact.context, Exit(kind, -1, None, fact.path, fact.carried, fact.label), Reason(fact))

    def keep_(self, fact: Fact, graph: Graph, to: int, _: str) -> None:
        if not self.is_told_apart(graph, graph.places[to]):
            self.keep(fact, graph.places[to])

    def callee(self, fact: Fact, graph: Graph, to: int, _: str) -> None:
        self.called(fact, graph, to)

    def receiver(self, fact: Fact, graph: Graph, to: int, _: str) -> None:
        self.given(fact, graph, to, -1)

    def argument(self, fact: Fact, graph: Graph, to: int, key: str) -> None:
        self.given(fact, graph, to, int(key))

    def load(self, fact: Fact, graph: Graph, to: int, key: str) -> None:
        """Reading a member of the value itself gives a part of it; a method that is called is no part."""
        if ("get", key) in self.code.accessors and self.got(fact, graph, to, key):
            return
        if key[:1] == "[" and to not in graph.keys and self.iterates(fact, graph, to):
            return
        if key in COUNTS and (fact.path[0].startswith("[") if fact.path else fact.label < IMPLICIT):
            self.decide(fact, graph, to)
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
        called = not fact.path or (fact.path[0] == ELEMENT and named)
        if called and any(edge.op is Op.CALLEE for edge in graph.out[to]):
            return
        if fact.path[:1] == (WITHIN,):
            self.add(fact.part(to, (DEEPER, *fact.path[1:])), fact)
        guess = fact.path[:1] == (ELEMENT,) and named
        self.add(fact.part(to, rest), Reason(fact, guess=guess))

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
        return tuple(f"[{text}]" if is_position(text) else text for text in texts) or (ELEMENT,)

    def decide(self, fact: Fact, graph: Graph, to: int, key: str = "") -> None:
        if fact.path and (fact.path[0] == DEEPER or getattr(graph.source[to], "op", "") in OF_KINDS):
            return
        if isinstance(graph.source[to], code.Try) and (is_held(fact) or (key == LEFT and self.is_promised(fact))):
            return
        self.wanted.decided(self, fact, to)
        if self.wanted.implicit and fact.carried == "value" and starts(fact):
            path = (key,) if key[:1] == LACKING else ()
            self.add(Fact(fact.context, to, path, fact.carried, deciding(fact.label)), fact)


_RULES: dict[Op, Callable[[Solver, Fact, Graph, int, str], None]] = {
    Op.COPY: Solver.copy,
    Op.LOAD: Solver.load,
    Op.STORE: Solver.store,
    Op.DECIDE: Solver.decide,
    Op.WRITE: Solver.write,
    Op.ARGUMENT: Solver.argument,
    Op.RECEIVER: Solver.receiver,
    Op.CALLEE: Solver.callee,
    Op.RETURN: Solver.return_,
    Op.THROW: Solver.throw_,
    Op.KEEP: Solver.keep_,
    Op.BUILD: Solver.build,
    Op.REST: Solver.rest,
}
