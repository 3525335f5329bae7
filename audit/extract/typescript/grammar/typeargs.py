"""Is `<…>` a list of type arguments? Answered from the bytes alone, the way TypeScript's parser decides it.

TypeScript reads `f<A>(x)` as a call when what stands between the angle brackets parses as types and `(` or a
template literal follows (`canFollowTypeArgumentsInExpression`). The same holds here, with the grammar of
types loosened: brackets balance, operands alternate with operators, and no operator occurs that types do
not have.
"""

from __future__ import annotations

import re
from typing import Final

_LIMIT: Final = 8_192  # bytes: longer lists of type arguments do not occur
_TRIES: Final = 64  # opening brackets tried before one closing bracket

_TOKEN: Final = re.compile(
    rb"(?P<skip>\s+|//[^\n]*|/\*.*?\*/)"
    rb"|(?P<word>[\w$\x80-\xff]+)"
    rb"|(?P<text>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"
    rb"|(?P<open>[(\[{]|<(?!=))|(?P<close>[>)\]}])"
    rb"|(?P<op>=>|\.\.\.|[|](?![|=])|&(?![&=])|-(?=[\d?r])|\?(?!\?)|[.,:])"
    rb"|(?P<member>[;+\-=#*@])",
    re.DOTALL,
)
_PARTNER: Final = {b">": b"<", b")": b"(", b"]": b"[", b"}": b"{"}
_PREFIX: Final = frozenset(
    (b"keyof", b"typeof", b"readonly", b"unique", b"infer", b"extends", b"is", b"asserts", b"new",
     b"abstract", b"in", b"as", b"out", b"const", b"import")
)  # fmt: skip
_INFIX: Final = frozenset((b"extends", b"is", b"in", b"as"))
_BEFORE: Final = re.compile(rb"(?:(?<![\w$.#\x80-\xff])([\w$\x80-\xff]+)|[\w$\x80-\xff)\]}'\"`!]|\?\.)\s*$")
_NO_CALLEE: Final = frozenset(
    (b"return", b"typeof", b"await", b"yield", b"case", b"in", b"of", b"else", b"do", b"async", b"function",
     b"new", b"delete", b"void", b"throw", b"instanceof", b"default", b"extends", b"if", b"while", b"for",
     b"switch", b"class", b"keyof", b"as", b"satisfies", b"is", b"import")
)  # fmt: skip


def opening(source: bytes, close: int) -> int:
    """Offset of the `<` that starts the type arguments closed by the `>` at `close`, -1 when these are none.

    A callee must stand before the `<`; what follows the `>` is the caller's to check.
    """
    floor, at = max(0, close - _LIMIT), close
    for _ in range(_TRIES):
        at = source.rfind(b"<", floor, at)
        if at < 0:
            return -1
        if closing(source, at, close) == close:
            return at if _after_callee(source, at) else -1
    return -1


def closing(source: bytes, start: int, stop: int) -> int:
    """Offset of the `>` that closes the list of types opened by the `<` at `start`, at most `stop`; -1 if
    none.
    """
    state, token = _Types(), _TOKEN.match(source, start, stop + 1)
    while token is not None:
        if not state.feed(token.lastgroup or "", token.group()):
            return -1
        if not state.stack:
            return token.end() - 1
        token = _TOKEN.match(source, token.end(), stop + 1)
    return -1


def _after_callee(source: bytes, at: int) -> bool:
    before = _BEFORE.search(source, max(0, at - 256), at)
    return before is not None and before.group(1) not in _NO_CALLEE


class _Types:
    """What has been read of a list of types: the open brackets, and whether an operand stands last."""

    __slots__ = ("braces", "conditional", "generic", "last", "operand", "stack")

    def __init__(self) -> None:
        self.stack: list[bytes] = []
        self.braces = 0
        self.conditional = False
        self.generic: list[bool] = []  # per open bracket: is it `<T>` of a function type, not of a named one?
        self.operand = False
        self.last = b""

    def feed(self, kind: str, text: bytes) -> bool:
        """Takes one token; false when no list of types goes on like this."""
        if kind == "skip":
            return True
        if kind == "open":
            good = self._open(text)
        elif kind == "close":
            good = self._close(text)
        elif kind == "op":
            good, self.operand = self._operator(text), False
        elif kind == "member":  # occurs inside object types only
            good, self.operand = self.braces > 0 or (text == b"=" and self.generic[-1]), False
        else:
            good, self.operand = self._operand(text), True
        self.last = text
        return good

    def _operand(self, text: bytes) -> bool:
        self.conditional |= text == b"extends"
        return not self.operand or self.braces > 0 or text in _INFIX or self.last in _PREFIX

    def _open(self, text: bytes) -> bool:
        follows = self.operand and self.last not in _PREFIX and not self.braces
        if follows and (text == b"{" or (text == b"(" and self.last != b">")):
            return False
        self.generic.append(text == b"<" and bool(self.stack) and not self.operand)
        self.stack.append(text)
        self.braces += text == b"{"
        self.operand = False
        return True

    def _close(self, text: bytes) -> bool:
        partner = _PARTNER[text]
        if not self.stack or self.stack.pop() != partner:
            return False
        ends = self.operand or self.braces > 0 or (text != b">" and self.last in (partner, b","))
        self.braces -= text == b"}"
        self.operand = not self.generic.pop()  # of a function type the parameters must follow
        return ends

    def _operator(self, text: bytes) -> bool:
        return text not in b"?:" or self.conditional or self.stack[-1] != b"<"
