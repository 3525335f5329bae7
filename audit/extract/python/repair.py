"""Reads what can be read of a file that is not today's Python: the rest is blanked, and called damaged.

libcst gives up at the first error. Here every top-level piece that does not parse by itself loses the lines
that the parser stumbles over, or is taken out as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import libcst as cst

from audit.extract.facts.outline import Damage
from audit.extract.python.guard import string_spans

SYNTAX = "syntax error the parser cannot pass"
_PIECE = re.compile(r"^(?![\s#)\]}]|(?:elif|else|except|finally|case)\b|$)", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_PLACE = re.compile(r"error at (\d+):\d+")
_RUNS = 100
_MOST_TRIES = 60
"""Attempts at single lines, per file."""


class Repaired(NamedTuple):
    """A module that parses, its text, and the regions that were blanked; None where nothing could be read."""

    module: cst.Module | None
    text: str
    damaged: tuple[Damage, ...]


def repair(text: str, encoding: str, offset: int) -> Repaired:
    """Parse a text that has syntax errors; `offset` is the byte at which it starts in its file."""
    tries = [_MOST_TRIES]
    made: list[str] = []
    damaged: list[Damage] = []
    at = offset
    for piece in _broken_up(text):
        mended, lost = _mend(piece, encoding, tries)
        made.append(mended)
        damaged.extend(Damage(at + start, at + end, SYNTAX) for start, end in lost)
        at += _size(piece, encoding)
    mended = "".join(made)
    try:
        return Repaired(cst.parse_module(mended), mended, tuple(damaged))
    except (cst.ParserSyntaxError, cst.CSTValidationError, cst.CSTLogicError):
        return Repaired(None, text, (Damage(offset, at, SYNTAX),))


def _broken_up(text: str) -> Iterator[str]:
    """Whole runs of pieces where they parse together, single pieces elsewhere."""
    size = len(text) // _RUNS
    run: list[str] = []
    for piece in [*_pieces(text), ""]:
        if piece:
            run.append(piece)
        if not piece or sum(map(len, run)) > size:
            whole = "".join(run)
            yield from [whole] if _stumbles(whole) is None else run
            run = []


def _pieces(text: str) -> list[str]:
    spans = string_spans(text)
    begins = [start for start, _ in spans]
    starts: list[int] = []
    for match in _PIECE.finditer(text):
        before = bisect_left(begins, match.start()) - 1
        if before < 0 or spans[before][1] <= match.start():
            starts.append(match.start())
    if not starts:
        return [text]
    edges = [0, *starts[1:], len(text)] if starts[0] == 0 else [0, *starts, len(text)]
    joined: list[str] = []
    for start, end in pairwise(edges):
        piece = text[start:end]
        if joined and joined[-1].startswith("@"):  # decorators belong to what follows
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _mend(piece: str, encoding: str, tries: list[int]) -> tuple[str, list[tuple[int, int]]]:
    """The piece as it parses, and the spans of bytes that were taken out of it."""
    lines = _LINE.findall(piece)
    lost: set[int] = set()
    while True:
        line = _stumbles("".join(lines))
        if line is None:
            return "".join(lines), [_line_span(lines, number, encoding) for number in sorted(lost)]
        tries[0] -= 1
        known = 0 <= line < len(lines) and line not in lost
        if not known or tries[0] < 0 or len(lines[line].strip()) < len("pass"):
            return _blank(piece, encoding), [(0, _size(piece, encoding))]
        lost.add(line)
        lines[line] = _passed(lines[line], encoding)


def _stumbles(text: str) -> int | None:
    """The line (from 0) at which parsing fails; None when it does not."""
    try:
        cst.parse_module(text)
    except cst.ParserSyntaxError as error:
        place = _PLACE.search(error.message)  # the error's own line is that of the next token
        return (int(place.group(1)) if place else error.raw_line) - 1
    except (cst.CSTValidationError, cst.CSTLogicError):
        return -1
    return None


def _passed(line: str, encoding: str) -> str:
    """`pass` in place of a line, in as many bytes."""
    stripped = line.strip()
    indent = line[: line.index(stripped)]
    return f"{indent}pass{' ' * (_size(stripped, encoding) - 4)}{line[len(indent) + len(stripped) :]}"


def _blank(text: str, encoding: str) -> str:
    return "".join(sign if sign in "\r\n" else " " * _size(sign, encoding) for sign in text)


def _line_span(lines: list[str], number: int, encoding: str) -> tuple[int, int]:
    start = _size("".join(lines[:number]), encoding)
    return start, start + _size(lines[number], encoding)


def _size(text: str, encoding: str) -> int:
    return len(text) if text.isascii() else len(text.encode(encoding, "replace"))
