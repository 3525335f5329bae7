"""What calls give where the flag of the row is set."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import End
from audit.flow.structure import inside
from audit.judge.deciding.kinds import ANYTHING, SOMETHING, TRUE, TRUTHY, UNDEFINED, Kinds, truth
from audit.judge.deciding.named import FlagNames
from audit.judge.deciding.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.extract.sql import Column
    from audit.flow.frames import Call, Env
    from audit.flow.graph import Graph
    from audit.flow.structure import Structure, Test, Tests
    from audit.judge.deciding.held import Held
    from audit.judge.deciding.local import Local
    from audit.rulebook import Rules
    from audit.trace import Engine

SIFTING = ("filter", "find", "findLast")
"""Methods that give such elements only as a function is true for."""


class Called(FlagNames):
    """Functions of the tree are entered; of lists it is known which rows are in them."""

    held: Held
    local: Local

    def __init__(self, engine: Engine, rules: Rules) -> None:
        super().__init__(engine, rules)
        self.places = Places(engine.code)
        self._ties = frozenset(rules.gate.rows.items())
        self._flag: Kinds = TRUE
        self._awaited = False
        """Is what a promise gives asked for, and not the promise, which is always something?"""
        self._missing: frozenset[Spot] = frozenset()
        """Queries that have not given the flagged row."""
        self._same: bool | None = None
        """In a function that is asked of each element: is what it is compared with this element's?"""

    @contextmanager
    def _asking(
        self,
        *,
        awaited: bool | None = None,
        flag: Kinds | None = None,
        same: bool | None = None,
        missing: frozenset[Spot] | None = None,
    ) -> Iterator[None]:
        before = self._awaited, self._flag, self._same, self._missing
        self._awaited = self._awaited if awaited is None else awaited
        self._flag = self._flag if flag is None else flag
        self._same = self._same if same is None else same
        self._missing = self._missing if missing is None else missing
        yield
        self._awaited, self._flag, self._same, self._missing = before

    def barred(self, tests: Tests, file: str, unit: int, env: Env) -> Test | None:
        """The first test that the flag decides and does not pass; None where the code behind may run."""
        raise NotImplementedError

    def expression(self, it: lowered.Expr, file: str, unit: int, env: Env) -> Kinds:
        """What an expression of the code can be."""
        raise NotImplementedError

    def at(self, spot: Spot, env: Env) -> Kinds:
        """What the value at a node can be."""
        raise NotImplementedError

    def _ending(self, end: End, asked: Spot) -> Kinds:
        raise NotImplementedError

    def _there(self, end: End) -> Kinds | None:
        raise NotImplementedError

    def _called(self, spot: Spot, env: Env, graph: Graph) -> Kinds:
        """What a function gives: the returns that the flag lets it come to."""
        call = (spot.file, spot.unit, graph.results[spot.node])
        site = graph.calls[call[2]]
        backwards = self.engine.backwards
        if site.method in ("filter", "slice") and not site.new:
            return self._listed(spot, env, graph)
        there = self.held.of(spot, env, site)
        if there is not None:
            return there
        if isinstance(site.expression, lowered.Call) and _is_boolean(site.expression):
            held = self.at(replace(spot, node=site.arguments[0]), env)
            return truth(held)
        there = self._there(End(spot, (), env))
        if there is not None:
            return there
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
        kinds = self.said(replace(spot, node=site.arguments[0]), env)
        return kinds is not None and not kinds & TRUTHY

    def said(self, spot: Spot, env: Env, *, same: bool | None = None) -> Kinds | None:
        """What functions give that are given to a call, asked of the flagged row, or (not `same`) of another one; None
        where they are not known.
        """
        ends = self.engine.backwards.ends(spot, (), env)
        given = [(end, self.engine.code.graph(end.spot.file, end.spot.unit)) for end in ends]
        if not given or any(end.spot.node not in there.made or end.path for end, there in given):
            return None
        with self._asking(same=same, flag=ANYTHING if same is False else None):
            kinds = (
                self.returned(FunctionId(end.spot.file, end.spot.unit, there.made[end.spot.node]), end.env)
                for end, there in given
            )
            return frozenset().union(*kinds)

    def selected(self, spot: Spot) -> bool | None:
        """Have the rows of a query all that are flagged, or none of these?"""
        number = self.engine.code.graph(spot.file, spot.unit).results[spot.node]
        call, queries = (spot.file, spot.unit, number), self.engine.queries
        if self._flag != TRUE or not queries.reads(*call):
            return None
        if queries.left_out(*call, self.columns, self.is_linked) is not None:
            return False
        others = queries.left_out(*call, self.columns, self.is_linked, flagged=False)
        return True if others is not None and self.has_every(call) else None

    def has_every(self, call: Call) -> bool:
        """Does a query ask for rows by nothing but their flag, and which ones they are, and give all of these?"""
        if self.engine.queries.is_part(*call):
            return False
        asked = {one.column for one in self.engine.queries.filters(*call)} - self.columns
        return all(tuple(one) in self._ties for one in asked)

    def is_linked(self, one: Column, other: Column) -> bool:
        """Are two columns equal in rows that belong together?"""
        return tuple(one) in self._ties and tuple(other) in self._ties

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
            found = UNDEFINED
        for it in inside(shape.body):
            if (
                isinstance(it, lowered.Return)
                and self.barred(self._tests(it, structure)[outer:], file, unit, env) is None
            ):
                found |= self.expression(it.value, file, unit, env) if it.value is not None else UNDEFINED
        return found

    def checks(self, function: FunctionId) -> list[lowered.Expr]:
        """The tests of a function that the flag has a part in, on the ways to its end and to its returns."""
        graph = self.engine.code.graph(function.file, function.unit)
        shape, structure = graph.functions[function.number].source, self.places.structure(function)
        if shape is None:
            return []
        returns = (it for it in inside(shape.body) if isinstance(it, lowered.Return))
        ways = [structure.ends.get(shape.at, ()), *(self._tests(it, structure) for it in returns)]
        tests = dict.fromkeys(one.expression for way in ways for one in way)
        return [one for one in tests if self.local.concerns(one, function.file, function.unit)]

    def _tests(self, it: lowered.Return, structure: Structure) -> Tests:
        return structure.before.get(id(it), ())


def _is_boolean(it: lowered.Call) -> bool:
    return isinstance(it.callee, lowered.Name) and it.callee.name in ("Boolean", "bool") and len(it.args) == 1
