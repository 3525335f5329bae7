"""A parsed Python file: each node's bytes and its parent, from one pass over what libcst would write.

libcst's own position providers take four times as long, do not give parents, and trust that libcst writes
what it read, which is not so: it drops the space of `except E :`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import Self

import libcst as cst
from libcst._nodes.internal import CodegenState

from audit.extract.facts.outline import Damage
from audit.extract.positions import BOM
from audit.extract.python.decoding import Decoded

_ROOM = 12_000
"""Python frames that the pass may stack: a node takes about five, and `guard` bounds how deep they nest."""


_Spans = dict[int, tuple[int, int]]
_GAP = re.compile(r"[\s\\]*")
_LONGER = re.compile(r"[^\x00-\x7f]")
_NOTED = frozenset((cst.Name, cst.SimpleString, cst.Import, cst.ImportFrom, cst.ClassDef, cst.Yield))


class Tree:
    """Nodes of one file with their spans in bytes of the file as it is, BOM and encoding included."""

    def __init__(self, module: cst.Module, source: bytes, decoded: Decoded, damaged: tuple[Damage, ...] = ()) -> None:
        self.module, self.source, self.damaged = module, source, damaged
        state = _Places(module, decoded.text)
        with _room():
            module._codegen(state)  # noqa: SLF001 - what libcst's own position providers do
        state.close_gaps()
        self.placed = not state.lost
        self._spans, self._places = state.spans, None if source.isascii() else _places_of(source, decoded)
        self._parents, self._found = state.parents, state.found
        self.imports, self.classes = tuple(state.imports), tuple(state.classes)
        self.yields = tuple(state.yields)

    def span(self, node: cst.CSTNode) -> tuple[int, int]:
        """First byte of a node and the byte after it, without parentheses and white space around it."""
        start, end = self._spans[id(node)]
        return self._byte(start), self._byte(end)

    def start(self, node: cst.CSTNode) -> int:
        """The first byte of a node."""
        return self._byte(self._spans[id(node)][0])

    def end(self, node: cst.CSTNode) -> int:
        """The byte after a node."""
        return self._byte(self._spans[id(node)][1])

    def parent(self, node: cst.CSTNode) -> cst.CSTNode:
        """The node around this one; the module is its own."""
        return self._parents[id(node)] or self.module

    def around(self, node: cst.CSTNode) -> Iterator[tuple[cst.CSTNode, cst.CSTNode]]:
        """(child, parent) upwards, until the parent is the module."""
        child, parent = node, self._parents[id(node)]
        while parent is not None:
            yield child, parent
            child, parent = parent, self._parents[id(parent)]

    def named(self, text: str) -> list[cst.CSTNode]:
        """Identifiers and strings with exactly this text, in the order of the file."""
        return self._found.get(text, [])

    def names(self) -> Iterable[tuple[str, list[cst.CSTNode]]]:
        """Every text of an identifier or string, with the nodes that have it."""
        return self._found.items()

    def text(self, node: cst.CSTNode) -> str:
        """The source text of a node."""
        start, end = self.span(node)
        return self.source[start:end].decode("utf-8", "replace")

    def _byte(self, character: int) -> int:
        places = self._places
        return character if places is None else places[min(character, len(places) - 1)]


class _Places(CodegenState):
    """Finds in the text what libcst would write, and counts characters."""

    __slots__ = (
        "_begun", "_gaps", "_open", "_text", "classes", "found", "imports", "lost", "parents", "position",
        "spans", "yields",
    )  # fmt: skip

    def __init__(self, module: cst.Module, text: str) -> None:
        super().__init__(module.default_indent, module.default_newline)
        self._text = text
        self.position = 0
        self.lost = False
        self.spans: dict[int, tuple[int, int]] = {}
        self.parents: dict[int, cst.CSTNode | None] = {}
        self.found: dict[str, list[cst.CSTNode]] = {}
        self.imports: list[cst.Import | cst.ImportFrom] = []
        self.classes: list[cst.ClassDef] = []
        self.yields: list[cst.Yield] = []
        self._open: list[cst.CSTNode] = []
        self._begun: list[int] = []
        self._gaps: dict[int, int] = {}

    def add_token(self, value: str) -> None:
        if self._text.startswith(value, self.position):
            self.position += len(value)
        elif not value.isspace():
            self._search(value)

    def add_indent_tokens(self) -> None:
        for token in self.indent_tokens:
            self.add_token(token)

    def close_gaps(self) -> None:
        """Let what begins before a gap begin behind it."""
        if self._gaps:
            for key, (start, end) in self.spans.items():
                behind = self._gaps.get(start, start)
                if start < behind <= end:
                    self.spans[key] = (behind, end)

    def _search(self, value: str) -> None:
        """Past white space that libcst would not write."""
        gap = _GAP.match(self._text, self.position)
        at = gap.end() if gap is not None else self.position
        self.lost = self.lost or not self._text.startswith(value, at)
        self._gaps[self.position] = at
        self.position = at + len(value)

    def before_codegen(self, node: cst.CSTNode) -> None:
        if type(node) is cst.SimpleWhitespace:  # two nodes of five, and nobody asks for them
            return
        key, held = id(node), self._open
        self.parents[key] = held[-1] if held else None
        held.append(node)
        self._begun.append(self.position)
        if type(node) in _NOTED:
            self._note(node)

    def after_codegen(self, node: cst.CSTNode) -> None:
        if type(node) is cst.SimpleWhitespace:
            return
        self._open.pop()
        start = self._begun.pop()
        self.spans.setdefault(id(node), (start, self.position))

    def _note(self, node: cst.CSTNode) -> None:
        if isinstance(node, cst.Name):
            self.found.setdefault(node.value, []).append(node)
        elif isinstance(node, cst.SimpleString):
            self.found.setdefault(node.raw_value, []).append(node)
        elif isinstance(node, (cst.Import, cst.ImportFrom)):
            self.imports.append(node)
        elif isinstance(node, cst.ClassDef):
            self.classes.append(node)
        elif isinstance(node, cst.Yield):
            self.yields.append(node)

    def record_syntactic_position(  # type: ignore[override]  # a plain object is all that `with` needs
        self, node: cst.CSTNode, *, start_node: cst.CSTNode | None = None, end_node: cst.CSTNode | None = None
    ) -> _Inside:
        return _Inside(self, node, start_node, end_node)


class _Inside:
    """The part of a node that is left without parentheses and white space."""

    __slots__ = ("_begin", "_first", "_last", "_node", "_state")

    def __init__(self, state: _Places, node: cst.CSTNode, first: cst.CSTNode | None, last: cst.CSTNode | None) -> None:
        self._state, self._node, self._first, self._last = state, node, first, last
        self._begin = 0

    def __enter__(self) -> Self:
        self._begin = self._state.position
        return self

    def __exit__(self, *_: object) -> None:
        spans = self._state.spans
        start = self._begin if self._first is None else spans[id(self._first)][0]
        end = self._state.position if self._last is None else spans[id(self._last)][1]
        spans[id(self._node)] = (start, end)


def _places_of(source: bytes, decoded: Decoded) -> list[int]:
    """Where each character starts in the bytes, and where the last one ends."""
    text, encoding = decoded
    first = len(BOM) if source.startswith(BOM) else 0
    if encoding != "utf-8":
        return list(accumulate((len(sign.encode(encoding, "replace")) for sign in text), initial=first))
    places: list[int] = []
    behind, shift = 0, first  # of the last character that is longer than a byte: its end, and what it adds
    for sign in _LONGER.finditer(text):
        at = sign.start()
        places.extend(range(behind + shift, at + shift + 1))
        behind, shift = at + 1, shift + len(sign.group().encode("utf-8", "replace")) - 1
    places.extend(range(behind + shift, len(text) + shift + 1))
    return places


@contextmanager
def _room() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _ROOM))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
