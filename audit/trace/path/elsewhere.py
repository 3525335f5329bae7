"""Places of a way at which the value is hardly, where it may have come by another way as well.

The engine does not follow in which order code puts things into an object, nor that a list has something; it knows that
both lines may have to do with the object. Of two ways the one is taken that has no such place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.pieces import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.contexts import Fact
    from audit.flow.structure import Structure, Structures
    from audit.trace.path.ways import Way


def elsewhere(way: Way, structures: Structures) -> Iterator[Fact]:
    """What is left for all other cases, lists that have nothing, and what leaves a function before the value is put
    there, by code further down.
    """
    context, farthest = None, -1
    for fact in way.facts:
        graph, structure = fact.context.graph, structures.around(fact.context.function)
        if fact.context is not context:
            context, farthest = fact.context, -1
        at, source = graph.at[fact.node], graph.source[fact.node]
        if id(source) in structure.otherwise or (
            at < farthest and isinstance(source, lowered.Name) and _leaves(structure, source, farthest)
        ):
            yield fact
        farthest = max(farthest, at)


def _leaves(structure: Structure, it: lowered.Name, behind: int) -> bool:
    """Is a name in what is returned before the code at an offset runs? That may stand in an earlier round of a loop."""
    if any(start <= it.at and behind <= end for start, end in structure.loops):
        return False
    before = [one for one, _ in structure.returns if one.at <= it.at]
    last = max(before, key=lambda one: one.at, default=None)
    return last is not None and any(one is it for one in inside(last.value))
