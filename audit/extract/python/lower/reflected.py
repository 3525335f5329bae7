"""Calls of Python that read and write members by their names: what they say in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from audit.extract.facts.code import Assign, Expr, Index, Logical, Member
from audit.extract.python.values import string_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.extract.python.tree import Tree

    Lower = Callable[[Tree, cst.BaseExpression], Expr]

_GIVEN = {"getattr": (2, 3), "setattr": (3, 3), "vars": (1, 1)}
"""How many arguments each takes."""


def reflected(tree: Tree, node: cst.Call, lower: Lower) -> Expr | None:
    """What `getattr`, `setattr` or `vars` says; None for another call, or one that is given otherwise."""
    name = node.func.value if isinstance(node.func, cst.Name) else ""
    least, most = _GIVEN.get(name, (1, 0))
    if not least <= len(node.args) <= most or any(arg.keyword is not None or arg.star for arg in node.args):
        return None
    held, *rest = (lower(tree, arg.value) for arg in node.args)
    if name == "vars":
        return held
    text, at = string_value(node.args[1].value), tree.start(node)
    part = Member(rest[0].at, held, text) if text is not None else Index(at, held, rest[0])
    if name == "setattr":
        return Assign(at, part, rest[1])
    return Logical(at, "??", part, rest[1]) if rest[1:] else part
