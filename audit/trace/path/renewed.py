"""Names that are given again what they held: `row = await update(row.id, title)` under a condition changes no `row.id`,
as far as it goes by what the call says.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.contexts import IMPLICIT
from audit.flow.graph import Op
from audit.flow.pieces import everything

if TYPE_CHECKING:
    from audit.flow.graph import Graph
    from audit.trace.path.ways import Way


def is_renewed(way: Way) -> bool:
    """Does a way go on with a member of a name, of which a condition decides whether the name is given what a call gave
    that was asked for by this very member? That it is another one then is no more than a guess.
    """
    name, asked = "", frozenset[str]()
    for before, fact in pairwise(way.facts):
        graph = fact.context.graph
        if fact.label >= IMPLICIT and before.context is fact.context and _decides(graph, before.node, fact.node):
            name, asked = _given_again(graph, fact.node)
        source = graph.source[fact.node]
        if asked and isinstance(source, code.Member) and source.key in asked and _is_name(source.object, name):
            return True
    return False


def _decides(graph: Graph, node: int, to: int) -> bool:
    return any(edge.op is Op.DECIDE and edge.to == to for edge in graph.out[node])


def _given_again(graph: Graph, node: int) -> tuple[str, frozenset[str]]:
    """The name that is given a value at a node, and the members of it that the call which gives that is asked by."""
    target = graph.source[node]
    if not isinstance(target, code.Name):
        return "", frozenset()
    given = [graph.source[before] for before, op, _ in graph.back[node] if op is Op.COPY]
    calls = [one for value in given if value is not None for one in everything(value) if isinstance(one, code.Call)]
    arguments = [one for call in calls[:1] for one in call.args] if len(given) == 1 else []
    members = (one for one in arguments if isinstance(one, code.Member) and _is_name(one.object, target.name))
    return target.name, frozenset(one.key for one in members)


def _is_name(it: code.Expr, name: str) -> bool:
    return isinstance(it, code.Name) and it.name == name
