"""Which functions a framework gives errors to, or lets them come out of what they call (`next`), as vocabulary says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.values import ClassValue, Func, Instance, Typed
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import REJECTED, Path
from audit.flow.graph import Op
from audit.flow.outside.places import placed
from audit.flow.outside.rows import section_rows
from audit.flow.routes.rows import homes_of
from audit.link.names import External
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.graph import Graph
    from audit.rulebook import RouteRow

_HIGHEST = 6
"""Classes above each other."""


class Taker(Struct, frozen=True):
    """A function, and the node in it at which errors of other handlers are, as its part `path`. `homes`: the modules of
    what these others are given. `kinds`: the names of the classes of errors that it takes, none where it takes all.
    """

    function: FunctionId
    node: int
    path: Path
    homes: frozenset[str]
    kinds: frozenset[str] = frozenset()

    def order(self) -> tuple[FunctionId, int, Path]:
        """A place in a list."""
        return self.function, self.node, self.path


class Takers:
    """Functions that are handed to a method, or stand below a decorator, whose row says where an error stands in what
    they are given.
    """

    def __init__(self, origins: Origins) -> None:
        self._origins, self._code = origins, origins.code
        self._rows = [row for row in origins.vocabulary.routes.rows if row.error]

    def among(self, belongs: Callable[[str], bool]) -> Iterator[Taker]:
        """Those that stand in some files."""
        for row in self._rows:
            for method in row.method:
                for file in filter(belongs, self._code.files_holding(f".{method}(")):
                    for spot in self._code.members(file, method):
                        yield from self._at(spot, row)
            for export in row.export if row.named else ():
                for file in filter(belongs, self._code.files_holding(f"@{export}(")):
                    for unit in dict.fromkeys(one for name in row.named for one in self._code.holding(file, name)):
                        yield from self._of_classes(file, unit, row, export)

    def _at(self, spot: Spot, row: RouteRow) -> Iterator[Taker]:
        graph = self._code.graph(spot.file, spot.unit)
        for edge in graph.out[spot.node]:
            site = graph.calls[edge.to] if edge.op is Op.CALLEE else None
            callees = self._origins.callees(spot.file, spot.unit, site) if site is not None else ()
            if site is None or not any(row in section_rows(self._origins.vocabulary.routes, one) for one in callees):
                continue
            if row.decorator:
                for number, one in enumerate(graph.functions):
                    if one.source is not None and site.expression in one.source.decorators:
                        yield from self._places(FunctionId(spot.file, spot.unit, number), row, _names(site.expression))
                continue
            given = (node for place in places_of(row.handlers or "") for node, _ in placed(site, place))
            for value in (value for node in given for value in self._origins.of(replace(spot, node=node))):
                if isinstance(value, Func):
                    yield from self._places(value.id, row, frozenset())

    def _of_classes(self, file: str, unit: int, row: RouteRow, export: str) -> Iterator[Taker]:
        """The methods that a row names of the classes below a decorator, which says which errors they take."""
        graph = self._code.graph(file, unit)
        for number, function in enumerate(graph.functions):
            around = graph.classes.get(function.class_at)
            for one in around.decorators if around is not None and function.name in row.named else ():
                callee = one.callee if isinstance(one, lowered.Call) else None
                meaning = self._origins.names.meaning(file, callee.name) if isinstance(callee, lowered.Name) else None
                if isinstance(meaning, External) and meaning.module in row.module and meaning.path == export:
                    yield from self._places(FunctionId(file, unit, number), row, _names(one))

    def takes(self, one: Taker, thrown: Spot) -> bool:
        """May an error that is thrown at a node be of a class that is taken? One of which nothing is known may, as what
        a call there throws.
        """
        edges = self._code.graph(thrown.file, thrown.unit).out[thrown.node]
        values = self._origins.of(thrown) if one.kinds and any(edge.op is Op.THROW for edge in edges) else ()
        return not values or any(not one.kinds.isdisjoint(self.kinds_of(value)) for value in values)

    def kinds_of(self, value: Value, depth: int = 0) -> Iterator[str]:
        """The names of the class of a value, and of those that it extends."""
        if isinstance(value, (Instance, ClassValue)):
            unit = self._code.class_unit(value.file, value.at)
            written = self._code.graph(value.file, unit).classes.get(value.at) if unit >= 0 else None
            if written is not None:
                yield written.name
                yield from (base.name for base in written.bases if isinstance(base, lowered.Name))
            for above in self._origins.classes.bases(value.file, value.at) if depth < _HIGHEST else ():
                yield from self.kinds_of(above, depth + 1)
        elif isinstance(value, Typed):
            yield value.type.rpartition("#")[2]

    def _places(self, function: FunctionId, row: RouteRow, kinds: frozenset[str]) -> Iterator[Taker]:
        graph = self._code.graph(function.file, function.unit)
        parameters, homes = graph.functions[function.number].parameters, homes_of(row)
        for place in places_of(row.error or ""):
            if place.number is None or place.number >= len(parameters):
                continue
            node = parameters[place.number]
            if place.path[:1] != ("()",):
                yield Taker(function, node, place.path, homes, kinds)
                continue
            for call in _calls(graph, node):
                yield Taker(function, graph.calls[call].result, REJECTED, homes, kinds)


def _names(expression: lowered.Node) -> frozenset[str]:
    """The names that a call is given."""
    given = expression.args if isinstance(expression, lowered.Call) else ()
    listed = [item for one in given for item in (one.items if isinstance(one, lowered.Array) else (one,))]
    return frozenset(one.name for one in listed if isinstance(one, lowered.Name))


def _calls(graph: Graph, node: int) -> Iterator[int]:
    """The calls of what a parameter is."""
    stack, seen = [node], {node}
    while stack:
        for edge in graph.out[stack.pop()]:
            if edge.op is Op.CALLEE:
                yield edge.to
            elif edge.op is Op.COPY and edge.to not in seen:
                seen.add(edge.to)
                stack.append(edge.to)
