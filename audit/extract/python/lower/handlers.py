"""What `except` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from audit.extract.facts.code import CATCHES, Binary, Declare, If, Logical, Name, Throw
from audit.extract.python.lower.expressions import expression
from audit.extract.python.lower.patterns import pattern
from audit.extract.python.values import dotted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audit.extract.facts.code import Expr, Pattern, Stmt
    from audit.extract.python.tree import Tree

    Clause = cst.ExceptHandler | cst.ExceptStarHandler
    Stmts = tuple[Stmt, ...]
    Block = Callable[[Tree, cst.BaseSuite], Stmts]

CAUGHT = "<caught>"
"""The name of an exception before a clause takes it."""
_SUPPRESS = "suppress"
_ALL = ("Exception", "BaseException")


def handlers(tree: Tree, node: cst.Try | cst.TryStar, block: Block) -> tuple[Pattern | None, Stmts | None]:
    """A clause takes exceptions of its classes, which it names anew; what none of them takes is thrown on."""
    clauses: Sequence[Clause] = node.handlers
    if not clauses:
        return None, None
    if _takes_all(clauses[0]):
        name = clauses[0].name
        return (pattern(tree, name.name) if name is not None else None), block(tree, clauses[0].body)
    other: Stmts = (Throw(tree.start(clauses[-1]), None),)
    for one in reversed(clauses):
        other = _clause(tree, one, other, block)
    return Name(tree.start(clauses[0]), CAUGHT), other


def suppressed(tree: Tree, node: cst.With) -> tuple[Pattern | None, Stmts] | None:
    """What `with suppress(KeyError):` does with exceptions, as the clauses of a `try` do; None for any other."""
    kinds = [one.value for item in node.items for one in _suppresses(item.item)]
    if not kinds:
        return None
    at = tree.start(node)
    if any(isinstance(one, cst.Name) and one.value in _ALL for one in kinds):
        return None, ()
    test = _is_one(tree, cst.Tuple([cst.Element(one) for one in kinds]), at)
    return Name(at, CAUGHT), (If(at, test, (), (Throw(at, None),)),)


def _suppresses(item: cst.BaseExpression) -> Sequence[cst.Arg]:
    """The classes that `suppress(KeyError)` or `contextlib.suppress(KeyError)` is given; nothing for another call."""
    named = isinstance(item, cst.Call) and dotted(item.func).rpartition(".")[2] == _SUPPRESS
    return item.args if named and isinstance(item, cst.Call) else ()


def _takes_all(clause: Clause) -> bool:
    return clause.type is None or (isinstance(clause.type, cst.Name) and clause.type.value in _ALL)


def _clause(tree: Tree, clause: Clause, other: Stmts, block: Block) -> Stmts:
    at = tree.start(clause)
    given: Stmts = ()
    if clause.name is not None:
        given = (Declare(at, "caught", pattern(tree, clause.name.name), Name(at, CAUGHT)),)
    body = (*given, *block(tree, clause.body))
    if clause.type is None or _takes_all(clause):
        return body
    return (If(at, _is_one(tree, clause.type, at), body, other),)


def _is_one(tree: Tree, kinds: cst.BaseExpression, at: int) -> Expr:
    """Is the exception of one of some classes?"""
    several = [one.value for one in kinds.elements] if isinstance(kinds, cst.Tuple) else [kinds]
    test: Expr | None = None
    for kind in several:
        asked = Binary(at, CATCHES, Name(at, CAUGHT), expression(tree, kind))
        test = asked if test is None else Logical(at, "||", test, asked)
    return test if test is not None else expression(tree, kinds)
