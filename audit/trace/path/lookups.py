"""What a way asks a map or a cache for: a value that was put there under another key does not come out.

The engine keeps the values of one map together. Where both keys are constants on the way, or texts that begin or end
with different constants (`item:${id}`), told here is what it asks in vain.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.contexts import DEEPEST, VALUE, Reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.contexts import Context, Fact
    from audit.flow.graph import Graph
    from audit.flow.solver import Solver
    from audit.flow.text.ways import Way as Made
    from audit.trace.path.given import Given
    from audit.trace.path.ways import Way

HOLE = "\0"
"""What is not known of a text."""


class Asking(NamedTuple):
    """What is asked about keys: what expressions are by the calls of a way, and how the text at a place is made."""

    given: Given
    texts: Callable[[Spot], tuple[Made, ...]]


def asked_in_vain(solver: Solver, way: Way, asking: Asking) -> frozenset[Fact]:
    """The facts on a way at which a map is asked for another key than the value was put under."""
    found: list[Fact] = []
    keys: dict[int, frozenset[str]] = {}  # by how many steps of the path are left from there on
    for before, fact in pairwise(way.facts):
        if VALUE not in before.path and VALUE not in fact.path:
            keys.clear()
            continue
        known = keys.get(len(before.path)) if before.path[:1] == (VALUE,) else None
        asked = _looked_up(solver, way, before, fact, asking) if known else None
        if known and asked and not any(_may_be_same(*two) for two in product(known, asked)):
            found.append(fact)
        keys = {left: key for left, key in keys.items() if left <= len(fact.path) and fact.path[-left] == VALUE}
        if fact.path == (VALUE, *before.path) and len(fact.path) < DEEPEST:
            keys[len(fact.path)] = _put_under(solver, way, before, fact, asking)
    return frozenset(found)


def _put_under(solver: Solver, way: Way, value: Fact, holder: Fact, asking: Asking) -> frozenset[str]:
    """The key under which a value is put: by a call that is given it, or a function that gives it (`cache.wrap`)."""
    graph = holder.context.graph
    if value.context is holder.context:
        calls = [number for number, site in enumerate(graph.calls) if value.node in site.arguments]
    else:
        left = holder.reason.left if isinstance(holder.reason, Reason) else ()
        calls = [caller.call for _, caller in left if caller.context is holder.context and caller.argument >= 0]
    calls = [number for number in calls if graph.calls[number].receiver == holder.node]
    return _key(solver, way, holder.context, calls, asking)


def _looked_up(solver: Solver, way: Way, holder: Fact, value: Fact, asking: Asking) -> frozenset[str]:
    graph: Graph = holder.context.graph
    call = graph.results.get(value.node)
    asks = call is not None and holder.context is value.context and graph.calls[call].receiver == holder.node
    return _key(solver, way, holder.context, [call] if call is not None and asks else [], asking)


def _key(solver: Solver, way: Way, context: Context, calls: list[int], asking: Asking) -> frozenset[str]:
    """The texts that the key of a call may be, `HOLE` for a part that is not known; none where it may be anything."""
    if len(calls) != 1:
        return frozenset()
    file, unit = context.function.file, context.function.unit
    number = solver.library.kept_under(file, unit, calls[0])
    if number < 0 or any(context.graph.calls[calls[0]].spread[: number + 1]):
        return frozenset()
    node, there = asking.given.place(context.graph.calls[calls[0]].arguments[number], context, way.calls)
    source = there.graph.source[node]
    literal = asking.given.of(source, there, way.calls) if source is not None else None  # type: ignore[arg-type]
    if isinstance(literal, lowered.Literal) and not literal.kind:
        return frozenset((str(literal.value),))
    ways = asking.texts(Spot(there.function.file, there.function.unit, node))
    texts = frozenset("".join(one if isinstance(one, str) else HOLE for one in way) for way in ways)
    return texts if all(one.strip(HOLE) for one in texts) else frozenset()


def _may_be_same(one: str, other: str) -> bool:
    """May two texts be the same, by what they begin and end with?"""
    if HOLE not in one and HOLE not in other:
        return one == other
    first, last = one.partition(HOLE)[0], one.rpartition(HOLE)[2]
    if HOLE not in one:
        first = last = one
    begins, ends = (other, other) if HOLE not in other else (other.partition(HOLE)[0], other.rpartition(HOLE)[2])
    same = first.startswith(begins) or begins.startswith(first)
    return same and (last.endswith(ends) or ends.endswith(last))
