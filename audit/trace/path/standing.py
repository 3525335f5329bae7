"""What the tests before a piece of code say of an expression in it: `if (a.name) find(a.name)` gives a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.graph import Graph
    from audit.flow.structure import Tests

_WANTED = {"true": True, "false": False}


def truth_by(tests: Tests, it: lowered.Expr, graph: Graph) -> bool | None:
    """Is an expression true behind these tests? None where none of them asks for the very same value."""
    asked = ((one.expression, _WANTED[one.wanted]) for one in tests if one.wanted in _WANTED)
    said = (told for expression, truth in asked for told in _said(expression, truth=truth))
    return next((truth for expression, truth in said if _is_same(expression, it, graph)), None)


def _said(it: lowered.Expr, *, truth: bool) -> Iterator[tuple[lowered.Expr, bool]]:
    """The expressions that a test settles, with what they are."""
    if isinstance(it, lowered.Unary) and it.op in ("!", "not"):
        yield from _said(it.value, truth=not truth)
    elif isinstance(it, lowered.Logical) and it.op == ("&&" if truth else "||"):
        yield from _said(it.left, truth=truth)
        yield from _said(it.right, truth=truth)
    else:
        yield it, truth


def _is_same(one: lowered.Expr, other: lowered.Expr, graph: Graph) -> bool:
    """Are two expressions the same value: a name that is not assigned to between, or a member nobody writes?"""
    if isinstance(one, lowered.Member) and isinstance(other, lowered.Member):
        written = any(key == one.key for _, key in graph.written)
        return one.key == other.key and not written and _is_same(one.object, other.object, graph)
    if not (isinstance(one, lowered.Name) and isinstance(other, lowered.Name) and one.name == other.name):
        return False
    nodes = [graph.named.get(name.at, -1) for name in (one, other)]
    if -1 in nodes:
        return False
    place = graph.place_of.get(nodes[0])
    if place is not None:
        return place == graph.place_of.get(nodes[1]) and len(graph.kept.get(place, ())) == 1
    return bool(graph.back[nodes[0]]) and graph.back[nodes[0]] == graph.back[nodes[1]]
