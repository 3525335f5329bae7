"""A type as it is written in an annotation, taken apart: names and what stands in their brackets."""

from __future__ import annotations

import ast
from typing import NamedTuple

_LONGEST = 2_000
"""A longer annotation says nothing that could be followed."""
UNION, LITERAL = "|", "Literal"


class Written(NamedTuple):
    """A dotted name with its arguments; "|" for a union, "" for what is no type (a list of parameters, a call)."""

    name: str
    args: tuple[Written, ...] = ()


NOTHING = Written("")


def written(text: str) -> Written:
    """The type that a text means; `NOTHING` for what cannot be read."""
    if not text or len(text) > _LONGEST:
        return NOTHING
    try:
        return _of(ast.parse(text.strip(), mode="eval").body, 0)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return NOTHING


def _of(node: ast.expr, depth: int) -> Written:
    match node:
        case ast.Name(id=name):
            return Written(name)
        case ast.Attribute():
            return Written(_dotted(node))
        case ast.Constant(value=None):
            return Written("None")
        case ast.Constant(value=str(text)) if depth < 2:
            return _quoted(text, depth)
        case ast.BinOp(op=ast.BitOr()):
            return Written(UNION, tuple(_parts(node, depth)))
        case ast.Subscript(value=base, slice=inner):
            name = _dotted(base)
            last = name.rpartition(".")[2]
            items = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            if last == LITERAL:
                return Written(name)
            return Written(name, tuple(_of(one, depth) for one in (items[:1] if last == "Annotated" else items)))
        case _:
            return NOTHING


def _quoted(text: str, depth: int) -> Written:
    return _of(ast.parse(text.strip(), mode="eval").body, depth + 1)


def _parts(node: ast.expr, depth: int) -> list[Written]:
    """The members of `A | B | C`, however long it is."""
    found: list[Written] = []
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        found.append(_of(node.right, depth))
        node = node.left
    return [_of(node, depth), *reversed(found)]


def _dotted(node: ast.expr) -> str:
    steps: list[str] = []
    while isinstance(node, ast.Attribute):
        steps.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(steps)]) if isinstance(node, ast.Name) else ""
