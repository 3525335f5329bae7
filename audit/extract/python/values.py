"""Literals: what a token of the source means as a value."""

from __future__ import annotations

import warnings

import libcst as cst

from audit.extract.facts.names import DYNAMIC


def string_value(node: cst.CSTNode | None) -> str | None:
    """The text of a constant string (also of pieces side by side); None for anything else, bytes too."""
    if isinstance(node, cst.SimpleString):
        value = evaluated(node)
        return value if isinstance(value, str) else None
    if isinstance(node, cst.ConcatenatedString):
        left, right = string_value(node.left), string_value(node.right)
        return left + right if left is not None and right is not None else None
    return None


def evaluated(node: cst.SimpleString) -> str | bytes:
    """The value of a string or bytes literal; its raw text where it has escapes that Python does not know."""
    raw = node.raw_value
    if "\\" not in raw and "\r" not in raw:
        return raw.encode("latin-1", "replace") if "b" in node.prefix.lower() else raw
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = node.evaluated_value
    except (SyntaxError, ValueError):
        return raw
    if isinstance(value, bytes):
        return value
    return value.encode("utf-8", "replace").decode()  # half of a surrogate pair is no text


def constant_key(node: cst.BaseExpression | None) -> str:
    """The constant name or number that a subscript reads; "*" when computed, "*KEY" by a name."""
    text = string_value(node)
    if text is not None:
        return text
    return node.value if isinstance(node, cst.Integer) else DYNAMIC + dotted(node).replace("()", "")


def subscript_key(node: cst.Subscript) -> cst.BaseExpression | None:
    """The one key of `value[key]`; None for a slice and for several."""
    if len(node.slice) == 1 and isinstance(node.slice[0].slice, cst.Index):
        return node.slice[0].slice.value
    return None


def number(text: str) -> int | float | None:
    """The value of a numeric literal; None when it is too large to be one of ours."""
    try:
        value: int | float = int(text, 0)
    except ValueError:
        try:
            value = float(text)
        except ValueError:
            return None
    return value if abs(value) < 2**63 else float(value) if abs(value) < 1e300 else None


def dotted(node: cst.CSTNode | None) -> str:
    """A callee as dotted text (`requests.get`, `self.queue.add`); "" for what is no plain member chain."""
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        return f"{dotted(node.value)}.{node.attr.value}"
    if isinstance(node, cst.Subscript):
        return f"{dotted(node.value)}.{constant_key(subscript_key(node))}"
    if isinstance(node, cst.Await):
        return dotted(node.expression)
    if isinstance(node, cst.Call):
        return dotted(node.func) + "()"
    return ""
