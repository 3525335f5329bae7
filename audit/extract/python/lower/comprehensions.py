"""Comprehensions."""

from __future__ import annotations

import libcst as cst

from audit.extract.facts.code import Array, Comprehension, Expr, Pattern
from audit.extract.python.tree import Tree

_KINDS: dict[type, str] = {cst.ListComp: "list", cst.SetComp: "set", cst.GeneratorExp: "generator"}


def comprehension(tree: Tree, node: cst.ListComp | cst.SetComp | cst.GeneratorExp) -> Expr:
    """A list, set or generator."""
    from audit.extract.python.lower.expressions import expression

    return _made(tree, node, _KINDS[type(node)], expression(tree, node.elt))


def dict_comprehension(tree: Tree, node: cst.DictComp) -> Expr:
    """A dict: the element is an Array of key and value."""
    from audit.extract.python.lower.expressions import expression

    pair = Array(tree.start(node.key), (expression(tree, node.key), expression(tree, node.value)))
    return _made(tree, node, "dict", pair)


def _made(tree: Tree, node: cst.BaseComp, kind: str, element: Expr) -> Comprehension:
    from audit.extract.python.lower.expressions import expression
    from audit.extract.python.lower.patterns import pattern

    loops: list[tuple[Pattern, Expr]] = []
    tests: list[Expr] = []
    clause: cst.CompFor | None = node.for_in
    while clause is not None:
        loops.append((pattern(tree, clause.target), expression(tree, clause.iter)))
        tests.extend(expression(tree, one.test) for one in clause.ifs)
        clause = clause.inner_for_in
    return Comprehension(tree.start(node), kind, element, tuple(loops), tuple(tests))
