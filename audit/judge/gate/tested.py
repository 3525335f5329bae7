"""The rows that a test is about: the queries that have a part in it, and what these ask for their rows by."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId
from audit.flow.frames import End
from audit.judge.gate.fed import Fed, either
from audit.judge.gate.feeding import Asked, Feeding
from audit.judge.gate.picked import Picked, are_apart, is_earlier
from audit.judge.gate.put import Put
from audit.judge.gate.shared import Shared
from audit.judge.verdict.leaves import Leaves

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.backward.backwards import Backwards
    from audit.flow.code import Spot
    from audit.flow.frames import Env, Path
    from audit.flow.graph import Graph
    from audit.flow.routes.earlier import Way
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.gate.given import Keys
    from audit.rulebook import Rules

_Query = tuple["Spot", "Env"]


class Tested(Feeding):
    """Values are followed back through comparisons, too, and lists to all their rows."""

    _through = True

    def __init__(self, decisions: Decisions, rules: Rules, backwards: Backwards) -> None:
        super().__init__(decisions, rules, backwards)
        self._picked, self._leaves = Picked(self._engine, self._ties), Leaves(self._engine)
        self._put, self._place = Put(self._engine), Shared(self._engine).place

    def queries(self, spot: Spot, env: Env) -> Asked:
        """The queries that have a part in a value, and those that say which rows they ask for."""
        self._seen = 0
        return self.keyed(self._value(spot, env).queries)

    def direct(self, spot: Spot, env: Env) -> Asked:
        """The queries that a value may be a row of, one of several alternatives each."""
        self._seen = 0
        return self._value(spot, env).queries

    def may_be_another(self, asked: set[_Query], keys: Keys) -> bool:
        """May each value that an access is given and that is of a row which can be flagged be of one that nobody asked
        about?
        """
        found: list[bool] = []
        for one in keys:
            ends = self._backwards.ends(one.spot, one.path, one.env)
            rows = [self.keyed(frozenset(((end.spot, end.env),))) for end in ends if self._is_flagged(end.spot)]
            if rows:
                same = all(any(self.is_same(one, other) for one in each for other in asked) for each in rows)
                found.append(same and not any(map(self._is_sent, ends)))
        return bool(found) and not any(found)

    def _is_sent(self, end: End) -> bool:
        """Does a client send it as it is, or what it is read from (`Number(req.query.id)`)?"""
        number = self._code.graph(end.spot.file, end.spot.unit).results.get(end.spot.node)
        if number is not None and self._queries.reads(end.spot.file, end.spot.unit, number):
            return False
        leaves = self._leaves.of(end.spot, end.path, end.env)
        return bool(leaves) and all(map(self._decisions.foreign.is_sent, leaves))

    def _is_flagged(self, spot: Spot) -> bool:
        """Is it what a query of rows gives that can be flagged?"""
        number = self._code.graph(spot.file, spot.unit).results.get(spot.node)
        tables = self._queries.sources(spot.file, spot.unit, number) if number is not None else set()
        return any(one.table in tables for one in self._decisions.columns)

    def is_same(self, one: _Query, other: _Query) -> bool:
        """May two queries give the same row? They are one query, or ask by the same value."""
        if one == other:
            return True
        keys, others = self._keys(*one), self._keys(*other)
        if one[0] == other[0]:
            return not keys or not others or not keys.isdisjoint(others)
        return bool(keys) and keys == others

    def is_other_row(self, query: _Query, flags: list[End], keys: Keys) -> bool:
        """Is the row that a flag is read of certainly not the one that a call is about, though both are rows of one
        query?
        """
        ends = (end for one in keys for end in self._backwards.ends(one.spot, one.path, one.env))
        own = [one for one in ends if one.spot == query[0]]
        if any(map(self._selecting.is_untied, own)) or (own and all(map(self._selecting.is_pointer, own))):
            return True
        read = [end for one in flags for end in self._backwards.ends(one.spot, one.path, one.env)]
        if self._selecting.are_related(own, [one for one in read if one.spot == query[0]]):
            return True
        asked = [self._picked.ways(one, query[0]) for one in keys]
        tested = [self._picked.ways(one, query[0]) for one in flags]
        if None in asked or None in tested:
            return False
        picked = [way for ways in tested for way in ways or ()]
        if are_apart([way for ways in asked for way in ways or ()], picked):
            return True
        if self._queries.keys(query[0], self._ties, several=False):
            return False
        others = frozenset(one for way in picked for one in way.picks)
        rows = frozenset(one for ways in asked for way in ways or () for one in way.picks)
        return bool(rows and others) and (
            rows.isdisjoint(others)
            or any(map(is_earlier, others - rows))
            or all(any(way.whole and way.picks.isdisjoint(others) for way in ways) for ways in asked if ways)
        )

    def is_missing(self, flags: list[End], before: Way | None) -> bool:
        """Are the flags of a test parts of a request that nothing puts there before: of what runs `before` it, else of
        all that runs before the handler that it stands in?
        """
        ends = [end for one in flags for end in self._backwards.ends(one.spot, one.path, one.env)]
        return bool(ends) and all(self.is_unput(one, before) for one in ends)

    def is_unput(self, end: End, before: Way | None = None) -> bool:
        """The same for a value."""
        return self._put.is_missing(end, self._put.ways(end) if before is None else (before,))

    def apart(self, flags: list[End], rows: Asked, keys: Keys) -> Asked:
        """The queries that give the flags of a test and are about other rows than an access; none where all are. Of
        flags of several rows of one query those of other rows than that of the access.
        """
        ends = (end for one in flags for end in self._backwards.ends(one.spot, one.path, one.env))
        asked = {(end.spot, end.env) for end in ends if self._is_flagged(end.spot)}
        own = (
            {one for one in asked if any(self.is_same(one, other) for other in rows) or self.asks_by(one, keys)}
            if len(asked) > 1
            else asked
        )
        several = flags if len(flags) > 1 else ()
        others = {(one.spot, one.env) for one in several if self._is_of_other_row(one, rows, keys)}
        return frozenset(asked - own | others) if own else frozenset()

    def _is_of_other_row(self, flag: End, rows: Asked, keys: Keys) -> bool:
        """Is a flag one of certainly another row than that of an access, of the same query?"""
        ends = self._backwards.ends(flag.spot, flag.path, flag.env)
        asked = {(end.spot, end.env) for end in ends if self._is_flagged(end.spot)} & rows
        return bool(asked) and all(self.is_other_row(one, [flag], keys) for one in asked)

    def asks_by(self, query: _Query, keys: Keys) -> bool:
        """Does a query ask for its row by a value that an access is given (`one(row.parentId)`)?"""
        holes = self._queries.keys(query[0], self._ties, several=False)
        return any(self._is_one(End(hole, (), query[1]), one) for hole in holes for one in keys)

    def ask_otherwise(self, asked: Asked, keys: Keys) -> bool:
        """Do queries ask by other parameters of a function than those that an access is given, whoever calls it?"""
        holes = [End(node, (), env) for spot, env in asked for node in self._queries.keys(spot, self._ties)]
        return self.are_of_others(holes, keys)

    def are_of_others(self, values: Iterable[End], keys: Keys) -> bool:
        """Are values other parameters of a function than those that an access is given?"""
        tested, given = self._parameters(values), self._parameters(keys)
        return bool(tested) and bool(given) and not any(_are_of_one(*pair) for pair in product(tested, given))

    def _parameters(self, values: Iterable[End]) -> set[tuple[Spot, Path]]:
        """The parameters that values are made of; nothing where other things have a part in them, or what a framework
        gives a handler: code may have put something there.
        """
        found: set[tuple[Spot, Path]] = set()
        for leaf in (leaf for one in values for leaf in self._leaves.of(one.spot, one.path, one.env)):
            graph = self._code.graph(leaf.spot.file, leaf.spot.unit)
            number = graph.of_parameter.get(leaf.spot.node, (-1, 0))[0]
            if number >= 0 and not self._engine.routes.is_entry(FunctionId(leaf.spot.file, leaf.spot.unit, number)):
                found.add((leaf.spot, leaf.path))
            elif not isinstance(graph.source[leaf.spot.node], lowered.Literal):
                return set()
        return found

    def _is_one(self, value: End, other: End) -> bool:
        """Are two values the same column of the same row?"""
        ends, others = (self._backwards.ends(one.spot, one.path, one.env) for one in (value, other))
        if not ends or {(self._place(one), one.env) for one in ends} != {(self._place(one), one.env) for one in others}:
            return False
        several = [one.spot for one in ends if not self._queries.keys(one.spot, self._ties, several=False)]
        return all(self._picked.rows(value, one) == self._picked.rows(other, one) for one in several)

    def may_be_same(self, one: _Query, other: _Query) -> bool:
        """… or do they ask by what may be the same value, where it is not known who calls?"""
        return self.is_same(one, other) or not self._keys(*one).isdisjoint(self._keys(*other))

    def _keys(self, spot: Spot, env: Env) -> frozenset[tuple[Spot, Path]]:
        """Where the values come from that say which rows a query asks for."""
        nodes = self._queries.keys(spot, self._ties)
        return frozenset(self._place(end) for node in nodes for end in self._backwards.ends(node, (), env))

    def _find(self, end: End) -> Fed:
        """What is put into a request before a handler runs is what the handler finds there."""
        put = self._put.at(end)
        found = (one for value in put for one in self._backwards.ends(value.spot, value.path, value.env))
        return either(map(self._end, found)) if put else super()._find(end)

    def _parts(self, spot: Spot, graph: Graph) -> list[int]:
        source = graph.source[spot.node]
        operands: tuple[lowered.Expr, ...] = ()
        if isinstance(source, lowered.Binary | lowered.Logical):
            operands = (source.left, source.right)
        elif isinstance(source, lowered.Unary):
            operands = (source.value,)
        found = (self._decisions.places.node(spot.file, spot.unit, one) for one in operands)
        return [*super()._parts(spot, graph), *(one.node for one in found if one is not None)]


def _are_of_one(one: tuple[Spot, Path], other: tuple[Spot, Path]) -> bool:
    """Is one a part of the other, or the other of it?"""
    shared = min(len(one[1]), len(other[1]))
    return one[0] == other[0] and one[1][:shared] == other[1][:shared]
