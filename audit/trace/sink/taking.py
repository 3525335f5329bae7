"""Which functions a framework gives errors to, or lets them come out of what they call (`next`), as vocabulary says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import REJECTED, Path
from audit.flow.graph import Op
from audit.flow.outside.places import placed
from audit.flow.outside.rows import section_rows
from audit.flow.routes.rows import homes_of
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.graph import Graph
    from audit.rulebook import Place, RouteRow


class Taker(Struct, frozen=True):
    """A function, and the node in it at which errors of other handlers are, as its part `path`. `homes`: the modules of
    what these others are given.
    """

    function: FunctionId
    node: int
    path: Path
    homes: frozenset[str]

    def order(self) -> tuple[FunctionId, int, Path]:
        """A place in a list."""
        return self.function, self.node, self.path


class Takers:
    """Functions that are handed to a method whose row says where an error stands in what they are given."""

    def __init__(self, origins: Origins) -> None:
        self._origins, self._code = origins, origins.code
        self._rows = [row for row in origins.vocabulary.routes.rows if row.error]

    def among(self, belongs: Callable[[str], bool]) -> Iterator[Taker]:
        """Those that are handed over in some files."""
        for row in self._rows:
            for method in row.method:
                for file in filter(belongs, self._code.files_holding(f".{method}(")):
                    for spot in self._code.members(file, method):
                        yield from self._at(spot, row)

    def _at(self, spot: Spot, row: RouteRow) -> Iterator[Taker]:
        graph = self._code.graph(spot.file, spot.unit)
        for edge in graph.out[spot.node]:
            site = graph.calls[edge.to] if edge.op is Op.CALLEE else None
            callees = self._origins.callees(spot.file, spot.unit, site) if site is not None else ()
            if site is None or not any(row in section_rows(self._origins.vocabulary.routes, one) for one in callees):
                continue
            given = (node for place in places_of(row.handlers or "") for node, _ in placed(site, place))
            for value in (value for node in given for value in self._origins.of(replace(spot, node=node))):
                if isinstance(value, Func):
                    for place in places_of(row.error or ""):
                        yield from self._places(value.id, place, homes_of(row))

    def _places(self, function: FunctionId, place: Place, homes: frozenset[str]) -> Iterator[Taker]:
        graph = self._code.graph(function.file, function.unit)
        parameters = graph.functions[function.number].parameters
        if place.number is None or place.number >= len(parameters):
            return
        node = parameters[place.number]
        if place.path[:1] != ("()",):
            yield Taker(function, node, place.path, homes)
            return
        for call in _calls(graph, node):
            yield Taker(function, graph.calls[call].result, REJECTED, homes)


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
