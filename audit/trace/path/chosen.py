"""Tables that a function chooses by a parameter: what one call reads of the table and another one writes to the table
that the same value chooses (`TABLES[kind]`) goes from no table to another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Func
from audit.flow.code import FunctionId
from audit.flow.graph import Op
from audit.flow.surrounding import holder_of, seen_from
from audit.link.names import Declared
from audit.trace.path.ways import way_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.contexts import Context, Reason
    from audit.flow.graph import CallSite, Graph
    from audit.flow.solver import Solver
    from audit.flow.tables import Queries
    from audit.trace.path.ways import Calls

_DEEPEST = 12
"""Calls that a value which chooses is followed through, and names that it has in one function."""
Chooser = Declared | FunctionId
"""An object or map of the module from which a key takes one, or a function that is told which."""


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
            for node, key, chooser in self._choosers(here):
                read, origin = self._read(here.graph, node), _origin(here.graph, key)
                known = found.setdefault(chooser, Choice(here, origin, frozenset()))
                if read is None or (known.context, known.key) != (here, origin):
                    barred.add(chooser)
                else:
                    found[chooser] = Choice(here, origin, known.read | read)
        return {one: choice for one, choice in found.items() if one not in barred}

    def _choosers(self, here: Context) -> Iterator[tuple[int, int, Chooser]]:
        """The nodes at which a function has what a key or an argument chooses, with the node of that."""
        graph, number = here.graph, here.function.number
        for node, key in graph.keys.items():
            chooser = self._object(graph, node) if graph.function[node] == number else None
            if chooser is not None:
                yield node, key, chooser
        for site in graph.calls:
            if site.function == number and len(site.arguments) == 1 and not site.new and not any(site.spread):
                for one in self._asked(graph, here.function, site):
                    yield site.result, site.arguments[0], one

    def _asked(self, graph: Graph, function: FunctionId, site: CallSite) -> Iterator[Chooser]:
        """The map that a call asks for a key, or the function of the tree that it calls where that is but one."""
        if site.method == "get" and site.receiver >= 0:
            kept = self._named(graph, site.receiver)
            yield from (kept,) if kept is not None else ()
        callees = self._origins.callees(function.file, function.unit, site)
        if len(callees) == 1 and isinstance(callees[0], Func):
            yield callees[0].id

    def _is_same(self, chooser: Chooser, apart: frozenset[str], tables: set[str]) -> bool:
        """Is what two functions read of the chosen object the same, but for constants that name none of the tables?"""
        if not apart:
            return True
        if isinstance(chooser, FunctionId):
            return False
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
        return self._named(graph, held)

    def _read(self, graph: Graph, node: int) -> frozenset[str] | None:
        """The members that a function reads of what stands at a node, "" where a query is of it as it is; None where it
        does something else with it.
        """
        found: set[str] = set()
        waiting = [node]
        for here in waiting:
            for edge in graph.out[here]:
                if edge.op is Op.LOAD:
                    found.add(edge.key)
                elif edge.op is Op.ARGUMENT and self._queries.chains.may_be(graph.calls[edge.to]):
                    found.add("")
                elif edge.op is Op.COPY and edge.to not in waiting:
                    waiting.append(edge.to)
                elif edge.op is not Op.DECIDE:
                    return None
        return frozenset(found)

    def _named(self, graph: Graph, node: int) -> Declared | None:
        """The name of the module that is at a node."""
        place = graph.place_of.get(node)
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
