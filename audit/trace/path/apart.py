"""Where a way goes from one call of a function to another by a name that each of them has for itself: what one made
(`const store = makeStore()`) keeps there, another one does not find.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from audit.flow.code import FunctionId, Spot
from audit.flow.surrounding import seen_from

if TYPE_CHECKING:
    from audit.flow.contexts import Context, Fact
    from audit.flow.frames import Call
    from audit.flow.solver import Caller, Solver
    from audit.trace.path.ways import Calls, Way


def other_made(solver: Solver, way: Way) -> frozenset[Fact]:
    """The facts of a way that are read of a name of a function in what another call of that made."""
    found = set()
    for before, fact in pairwise(way.facts):
        owner = _owner(fact)
        if owner is None or before.context is fact.context:
            continue
        put, read = (_maker(solver, one.context, way.calls, owner) for one in (before, fact))
        if put is not None and read is not None and put != read:
            found.add(fact)
    return frozenset(found)


def _owner(fact: Fact) -> FunctionId | None:
    """The function around whose name is read where a fact stands."""
    function, place = fact.context.function, fact.context.graph.place_of.get(fact.node)
    if place is None or place.kind != "name" or place.owner <= 0 or place.owner == function.number:
        return None
    return FunctionId(function.file, function.unit, place.owner)


def _maker(solver: Solver, context: Context, calls: Calls, owner: FunctionId) -> Call | None:
    """The call of a function that made what the way calls in a context."""
    caller = _caller(context, calls)
    if caller is None or caller.argument >= 0:
        return None
    around = caller.context.function
    return solver.makers.of(Spot(around.file, around.unit, caller.context.graph.calls[caller.call].callee), owner)


def _caller(context: Context, calls: Calls) -> Caller | None:
    """The call by which the way comes into, or leaves, a function or one around it."""
    return next((calls[here] for here in seen_from(context) if here in calls), None)
