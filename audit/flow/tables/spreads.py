"""What is spread into the literal of an object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.graph import Op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.graph import Graph
    from audit.flow.tables.trace import Trace


def spreads(trace: Trace, spot: Spot) -> tuple[Spot, ...]:
    """What is spread into an object literal and is no literal itself."""
    return tuple(made for one in spread_at(trace, spot) for made in trace.made(one))


def spread_at(trace: Trace, spot: Spot) -> tuple[Spot, ...]:
    """The nodes at which that stands; a literal that is spread into itself (in a loop) is looked into once."""
    return tuple(_spread_at(trace, spot, {spot}))


def literals(trace: Trace, spot: Spot) -> tuple[Spot, ...]:
    """An object literal and the literals that are spread into it, into those too."""
    seen = {spot}
    for _ in _spread_at(trace, spot, seen):
        pass
    return tuple(sorted(seen))


def put_over(graph: Graph, node: int) -> frozenset[str]:
    """The members that an object literal names behind all that is spread into it."""
    back = graph.back[node]
    last = max((number for number, (_, op, _) in enumerate(back) if op is Op.COPY), default=0)
    return frozenset(key for _, op, key in back[last:] if op is Op.STORE)


def _spread_at(trace: Trace, spot: Spot, seen: set[Spot]) -> Iterator[Spot]:
    for before, op, _ in trace.code.graph(spot.file, spot.unit).back[spot.node]:
        one = Spot(spot.file, spot.unit, before)
        made = trace.made(one) if op is Op.COPY else ()
        literal = [inner for inner in made if isinstance(trace.source(inner), lowered.Object)]
        for each in literal:
            if each not in seen:
                seen.add(each)
                yield from _spread_at(trace, each, seen)
        if len(literal) < len(made):
            yield one
