"""What top-level statements and classes declare, by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.extract.facts.code import (
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


COMMON = "module.exports"
_WORD = re.compile(rb"[\w$]")
_UNNAMED = re.compile(
    rb"(?:export\s+)?(?:const\s+)?enum\s+([\w$]+)|(?:module\.)?exports\.([\w$]+)\s*=|module\.exports\s*="
)


def word_at(source: bytes, at: int, name: str) -> int:
    """The offset of a name behind the modifiers that start at `at`."""
    match = re.compile(rb"(?<![\w$])" + re.escape(name.encode()) + rb"(?![\w$])").search(source, at)
    return match.start() if match is not None else at


def name_of_unnamed(source: bytes, start: int, end: int) -> str:
    """An enum and a CommonJS export are statements without a name in the outline."""
    match = _UNNAMED.match(source, start, end)
    if match is None:
        return "default"
    return (match.group(1) or match.group(2) or b"").decode("utf-8", "replace") or COMMON


def values(body: tuple[Stmt, ...]) -> Iterator[tuple[str, Expr | None]]:
    """Names that statements declare at their level, and CommonJS exports, with what they are given."""
    for one in body:
        if isinstance(one, Declare) and isinstance(one.target, Name):
            yield one.target.name, _plain(one.value)
        elif isinstance(one, Do) and isinstance(one.value, Assign) and isinstance(one.value.target, Member):
            given = _plain(one.value.value)
            yield one.value.target.key, given
            if isinstance(given, Object):
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


def word_places(source: bytes, name: str) -> tuple[int, ...]:
    """Where a name stands as a word; searching for the bytes first is fifty times as fast as a pattern."""
    word = name.encode() if name != "default" else b""
    found = []
    at = source.find(word) if word else -1
    while at >= 0:
        end = at + len(word)
        if not _WORD.match(source, end) and (at == 0 or not _WORD.match(source, at - 1)):
            found.append(at)
        at = source.find(word, end)
    return tuple(found)
