"""Which rows a list, set or map has where the flag of a row is set: that row for certain, or certainly not.

`const hidden = new Set(rows.filter((row) => row.flag).map((row) => row.id))` has it, and so has a set that each such
row was added to; whoever asks `hidden.has(row.id)` asks for the flag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.heap import aliases
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.flow.structure import everything
from audit.judge.deciding.kinds import FALSE, TRUE, TRUTHY, Kinds
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
_ADDS = ("add", "push", "set")
_ALL = ("map", "concat", "sort", "toSorted", "reverse", "values", "keys")
"""Methods that leave a list as many elements as it had."""
_FEWER = ("filter", "slice", "flatMap")


class Held:
    """Answers as the decisions stand: True where a flagged row is there, False where it is not, None where neither is
    known.
    """

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._engine, self._code = decisions, decisions.engine, decisions.engine.code
        self._filled: dict[tuple[str, int, int], bool] = {}

    def of(self, spot: Spot, env: Env, site: CallSite) -> Kinds | None:
        """What a call says that asks for an element; None for another one."""
        if site.receiver < 0 or site.new or len(site.arguments) != 1:
            return None
        given = replace(spot, node=site.arguments[0])
        if site.method in (_ANY, _EVERY):
            return self._by_function(given, env, every=site.method == _EVERY)
        listed = replace(spot, node=site.receiver)
        has = self._has(listed, env, 0) if site.method in ASKS else None
        if has is None or self._is_apart(listed, given, env, has=has):
            return None
        return TRUE if has else FALSE

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
        if method not in ASKS or site.receiver < 0:
            return False
        made = self._decisions.local.concerns(listed, file, unit)
        return made or self._is_filled(replace(spot, node=site.receiver))

    # functions that are asked of each element

    def _by_function(self, given: Spot, env: Env, *, every: bool) -> Kinds | None:
        """`some` and `every`: what is said of the flagged row, and of others, whose flag is not known."""
        own = self._decisions.said(given, env, same=True)
        if own is None:
            return None
        if every:
            return FALSE if not own & TRUTHY else None
        if own and own <= TRUTHY:
            return TRUE
        others = self._decisions.said(given, env, same=False)
        return FALSE if others is not None and not (own | others) & TRUTHY else None

    # what is in a list

    def _has(self, spot: Spot, env: Env, depth: int) -> bool | None:
        graph = self._code.graph(spot.file, spot.unit)
        source = graph.source[spot.node]
        if depth > _DEEP:
            return None
        if isinstance(source, lowered.Await):
            held = self._decisions.places.node(spot.file, spot.unit, source.value)
            return self._has(held, env, depth + 1) if held is not None else None
        if spot.node in graph.results:
            return self._given(spot, env, graph, depth)
        if isinstance(source, lowered.Array):
            return self._listed(spot, env, graph, depth)
        return _agreed([self._has(one, frames, depth + 1) for one, frames in self._decisions.near(spot, env, graph)])

    def _given(self, spot: Spot, env: Env, graph: Graph, depth: int) -> bool | None:
        """What a call gives: a sifted list, a set of one, the rows of a query, what a function returns."""
        number = graph.results[spot.node]
        site = graph.calls[number]
        left = self._decisions.selected(spot)
        if left is not None:
            return left
        if site.new or (site.method == "from" and site.arguments):
            inner = self._has(replace(spot, node=site.arguments[0]), env, depth + 1) if site.arguments else False
            return inner or self._added(spot, env, graph, inner)
        if site.receiver >= 0 and site.method in (*_ALL, *_FEWER):
            before = self._has(replace(spot, node=site.receiver), env, depth + 1)
            if site.method in _ALL or before is False:
                return before
            return self._sifted(spot, env, site) if site.method == "filter" else None
        call, backwards = (spot.file, spot.unit, number), self._engine.backwards
        found: list[bool | None] = []
        for target in backwards.targets(spot.file, spot.unit, site, env):
            there = self._code.graph(target.function.file, target.function.unit)
            entered = backwards.entered(target, call, env)
            nodes = there.returned.get(target.function.number, ())
            inside = (Spot(target.function.file, target.function.unit, node) for node in nodes)
            found.extend(self._has(one, entered, depth + 1) for one in inside)
        return _agreed(found)

    def _sifted(self, spot: Spot, env: Env, site: CallSite) -> bool | None:
        """`rows.filter(…)`: has it the flagged ones, or none of them?"""
        kinds = self._decisions.said(replace(spot, node=site.arguments[0]), env) if site.arguments else None
        if kinds is None or not kinds:
            return None
        return True if kinds <= TRUTHY else False if not kinds & TRUTHY else None

    def _listed(self, spot: Spot, env: Env, graph: Graph, depth: int) -> bool | None:
        """`[...hidden]`, and an empty list that is filled later."""
        source = graph.source[spot.node]
        items = source.items if isinstance(source, lowered.Array) else ()
        if len(items) == 1 and isinstance(items[0], lowered.Spread):
            held = self._decisions.places.node(spot.file, spot.unit, items[0].value)
            return self._has(held, env, depth + 1) if held is not None else None
        return self._added(spot, env, graph, False) if not items else None

    def _added(self, spot: Spot, env: Env, graph: Graph, before: bool | None) -> bool | None:  # noqa: FBT001
        """Has a list each flagged row once all is added to it, or none? `before`: has it when it is made."""
        function = FunctionId(spot.file, spot.unit, graph.function[spot.node])
        since = self._before(spot, graph)
        found = [self._decisions.comes(call, function, since, env) for call in self._adding(spot, graph)]
        if any(one is True for one in found):
            return True
        return False if before is False and all(one is False for one in found) else None

    def _before(self, spot: Spot, graph: Graph) -> Tests:
        """The tests before a list is made, which hold for all that comes later."""
        structure = self._decisions.places.structure(FunctionId(spot.file, spot.unit, graph.function[spot.node]))
        return structure.before.get(id(graph.source[spot.node]), ())

    def _adding(self, spot: Spot, graph: Graph) -> Iterator[lowered.Node]:
        """The calls that put something into a list, set or map."""
        for node in sorted(aliases(graph, {spot.node})):
            for edge in graph.out[node]:
                if edge.op is Op.RECEIVER and graph.calls[edge.to].method in _ADDS:
                    yield graph.calls[edge.to].expression

    def _is_filled(self, spot: Spot) -> bool:
        """Does a test that names the flag stand before what is put into a list?"""
        key = (spot.file, spot.unit, spot.node)
        if key not in self._filled:
            graph = self._code.graph(spot.file, spot.unit)
            nodes = (spot.node, *self._decisions.local.near(spot))
            calls = [one for node in nodes for one in self._adding(replace(spot, node=node), graph)]
            function = FunctionId(spot.file, spot.unit, graph.function[spot.node])
            structure = self._decisions.places.structure(function)
            tests = (test.expression for one in calls for test in structure.before.get(id(one), ()))
            self._filled[key] = any(self._decisions.mentions(everything(one)) for one in tests)
        return self._filled[key]

    # which rows and columns are asked for

    def _is_apart(self, listed: Spot, asked: Spot, env: Env, *, has: bool) -> bool:
        """Is it known that a list holds another column than the one that it is asked for, or may the row that is asked
        for be none of those that the list was made from?
        """
        held, wanted = self._rows(listed, ("[*]",), env), self._rows(asked, (), env)
        columns, others = ({one.column for row in rows for one in row.columns} for rows in (held, wanted))
        if columns and others and columns.isdisjoint(others):
            return True
        own = {row.call for row in wanted}
        return has and not all(row.call in own or self._decisions.has_every(row.call) for row in held)

    def _rows(self, spot: Spot, path: tuple[str, ...], env: Env) -> list[Row]:
        rows = (row_of(self._engine, end) for end in self._engine.backwards.ends(spot, path, env))
        return [row for row in rows if row is not None]


def _agreed(found: list[bool | None]) -> bool | None:
    return found[0] if found and all(one is found[0] for one in found) else None
