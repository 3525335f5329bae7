"""What runs before a handler because it was put into the chain of calls that the handler is registered on:
`procedure.use(open).query(show)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.graph import Op, Place
from audit.flow.routes.contexts import put_by
from audit.flow.routes.earlier import Earlier
from audit.link.names import Declared
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.graph import Edge, Graph
    from audit.flow.routes.model import Path
    from audit.flow.routes.sources import Sources
    from audit.rulebook import RouteRow

_DEEPEST: Final = 12


class Chained:
    """Answers by what a handler is registered on. Of what is not a chain of calls and constants nothing is said."""

    def __init__(self, sources: Sources) -> None:
        self._sources, self._code, self._names = sources, sources.code, sources.origins.names
        self._any = any(row.kind == "chained" for row in sources.origins.vocabulary.routes.rows)

    def of(self, spot: Spot) -> list[Earlier]:
        """What the calls are given that made the value at a node, the first ones first."""
        it = self._code.graph(spot.file, spot.unit).source[spot.node] if self._any and spot.node >= 0 else None
        found: list[Earlier] = []
        puts: tuple[Path, ...] = ()
        for one in reversed(list(self._chain(spot.file, spot.unit, it, 0))):
            puts = (*puts, *one.puts)
            found.append(replace(one, puts=tuple(dict.fromkeys(puts))))
        return found[::-1]

    def _chain(self, file: str, unit: int, it: lowered.Node | None, depth: int) -> Iterator[Earlier]:
        if isinstance(it, lowered.Name) and depth < _DEEPEST:
            for there, value in self._constant(file, unit, it):
                yield from self._chain(there.file, there.unit, value, depth + 1)
        if not isinstance(it, lowered.Call) or not isinstance(it.callee, lowered.Member) or depth >= _DEEPEST:
            return
        yield from self._chain(file, unit, it.callee.object, depth + 1)
        graph = self._code.graph(file, unit)
        rows = self._rows(file, unit, it, graph)
        if rows and it.args:
            yield from self._given(file, unit, it.args[0], rows[0], depth + 1)

    def _given(self, file: str, unit: int, it: lowered.Node, row: RouteRow, depth: int) -> Iterator[Earlier]:
        """A function that a call is given, or what a chain is made of that it is given; else something unknown, behind
        which all may be another.
        """
        graph = self._code.graph(file, unit)
        held = tuple(place.path for place in places_of(row.path or ""))
        apart = places_of(row.lacks)[0].path if row.lacks is not None else ()
        if isinstance(it, lowered.Function):
            puts = tuple(path for one in held for path in put_by(it, row.onward, one))
            number = next(number for number, one in enumerate(graph.functions) if one.source is it)
            yield Earlier(Spot(file, unit, graph.functions[number].node), row.onward, apart, puts=puts)
            return
        constants = list(self._constant(file, unit, it)) if isinstance(it, lowered.Name) and depth < _DEEPEST else []
        for there, value in constants:
            yield from self._given(there.file, there.unit, value, row, depth + 1)
        if not constants:
            within = list(self._chain(file, unit, it, depth)) if isinstance(it, lowered.Call) else []
            node = next((node for node, source in enumerate(graph.source) if source is it), 0)
            yield from within or [Earlier(Spot(file, unit, node), row.onward, apart, puts=held)]

    def _rows(self, file: str, unit: int, it: lowered.Call, graph: Graph) -> list[RouteRow]:
        numbers = [number for number, site in enumerate(graph.calls) if site.expression is it]
        rows = [row for one in numbers for row in self._sources.trails.callees.rows(file, unit, one, self._sources)]
        return [row for row in rows if row.kind == "chained"]

    def _constant(self, file: str, unit: int, it: lowered.Name) -> Iterator[tuple[Spot, lowered.Node]]:
        """What stands under a name of a module that is given one value only."""
        graph = self._code.graph(file, unit)
        nodes = {node for node, source in enumerate(graph.source) if source is it}
        place = next((place for place, read in graph.reads.items() if not nodes.isdisjoint(read)), None)
        if place is None or place.kind != "name" or place.owner:
            return
        meaning = Declared(file, place.name, place.at) if place.at >= 0 else self._names.meaning(file, place.name)
        if not isinstance(meaning, Declared) or self._code.assigned(meaning.file, meaning.name, meaning.at):
            return
        there = self._code.unit_at(meaning.file, meaning.at)
        if there < 0:
            return
        declaring = self._code.graph(meaning.file, there)
        kept = set(declaring.kept.get(Place("name", meaning.name, meaning.at), ()))
        made = [node for node, edges in enumerate(declaring.out) if any(_is_copied(one, kept) for one in edges)]
        value = declaring.source[made[0]] if len(kept) == len(made) == 1 else None
        if value is not None:
            yield Spot(meaning.file, there, made[0]), value


def _is_copied(edge: Edge, kept: set[int]) -> bool:
    return edge.op is Op.COPY and edge.to in kept
