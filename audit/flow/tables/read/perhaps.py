"""Which members of an object of columns are there on some ways only: `{ ...(asked ? few : more) }`, `asked && more`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.flow.contexts import Path
    from audit.flow.tables.trace import Trace

_DEEP = 6


class Perhaps:
    """Answers by node."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._known: dict[Spot, frozenset[Path]] = {}

    def of(self, spot: Spot) -> frozenset[Path]:
        """The members of what is at a node, and of the objects in it, that may be missing."""
        if spot not in self._known:
            self._known[spot] = frozenset()
            self._known[spot] = self._find(spot, 0)
        return self._known[spot]

    def _find(self, spot: Spot, depth: int) -> frozenset[Path]:
        ways = [one for one, _ in self._trace.through(spot)]
        objects = [one for one in ways if isinstance(self._trace.source(one), lowered.Object)]
        if not objects or depth > _DEEP:
            return frozenset()
        found = {path for one in objects for path in self._inside(one, depth)}
        if len(ways) > 1 or self._is_optional(spot):
            has = [frozenset(key for key, _ in self._trace.properties(one)) for one in objects]
            sure = frozenset.intersection(*has) if len(objects) == len(ways) and not self._is_optional(spot) else ()
            found.update((key,) for keys in has for key in keys if key not in sure)
        return frozenset(found)

    def _inside(self, spot: Spot, depth: int) -> set[Path]:
        """Of one object: what is spread into it may lack members; it has those that stand in it."""
        source = self._trace.source(spot)
        own = {one.key for one in source.properties} if isinstance(source, lowered.Object) else set()
        back = self._trace.code.graph(spot.file, spot.unit).back[spot.node]
        spread = [replace(spot, node=node) for node, op, _ in back if op is Op.COPY]
        found = {path for one in spread for path in self._find(one, depth + 1) if path[0] not in own}
        for key, value in self._trace.properties(spot):
            found.update((key, *path) for path in self._find(value, depth + 1))
            found.update([(key,)] if self._is_spread_perhaps(value) else [])
        return found

    def _is_spread_perhaps(self, spot: Spot) -> bool:
        """Is a member there on one of the ways only by which something is spread (`...(asked && columns)`)?"""
        graph = self._trace.code.graph(spot.file, spot.unit)
        source = graph.source[spot.node]
        if not isinstance(source, lowered.Property) or source.key is not None:
            return False
        ways = (graph.source[node] for node, op, _ in graph.back[spot.node] if op is Op.COPY)
        return any(isinstance(one, lowered.Literal) and one.kind == "undefined" for one in ways)

    def _is_optional(self, spot: Spot) -> bool:
        """May nothing be there (`asked && columns`)?"""
        source = self._trace.source(spot)
        return isinstance(source, lowered.Logical) and source.op in ("&&", "and")
