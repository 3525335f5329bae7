"""Reads of a table by methods of a class that ask for a member which each heir says: `class Items extends Repository {
table = items }`, where the class above reads `this.table`. The calls of these methods on objects of the heir read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.values import ClassValue, Instance
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.flow.tables.model import Reader, Through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.graph import Graph
    from audit.flow.tables.candidate.candidates import Candidates
    from audit.flow.tables.candidate.handed import Handed, Ways
    from audit.flow.tables.candidate.mentions import Unit
    from audit.flow.tables.model import Table
    from audit.flow.tables.queries import Queries

_DEEPEST = 6
"""Classes above each other, and methods of one object that call each other."""
_OTHER_CODE = ("constructor", "get", "set")


class Inherited:
    """Answers by table, each found once. `handed` knows what a function reads of what it is given."""

    def __init__(self, queries: Queries, places: Candidates, handed: Handed) -> None:
        self._queries, self._places, self._handed = queries, places, handed
        self._code, self._origins = queries.trace.code, queries.trace.origins
        self._known: dict[str, tuple[Reader, ...]] = {}

    def readers(self, name: str) -> tuple[Reader, ...]:
        """The reads of any column of a table, by its name in the database."""
        if name not in self._known:
            units = self._places.heirs(name)
            table = self._queries.tables.named(name) if units else None
            found = (one for unit in units for one in self._of_classes(unit, table)) if table is not None else ()
            self._known[name] = tuple(dict.fromkeys(found))
        return self._known[name]

    def _of_classes(self, unit: Unit, table: Table) -> Iterator[Reader]:
        graph = self._code.graph(*unit)
        for at, shape in graph.classes.items():
            for name, node in _members(graph, at) if shape.bases else ():
                held = Spot(*unit, node)
                if any(one.name == table.name for one in self._queries.tables.every(held)):
                    yield from self._above(ClassValue(unit[0], at), name, held, table)

    def _above(self, heir: ClassValue, name: str, held: Spot, table: Table) -> Iterator[Reader]:
        """The reads by methods of the classes above an heir, whose member has the table."""
        for base in self._bases(heir):
            unit = self._code.class_unit(base.file, base.at)
            graph = self._code.graph(base.file, unit)
            read = [node for node in graph.loads.get(name, ()) if _is_own(graph, node, base.at)]
            called = [edge.to for node in read for edge in graph.out[node] if edge.op is Op.CALLEE]
            seats = [graph.calls[call].result for call in called] or read
            if not seats:
                continue
            bound = self._queries.bound({Spot(base.file, unit, node): held for node in seats})
            for number, one in enumerate(graph.functions):
                if one.class_at == base.at and one.kind not in _OTHER_CODE:
                    method = FunctionId(base.file, unit, number)
                    reads = tuple(self._handed.inside(method, bound, table, ()))
                    for ways in self._ways(method, heir, 0) if reads else ():
                        yield from (replace(read, through=(*ways, *read.through)) for read in reads)

    def _bases(self, heir: ClassValue, depth: int = 0) -> Iterator[ClassValue]:
        for one in self._origins.classes.bases(heir.file, heir.at) if depth < _DEEPEST else ():
            if isinstance(one, ClassValue) and self._code.class_unit(one.file, one.at) >= 0:
                yield one
                yield from self._bases(one, depth + 1)

    def _ways(self, method: FunctionId, heir: ClassValue, depth: int) -> Iterator[Ways]:
        """The calls of a method on objects of the heir, the outermost first: also by other methods of the object."""
        for file, unit, call in self._origins.callers.of(method):
            graph = self._code.graph(file, unit)
            receiver = graph.calls[call].receiver
            if receiver < 0:
                continue
            way = Through(method, -1, file, unit, call)
            number = graph.this_at.get(receiver, -1)
            own = graph.functions[number].class_at if number >= 0 else -1
            if own >= 0:
                if depth < _DEEPEST and self._is_above(ClassValue(file, own), heir):
                    yield from ((*one, way) for one in self._ways(FunctionId(file, unit, number), heir, depth + 1))
                continue
            objects = [one for one in self._origins.of(Spot(file, unit, receiver)) if isinstance(one, Instance)]
            if not objects:
                yield (replace(way, guess=True),)
            elif any(self._origins.classes.extends(one.file, one.at, heir) for one in objects):
                yield (way,)

    def _is_above(self, one: ClassValue, heir: ClassValue) -> bool:
        """May a method of a class run on an object of the heir?"""
        extends = self._origins.classes.extends
        return extends(heir.file, heir.at, one) or extends(one.file, one.at, heir)


def _members(graph: Graph, at: int) -> Iterator[tuple[str, int]]:
    """What the fields of a class hold, and its getters and methods give, by name."""
    for place, nodes in graph.kept.items():
        if place.kind == "field" and place.at == at:
            yield from ((place.name, node) for node in nodes)
    for number, one in enumerate(graph.functions):
        if one.class_at == at and not one.parameters and one.kind != "constructor":
            yield from ((one.name, node) for node in graph.returned.get(number, ()))


def _is_own(graph: Graph, node: int, class_at: int) -> bool:
    """Is a member read of the object of a method of a class?"""
    holders = [source for source, op, _ in graph.back[node] if op is Op.LOAD]
    return any(
        holder in graph.this_at and graph.functions[graph.this_at[holder]].class_at == class_at for holder in holders
    )
