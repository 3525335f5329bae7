"""The comment in the client that says which exports are outside the gate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.link.program import Program

_TICKED = re.compile(r"`([A-Za-z_$][\w$.]*)(?:\(\))?`")
_MARGIN = re.compile(r"^[ \t]*(?:/\*+|\*/|\*|//+)?[ \t]?", re.MULTILINE)
_SENTENCE = re.compile(r"\.\s+(?=[A-Z])|\n[ \t]*\n")


class Stated(Struct, frozen=True, order=True):
    """`named` stand in backticks anywhere in the comment, `outside` after the words of the rules."""

    file: str
    line: int
    named: frozenset[str]
    outside: tuple[str, ...]


def stated(program: Program, files: Iterable[str], words: str) -> Stated | None:
    """The first comment that holds these words, however its lines are broken."""
    between = r"(?:\s|\*|//)+"
    wanted = re.compile(between.join(map(re.escape, words.split())))
    for file in files:
        source = (program.source(file) or b"").decode("utf-8", "replace")
        for match in wanted.finditer(source):
            span = _comment(source, match.start())
            if span is not None:
                return _read(file, source, span, match)
    return None


def _read(file: str, source: str, span: tuple[int, int], match: re.Match[str]) -> Stated:
    after = _MARGIN.sub("", source[match.end() : span[1]])
    said = _SENTENCE.split(after, maxsplit=1)[0]
    named = frozenset(_TICKED.findall(source[span[0] : span[1]]))
    line = source.count("\n", 0, match.start()) + 1
    return Stated(file, line, named, tuple(dict.fromkeys(_TICKED.findall(said))))


def _comment(source: str, at: int) -> tuple[int, int] | None:
    """The comment around a place: a block, or the lines of `//` that stand together."""
    opened = source.rfind("/*", 0, at)
    closed = source.find("*/", opened) if opened >= 0 else -1
    if opened >= 0 and closed >= at:
        return opened, closed
    start = source.rfind("\n", 0, at) + 1
    if not source[start:at].lstrip().startswith("//"):
        return None
    while start > 0 and source[source.rfind("\n", 0, start - 1) + 1 : start].lstrip().startswith("//"):
        start = source.rfind("\n", 0, start - 1) + 1
    end = source.find("\n", at)
    while end >= 0 and source[end + 1 : source.find("\n", end + 1) % (len(source) + 1)].lstrip().startswith("//"):
        end = source.find("\n", end + 1)
    return start, end if end >= 0 else len(source)
