"""Which rows a list, set or map has where the flag of a row is set: that row for certain, or certainly not.

`const hidden = new Set(rows.filter((row) => row.flag).map((row) => row.id))` has it, and so has a set that each such
row was added to; whoever asks `hidden.has(row.id)` asks for the flag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.given import given_to
from audit.flow.backward.heap import aliases
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.flow.pieces import everything
from audit.judge.deciding.kinds import ANYTHING, FALSE, TRUE, TRUTHY, Kinds
from audit.judge.key.rows import Row, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.frames import Env
    from audit.flow.graph import CallSite, Graph
    from audit.flow.structure import Tests
    from audit.judge.deciding.decisions import Decisions

_DEEP = 12
ASKS = ("has", "includes")
"""Methods that say whether something is in a list, set or map."""
_ANY, _EVERY = "some", "every"
_GIVES = "get"
_ADDS = ("add", "push", "set")
_ALL = ("map", "concat", "sort", "toSorted", "reverse", "values", "keys")
"""Methods that leave a list as many elements as it had."""
_FEWER = ("filter", "slice", "flatMap")
_TAKES = ("delete", "clear", "pop", "shift", "splice")
Has = Literal["all", "none", "some"] | None
"""Of the flagged rows: each one, none, or maybe only some of them; None: as many as what the list was made of."""


class Held:
    """Answers as the decisions stand."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._engine, self._code = decisions, decisions.engine, decisions.engine.code
        self._filled: dict[tuple[str, int, int], bool] = {}

    def of(self, spot: Spot, env: Env, site: CallSite) -> Kinds | None:
        """What a call says that asks for an element; None for another one."""
        if site.receiver < 0 or site.new or len(site.arguments) != 1:
            return None
        given = replace(spot, node=site.arguments[0])
        if site.method == _GIVES:  # a map of some rows only gives nothing for others
            return ANYTHING if self.has(replace(spot, node=site.receiver), env) in ("some", "none") else None
        if site.method in (_ANY, _EVERY):
            if self._decisions.is_missing(replace(spot, node=site.receiver), env):
                return TRUE if site.method == _EVERY else FALSE
            has = self.has(replace(spot, node=site.receiver), env)
            return None if has == "some" else self._by_function(given, env, has, every=site.method == _EVERY)
        listed = replace(spot, node=site.receiver)
        has = self.has(listed, env) if site.method in ASKS else None
        if has not in ("all", "none") or self.is_apart(listed, given, env, has=has == "all"):
            return None
        return TRUE if has == "all" else FALSE

    def may_lack(self, listed: Spot, env: Env) -> bool:
        """Is a list only a part of what it was made of, so that the flagged row may not be in it?"""
        return self.has(listed, env) == "some"

    def concerns(self, it: lowered.Call, file: str, unit: int) -> bool:
        """Is a list asked for an element by a function that names the flag, or one that was filled by its tests?"""
        if not isinstance(it.callee, lowered.Member):
            return False
        method, listed = it.callee.key, it.callee.object
        spot = self._decisions.places.node(file, unit, it)
        graph = self._code.graph(file, unit)
        if spot is None or spot.node not in graph.results or not self._decisions.stands_in(file, unit):
            return False
        if method in (_ANY, _EVERY):
            inner = list(everything(it.args))
            calls = (one for one in inner if isinstance(one, lowered.Call))
            return self._decisions.mentions(inner) or any(self.concerns(one, file, unit) for one in calls)
        site = graph.calls[graph.results[spot.node]]
        if method not in (*ASKS, _GIVES) or site.receiver < 0:
            return False
        made = self._decisions.local.concerns(listed, file, unit)
        return made or self._is_filled(replace(spot, node=site.receiver))

    # functions that are asked of each element

    def _by_function(self, given: Spot, env: Env, has: Has, *, every: bool) -> Kinds | None:
        """`some` and `every`: what is said of the flagged row, where the list has it, and of others, whose flag is not
        known.
        """
        own = self._decisions.said(given, env, same=True) if has != "none" else frozenset()
        if own is None or (every and has != "none"):
            return FALSE if own is not None and not own & TRUTHY else None
        if own and own <= TRUTHY:
            return TRUE
        others = self._decisions.said(given, env, same=False)
        if every:
            return TRUE if others and others <= TRUTHY else None
        return FALSE if others is not None and not (own | others) & TRUTHY else None

    # what is in a list

    def has(self, spot: Spot, env: Env, depth: int = 0) -> Has:
        """Which of the flagged rows are in a list."""
        found = self._kept(spot, env, depth)
        return "some" if found == "all" and self._taken(spot, env) else found

    def _kept(self, spot: Spot, env: Env, depth: int) -> Has:
        """The same before anything is taken out."""
        graph = self._code.graph(spot.file, spot.unit)
        source = graph.source[spot.node]
        if depth > _DEEP:
            return None
        if isinstance(source, lowered.Await):
            held = self._decisions.places.node(spot.file, spot.unit, source.value)
            return self.has(held, env, depth + 1) if held is not None else None
        if spot.node in graph.results:
            return self._given(spot, env, graph, depth)
        if isinstance(source, lowered.Comprehension):
            return self._decisions.contained.sifted(source, spot, env, depth)
        if isinstance(source, lowered.Array):
            return self._listed(spot, env, graph, depth)
        return _agreed([self.has(one, frames, depth + 1) for one, frames in self._decisions.near(spot, env, graph)])

    def _given(self, spot: Spot, env: Env, graph: Graph, depth: int) -> Has:
        """What a call gives: a sifted list, a set of one, the rows of a query, what a function returns."""
        number = graph.results[spot.node]
        site = graph.calls[number]
        left = self._decisions.selected(spot)
        if left is not None:
            return "all" if left else "none"
        if site.new or (site.method == "from" and site.arguments):
            inner = self.has(replace(spot, node=site.arguments[0]), env, depth + 1) if site.arguments else "none"
            return inner if inner in ("all", "some") else self._added(spot, env, graph, inner)
        if site.receiver >= 0 and site.method in (*_ALL, *_FEWER):
            before = self.has(replace(spot, node=site.receiver), env, depth + 1)
            if site.method in _ALL or before == "none":
                return before
            return self._sifted(spot, env, site, before) if site.method == "filter" else "some"
        given = self._engine.backwards.returned_by((spot.file, spot.unit, number), env)
        found = [self.has(one, entered, depth + 1) for one, entered in given]
        return _agreed(found) if found or not self._lists(spot, number) else "some"

    def _lists(self, spot: Spot, number: int) -> bool:
        """Does outside code make a list of the elements of another one (`take(rows, 10)`)? It may have fewer."""
        flows = self._engine.backwards.library.flows(spot.file, spot.unit, number) or ()
        return any(
            source.path == target.path == ("[*]",) for one in flows for source in one.sources for target in one.targets
        )

    def _sifted(self, spot: Spot, env: Env, site: CallSite, before: Has) -> Has:
        """`rows.filter(…)`: has it the flagged ones, or none of them?"""
        kinds = self._decisions.said(replace(spot, node=site.arguments[0]), env) if site.arguments else None
        if not kinds or before == "some":
            return "none" if kinds and not kinds & TRUTHY else "some"
        return "all" if kinds <= TRUTHY else "some" if kinds & TRUTHY else "none"

    def _listed(self, spot: Spot, env: Env, graph: Graph, depth: int) -> Has:
        """`[...hidden]`, and an empty list that is filled later."""
        source = graph.source[spot.node]
        items = source.items if isinstance(source, lowered.Array) else ()
        spread = [one.value for one in items if isinstance(one, lowered.Spread)]
        nodes = [self._decisions.places.node(spot.file, spot.unit, one) for one in spread]
        found = [self.has(one, env, depth + 1) if one is not None else None for one in nodes]
        if "all" in found:
            return "all"
        if items:
            sure = len(found) == len(items) and (len(items) == 1 or "some" not in found)
            return found[0] if sure and len(set(found)) == 1 else "some"
        return self._added(spot, env, graph, "none")

    def _added(self, spot: Spot, env: Env, graph: Graph, before: Has) -> Has:
        """Has a list each flagged row once all is added to it, or none? `before`: has it when it is made."""
        since = self._before(spot, graph)
        calls = list(self._calls(spot, graph, _ADDS))
        found = [self._comes(spot, env, graph, one, since) for one in calls]
        if any(one is True for one in found):
            return "all"
        return "none" if before == "none" and all(one is False for one in found) else None

    def _comes(self, spot: Spot, env: Env, graph: Graph, site: CallSite, since: Tests) -> bool | None:
        """Does each flagged row come to a call?"""
        function = FunctionId(spot.file, spot.unit, graph.function[spot.node])
        comes = self._decisions.comes(site.expression, function, since, env)
        return None if comes and self._is_of_some(spot, env, graph, site) else comes

    def _is_of_some(self, spot: Spot, env: Env, graph: Graph, site: CallSite) -> bool:
        """Is a call made for some elements only of a list that is gone through (`rows.slice(0, 10).forEach(…)`)?"""
        function = FunctionId(spot.file, spot.unit, graph.function[spot.node])
        tests = self._decisions.places.structure(function).before.get(id(site.expression), ())
        over = (one.expression for one in tests if one.wanted == "items")
        lists = [self._decisions.places.node(spot.file, spot.unit, one) for one in over]
        calls = [call for call, _, _ in given_to(graph, graph.functions[site.function].node)]
        lists.extend(replace(spot, node=graph.calls[one].receiver) for one in calls if graph.calls[one].receiver >= 0)
        return any(one is not None and self.has(one, env, 1) == "some" for one in lists)

    def _taken(self, spot: Spot, env: Env) -> bool:
        """May a flagged row be taken out again of a list?"""
        graph = self._code.graph(spot.file, spot.unit)
        function = FunctionId(spot.file, spot.unit, graph.function[spot.node])
        since = self._before(spot, graph)
        return any((node, "length") in graph.written for node in aliases(graph, {spot.node})) or any(
            self._decisions.comes(one.expression, function, since, env) is not False
            for one in self._calls(spot, graph, _TAKES)
        )

    def _before(self, spot: Spot, graph: Graph) -> Tests:
        """The tests before a list is made, which hold for all that comes later."""
        structure = self._decisions.places.structure(FunctionId(spot.file, spot.unit, graph.function[spot.node]))
        return structure.before.get(id(graph.source[spot.node]), ())

    def _calls(self, spot: Spot, graph: Graph, methods: tuple[str, ...]) -> Iterator[CallSite]:
        """The calls of some methods of a list, set or map."""
        for node in sorted(aliases(graph, {spot.node})):
            for edge in graph.out[node]:
                if edge.op is Op.RECEIVER and graph.calls[edge.to].method in methods:
                    yield graph.calls[edge.to]

    def _is_filled(self, spot: Spot) -> bool:
        """Is the flag put into a list or map, or does a test that names it stand before what is?"""
        key = (spot.file, spot.unit, spot.node)
        if key not in self._filled:
            graph = self._code.graph(spot.file, spot.unit)
            nodes = (spot.node, *self._decisions.local.near(spot))
            calls = [one.expression for node in nodes for one in self._calls(replace(spot, node=node), graph, _ADDS)]
            function = FunctionId(spot.file, spot.unit, graph.function[spot.node])
            structure = self._decisions.places.structure(function)
            tests = [test.expression for one in calls for test in structure.before.get(id(one), ())]
            self._filled[key] = any(self._decisions.mentions(everything(one)) for one in (*tests, *calls))
        return self._filled[key]

    # which rows and columns are asked for

    def is_apart(self, listed: Spot, asked: Spot, env: Env, *, has: bool) -> bool:
        """Is it known that a list holds another column than the one that it is asked for, or may the row that is asked
        for be none of those that the list was made from?
        """
        held, wanted = self.rows(listed, ("[*]",), env), self.rows(asked, (), env)
        columns, others = ({one.column for row in rows for one in row.columns} for rows in (held, wanted))
        if (columns and others and columns.isdisjoint(others)) or self._are_others(listed, asked, env):
            return True
        own = {row.call for row in wanted}
        return has and not all(row.call in own or self._decisions.has_every(row.call) for row in held)

    def _are_others(self, listed: Spot, asked: Spot, env: Env) -> bool:
        """Are they other members of what one call gives (`row.parent`, of a set of `row.id`)?"""
        ends = self._engine.backwards.ends
        held = {(end.spot, end.path[-1:]) for end in ends(listed, ("[*]",), env)}
        wanted = {(end.spot, end.path[-1:]) for end in ends(asked, (), env)}
        return {spot for spot, _ in held} == {spot for spot, _ in wanted} and held.isdisjoint(wanted)

    def rows(self, spot: Spot, path: tuple[str, ...], env: Env) -> list[Row]:
        """What is known of the rows that a value may be a part of."""
        rows = (row_of(self._engine, end) for end in self._engine.backwards.ends(spot, path, env))
        return [row for row in rows if row is not None]


def _agreed(found: list[Has]) -> Has:
    if not found or len(set(found)) == 1:
        return found[0] if found else None
    return "some"
