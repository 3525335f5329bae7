"""Kinds of values, as far as tests tell them apart, and what operators make of them."""

from __future__ import annotations

import operator
from typing import Literal

from audit.extract.facts import code as lowered

Kind = Literal["true", "false", "null", "undefined", "zero", "empty", "something"]
Kinds = frozenset[Kind]
"""The kinds that a value may be of. `zero`: other falsy values; `empty`: a list without items."""

ANYTHING: Kinds = frozenset(("true", "false", "null", "undefined", "zero", "empty", "something"))
TRUTHY: Kinds = frozenset(("true", "empty", "something"))
FALSY: Kinds = ANYTHING - TRUTHY
NOTHING: Kinds = frozenset(("null", "undefined"))
BOTH: Kinds = frozenset(("true", "false"))
TRUE: Kinds = frozenset(("true",))
FALSE: Kinds = frozenset(("false",))
NOT_TRUE: Kinds = frozenset(("false", "null"))
SOMETHING: Kinds = frozenset(("something",))
EMPTY: Kinds = frozenset(("empty",))
UNDEFINED: Kinds = frozenset(("undefined",))
_SINGLE: Kinds = frozenset(("true", "false", "null", "undefined"))
IDENTITY = {"===": True, "==": True, "is": True, "!==": False, "!=": False, "is not": False}
"""Comparisons, and what each says of equal values."""
_LOOSE = ("==", "!=")
_ORDER = {
    "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge,
    "===": operator.eq, "==": operator.eq, "is": operator.eq,
    "!==": operator.ne, "!=": operator.ne, "is not": operator.ne,
}  # fmt: skip


def of_literal(it: lowered.Literal) -> Kinds:
    """A constant."""
    if it.value is None:
        return frozenset(("undefined" if it.kind == "undefined" else "null",))
    if isinstance(it.value, bool):
        return TRUE if it.value else FALSE
    return SOMETHING if it.value or it.kind else frozenset(("zero",))


def negated(one: Kinds) -> Kinds:
    """`!x`."""
    return frozenset("false" if kind in TRUTHY else "true" for kind in one)


def truth(one: Kinds) -> Kinds:
    """`Boolean(x)`."""
    return negated(negated(one))


def logical(op: str, left: Kinds, right: Kinds) -> Kinds:
    """`&&`, `||`, `??`."""
    if op in ("&&", "and"):
        return (left & FALSY) | (right if left & TRUTHY else frozenset())
    if op in ("||", "or"):
        return (left & TRUTHY) | (right if left & FALSY else frozenset())
    return (left - NOTHING) | (right if left & NOTHING else frozenset())


def length(one: Kinds) -> Kinds:
    """`x.length`: zero of an empty list only."""
    return frozenset("zero" if kind == "empty" else "something" for kind in one & TRUTHY)


def compared(it: lowered.Binary, left: Kinds, right: Kinds) -> Kinds:
    """A comparison; both where the kinds do not decide it."""
    if it.op in _ORDER:
        counted = _counted(it, left, right)
        if counted is not None:
            return counted
    if it.op not in IDENTITY:
        return ANYTHING if it.op in ("+", "-", "*", "/", "%", "|", "&") else BOTH
    if it.op in _LOOSE:
        left, right = _loosely(left), _loosely(right)
    if len(left) == len(right) == 1 and left == right and left <= _SINGLE:
        return TRUE if IDENTITY[it.op] else FALSE
    apart = not left & right and (
        it.op not in _LOOSE or left | right <= _SINGLE or frozenset(("null",)) in (left, right)
    )
    return (FALSE if IDENTITY[it.op] else TRUE) if apart else BOTH


def _loosely(one: Kinds) -> Kinds:
    return frozenset("null" if kind == "undefined" else kind for kind in one)


def _counted(it: lowered.Binary, left: Kinds, right: Kinds) -> Kinds | None:
    """`x.length > 0` of an empty list."""
    if _is_length(it.left) and left == {"zero"} and isinstance(it.right, lowered.Literal):
        value = it.right.value
        return _truth(_ORDER[it.op](0, value)) if isinstance(value, int) else None
    if _is_length(it.right) and right == {"zero"} and isinstance(it.left, lowered.Literal):
        value = it.left.value
        return _truth(_ORDER[it.op](value, 0)) if isinstance(value, int) else None
    return None


def _truth(one: object) -> Kinds:
    return TRUE if one else FALSE


def _is_length(it: lowered.Expr) -> bool:
    return isinstance(it, lowered.Member) and it.key == "length"
