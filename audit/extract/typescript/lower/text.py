"""What a token of the source means as a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": "", "\r\n": ""}
_ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|.)", re.DOTALL)


def text_of(node: Node | None) -> str:
    """The source text of a node."""
    return (node.text or b"").decode("utf-8", "replace") if node is not None else ""


def unescaped(text: str) -> str:
    """The value of the inside of a string or template literal; half of a surrogate pair is no text."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(_escape, text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _escape(match: re.Match[str]) -> str:
    code = match.group(1)
    if code[0] in "ux" and len(code) > 1:
        point = int(code[1:].strip("{}"), 16)
        return chr(point) if point < 0x110000 else "\ufffd"
    return _ESCAPES.get(code, code)


def number_of(text: str) -> int | float | None:
    """The value of a numeric literal; None when it is too large to be one of ours."""
    plain = text.replace("_", "").rstrip("n")
    try:
        value = int(plain, 0) if not plain.startswith("0") or len(plain) == 1 or plain[1] in "xXoObB" else float(plain)
    except ValueError:
        try:
            value = float(plain)
        except ValueError:
            return None
    return value if abs(value) < 2**63 else float(value) if abs(value) < 1e300 else None
