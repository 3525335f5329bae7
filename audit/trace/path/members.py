"""Members by a computed key: where the calls of a way say which one is meant, the way does not go by another one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.contexts import ELEMENT, step_of
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.contexts import Fact
    from audit.trace.path.given import Given
    from audit.trace.path.ways import Way


def other_members(way: Way, given: Given) -> frozenset[Fact]:
    """The facts on a way that are of another member than the one that the key is a constant for, by the calls of the
    way: read (`table("a")`, where `table` returns `TABLES[name]`), or written into what such a call gave.
    """
    found: list[Fact] = []
    for before, fact in pairwise(way.facts):
        if before.context is not fact.context or len(before.path) == len(fact.path):
            continue
        reads = len(before.path) > len(fact.path)
        holder, held = (before, fact) if reads else (fact, before)
        if holder.path[1:] == held.path and not holder.path[0].startswith("["):
            meant = _meant(holder, held.node, way, given)
            if meant and meant != holder.path[0]:
                found.append(fact)
    return frozenset(found)


def _meant(holder: Fact, member: int, way: Way, given: Given) -> str:
    """The member of an object that stands at a node, by the constant that its key is on a way; "" where it is not."""
    graph = holder.context.graph
    key = graph.keys.get(member)
    loads = any(edge.to == member and edge.op is Op.LOAD and edge.key == ELEMENT for edge in graph.out[holder.node])
    source = graph.source[key] if loads and key is not None else None
    literal = given.of(source, holder.context, way.calls) if source is not None else None  # type: ignore[arg-type]
    return step_of(str(literal.value)) if isinstance(literal, lowered.Literal) and not literal.kind else ""
