"""Tables that a function chooses by a parameter: what one call reads of the table and another one writes to the table
that the same value chooses (`TABLES[kind]`) goes from no table to another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.extract.facts import code as lowered
from audit.flow.graph import Op
from audit.flow.surrounding import holder_of, seen_from
from audit.link.names import Declared
from audit.trace.path.ways import way_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.contexts import Context, Reason
    from audit.flow.graph import Graph
    from audit.flow.solver import Solver
    from audit.flow.tables import Queries
    from audit.trace.path.ways import Calls

_DEEPEST = 12
"""Calls that a value which chooses is followed through, and names that it has in one function."""
Chooser = Declared
"""An object of the module from which a computed key takes one."""


class Choice(NamedTuple):
    """What a function takes from such an object: by which key, and what it reads of it."""

    context: Context
    key: int
    read: frozenset[str]


class Chosen:
    """Answers about ways from a column that is read to one that is written."""

    def __init__(self, origins: Origins, queries: Queries) -> None:
        self._origins, self._queries = origins, queries

    def bars(
        self, solver: Solver, reasons: Iterable[Reason], end: tuple[str, int, int], read: str, written: str
    ) -> bool:
        """Does each way lead from a table to another one, where one value chooses both?"""
        tables = {one.rpartition(".")[0] for one in (read, written)}
        if len(tables) < 2 or not tables <= {one.column.table for one in self._queries.writes(*end)}:
            return False
        return all(self._is_apart(solver, reason, end, tables) for reason in reasons)

    def _is_apart(self, solver: Solver, reason: Reason, end: tuple[str, int, int], tables: set[str]) -> bool:
        way = way_to(solver, reason)
        begun, last = way.facts[0], way.facts[-1]
        function, call = begun.context.function, begun.context.graph.results.get(begun.node)
        if call is None or (last.context.function.file, last.context.function.unit) != end[:2]:
            return False
        reads = self._queries.reads(function.file, function.unit, call)
        if not tables <= {one.column.table for one in reads}:
            return False
        first, second = self._choosing(begun.context), self._choosing(last.context)
        return any(
            self._is_same(chooser, one.read ^ second[chooser].read, tables)
            and not set(_values(one.context, one.key, way.calls)).isdisjoint(
                _values(second[chooser].context, second[chooser].key, way.calls)
            )
            for chooser, one in first.items()
            if chooser in second
        )

    def _choosing(self, context: Context) -> dict[Chooser, Choice]:
        """What a function chooses by a key, and those around it: of each object, where there is but one key."""
        found: dict[Chooser, Choice] = {}
        barred: set[Chooser] = set()
        for here in seen_from(context):
            for node, key in here.graph.keys.items():
                chooser = self._object(here.graph, node) if here.graph.function[node] == here.function.number else None
                if chooser is None:
                    continue
                read, origin = _read(here.graph, node), _origin(here.graph, key)
                known = found.setdefault(chooser, Choice(here, origin, frozenset()))
                if read is None or (known.context, known.key) != (here, origin):
                    barred.add(chooser)
                else:
                    found[chooser] = Choice(here, origin, known.read | read)
        return {one: choice for one, choice in found.items() if one not in barred}

    def _is_same(self, chooser: Chooser, apart: frozenset[str], tables: set[str]) -> bool:
        """Is what two functions read of the chosen object the same, but for constants that name none of the tables?"""
        trace = self._queries.trace
        entries = [spot for one in trace.declared(chooser) for _, spot in trace.properties(one)]
        for entry in (made for spot in entries for made in trace.made(spot)):
            for name, spot in trace.properties(entry):
                values = [trace.source(made) for made in trace.made(spot)] if name in apart else []
                if any(not isinstance(one, lowered.Literal) or str(one.value) in tables for one in values):
                    return False
        return bool(entries)

    def _object(self, graph: Graph, node: int) -> Chooser | None:
        """The object of the module that a computed key is read from."""
        held = next((source for source, op, _ in graph.back[node] if op is Op.LOAD), -1)
        place = graph.place_of.get(held)
        if place is None or place.kind != "name" or place.owner:
            return None
        meaning = self._origins.names.meaning(graph.file, place.name)
        return meaning if isinstance(meaning, Declared) else None


def _values(context: Context, node: int, calls: Calls) -> Iterator[tuple[Context, int]]:
    """Where the value of a node comes from, out through the calls of a way."""
    for _ in range(_DEEPEST):
        node = _origin(context.graph, node)
        yield context, node
        function, position = context.graph.of_parameter.get(node, (-1, -1))
        here = holder_of(context, function)
        caller = calls.get(here) if here is not None else None
        if caller is None or caller.argument >= 0:
            return
        context, node = caller.context, caller.context.graph.calls[caller.call].argument(position)
        if node < 0:
            return


def _origin(graph: Graph, node: int) -> int:
    """Where the value of a node was made in the same function; itself where it may have been made at several places."""
    for _ in range(_DEEPEST):
        place = graph.place_of.get(node)
        before = [source for source, op, _ in graph.back[node] if op is Op.COPY]
        if place is not None and place.owner:
            before = graph.kept.get(place, [])
        if len(before) != 1 or len(graph.back[node]) > 1 or not isinstance(graph.source[node], lowered.Name | None):
            return node
        node = before[0]
    return node


def _read(graph: Graph, node: int) -> frozenset[str] | None:
    """The members that a function reads of what stands at a node; None where it does something else with it."""
    found: set[str] = set()
    waiting = [node]
    for here in waiting:
        for edge in graph.out[here]:
            if edge.op is Op.LOAD:
                found.add(edge.key)
            elif edge.op is Op.COPY and edge.to not in waiting:
                waiting.append(edge.to)
            elif edge.op is not Op.DECIDE:
                return None
    return frozenset(found)
