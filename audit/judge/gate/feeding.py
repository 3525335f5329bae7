"""Which queries feed an access: its arguments followed backwards along one chain, to the rows they are taken from.

Parts of one value come together, other ways to a value are alternatives: a filter must hold in every alternative, and
no part may come from rows that were not filtered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.backwards import Backwards
from audit.flow.backward.heap import aliases
from audit.flow.code import Spot
from audit.flow.frames import End, Env
from audit.flow.graph import Op
from audit.judge.deciding.called import LEAVING_OUT, SIFTING
from audit.judge.gate.fed import NONE, OTHER, Fed, either, together
from audit.judge.gate.selecting import Selecting
from audit.judge.gate.sifted import Sifted
from audit.judge.key.rows import related, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.extract.sql import Column
    from audit.flow.graph import CallSite, Graph
    from audit.judge.chain.chains import Chain
    from audit.judge.deciding.decisions import Decisions
    from audit.rulebook import Rules

_MOST, _DEEPEST = 4000, 60
"""Values that are looked at for one access, and how many of them one inside of another."""
_BY_KEY = ("get", "peek", "take", "pop", "fetch")
_KEPT = (("[value]",), ("[*]",))
_PLAIN = (lowered.Binary, lowered.Unary, lowered.Template)
_PARTS = (Op.STORE, Op.COPY, Op.BUILD, Op.LOAD)


Asked = frozenset[tuple[Spot, Env]]
"""Queries by the node of their result, as they are asked on a chain."""


class Feeding:
    """Answers by access and chain, on the ways that `backwards` finds."""

    _through = False
    """Is a list followed back to its rows where flagged ones are left out of it, too?"""

    def __init__(self, decisions: Decisions, rules: Rules, backwards: Backwards, *, briefly: bool = False) -> None:
        """`briefly`: only where values come from is asked, not which queries have a part in it."""
        self._briefly = briefly
        self._decisions, self._engine = decisions, decisions.engine
        self._code, self._queries = self._engine.code, self._engine.queries
        self._backwards, self._selecting = backwards, Selecting(decisions, rules)
        self._ties = frozenset(rules.gate.rows.items())
        self._known: dict[End, Fed] = {}
        self._open: set[End] = set()
        self._seen = 0

    def of(self, chain: Chain) -> Fed:
        """Where the arguments of the access of a chain come from."""
        file, unit, number = chain.access.call
        site = self._code.graph(file, unit).calls[number]
        self._seen = 0
        given = (self._value(Spot(file, unit, node), chain.access.env) for node in site.arguments)
        return together(given, briefly=self._briefly)

    def keyed(self, queries: Asked, depth: int = 2) -> Asked:
        """Queries, with those whose rows their conditions are about."""
        found = set(queries)
        for spot, env in queries if depth else ():
            others = {hole for column, hole in self._queries.pairs(spot) if self._is_of_another(column, hole, env)}
            for hole in self._queries.holes(spot):
                found |= self.keyed(self._value(hole, env).queries, depth - 1) if hole not in others else frozenset()
        return frozenset(found)

    def _is_of_another(self, column: Column, value: Spot, env: Env) -> bool:
        """Is a row that can be flagged asked for by what is another column of such a row, or of one that points at such
        rows by a column of its own? Then it is another row.
        """
        flagged = {one.table for one in self._decisions.columns}
        if column.table not in flagged:
            return False
        rows = (row_of(self._engine, end) for end in self._backwards.ends(value, (), env))
        read = {one.column for row in rows if row is not None for one in row.columns}
        column = column if column.name else column._replace(name=dict(self._ties).get(column.table, ""))
        tied = tuple(column) in self._ties
        return bool(read) and all(
            one != column if one.table in flagged else tied and self._points(one.table) and tuple(one) not in self._ties
            for one in read
        )

    def _points(self, table: str) -> bool:
        """Do rows of a table point at those that can be flagged?"""
        return any(name == table for name, _ in self._ties)

    def _value(self, spot: Spot, env: Env) -> Fed:
        ends = self._backwards.ends(spot, (), env)
        return either((self._end(end) for end in ends), briefly=self._briefly)

    def _end(self, end: End) -> Fed:
        if end in self._known:
            return self._known[end]
        self._seen += 1
        if end in self._open:
            return NONE
        if self._seen > _MOST or len(self._open) >= _DEEPEST:
            return self._cut(end)
        self._open.add(end)
        found = self._find(end)
        self._open.discard(end)
        if not self._open and self._seen <= _MOST:
            self._known[end] = found
        return found

    def _cut(self, end: End) -> Fed:
        """What is not looked at may come from rows that nothing leaves out."""
        at = self._code.graph(end.spot.file, end.spot.unit).at[end.spot.node]
        return Fed("rows", (self._decisions.places.evidence(end.spot.file, at, "more values were not looked at"),))

    def _find(self, end: End) -> Fed:
        spot = end.spot
        graph = self._code.graph(spot.file, spot.unit)
        source = graph.source[spot.node]
        if self._is_kept_from(spot):
            return self._without(spot, graph)
        if spot.node in graph.results:
            return self._call(end, graph)
        if isinstance(source, (lowered.Literal, lowered.Function, lowered.Class)) or spot.node in graph.class_nodes:
            return NONE
        if end.path and (isinstance(source, _PLAIN) or any(op is Op.BUILD for _, op, _ in graph.back[spot.node])):
            return NONE  # a number or a text has no such part
        if isinstance(source, lowered.Name) and spot.node not in graph.of_parameter and not graph.back[spot.node]:
            return NONE  # code from outside, the environment
        if spot.node in graph.of_parameter or end.path:
            return OTHER
        found = [self._value(replace(spot, node=node), end.env) for node in self._parts(spot, graph)]
        found.extend(self._added(end, graph))
        if isinstance(source, (lowered.Object, lowered.Template, lowered.Binary)):
            return together(found)
        return either(found) if found else OTHER if not isinstance(source, lowered.Array) else NONE

    def _parts(self, spot: Spot, graph: Graph) -> list[int]:
        """The nodes that a value is made of."""
        return [before for before, op, _ in graph.back[spot.node] if op in _PARTS]

    def _added(self, end: End, graph: Graph) -> Iterable[Fed]:
        """What is put into an object or list later, in the same statement of the file."""
        for node in sorted(aliases(graph, {end.spot.node})):
            for (held, _), values in graph.written.items():
                if held == node:
                    yield from (self._value(replace(end.spot, node=value), end.env) for value in values)
            for edge in graph.out[node]:
                if edge.op is Op.RECEIVER:
                    yield from self._stored(end, graph, edge.to)

    def _stored(self, end: End, graph: Graph, call: int) -> Iterable[Fed]:
        site = graph.calls[call]
        for flow in self._engine.backwards.library.flows(end.spot.file, end.spot.unit, call) or ():
            if any(target.root == "this" for target in flow.targets):
                for source in flow.sources:
                    for one in self._backwards.source(end.spot, site, source, (), end.env):
                        yield self._end(one)

    # calls

    def _call(self, end: End, graph: Graph) -> Fed:
        spot = end.spot
        number = graph.results[spot.node]
        site = graph.calls[number]
        queried = self._selecting.of((spot.file, spot.unit, number), site)
        if queried is not None:
            if queried.origin == "filter" and self._selecting.is_of_another(end):
                queried = self._selecting.all_rows((spot.file, spot.unit, number), site)
            if queried.origin == "rows":
                queried = OTHER if self._selecting.is_aside(end, number) else self._keyed(end) or queried
            return replace(queried, queries=frozenset(((spot, end.env),)))
        member = related(self._engine, end)
        if member is not None:
            return either(map(self._end, self._backwards.ends(member.spot, member.path, member.env)))
        if not self._through and site.method in LEAVING_OUT and self._decisions.keeps_out(spot, end.env):
            return self._without(spot, graph)
        if self._answers_key(spot, number) and site.arguments:
            return self._value(replace(spot, node=site.arguments[0]), end.env)
        if self._gives_returned(spot, number):
            given = (replace(spot, node=node) for node in site.arguments)
            returned = (one for node in given for one in self._given(node, end.env, end.path))
            return either(returned, briefly=self._briefly)
        has_parts = site.receiver >= 0 or bool(site.arguments)
        kept = together(self._made_of(end, graph, site), briefly=self._briefly) if has_parts else OTHER
        if site.new and end.path[:1] in _KEPT and kept.origin == "other":
            return NONE  # what is kept under a key was asked for by that key, whoever put it there
        return kept

    def _is_kept_from(self, spot: Spot) -> bool:
        """Is it a call that flagged rows do not come to, at which the way back has stopped?"""
        return isinstance(self._backwards, Sifted) and spot in self._backwards.kept

    def _without(self, spot: Spot, graph: Graph) -> Fed:
        number = graph.results.get(spot.node)
        at = graph.at[spot.node if number is None else graph.calls[number].callee]
        note = "rows without flagged ones go on from here"
        return Fed("guard", (self._decisions.places.evidence(spot.file, at, note),))

    def _made_of(self, end: End, graph: Graph, site: CallSite) -> Iterator[Fed]:
        """What a call is given, and what is put into what it gives."""
        for node in (*((site.receiver,) if site.receiver >= 0 else ()), *site.arguments):
            yield self._value(replace(end.spot, node=node), end.env)
        for node in site.arguments if site.method not in SIFTING else ():
            yield from self._given(replace(end.spot, node=node), end.env)
        yield from self._added(end, graph)

    def _answers_key(self, spot: Spot, number: int) -> bool:
        """Does a call read from a store by a key?"""
        flows = self._engine.backwards.library.flows(spot.file, spot.unit, number) or ()
        return (
            any(
                source.root == "this"
                and tuple(source.path) in _KEPT
                and any(one.root == "result" for one in flow.targets)
                for flow in flows
                for source in flow.sources
            )
            and self._code.graph(spot.file, spot.unit).calls[number].method in _BY_KEY
        )

    def _gives_returned(self, spot: Spot, number: int) -> bool:
        """Is the result of a call what a function returns that it is given (`startSpan`)?"""
        flows = self._engine.backwards.library.flows(spot.file, spot.unit, number) or ()
        return any(
            source.root == "return" and not source.path and any(one.root == "result" for one in flow.targets)
            for flow in flows
            for source in flow.sources
            if not any(step.startswith("[") for one in flow.targets for step in one.path)
        )

    def _given(self, spot: Spot, env: Env, path: tuple[str, ...] = ()) -> Iterable[Fed]:
        """What functions that are given to a call return, or a part of that."""
        for end in self._backwards.ends(spot, (), env):
            graph = self._code.graph(end.spot.file, end.spot.unit)
            number = graph.made.get(end.spot.node, -1)
            if number >= 0 and not end.path:
                nodes = graph.returned.get(number, ())
                inner = (self._backwards.ends(replace(end.spot, node=node), path, end.env) for node in nodes)
                yield either((self._end(one) for ends in inner for one in ends), briefly=self._briefly)

    def _keyed(self, end: End) -> Fed | None:
        """Rows that are asked for by what points at rows which were filtered before."""
        for node in self._queries.keys(end.spot, self._ties):
            found = self._value(node, end.env)
            if found.origin in ("filter", "guard"):
                return found
        return None


__all__ = ["Feeding"]
