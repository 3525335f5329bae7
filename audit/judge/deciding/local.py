"""What an expression is made of within its function: names are followed, calls are not entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.given import given_to
from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.flow.pieces import everything, inside
from audit.link.questions.spelling import getters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.graph import CallSite
    from audit.judge.deciding.decisions import Decisions

_MOST = 300


class Local:
    """Questions about expressions of one program."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._places = decisions, decisions.places
        self._engine = decisions.engine
        self._known: dict[int, tuple[lowered.Node, ...]] = {}
        self._concerns: dict[int, bool] = {}
        self._asking: dict[tuple[FunctionId, int], bool] = {}
        self._called: dict[int, list[FunctionId]] = {}
        self._getters: frozenset[str] | None = None

    def parts(
        self, it: lowered.Node, file: str, unit: int, but: lowered.Node | None = None
    ) -> tuple[lowered.Node, ...]:
        """Every piece of code that has a part in the value of an expression; all of the call `but` has none."""
        if but is not None:
            return tuple(self._parts(it, file, unit, {id(one) for one in inside(but)}))
        if id(it) not in self._known:
            self._known[id(it)] = tuple(self._parts(it, file, unit, set()))
        return self._known[id(it)]

    def _parts(self, it: lowered.Node, file: str, unit: int, seen: set[int]) -> Iterator[lowered.Node]:
        stack: list[lowered.Node] = [it]
        count = 0
        while stack and count < _MOST:
            for one in inside(stack.pop()):
                if id(one) in seen:
                    continue
                seen.add(id(one))
                count += 1
                yield one
                if isinstance(one, (lowered.Name, lowered.This, lowered.Member)):
                    spot = self._places.node(file, unit, one)
                    stack.extend(self.given(spot) if spot is not None else ())

    def given(self, spot: Spot) -> Iterator[lowered.Node]:
        """The expressions that a name was given, and those that decide which."""
        graph = self._engine.code.graph(spot.file, spot.unit)
        near = self.near(spot)
        for node in near:
            source = graph.source[node]
            if isinstance(source, lowered.Node) and not isinstance(source, lowered.Name):
                yield source
        yield from self._deciding(spot, near)

    def deciding(self, spot: Spot) -> Iterator[lowered.Expr]:
        """The tests that decide what a name is given, where that may be several things."""
        yield from self._deciding(spot, self.near(spot))

    def _deciding(self, spot: Spot, near: list[int]) -> Iterator[lowered.Expr]:
        source = self._engine.code.graph(spot.file, spot.unit).source
        for node in near if len(near) > 1 else ():
            it = source[node]
            if isinstance(it, lowered.Assign):
                yield from self._decisions.assigned.tests(it, Spot(spot.file, spot.unit, node))

    def near(self, spot: Spot) -> list[int]:
        """The nodes that the value at a node comes from within its statement of the file."""
        graph = self._engine.code.graph(spot.file, spot.unit)
        found, stack = [spot.node], [spot.node]
        while stack:
            node = stack.pop()
            first = node == spot.node
            near = [
                before
                for before, op, key in graph.back[node]
                if op is Op.COPY or (op is Op.LOAD and (first or key.startswith("[")))
            ]
            place = graph.place_of.get(node)
            if place is not None and place.kind == "name" and place.owner:
                near.extend(graph.kept.get(place, ()))
            fresh = [one for one in near if one not in found]
            stack.extend(fresh)
            found.extend(fresh)
        return found[1:]

    def names_flag(self, it: lowered.Node, file: str, unit: int, but: lowered.Node | None = None) -> bool:
        """Has the flag a part in an expression?"""
        return self._decisions.stands_in(file, unit) and self._decisions.mentions(self.parts(it, file, unit, but))

    def concerns(self, it: lowered.Node, file: str, unit: int) -> bool:
        """Can the flag have a part in a value: is it named in it, or in the functions that it is made by?"""
        if id(it) not in self._concerns:
            self._concerns[id(it)] = False
            self._concerns[id(it)] = self.names_flag(it, file, unit) or any(
                self._is_concerned(one, file, unit) for one in self.parts(it, file, unit)
            )
        return self._concerns[id(it)]

    def _is_concerned(self, one: lowered.Node, file: str, unit: int) -> bool:
        match one:
            case lowered.Call():
                return self.asks(one, file, unit) or self._decisions.held.concerns(one, file, unit)
            case lowered.Function():
                return self._decisions.mentions(everything(one))
            case lowered.Member():
                return self._gives_flag(one, file, unit)
            case lowered.Name():
                return self._is_of_asked(one, file, unit)
            case _:
                return False

    def _is_of_asked(self, it: lowered.Name, file: str, unit: int) -> bool:
        """Is a name a member of what a call gives that asks (`const { error } = await open(id)`)?"""
        spot, graph = self._places.node(file, unit, it), self._engine.code.graph(file, unit)
        named = self.near(spot) if spot is not None else []
        held = [before for node in named for before, op, _ in graph.back[node] if op is Op.LOAD]
        nodes = [*held, *(one for node in held for one in self.near(Spot(file, unit, node)))]
        sources = (graph.source[node] for node in nodes)
        calls = (one.value if isinstance(one, lowered.Await) else one for one in sources)
        return any(isinstance(one, lowered.Call) and self.asks(one, file, unit) for one in calls)

    def _gives_flag(self, it: lowered.Member, file: str, unit: int) -> bool:
        """Does a member of another name give the flag, as a getter that stands in a file with the flag's name?"""
        if self._getters is None:
            program = self._engine.code.program
            files = {one for name in self._decisions.aliases for one in program.holding(name, program.files)}
            self._getters = frozenset(name for one in sorted(files) for name in program.ask(one, getters))
        spot = self._places.node(file, unit, it) if it.key in self._getters else None
        ends = self._engine.backwards.ends(spot, (), ()) if spot is not None else ()
        sources = (self._engine.code.graph(end.spot.file, end.spot.unit).source[end.spot.node] for end in ends)
        return any(map(self._decisions.is_flag, ends)) or self._decisions.mentions(
            part for source in sources for part in everything(source)
        )

    def asks(self, it: lowered.Call, file: str, unit: int, depth: int = 1) -> bool:
        """Does a call run a function of the tree that names the flag, or that runs one?"""
        return any(self.asks_in(function, depth) for function in self.called(it, file, unit))

    def asks_in(self, function: FunctionId, depth: int = 1) -> bool:
        """Does a function name the flag, or run one that does?"""
        key = (function, depth)
        if key not in self._asking:
            self._asking[key] = False
            self._asking[key] = self._decisions.names(function) or (depth > 0 and self._runs_one(function, depth - 1))
        return self._asking[key]

    def _runs_one(self, function: FunctionId, depth: int) -> bool:
        """Does a function call one that names the flag?"""
        source = self._engine.code.graph(function.file, function.unit).functions[function.number].source
        calls = (one for one in everything(source.body) if isinstance(one, lowered.Call)) if source is not None else ()
        return any(self.asks(one, function.file, function.unit, depth) for one in calls)

    def texts(self, it: lowered.Node, file: str, unit: int, depth: int = 2) -> Iterator[str]:
        """The constant texts in an expression, and in the functions that it calls."""
        for one in self.parts(it, file, unit):
            if isinstance(one, lowered.Literal) and isinstance(one.value, str) and one.value:
                yield one.value
            if isinstance(one, lowered.Call) and depth > 0:
                for function in self.called(one, file, unit):
                    graph = self._engine.code.graph(function.file, function.unit)
                    source = graph.functions[function.number].source
                    for statement in source.body if source is not None else ():
                        yield from self.texts(statement, function.file, function.unit, depth - 1)

    def called(self, it: lowered.Call, file: str, unit: int) -> list[FunctionId]:
        """The functions of the tree that a call may run."""
        if id(it) not in self._called:
            self._called[id(it)] = self._find(it, file, unit)
        return self._called[id(it)]

    def running(self, function: FunctionId) -> Iterator[tuple[CallSite, bool]]:
        """The calls of its statement that run a function: those that it is given to (True), and those that call it."""
        graph = self._engine.code.graph(function.file, function.unit)
        for call, _, _ in given_to(graph, graph.functions[function.number].node):
            yield graph.calls[call], True
        for site in graph.calls:
            it = site.expression
            if isinstance(it, lowered.Call) and function in self.called(it, function.file, function.unit):
                yield site, False

    def _find(self, it: lowered.Call, file: str, unit: int) -> list[FunctionId]:
        spot = self._places.node(file, unit, it)
        graph = self._engine.code.graph(file, unit)
        if spot is None or spot.node not in graph.results:
            return []
        site = graph.calls[graph.results[spot.node]]
        found = [one.id for one in self._engine.origins.callees(file, unit, site) if isinstance(one, Func)]
        return found or [one for node in site.arguments for one in self._named(Spot(file, unit, node))]

    def _named(self, spot: Spot) -> list[FunctionId]:
        """The functions of the tree that a name stands for which is given to code outside of it."""
        source = self._engine.code.graph(spot.file, spot.unit).source[spot.node]
        if not isinstance(source, (lowered.Name, lowered.Member)):
            return []
        return [one.id for one in self._engine.origins.of(spot) if isinstance(one, Func)]
