"""What top-level statements and classes declare, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.code import (
    EXPORTED,
    Assign,
    Call,
    Class,
    Declare,
    Do,
    Expr,
    Member,
    Name,
    Object,
    Stmt,
    This,
)  # fmt: skip
from audit.find.inside.nodes import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator


def values(body: tuple[Stmt, ...]) -> Iterator[tuple[str, Expr | None]]:
    """Names that statements declare at their level, and CommonJS exports, with what they are given."""
    for one in body:
        if isinstance(one, Declare) and isinstance(one.target, Name):
            name, given = one.target.name.removeprefix(EXPORTED), _plain(one.value)
            yield name, given
        elif isinstance(one, Do) and isinstance(one.value, Assign) and isinstance(one.value.target, Member):
            name, given = one.value.target.key, _plain(one.value.value)
            yield name, given
        else:
            continue
        if isinstance(given, Object) and (name == "=" or isinstance(one, Do)):
            yield from ((inner.key, inner.value) for inner in given.properties if isinstance(inner.key, str))


def _plain(value: Expr | None) -> Expr | None:
    """`Object.freeze({ … })` is the object."""
    if (
        isinstance(value, Call)
        and isinstance(value.callee, Member)
        and value.callee.key in ("freeze", "seal")
        and value.args
    ):
        return value.args[0]
    return value


def assigned(node: Class, field: str) -> Expr | None:
    """What the class itself assigns to a field that it declares without a value."""
    for one in nodes(node):
        target = one.target if isinstance(one, Assign) else None
        if (
            isinstance(one, Assign)
            and isinstance(target, Member)
            and target.key == field
            and isinstance(target.object, This)
        ):
            return one.value
    return None


def constructed(value: Expr | None) -> str:
    for node in nodes(value):
        if isinstance(node, Call) and node.new and isinstance(node.callee, Name):
            return node.callee.name
    return ""
