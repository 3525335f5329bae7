"""What each kind of expression may stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audit.extract.facts.code import (
    Array,
    Assign,
    Await,
    Binary,
    Call,
    Comprehension,
    Cond,
    Expr,
    Function,
    Index,
    Literal,
    Logical,
    Member,
    Name,
    Object,
    Sequence,
    Spread,
    Template,
    This,
    Unary,
)  # fmt: skip
from audit.server.meaning.model import NONE, PLAIN, UNKNOWN, Cls, Instance, Many, Method, Several, Thing, Vals, union

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.server.meaning.scopes import Scope
    from audit.server.meaning.values import Values


def owner_of(scope: Scope | None) -> Cls | None:
    """The class whose method a scope belongs to."""
    while scope is not None:
        if isinstance(scope.owner, Cls):
            return scope.owner
        scope = scope.parent
    return None


def _literal(_values: Values, node: Literal, _scope: Scope) -> Vals:
    return (NONE,) if node.value is None and not node.kind else (PLAIN,)


def _plain(_values: Values, _node: Expr, _scope: Scope) -> Vals:
    return (PLAIN,)


def _named(values: Values, node: Name, scope: Scope) -> Vals:
    return values.name(node.name, scope)


def _result(values: Values, node: Call, scope: Scope) -> Vals:
    return values.results.of(node, scope)


def _value(values: Values, node: Await | Spread | Assign, scope: Scope) -> Vals:
    return values.of(node.value, scope)


def _read(values: Values, node: Member, scope: Scope) -> Vals:
    return values.members.of(values.of(node.object, scope), node.key, scope)


def _item(values: Values, node: Index, scope: Scope) -> Vals:
    return values.members.element(values.of(node.object, scope))


def _either(values: Values, node: Logical | Binary, scope: Scope) -> Vals:
    if isinstance(node, Binary) and node.op != "+":
        return (PLAIN,)
    return union(values.of(node.left, scope), values.of(node.right, scope))


def _choice(values: Values, node: Cond, scope: Scope) -> Vals:
    return union(values.of(node.then, scope), values.of(node.other, scope))


def _dict(values: Values, node: Object, scope: Scope) -> Vals:
    return (Many(union(*(values.of(one.value, scope) for one in node.properties)) or (UNKNOWN,)),)


def _array(values: Values, node: Array, scope: Scope) -> Vals:
    made = tuple(values.of(one, scope) for one in node.items)
    if any(isinstance(one, Spread) for one in node.items):
        pairs = zip(node.items, made, strict=True)
        flat = (values.members.element(vals) if isinstance(item, Spread) else vals for item, vals in pairs)
        return (Many(union(*flat)),)
    return (Several(made),) if made else (Many((UNKNOWN,)),)  # filled later, with whatever


def _comprehension(values: Values, node: Comprehension, scope: Scope) -> Vals:
    made = values.of(node.element, scope.comprehension(node))
    return (Many(values.members.step(made, 1) if node.kind == "dict" else made),)


def _function(values: Values, node: Function, scope: Scope) -> Vals:
    return (Method(values.tree.func(node, scope)),)


def _super(values: Values, _node: This, scope: Scope) -> Vals:
    owner = owner_of(scope)
    found = tuple(Instance(one) for one in values.classes.order(owner)[1:]) if owner is not None else ()
    return found or (Thing(()),)


def _last(values: Values, node: Sequence, scope: Scope) -> Vals:
    return values.of(node.items[-1], scope) if node.known and node.items else (UNKNOWN,)


RULES: dict[type, Callable[[Values, Any, Scope], Vals]] = {
    Literal: _literal,
    Template: _plain,
    Unary: _plain,
    Name: _named,
    Member: _read,
    Call: _result,
    Await: _value,
    Spread: _value,
    Assign: _value,
    Logical: _either,
    Binary: _either,
    Cond: _choice,
    Index: _item,
    Array: _array,
    Object: _dict,
    Comprehension: _comprehension,
    Function: _function,
    This: _super,
    Sequence: _last,
}
"""By the kind of an expression, what it may be."""
