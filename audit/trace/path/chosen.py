"""Tables that a function chooses by a parameter: what one call reads of the table and another one writes to the table
that the same value chooses (`TABLES[kind]`) goes from no table to another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.graph import Op
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
Chooser = tuple[str, int]
"""A list or object of the module from which a computed key takes one: its file, and where it is declared."""


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
            not set(_values(context, node, way.calls)).isdisjoint(_values(*second[chooser], way.calls))
            for chooser, (context, node) in first.items()
            if chooser in second
        )

    def _choosing(self, context: Context) -> dict[Chooser, tuple[Context, int]]:
        """The keys by which a function chooses, and those around it: of each object, where there is but one key."""
        found: dict[Chooser, tuple[Context, int]] = {}
        several: set[Chooser] = set()
        here: Context | None = context
        while here is not None:
            for node, key in here.graph.keys.items():
                if here.graph.function[node] != here.function.number:
                    continue
                chooser = self._object(here.graph, node)
                origin = _origin(here.graph, key)
                if chooser is None:
                    continue
                if found.setdefault(chooser, (here, origin)) != (here, origin):
                    several.add(chooser)
            here = _around(here)
        return {one: at for one, at in found.items() if one not in several}

    def _object(self, graph: Graph, node: int) -> Chooser | None:
        """The object of the module that a computed key is read from."""
        held = next((source for source, op, _ in graph.back[node] if op is Op.LOAD), -1)
        place = graph.place_of.get(held)
        if place is None or place.kind != "name" or place.owner:
            return None
        meaning = self._origins.names.meaning(graph.file, place.name)
        return (meaning.file, meaning.at) if isinstance(meaning, Declared) else None


def _values(context: Context, node: int, calls: Calls) -> Iterator[tuple[Context, int]]:
    """Where the value of a node comes from, out through the calls of a way."""
    for _ in range(_DEEPEST):
        node = _origin(context.graph, node)
        yield context, node
        function, position = context.graph.of_parameter.get(node, (-1, -1))
        here: Context | None = context
        while here is not None and here.function.number != function:
            here = _around(here)
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


def _around(context: Context) -> Context | None:
    """The context of the function around one."""
    return getattr(context.entry, "context", None)
