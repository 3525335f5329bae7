"""Statements."""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst

from audit.extract.facts.code import (
    Assign,
    Await,
    Block,
    Call,
    Declare,
    Do,
    Expr,
    If,
    ImportCall,
    Jump,
    Literal,
    Loop,
    Member,
    Name,
    Return,
    Sequence,
    Stmt,
    Throw,
    Try,
    Unary,
)  # fmt: skip
from audit.extract.python.imports import imported
from audit.extract.python.lower.expressions import expression
from audit.extract.python.lower.functions import declared
from audit.extract.python.lower.handlers import handlers, suppressed
from audit.extract.python.lower.matches import match
from audit.extract.python.lower.patterns import pattern
from audit.extract.python.scopes import is_overload
from audit.extract.python.tree import Tree
from audit.extract.python.values import string_value

Stmts = tuple[Stmt, ...]


def statement(tree: Tree, node: cst.CSTNode) -> Stmts:
    """One statement of the source as zero or more statements; `pass` and bare strings are none."""
    if isinstance(node, cst.SimpleStatementLine):
        return tuple(made for small in node.body for made in statement(tree, small))
    rule = _RULES.get(type(node))
    return rule(tree, node) if rule is not None else ()


def block(tree: Tree, body: cst.BaseSuite) -> Stmts:
    """The statements of an indented block, or those behind the colon."""
    return tuple(made for line in body.body for made in statement(tree, line))


def _do(tree: Tree, node: cst.Expr) -> Stmts:
    if string_value(node.value) is not None:
        return ()
    return (Do(tree.start(node), expression(tree, node.value)),)


def _assign(tree: Tree, node: cst.Assign) -> Stmts:
    """`a = b = value` is the assignment of an assignment; `rows[:] = value` puts others into the same list."""
    whole = _whole(node.targets[0].target) if len(node.targets) == 1 else None
    if whole is not None:
        at, end = tree.start(node), tree.end(whole)
        given = Name(at, f"<of a slice {at}>")  # it is made before the list is emptied
        filled = Call(at, Member(end - 2, expression(tree, whole.value), "extend"), (given,), end)
        return (Declare(at, "var", given, expression(tree, node.value)), _emptied(tree, whole), Do(at, filled))
    made = expression(tree, node.value)
    for target in reversed(node.targets):
        made = Assign(tree.start(target), pattern(tree, target.target), made)
    return (Do(tree.start(node), made),)


def _annotated(tree: Tree, node: cst.AnnAssign) -> Stmts:
    """A name with a type is declared; a member is assigned to."""
    at, target = tree.start(node), pattern(tree, node.target)
    value = expression(tree, node.value) if node.value is not None else None
    kind = tree.text(node.annotation.annotation)
    if isinstance(target, Name):
        return (Declare(at, "var", target, value, kind),)
    return (Do(at, Assign(at, target, value, type=kind)),) if value is not None else ()


def _alias(tree: Tree, node: cst.TypeAlias) -> Stmts:
    """`type X = …` declares a name; its value is evaluated when somebody asks for it."""
    at = tree.start(node)
    return (Declare(at, "type", Name(tree.start(node.name), node.name.value), expression(tree, node.value)),)


def _augmented(tree: Tree, node: cst.AugAssign) -> Stmts:
    at, sign = tree.start(node), tree.text(node.operator).strip()
    return (Do(at, Assign(at, pattern(tree, node.target), expression(tree, node.value), sign)),)


def _delete(tree: Tree, node: cst.Del) -> Stmts:
    at, whole = tree.start(node), _whole(node.target)
    if whole is not None:
        return (_emptied(tree, whole),)
    return (Do(at, Unary(at, "delete", expression(tree, node.target))),)


def _whole(node: cst.CSTNode) -> cst.Subscript | None:
    """`rows[:]`"""
    one = node.slice[0].slice if isinstance(node, cst.Subscript) and len(node.slice) == 1 else None
    whole = isinstance(one, cst.Slice) and one.lower is None and one.upper is None and one.step is None
    return node if whole and isinstance(node, cst.Subscript) else None


def _emptied(tree: Tree, node: cst.Subscript) -> Stmt:
    """`rows.clear()`; no name stands where the bracket does."""
    at, end = tree.start(node), tree.end(node)
    return Do(at, Call(at, Member(end - 1, expression(tree, node.value), "clear"), (), end))


def _return(tree: Tree, node: cst.Return) -> Stmts:
    return (Return(tree.start(node), expression(tree, node.value) if node.value is not None else None),)


def _raise(tree: Tree, node: cst.Raise) -> Stmts:
    return (Throw(tree.start(node), expression(tree, node.exc) if node.exc is not None else None),)


def _assert(tree: Tree, node: cst.Assert) -> Stmts:
    at = tree.start(node)
    message = expression(tree, node.msg) if node.msg is not None else None
    return (If(at, Unary(at, "!", expression(tree, node.test)), (Throw(at, message),), ()),)


def _import(tree: Tree, node: cst.Import | cst.ImportFrom) -> Stmts:
    """Each local name is declared, with a module or a member of one."""
    made: list[Stmt] = []
    for one in imported(tree, node):
        module = ImportCall(one.at, Literal(one.at, one.module))
        if one.local:
            value: Expr = module if one.name == "*" else Member(one.at, module, one.name)
            made.append(Declare(one.at, "import", Name(one.at, one.local), value))
    return tuple(made)


def _outer(tree: Tree, node: cst.Global | cst.Nonlocal) -> Stmts:
    kind = "global" if isinstance(node, cst.Global) else "nonlocal"
    names = (Name(tree.start(one.name), one.name.value) for one in node.names)
    return tuple(Declare(name.at, kind, name, None) for name in names)


def _jump(kind: str) -> Callable[[Tree, cst.CSTNode], Stmts]:
    return lambda tree, node: (Jump(tree.start(node), kind),)


def _if(tree: Tree, node: cst.If) -> Stmts:
    """A chain of `elif` nests; it is built from its end, so that its length does not matter here."""
    chain = [node]
    while isinstance(chain[-1].orelse, cst.If):
        chain.append(chain[-1].orelse)
    last = chain[-1].orelse
    other: Stmts = block(tree, last.body) if isinstance(last, cst.Else) else ()
    for one in reversed(chain):
        other = (If(tree.start(one), expression(tree, one.test), block(tree, one.body), other),)
    return other


def _for(tree: Tree, node: cst.For) -> Stmts:
    target, over = pattern(tree, node.target), expression(tree, node.iter)
    body = block(tree, node.body)
    return (Loop(tree.start(node), "of", target, over, body), *_after(tree, node.orelse, body))


def _while(tree: Tree, node: cst.While) -> Stmts:
    body = block(tree, node.body)
    loop = Loop(tree.start(node), "while", None, expression(tree, node.test), body)
    return (loop, *_after(tree, node.orelse, body))


def _after(tree: Tree, node: cst.Else | None, body: Stmts) -> Stmts:
    """What follows a loop that was not broken off: of one that may be, nobody knows whether it runs."""
    if node is None:
        return ()
    at, behind = tree.start(node), block(tree, node.body)
    return (If(at, Sequence(at, (), known=False), behind, ()),) if _breaks(body) else (Block(at, behind),)


def _breaks(body: Stmts) -> bool:
    """Is there a `break` in the body of a loop, and not in that of another one in it?"""
    return any(
        (isinstance(one, Jump) and one.kind == "break")
        or (isinstance(one, If) and _breaks((*one.then, *one.other)))
        or (isinstance(one, Try) and _breaks((*one.body, *(one.handler or ()), *one.final)))
        or (isinstance(one, Block) and _breaks(one.body))
        for one in body
    )


def _try(tree: Tree, node: cst.Try | cst.TryStar) -> Stmts:
    body = block(tree, node.body)
    if node.orelse is not None:
        body += block(tree, node.orelse.body)
    final = block(tree, node.finalbody.body) if node.finalbody is not None else ()
    caught, handler = handlers(tree, node, block)
    return (Try(tree.start(node), body, caught, handler, final),)


def _with(tree: Tree, node: cst.With) -> Stmts:
    """Each item is given to its name, then the body runs; `suppress` goes on where it fails."""
    before = tuple(_item(tree, one, is_async=node.asynchronous is not None) for one in node.items)
    body, left_out = block(tree, node.body), suppressed(tree, node)
    if left_out is not None:
        body = (Try(tree.start(node), body, *left_out, ()),)
    return (Block(tree.start(node), (*before, *body), len(before)),)


def _item(tree: Tree, node: cst.WithItem, *, is_async: bool) -> Stmt:
    at, value = tree.start(node.item), expression(tree, node.item)
    if is_async:
        value = Await(at, value)
    if node.asname is None:
        return Do(at, value)
    return Do(at, Assign(at, pattern(tree, node.asname.name), value))


def _declared(tree: Tree, node: cst.FunctionDef | cst.ClassDef) -> Stmts:
    return () if is_overload(node) else (declared(tree, node),)


def _match(tree: Tree, node: cst.Match) -> Stmts:
    return match(tree, node, block)


_RULES: dict[type[cst.CSTNode], Callable[..., Stmts]] = {
    cst.Expr: _do,
    cst.Assign: _assign,
    cst.AnnAssign: _annotated,
    cst.AugAssign: _augmented,
    cst.TypeAlias: _alias,
    cst.Del: _delete,
    cst.Return: _return,
    cst.Raise: _raise,
    cst.Assert: _assert,
    cst.Import: _import,
    cst.ImportFrom: _import,
    cst.Global: _outer,
    cst.Nonlocal: _outer,
    cst.Break: _jump("break"),
    cst.Continue: _jump("continue"),
    cst.If: _if,
    cst.For: _for,
    cst.While: _while,
    cst.Try: _try,
    cst.TryStar: _try,
    cst.With: _with,
    cst.FunctionDef: _declared,
    cst.ClassDef: _declared,
    cst.Match: _match,
}
