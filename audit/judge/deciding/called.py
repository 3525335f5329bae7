"""What calls give where the flag of the row is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import End
from audit.flow.outside.rows import section_rows
from audit.flow.pieces import inside
from audit.judge.deciding.asking import Asking
from audit.judge.deciding.converted import made_of
from audit.judge.deciding.kinds import ANYTHING, EMPTY, SOMETHING, TRUE, TRUTHY, UNDEFINED, Kinds, compared, truth
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.extract.sql import Column
    from audit.flow.frames import Call, Env
    from audit.flow.graph import CallSite, Graph
    from audit.flow.structure import Structure, Tests

_EACH = ("forEach", "map", "flatMap")
"""Methods that call a function for each element, whatever it gives."""
_ALL_OF = (("[*]", "await"), ("await", "[*]"))
"""The way of values through what fails with the first promise that does (`Promise.all`)."""
SIFTING = ("filter", "find", "findLast")
"""Methods that give such elements only as a function is true for."""
LEAVING_OUT = (*SIFTING, "flatMap")
"""… and that gives what a function makes of an element, which may be nothing."""


class Called(Asking):
    """Functions of the tree are entered; of lists it is known which rows are in them."""

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
        if there is None:
            there = self._behind(spot, env, graph)
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
        handed = backwards.giving_back(call, env)
        if handed:
            with self._asking(awaited=True):
                return frozenset().union(*(self._given_by(one) for one in handed))
        ends = [end for end in backwards.ends(spot, (), env) if end.spot != spot]
        for end in ends:
            found |= made_of(self.engine, spot, self._ending(end, spot))
        return found or ANYTHING

    def _given_by(self, end: End) -> Kinds:
        """What a function gives that outside code runs."""
        made = self.engine.code.graph(end.spot.file, end.spot.unit).made
        return self.returned(FunctionId(end.spot.file, end.spot.unit, made[end.spot.node]), end.env)

    def _behind(self, spot: Spot, env: Env, graph: Graph) -> Kinds | None:
        """What outside code gives that waits for promises or calls a function for each element; None where it neither
        does, nor is known to fail.
        """
        site = graph.calls[graph.results[spot.node]]
        given = replace(spot, node=site.arguments[0]) if site.arguments else None
        if given is None:
            return None
        holds = self._may_hold(spot, site, env)
        if holds is not None:
            return None if holds else frozenset()
        if site.method in _EACH and site.receiver >= 0:
            return frozenset() if self._fails(spot, site, env, waited=False) else None
        if not self._awaited:
            return None
        if site.method in ("then", "catch") and site.receiver >= 0:
            before = self.at(replace(spot, node=site.receiver), env)
            if site.method == "catch" or len(site.arguments) > 1:
                return None if before else ANYTHING
            return self.said(given, env) if before else before
        return frozenset() if self.waits_for_all(spot) and self._is_one_failing(given, env) else None

    def _may_hold(self, spot: Spot, site: CallSite, env: Env) -> bool | None:
        """May that be so without which outside code that is called fails (`assert(!row.flag)`, `equal(row.flag,
        false)`)? None where nothing must.
        """
        section = self.engine.origins.vocabulary.library
        callees = self.engine.origins.callees(spot.file, spot.unit, site)
        rows = [row for callee in callees for row in section_rows(section, callee)]
        asked = {(one.holds, one.equals, one.differs) for one in rows}
        first, same, other = asked.pop() if len(asked) == 1 else (None, None, None)
        given = [site.argument(places_of(one)[0].number or 0) for one in (first, same or other) if one]
        if not first or min(given) < 0:
            return None
        kinds = [self.at(replace(spot, node=node), env) for node in given]
        if len(kinds) > 1:
            sides = [self.engine.code.graph(spot.file, spot.unit).source[node] for node in given]
            kinds[0] = compared(_comparison("==" if same else "!=", sides, site.at), *kinds)
        return bool(kinds[0] & TRUTHY)

    def waits_for_all(self, spot: Spot) -> bool:
        """Does a call fail with the first promise of a list that does (`Promise.all`)?"""
        number = self.engine.code.graph(spot.file, spot.unit).results[spot.node]
        flows = self.engine.backwards.library.flows(spot.file, spot.unit, number) or ()
        return any((one.path, to.path) == _ALL_OF for flow in flows for one in flow.sources for to in flow.targets)

    def _is_one_failing(self, listed: Spot, env: Env) -> bool:
        """Does one of several promises fail, or the one that a function makes for the flagged row?"""
        graph = self.engine.code.graph(listed.file, listed.unit)
        source = graph.source[listed.node]
        if isinstance(source, lowered.Array):
            nodes = (self.places.node(listed.file, listed.unit, one) for one in source.items)
            return any(one is not None and not self.at(one, env) for one in nodes)
        if listed.node in graph.results:
            site = graph.calls[graph.results[listed.node]]
            return site.method in _EACH and bool(site.arguments) and self._fails(listed, site, env, waited=True)
        near = self.near(listed, env, graph)
        return len(near) == 1 and self._is_one_failing(*near[0])

    def _fails(self, spot: Spot, site: CallSite, env: Env, *, waited: bool) -> bool:
        """Does a function that is called for each row throw for the flagged one, or fail later and is `waited` for?"""
        given = replace(spot, node=site.arguments[0])
        later = not waited and self._gives_promise(given, env)
        if later or self.held.may_lack(replace(spot, node=site.receiver), env):
            return False
        return self.said(given, env) == frozenset()

    def _gives_promise(self, given: Spot, env: Env) -> bool:
        """May a function that is given to a call give a promise, whatever is in that?"""
        ends = (end.spot for end in self.engine.backwards.ends(given, (), env))
        made = ((one, self.engine.code.graph(one.file, one.unit).made.get(one.node, -1)) for one in ends)
        return any(number < 0 or self._is_async(FunctionId(one.file, one.unit, number)) for one, number in made)

    def _is_async(self, function: FunctionId) -> bool:
        source = self.engine.code.graph(function.file, function.unit).functions[function.number].source
        return source is not None and source.is_async and not source.generator

    def _listed(self, spot: Spot, env: Env, graph: Graph) -> Kinds:
        """A list without the rows whose flag is set has none of them."""
        site = graph.calls[graph.results[spot.node]]
        if self._flag == TRUE and self.keeps_out(spot, env):
            return EMPTY if self._is_alone(replace(spot, node=site.receiver), env) else EMPTY | SOMETHING
        return self.at(replace(spot, node=site.receiver), env) if site.method == "slice" else ANYTHING

    def _is_alone(self, spot: Spot, env: Env) -> bool:
        """Has a list no other row beside the flagged one: is it one that is written out, or of a query for one row?"""
        ends = self.engine.backwards.ends(spot, (), env)
        for end in ends:
            source = self.engine.code.graph(end.spot.file, end.spot.unit).source[end.spot.node]
            if isinstance(source, lowered.Array) and len(source.items) < 2:
                continue
            if not self.engine.queries.keys(end.spot, self.ties, several=False):
                return False
        return bool(ends)

    def keeps_out(self, spot: Spot, env: Env) -> bool:
        """Is a call `rows.filter(…)`, or `find`, with a function that the flag makes false? Or `flatMap`, with one that
        gives nothing for it?
        """
        graph = self.engine.code.graph(spot.file, spot.unit)
        number = graph.results.get(spot.node)
        site = graph.calls[number] if number is not None else None
        if site is None or site.method not in LEAVING_OUT or not site.arguments:
            return False
        if site.method in SIFTING and self.elements.are_left_out(spot, env, site):
            return True
        given = replace(spot, node=site.arguments[0])
        if self._gives_promise(given, env):
            return False
        kinds = self.said(given, env)
        return kinds == EMPTY if site.method not in SIFTING else kinds is not None and not kinds & TRUTHY

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
        return all(
            one.truth() is True if one.column in self.columns else tuple(one.column) in self.ties
            for one in self.engine.queries.filters(*call)
        )

    def is_linked(self, one: Column, other: Column) -> bool:
        """Are two columns equal in rows that belong together?"""
        return tuple(one) in self.ties and tuple(other) in self.ties

    def returned(self, function: FunctionId, env: Env) -> Kinds:
        """What a function of the tree gives where the flag is set; nothing at all where it throws."""
        shape = self.engine.code.graph(function.file, function.unit).functions[function.number].source
        if shape is None or shape.generator:
            return ANYTHING
        found: Kinds = frozenset()
        for it in self.come_to(function, env):
            given = it.value if it is not None else None
            found |= self.expression(given, function.file, function.unit, env) if given is not None else UNDEFINED
        return found

    def come_to(self, function: FunctionId, env: Env) -> Iterator[lowered.Return | None]:
        """The returns of a function of the tree that the flag lets it come to; None for its end."""
        shape = self.engine.code.graph(function.file, function.unit).functions[function.number].source
        structure, file, unit = self.places.structure(function), function.file, function.unit
        outer = len(structure.around.get(shape.at, ())) if shape is not None else 0
        if shape is None:
            return
        if shape.at in structure.ends and self.barred(structure.ends[shape.at][outer:], file, unit, env) is None:
            yield None
        for it in inside(shape.body):
            if (
                isinstance(it, lowered.Return)
                and self.barred(self._tests(it, structure)[outer:], file, unit, env) is None
            ):
                yield it

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

    def values(self, function: FunctionId) -> list[lowered.Expr]:
        """What a function returns that the flag has a part in."""
        shape = self.engine.code.graph(function.file, function.unit).functions[function.number].source
        returned = (
            it.value for it in inside(shape.body if shape is not None else ()) if isinstance(it, lowered.Return)
        )
        return [it for it in returned if it is not None and self.local.concerns(it, function.file, function.unit)]

    def _tests(self, it: lowered.Return, structure: Structure) -> Tests:
        return structure.before.get(id(it), ())


def _comparison(op: str, sides: list[lowered.Node | None], at: int) -> lowered.Binary:
    """A comparison that nobody has written."""
    left, right = (one if isinstance(one, lowered.Expr) else lowered.Literal(at, None) for one in sides)
    return lowered.Binary(at, op, left, right)


def _is_boolean(it: lowered.Call) -> bool:
    return isinstance(it.callee, lowered.Name) and it.callee.name in ("Boolean", "bool") and len(it.args) == 1
