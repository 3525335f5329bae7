"""What expressions can be where the flag of the row is set: does a test let the code behind it run?"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import NOBODY, Env, frame_of
from audit.flow.graph import Op
from audit.flow.structure import inside
from audit.judge.deciding.kinds import (
    ANYTHING,
    FALSY,
    NOTHING,
    SOMETHING,
    TRUE,
    TRUTHY,
    Kind,
    Kinds,
    compared,
    length,
    logical,
    negated,
    of_literal,
    truth,
)
from audit.judge.deciding.local import Local
from audit.judge.deciding.named import FlagNames
from audit.judge.deciding.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.frames import End
    from audit.flow.graph import Graph
    from audit.flow.structure import Structure, Test, Tests
    from audit.rulebook import Rules
    from audit.trace import Engine

_DEEP = 12
SIFTING = ("filter", "find", "findLast")
"""Methods that give such elements only as a function is true for."""
_PASSING: dict[str, Kinds] = {
    "true": TRUTHY,
    "false": FALSY,
    "nothing": NOTHING,
    "items": frozenset(("true", "something")),
    "case": TRUTHY,
    "other": FALSY,
}
_MADE = (lowered.Object, lowered.Array, lowered.Function, lowered.Template)
_OPERATORS = (lowered.Unary, lowered.Logical, lowered.Binary, lowered.Await, lowered.Cond)
_UNDEFINED: Kinds = frozenset(("undefined",))


class Decisions(FlagNames):
    """Questions about one program, asked as if the flag were set."""

    def __init__(self, engine: Engine, rules: Rules) -> None:
        super().__init__(engine, rules)
        self.places = Places(engine.code)
        self.local = Local(self)
        self._flag: Kinds = TRUE
        self._open: set[tuple[Spot, Env]] = set()
        self._known: dict[tuple[Spot, Env, Kinds, bool], Kinds] = {}
        self._awaited = False
        """Is what a promise gives asked for, and not the promise, which is always something?"""

    # tests

    def barred(self, tests: Tests, file: str, unit: int, env: Env) -> Test | None:
        """The first test that the flag decides and does not pass; None where the code behind may run."""
        for one in tests:
            if self.fails(one, file, unit, env) and not self._without(one, file, unit, env):
                return one
        return None

    def _without(self, test: Test, file: str, unit: int, env: Env) -> bool:
        """Does the test fail whatever the flag is? Then too little is known of it."""
        before, self._flag = self._flag, ANYTHING
        try:
            return self.fails(test, file, unit, env)
        finally:
            self._flag = before

    def fails(self, test: Test, file: str, unit: int, env: Env) -> bool:
        """Does the flag keep a test from being what is wanted?"""
        if test.wanted == "returns":
            return self._throws(test.expression, file, unit, env)
        with self._asking(awaited=False):
            found = self.expression(test.expression, file, unit, env)
        return not found & _PASSING[test.wanted]

    @contextmanager
    def _asking(self, *, awaited: bool) -> Iterator[None]:
        before, self._awaited = self._awaited, awaited
        yield
        self._awaited = before

    def _throws(self, it: lowered.Expr, file: str, unit: int, env: Env) -> bool:
        """Does the flag make a function throw (`requireAvailable(row)`, `invariant(!row.flag)`)? Asked only where it or
        the call names the flag.
        """
        spot = self.places.node(file, unit, it.value if isinstance(it, lowered.Await) else it)
        graph = self.engine.code.graph(file, unit)
        if spot is None or spot.node not in graph.results:
            return False
        site = graph.calls[graph.results[spot.node]]
        targets = [one.function for one in self.engine.backwards.targets(file, unit, site, env)]
        if not targets or not (self.mentions(inside(site.expression)) or all(map(self.local.asks_in, targets))):
            return False
        with self._asking(awaited=isinstance(it, lowered.Await)):
            return not self.at(spot, env)

    # expressions

    def expression(self, it: lowered.Expr, file: str, unit: int, env: Env) -> Kinds:
        """What an expression of the code can be."""
        spot = self.places.node(file, unit, it)
        if spot is None and isinstance(it, lowered.Binary):  # what a `switch` compares
            return self._operator(it, lambda one: self.expression(one, file, unit, env))
        return self.at(spot, env) if spot is not None else ANYTHING

    def at(self, spot: Spot, env: Env) -> Kinds:
        """What the value at a node can be."""
        key, open_ = (spot, env, self._flag, self._awaited), (spot, env)
        if key in self._known:
            return self._known[key]
        if open_ in self._open or len(self._open) > _DEEP:
            return ANYTHING
        self._open.add(open_)
        found = self._find(spot, env)
        self._open.discard(open_)
        if not self._open:
            self._known[key] = found
        return found

    def _find(self, spot: Spot, env: Env) -> Kinds:
        graph = self.engine.code.graph(spot.file, spot.unit)
        source = graph.source[spot.node]
        if isinstance(source, lowered.Literal):
            return of_literal(source)
        if isinstance(source, lowered.Array) and not source.items:
            filled = any(edge.op in (Op.COPY, Op.KEEP) for edge in graph.out[spot.node])
            return frozenset(("empty", "something")) if filled else frozenset(("empty",))
        if isinstance(source, _MADE):
            return SOMETHING
        if isinstance(source, _OPERATORS):
            return self._operator(source, lambda it: self.expression(it, spot.file, spot.unit, env))
        if isinstance(source, lowered.Member) and source.key == "length":
            return length(self.expression(source.object, spot.file, spot.unit, env))
        return self._from(spot, env, graph)

    def _operator(self, source: lowered.Node, of: Callable[[lowered.Expr], Kinds]) -> Kinds:
        match source:
            case lowered.Unary():
                return negated(of(source.value)) if source.op in ("!", "not") else ANYTHING
            case lowered.Logical():
                return logical(source.op, of(source.left), of(source.right))
            case lowered.Binary():
                return compared(source, of(source.left), of(source.right))
            case lowered.Await():
                with self._asking(awaited=True):
                    return of(source.value)
            case lowered.Cond():
                test = of(source.test)
                then = of(source.then) if test & TRUTHY else frozenset()
                return then | of(source.other) if test & FALSY else then
            case _:
                return ANYTHING

    # values that come from elsewhere

    def _from(self, spot: Spot, env: Env, graph: Graph) -> Kinds:
        source = graph.source[spot.node]
        if isinstance(source, lowered.Member) and source.key in self.called:
            return self._member(spot, env)
        if spot.node in graph.results:
            return self._called(spot, env, graph)
        near = self._near(spot, env, graph)
        found: Kinds = frozenset()
        for one, frames in near:
            found |= self.at(one, frames)
        if near:
            return found
        ends = self.engine.backwards.ends(spot, (), env)
        for end in ends:
            found |= self._ending(end, spot)
        return found or ANYTHING

    def _member(self, spot: Spot, env: Env) -> Kinds:
        """A member of the flag's name: the flag, where the code does not put something of its own there."""
        ends = self.engine.backwards.ends(spot, (), env)
        if any(end.path and self.foreign.is_at(end) for end in ends):
            return ANYTHING
        if not ends or any(end.path or end.spot == spot for end in ends):
            return self._flag
        return frozenset[Kind]().union(*(self.at(end.spot, end.env) for end in ends))

    def _near(self, spot: Spot, env: Env, graph: Graph) -> list[tuple[Spot, Env]]:
        """What a name was given: in its function, in a function around it, or by the call that it was entered by."""
        if spot.node in graph.of_parameter:
            number, position = graph.of_parameter[spot.node]
            frame = frame_of(env, FunctionId(spot.file, spot.unit, number))
            if frame is None or frame.call is None or frame.call == NOBODY:
                return []
            file, unit, call = frame.call
            site = self.engine.code.graph(file, unit).calls[call]
            plain = position < len(site.arguments) and not any(site.spread[: position + 1]) and not site.names
            return [(Spot(file, unit, site.arguments[position]), frame.outer)] if plain else []
        place = graph.place_of.get(spot.node)
        if place is not None:
            kept = graph.kept.get(place, ()) if place.kind == "name" and place.owner else ()
            return [(replace(spot, node=node), env) for node in kept]
        back = graph.back[spot.node]
        if not back or any(op is not Op.COPY for _, op, _ in back):
            return []
        return [(replace(spot, node=node), env) for node, _, _ in back]

    def _ending(self, end: End, asked: Spot) -> Kinds:
        if self.is_flag(end):
            return self._flag
        if end.path or end.spot == asked:
            return ANYTHING
        return self.at(end.spot, end.env)

    def _called(self, spot: Spot, env: Env, graph: Graph) -> Kinds:
        """What a function gives: the returns that the flag lets it come to."""
        call = (spot.file, spot.unit, graph.results[spot.node])
        site = graph.calls[call[2]]
        backwards = self.engine.backwards
        if site.method in ("filter", "slice") and not site.new:
            return self._listed(spot, env, graph)
        if isinstance(site.expression, lowered.Call) and _is_boolean(site.expression):
            held = self.at(replace(spot, node=site.arguments[0]), env)
            return truth(held)
        targets = backwards.targets(spot.file, spot.unit, site, env)
        found: Kinds = frozenset()
        for target in targets:
            later = self._is_async(target.function)
            with self._asking(awaited=self._awaited or later):
                given = self.returned(target.function, backwards.entered(target, call, env))
            found |= given if self._awaited or not later else SOMETHING
        if targets:
            return found
        ends = [end for end in backwards.ends(spot, (), env) if end.spot != spot]
        for end in ends:
            found |= self._ending(end, spot)
        return found or ANYTHING

    def _is_async(self, function: FunctionId) -> bool:
        source = self.engine.code.graph(function.file, function.unit).functions[function.number].source
        return source is not None and source.is_async and not source.generator

    def _listed(self, spot: Spot, env: Env, graph: Graph) -> Kinds:
        """A list without the rows whose flag is set has none of them."""
        if self._flag == TRUE and self.keeps_out(spot, env):
            return frozenset(("empty",))
        site = graph.calls[graph.results[spot.node]]
        return self.at(replace(spot, node=site.receiver), env) if site.method == "slice" else ANYTHING

    def keeps_out(self, spot: Spot, env: Env) -> bool:
        """Is a call `rows.filter(…)`, or `find`, with a function that the flag makes false?"""
        graph = self.engine.code.graph(spot.file, spot.unit)
        number = graph.results.get(spot.node)
        site = graph.calls[number] if number is not None else None
        if site is None or site.method not in SIFTING or not site.arguments:
            return False
        ends = self.engine.backwards.ends(replace(spot, node=site.arguments[0]), (), env)
        given = [(end, self.engine.code.graph(end.spot.file, end.spot.unit)) for end in ends]
        made = [
            self.returned(FunctionId(end.spot.file, end.spot.unit, there.made[end.spot.node]), end.env)
            for end, there in given
            if end.spot.node in there.made and not end.path
        ]
        return bool(made) and len(made) == len(given) and not any(one & TRUTHY for one in made)

    def returned(self, function: FunctionId, env: Env) -> Kinds:
        """What a function of the tree gives where the flag is set; nothing at all where it throws."""
        graph = self.engine.code.graph(function.file, function.unit)
        shape, structure = graph.functions[function.number].source, self.places.structure(function)
        if shape is None or shape.generator:
            return ANYTHING
        outer = len(structure.around.get(shape.at, ()))
        file, unit = function.file, function.unit
        found: Kinds = frozenset()
        if shape.at in structure.ends and self.barred(structure.ends[shape.at][outer:], file, unit, env) is None:
            found = _UNDEFINED
        for it in inside(shape.body):
            if (
                isinstance(it, lowered.Return)
                and self.barred(self._tests(it, structure)[outer:], file, unit, env) is None
            ):
                found |= self.expression(it.value, file, unit, env) if it.value is not None else _UNDEFINED
        return found

    def _tests(self, it: lowered.Return, structure: Structure) -> Tests:
        return structure.before.get(id(it), ())


def _is_boolean(it: lowered.Call) -> bool:
    return isinstance(it.callee, lowered.Name) and it.callee.name in ("Boolean", "bool") and len(it.args) == 1
