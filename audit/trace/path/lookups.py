"""What a way asks a map or a cache for: a value that was put there under another key does not come out.

The engine keeps the values of one map together. Where both keys are constants on the way, or texts that begin or end
with different constants (`item:${id}`), told here is what it asks in vain.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.by_key import origin_in
from audit.flow.backward.values import Text
from audit.flow.code import Spot
from audit.flow.contexts import DEEPEST, VALUE
from audit.flow.graph import Op

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.contexts import Context, Fact
    from audit.flow.graph import Graph
    from audit.flow.solver import Solver
    from audit.trace.path.ways import Calls, Way

    Given = Callable[[lowered.Expr, Context, Calls], lowered.Literal | lowered.Object | None]


HOLE = "\0"
"""What is not known of a text."""


def asked_in_vain(solver: Solver, way: Way, given: Given) -> frozenset[Fact]:
    """The facts on a way at which a map is asked for another key than the value was put under. `given` is the literal
    that an expression is by the calls of the way.
    """
    found: list[Fact] = []
    keys: dict[int, frozenset[str]] = {}  # by how many steps of the path are left from there on
    for before, fact in pairwise(way.facts):
        if VALUE not in before.path and VALUE not in fact.path:
            keys.clear()
            continue
        known = keys.get(len(before.path)) if before.path[:1] == (VALUE,) else None
        asked = _looked_up(solver, way, before, fact, given) if known else None
        if known and asked and not any(_may_be_same(*two) for two in product(known, asked)):
            found.append(fact)
        keys = {left: key for left, key in keys.items() if left <= len(fact.path) and fact.path[-left] == VALUE}
        if fact.path == (VALUE, *before.path) and len(fact.path) < DEEPEST:
            keys[len(fact.path)] = _put_under(solver, way, before, fact, given)
    return frozenset(found)


def _put_under(solver: Solver, way: Way, value: Fact, holder: Fact, given: Given) -> frozenset[str]:
    graph = value.context.graph
    calls = [
        number
        for number, site in enumerate(graph.calls)
        if site.receiver == holder.node and value.node in site.arguments
    ]
    return _key(solver, way, value.context, calls, given) if holder.context is value.context else frozenset()


def _looked_up(solver: Solver, way: Way, holder: Fact, value: Fact, given: Given) -> frozenset[str]:
    graph: Graph = holder.context.graph
    call = graph.results.get(value.node)
    asks = call is not None and holder.context is value.context and graph.calls[call].receiver == holder.node
    return _key(solver, way, holder.context, [call] if call is not None and asks else [], given)


def _key(solver: Solver, way: Way, context: Context, calls: list[int], given: Given) -> frozenset[str]:
    """The texts that the key of a call may be, `HOLE` for a part that is not known; none where it may be anything."""
    if len(calls) != 1:
        return frozenset()
    file, unit = context.function.file, context.function.unit
    number = solver.library.kept_under(file, unit, calls[0])
    if number < 0 or any(context.graph.calls[calls[0]].spread):
        return frozenset()
    node = context.graph.calls[calls[0]].arguments[number]
    source = context.graph.source[node]
    literal = given(source, context, way.calls) if source is not None else None  # type: ignore[arg-type]
    if isinstance(literal, lowered.Literal) and not literal.kind:
        return frozenset((str(literal.value),))
    values = solver.origins.of(Spot(file, unit, node))
    texts = [one.text for one in values if isinstance(one, Text)]
    if texts:
        return frozenset(texts) if len(texts) == len(values) else frozenset()
    return _put_together(solver, Spot(file, unit, origin_in(context.graph, node)))


def _put_together(solver: Solver, spot: Spot) -> frozenset[str]:
    """The text of a template, with its constant parts."""
    graph = solver.code.graph(spot.file, spot.unit)
    source = graph.source[spot.node]
    if not isinstance(source, lowered.Template) or source.tag is not None:
        return frozenset()
    text = source.parts[0]
    held = [node for node, op, _ in graph.back[spot.node] if op is Op.BUILD]
    for node, part in zip(held, source.parts[1:], strict=False):
        values = solver.origins.of(Spot(spot.file, spot.unit, node))
        known = len(values) == 1 and isinstance(values[0], Text)
        text += (values[0].text if known and isinstance(values[0], Text) else HOLE) + part
    return frozenset((text,)) if text.strip(HOLE) else frozenset()


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
