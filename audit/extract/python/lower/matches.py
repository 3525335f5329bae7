"""`match`: a switch in which each case first takes its subject apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import libcst as cst

from audit.extract.facts.code import (
    ArrayPattern,
    Assign,
    Case,
    Do,
    Expr,
    If,
    Jump,
    Literal,
    Name,
    ObjectPattern,
    Pattern,
    Stmt,
    Switch,
)  # fmt: skip
from audit.extract.python.lower.expressions import expression
from audit.extract.python.tree import Tree
from audit.extract.python.values import constant_key

SUBJECT = "<subject>"
"""The name under which the cases see the subject."""


def match(tree: Tree, node: cst.Match, block: Callable[[Tree, cst.BaseSuite], tuple[Stmt, ...]]) -> tuple[Stmt, ...]:
    """The subject is given a name, so that it is evaluated once; no case falls through."""
    at = tree.start(node)
    subject = Name(at, SUBJECT)
    cases = tuple(_case(tree, one, block(tree, one.body)) for one in node.cases)
    return Do(at, Assign(at, subject, expression(tree, node.subject))), Switch(at, subject, cases)


def _case(tree: Tree, node: cst.MatchCase, body: tuple[Stmt, ...]) -> Case:
    at = tree.start(node.pattern)
    taken: tuple[Stmt, ...] = ()
    target = _target(tree, node.pattern)
    if target is not None:
        taken = (Do(at, Assign(at, target, Name(at, SUBJECT))),)
    if node.guard is not None:
        body = (If(at, expression(tree, node.guard), body, ()),)
    return Case(at, _test(tree, node.pattern), (*taken, *body, Jump(at, "break")))


def _test(tree: Tree, node: cst.MatchPattern) -> Expr | None:
    """The value or class that a pattern compares with; None for one that always fits."""
    if isinstance(node, cst.MatchValue):
        return expression(tree, node.value)
    if isinstance(node, cst.MatchSingleton):
        return expression(tree, node.value)
    if isinstance(node, cst.MatchClass):
        return expression(tree, node.cls)
    if isinstance(node, cst.MatchAs):
        return _test(tree, node.pattern) if node.pattern is not None else None
    return Literal(tree.start(node), None, "pattern")


def _target(tree: Tree, node: cst.CSTNode) -> Pattern | None:
    """What a pattern gives to names; None when it names nothing."""
    if isinstance(node, (cst.MatchAs, cst.MatchStar)):
        return _capture(tree, node)
    if isinstance(node, cst.MatchSequence):
        return _sequence(tree, node)
    if isinstance(node, cst.MatchMapping):
        pairs = [(constant_key(one.key), one.pattern) for one in node.elements]
        rest = Name(tree.start(node.rest), node.rest.value) if node.rest is not None else None
        return _object(tree, node, pairs, rest)
    if isinstance(node, cst.MatchClass):
        by_name = [(one.key.value, one.pattern) for one in node.kwds]
        by_place = [(f"[{i}]", one.value) for i, one in enumerate(node.patterns)]
        return _object(tree, node, [*by_place, *by_name], None)
    if isinstance(node, cst.MatchOr):
        return next((made for one in node.patterns if (made := _target(tree, one.pattern)) is not None), None)
    return None


def _capture(tree: Tree, node: cst.MatchAs | cst.MatchStar) -> Pattern | None:
    """`x`, `*x`; of `pattern as x` only the whole."""
    if node.name is not None:
        return Name(tree.start(node.name), node.name.value)
    inner = node.pattern if isinstance(node, cst.MatchAs) else None
    return _target(tree, inner) if inner is not None else None


def _sequence(tree: Tree, node: cst.MatchSequence) -> Pattern | None:
    items: list[Pattern | None] = []
    rest: Pattern | None = None
    first = len(node.patterns)
    for one in node.patterns:
        if isinstance(one, cst.MatchStar):
            rest, first = _capture(tree, one), len(items)
        else:
            items.append(_target(tree, one.value))
    if rest is None and not any(items):
        return None
    return ArrayPattern(tree.start(node), tuple(items), rest, max(0, len(items) - first))


def _object(
    tree: Tree, node: cst.CSTNode, pairs: list[tuple[str, cst.MatchPattern]], rest: Pattern | None
) -> Pattern | None:
    entries = tuple(_entries(tree, pairs))
    return ObjectPattern(tree.start(node), entries, rest) if entries or rest is not None else None


def _entries(tree: Tree, pairs: list[tuple[str, cst.MatchPattern]]) -> Iterator[tuple[str, Pattern]]:
    for key, one in pairs:
        target = _target(tree, one)
        if target is not None:
            yield key, target
