"""What a call gives by what it is told: a function of the tree that chooses (`tableOf('items')`), or a map that is
asked for a key (`TABLES.get(kind)`).

Of a function that asks whether a parameter is a constant only those ways count that the constant of the call fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Func
from audit.flow.graph import Op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import FunctionId, Spot
    from audit.flow.graph import Graph
    from audit.flow.structure import Test, Tests
    from audit.flow.tables.trace import Trace

_SAME = {"===": True, "==": True, "!==": False, "!=": False}
_MOST = 20
"""Names that a constant has in one function, one after another."""
_HOLDS = {"true": True, "false": False, "case": True, "other": False}


def given_back(trace: Trace, spot: Spot) -> Iterator[Spot]:
    """Where what the call at a node gives may stand: nothing where the node is no call, or not of these."""
    site = trace.site(spot)
    if site is None:
        return
    for callee in trace.callees(spot):
        if isinstance(callee, Func):
            yield from _returned(trace, spot, callee.id)
    if site.method == "get" and site.arguments and not site.new:
        yield from _kept(trace, spot)


def _kept(trace: Trace, spot: Spot) -> Iterator[Spot]:
    """What a map that is written out has under the key that a call asks for; all it has where that is not known."""
    receiver, asked = trace.receiver(spot), trace.argument(spot, 0)
    key = _constant(trace, asked) if asked is not None else None
    for one in trace.made(receiver) if receiver is not None else ():
        for name, value in _entries(trace, one):
            if key is None or name is None or name == key:
                yield value


def _entries(trace: Trace, made: Spot) -> Iterator[tuple[object, Spot]]:
    """The keys and values of a map or dictionary that is written out, None for a key that is not known."""
    site = trace.site(made)
    if site is None and isinstance(trace.source(made), lowered.Object):
        yield from ((None if key.startswith("[") else key, value) for key, value in trace.properties(made))
    entries = trace.argument(made, 0) if site is not None and site.new else None
    for pairs in trace.made(entries) if entries is not None else ():
        listed = trace.listed(pairs)
        for one in trace.made(listed) if listed is not None else ():
            yield from _entries(trace, one)
        for _, pair in trace.properties(pairs):
            for one in trace.made(pair):
                parts = dict(trace.properties(one))
                if {"[0]", "[1]"} <= parts.keys():
                    yield _constant(trace, parts["[0]"]), parts["[1]"]


def _constant(trace: Trace, spot: Spot) -> object:
    """The constant that a node is; None where it is none."""
    made = trace.made(spot)
    source = trace.source(made[0]) if len(made) == 1 else None
    return source.value if isinstance(source, lowered.Literal) and not source.kind else None


def _returned(trace: Trace, spot: Spot, function: FunctionId) -> Iterator[Spot]:
    """What a function may return to a call, out to where it is no name or choice of this function any more."""
    graph = trace.code.graph(function.file, function.unit)
    structure = trace.code.structures.around(function)
    names = {id(one): node for node, one in enumerate(graph.source) if isinstance(one, lowered.Name)}
    work = list(graph.returned.get(function.number, ()))
    seen = set(work)
    while work:
        node = work.pop()
        source = graph.source[node]
        tests: Tests = structure.before.get(id(source), ()) if source is not None else ()
        if any(_denies(trace, spot, one, function, names) for one in tests):
            continue
        near = [before for before, op, _ in graph.back[node] if op is Op.COPY]
        work.extend(one for one in near if one not in seen)
        seen.update(near)
        if not near:
            yield replace(spot, file=function.file, unit=function.unit, node=node)


def _denies(trace: Trace, spot: Spot, test: Test, function: FunctionId, names: dict[int, int]) -> bool:
    """Does a test fail by the constants that a call gives? What is not known fails none."""
    it, holds = test.expression, _HOLDS.get(test.wanted)
    if not isinstance(it, lowered.Binary) or it.op not in _SAME or holds is None:
        return False
    graph = trace.code.graph(function.file, function.unit)
    ends = [_said(trace, spot, one, graph, function, names) for one in (it.left, it.right)]
    if None in ends or type(ends[0]) is not type(ends[1]):
        return False
    return (ends[0] == ends[1]) is not (holds is _SAME[it.op])


def _said(
    trace: Trace, spot: Spot, it: lowered.Expr, graph: Graph, function: FunctionId, names: dict[int, int]
) -> object:
    """The constant that a side of a comparison is on a call."""
    if isinstance(it, lowered.Literal):
        return it.value if not it.kind else None
    node = names.get(id(it), -1)
    for _ in range(_MOST):
        back = graph.back[node] if node >= 0 and node not in graph.of_parameter else ()
        if not back:
            break
        node = back[0][0] if len(back) == 1 and back[0][1] is Op.COPY else -1
    number, position = graph.of_parameter.get(node, (-1, -1))
    given = trace.argument(spot, position) if number == function.number else None
    return _constant(trace, given) if given is not None else None
