"""Judges a Python file before it is parsed.

libcst recurses natively, and takes time that grows with the square of a chain's length.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from audit.model.coverage import UnanalysedReason

MOST_BYTES = 2 << 20
"""libcst reads about 0.8 MB a second."""
MOST_BRACKETS = 200
"""CPython's own limit: no file beyond it runs."""
MOST_LINKS = 1_000
"""Operators, dots and calls between two commas or line ends, with those in them; 3,000 calls take 14 s."""
_LARGE, _DEEP, _LONG = 256 << 10, 60, 300
"""Beyond these a file is rare, and still too harmless to refuse."""

_TOKENS = re.compile(
    r"(?P<comment>\#[^\n]*)"
    r"|(?P<string>[A-Za-z]{0,2}(?:'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''|\"\"\"[^\"\\]*(?:(?:\\.|\"(?!\"\"))[^\"\\]*)*\"\"\""
    r"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'|\"[^\"\\\n]*(?:\\.[^\"\\\n]*)*\"))"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<cut>,)|(?P<line>(?<!\\)[\n;])"
    r"|(?P<link>\b(?:not|and|or|if|in|is|lambda|await)\b|\*\*|//|[-+*/%@&|^~<>.])",
    re.DOTALL,
)
_BRANCH = re.compile(r"^(?:[ \t]*elif\b|(?!elif\b|else\b)[^\s#])", re.MULTILINE)
_BRACKET = re.compile(r"[(\[{]|[)\]}]")


class Verdict(NamedTuple):
    """Why a text must not be parsed, None when it may be; `doubtful` when rather in another process."""

    reason: UnanalysedReason | None
    doubtful: bool = False


def judge(text: str) -> Verdict:
    """What is to be expected of a text."""
    if len(text) > MOST_BYTES:
        return Verdict("too-large")
    brackets, links = _measured(text)
    links = max(links, _branches(text))
    if brackets > MOST_BRACKETS or links > MOST_LINKS:
        return Verdict("too-deep")
    return Verdict(None, len(text) > _LARGE or brackets > _DEEP or links > _LONG)


def string_spans(text: str) -> list[tuple[int, int]]:
    """The strings of a text that go over several lines."""
    return [match.span() for match in _TOKENS.finditer(text) if match.lastgroup == "string" and "\n" in match.group()]


class _Level:
    """Inside a pair of brackets: the links of the item at hand, and the longest of all its items."""

    __slots__ = ("inner", "links", "longest")

    def __init__(self) -> None:
        self.links = self.inner = self.longest = 0

    def total(self) -> int:
        return max(self.longest, self.links + self.inner)

    def cut(self) -> None:
        self.longest, self.links, self.inner = self.total(), 0, 0


def _branches(text: str) -> int:
    """The most `elif` under one statement of the top level: each stands inside the one before it."""
    if text.count("elif") <= _LONG:
        return 0
    most = count = 0
    for match in _BRANCH.finditer(text):
        count = count + 1 if match.group().endswith("elif") else 0
        most = max(most, count)
    return most


def _measured(text: str) -> tuple[int, int]:
    """How deep brackets nest, and how long chains get with what stands in them, up to the limits."""
    levels = [_Level()]
    deepest = longest = 0
    for match in _TOKENS.finditer(text):
        kind, here = match.lastgroup, levels[-1]
        if kind == "string":
            deepest = max(deepest, len(levels) + _inside(match.group()))
        elif kind == "close" and len(levels) > 1:
            levels.pop()
            levels[-1].inner = max(levels[-1].inner, here.total())
        elif kind == "cut" or (kind == "line" and len(levels) == 1):
            longest = max(longest, here.total())
            here.cut()
        elif kind in ("link", "open"):  # a bracket is a call or a subscript, where it follows a value
            here.links += 1
            if kind == "open":
                levels.append(_Level())
                deepest = max(deepest, len(levels))
        if deepest > MOST_BRACKETS or longest > MOST_LINKS:
            break
    return deepest, max(longest, sum(level.total() for level in levels))


def _inside(string: str) -> int:
    """Brackets that are open at a time in a string that may hold expressions."""
    if string[0] not in "fFtT" and string[1] not in "fFtT":
        return 0
    depth = most = 0
    for match in _BRACKET.finditer(string):
        depth = depth + 1 if match.group() in "([{" else max(depth - 1, 0)
        most = max(most, depth)
    return most
