"""Strings: plain, formatted, and written side by side."""

from __future__ import annotations

import libcst as cst

from audit.extract.facts.code import Expr, Literal, Template
from audit.extract.python.tree import Tree
from audit.extract.python.values import evaluated

_Pieces = tuple[list[str], list[Expr]]


def simple(tree: Tree, node: cst.SimpleString) -> Expr:
    """A string; bytes are their text as Latin-1."""
    value = evaluated(node)
    at = tree.start(node)
    return Literal(at, value) if isinstance(value, str) else Literal(at, value.decode("latin-1"), "bytes")


def formatted(tree: Tree, node: cst.FormattedString | cst.TemplatedString) -> Expr:
    """An f-string; conversions and format specifications are left out."""
    return _template(tree.start(node), _pieces(tree, node))


def concatenated(tree: Tree, node: cst.ConcatenatedString) -> Expr:
    """Strings side by side are one."""
    parts, values = [""], list[Expr]()
    kind = ""
    for piece in _flat(node):
        more, holes = _pieces(tree, piece)
        parts[-1] += more[0]
        parts.extend(more[1:])
        values.extend(holes)
        kind = "bytes" if isinstance(piece, cst.SimpleString) and "b" in piece.prefix.lower() else kind
    return _template(tree.start(node), (parts, values), kind)


def _flat(node: cst.BaseExpression) -> list[cst.BaseExpression]:
    found: list[cst.BaseExpression] = []
    while isinstance(node, cst.ConcatenatedString):
        found.append(node.left)
        node = node.right
    return [*found, node]


def _template(at: int, pieces: _Pieces, kind: str = "") -> Expr:
    parts, values = pieces
    return Template(at, tuple(parts), tuple(values)) if values else Literal(at, parts[0], kind)


def _pieces(tree: Tree, node: cst.BaseExpression) -> _Pieces:
    """Texts and the values between them; one text more than values."""
    from audit.extract.python.lower.expressions import expression

    if isinstance(node, cst.SimpleString):
        value = evaluated(node)
        return [value if isinstance(value, str) else value.decode("latin-1")], []
    assert isinstance(node, (cst.FormattedString, cst.TemplatedString))
    raw = "r" in node.prefix.lower()
    parts, values = [""], list[Expr]()
    for piece in node.parts:
        if isinstance(piece, (cst.FormattedStringText, cst.TemplatedStringText)):
            parts[-1] += _text(piece.value, raw=raw)
        elif isinstance(piece, (cst.FormattedStringExpression, cst.TemplatedStringExpression)):
            values.append(expression(tree, piece.expression))
            parts.append("")
    return parts, values


def _text(written: str, *, raw: bool) -> str:
    text = written.replace("{{", "{").replace("}}", "}")
    if raw or "\\" not in text:
        return text
    quoted = text.replace('"""', r"\"\"\"")
    if quoted.endswith('"'):
        quoted = quoted[:-1] + r"\""
    value = evaluated(cst.SimpleString(f'"""{quoted}"""'))
    return value if isinstance(value, str) else text
