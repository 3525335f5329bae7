"""What an element of a list is where the list was made of one of the flagged row, and of others
(`rows.map((row) => (row.flag ? null : row))`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.given import given_to
from audit.flow.backward.heap import aliases
from audit.flow.graph import Op
from audit.judge.deciding.kinds import TRUTHY

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.flow.frames import Env
    from audit.flow.graph import CallSite, Graph
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.deciding.kinds import Kinds

_DEEP = 6
_MAKES = "map"
_SAME = ("filter", "sort", "toSorted", "reverse", "slice")
"""Methods whose elements are those of what they are called on."""
_GIVES = (*_SAME, _MAKES, "find", "findLast", "forEach", "some", "every", "flatMap")
"""Methods that give each element to a function."""
_ADDS = ("push", "unshift", "splice", "fill")
_HARMLESS = frozenset((Op.COPY, Op.RETURN, Op.DECIDE))
"""What may become of a list under a name, and leaves it empty."""


class Elements:
    """Answers as the decisions stand."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._code = decisions, decisions.engine.code

    def of(self, spot: Spot, env: Env, graph: Graph) -> Kinds | None:
        """What the variable of a loop, or the parameter of a function that is given each element, is for the flagged
        row; None for anything else.
        """
        if spot.node in graph.of_parameter:
            number, position = graph.of_parameter[spot.node]
            calls = [graph.calls[call] for call, _, path in given_to(graph, graph.functions[number].node) if not path]
            if len(calls) != 1 or position or calls[0].method not in _GIVES or calls[0].receiver < 0:
                return None
            return self._in(replace(spot, node=calls[0].receiver), env, _DEEP)
        back = graph.back[spot.node]
        if len(back) != 1 or back[0][1] is not Op.LOAD or back[0][2] != "[*]":
            return None
        return self._in(replace(spot, node=back[0][0]), env, _DEEP)

    def are_left_out(self, spot: Spot, env: Env, site: CallSite) -> bool:
        """Does `rows.filter(Boolean)` leave out what was put in the place of the flagged row?"""
        graph = self._code.graph(spot.file, spot.unit)
        given = graph.source[site.arguments[0]]
        if not isinstance(given, lowered.Name) or given.name != "Boolean" or site.receiver < 0:
            return False
        kinds = self._in(replace(spot, node=site.receiver), env, _DEEP)
        return kinds is not None and not kinds & TRUTHY

    def _in(self, listed: Spot, env: Env, deep: int) -> Kinds | None:
        """What stands in a list for the flagged row; None where it is not known what the list was made of."""
        graph = self._code.graph(listed.file, listed.unit)
        if not deep:
            return None
        if listed.node not in graph.results:
            near = self._decisions.near(listed, env, graph)
            return self._in(*near[0], deep - 1) if len(near) == 1 else None
        site = graph.calls[graph.results[listed.node]]
        if site.receiver < 0 or site.new or _is_added_to(listed.node, graph):
            return None
        if site.method == _MAKES and site.arguments:
            return self._decisions.said(replace(listed, node=site.arguments[0]), env)
        return self._in(replace(listed, node=site.receiver), env, deep - 1) if site.method in _SAME else None


def _is_added_to(node: int, graph: Graph) -> bool:
    """Is anything else put into a list, once it is made?"""
    held = aliases(graph, {node})
    calls = (graph.calls[edge.to] for one in held for edge in graph.out[one] if edge.op is Op.RECEIVER)
    return _is_set(held, graph) or any(one.method in _ADDS for one in calls)


def _is_set(held: set[int], graph: Graph) -> bool:
    """Is an element of a list assigned to?"""
    return any(one in held and key.startswith("[") for one, key in graph.written)


def is_named(node: int, graph: Graph) -> bool:
    """Does a list get a name by which something may be put into it later? One that is only returned or tested does not
    (`const none = []; return none`).
    """
    held = aliases(graph, {node})
    used = {edge.op for one in held - {node} for edge in graph.out[one]}
    kept = any(edge.op is Op.KEEP for edge in graph.out[node])
    return kept or not used <= _HARMLESS or _is_set(held, graph)
