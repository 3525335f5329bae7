"""Byte offsets to the positions that people see: lines and columns from 1, columns in UTF-16 code units."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

BOM = b"\xef\xbb\xbf"


class Position(NamedTuple):
    """1-based line and column; the column counts UTF-16 code units, as editors and SARIF do."""

    line: int
    column: int


class Lines:
    """The line starts of one file. A line ends with a line feed; carriage returns belong to the line."""

    __slots__ = ("_source", "_starts")

    def __init__(self, source: bytes) -> None:
        self._source = source
        lengths = (len(line) + 1 for line in source.split(b"\n")[:-1])
        self._starts = array("Q", accumulate(lengths, initial=0))

    def position(self, offset: int) -> Position:
        """The position of the character that starts at byte `offset`."""
        line = bisect_right(self._starts, offset)
        before = self._source[self._starts[line - 1] : offset]
        if line == 1 and before.startswith(BOM):
            before = before[len(BOM) :]
        if before.isascii():
            return Position(line, len(before) + 1)
        return Position(line, len(before.decode("utf-8", "replace").encode("utf-16-le")) // 2 + 1)

    def offset(self, position: Position) -> int:
        """The byte offset of a position."""
        start = self._starts[position.line - 1]
        line = self._source[start : self._starts[position.line] if position.line < len(self._starts) else None]
        skipped = len(BOM) if position.line == 1 and line.startswith(BOM) else 0
        before = line[skipped:].decode("utf-8", "replace").encode("utf-16-le")[: 2 * (position.column - 1)]
        return start + skipped + len(before.decode("utf-16-le", "replace").encode())

    def text(self, line: int) -> str:
        """The text of a line, without its end."""
        end = self._starts[line] if line < len(self._starts) else len(self._source)
        return self._source[self._starts[line - 1] : end].decode("utf-8", "replace").rstrip("\r\n")
