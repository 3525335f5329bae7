"""Bytes to a syntax tree, guarded: what could kill or stall the parser is judged first."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from audit.extract.facts.outline import Damage
from audit.extract.typescript.damage import damaged_regions
from audit.extract.typescript.grammar.prepare import prepare
from audit.extract.typescript.grammar.silent import beyond_repair
from audit.extract.workers import Crashed, Timeout, run

if TYPE_CHECKING:
    from tree_sitter import Parser, Point, Tree

DEADLINE: Final = 10.0
"""Seconds that one file may take, of this process's own time: a machine that stalls is no reason against a file."""
MAX_BYTES: Final = 8 << 20
MAX_DEPTH: Final = 2_000
"""Levels of a syntax tree; hand-written code has under 100. Whoever walks a tree recursively may rely on
it, but for
a `_STRIDE`."""

_STRIDE: Final = 1_000  # nodes from one sample of the depth to the next
_DOUBTFUL_BYTES: Final = 2 << 20
_DOUBTFUL_NESTING: Final = 1_000  # brackets inside brackets
_UNTIMED: Final = 1 << 18  # bytes that the parser reads in a fraction of the deadline, whatever they are
_CHUNK: Final = 1 << 14
_NAME: Final = 1 << 8  # bytes that a node reads at a time to know its own text: it copies all that it is given
_NESTED_FROM: Final = 1 << 15  # bytes below which nesting is harmless

_ROUND: Final = bytes(ord("(") if byte in b"([{" else ord(")") for byte in range(256))
_NO_BRACKET: Final = bytes(byte for byte in range(256) if byte not in b"()[]{}")

_parsers: dict[str, Parser] = {}


class Parsed(NamedTuple):
    """`source` is the file as it is; so is the text of every node."""

    tree: Tree
    source: bytes
    damaged: tuple[Damage, ...] = ()


class Unparsed(NamedTuple):
    """`reason` as in the report's coverage: too-large, too-deep, crashed or timeout."""

    reason: str


def parse(source: bytes, dialect: str, seconds: float = DEADLINE) -> Parsed | Unparsed:
    """The tree of a file of one dialect ("typescript" or "tsx"), within `seconds` of this process's time.

    Every call that TypeScript's parser sees is a node at the same bytes, or lies in a damaged region.
    """
    if len(source) > MAX_BYTES:
        return Unparsed("too-large")
    end = time.process_time() + seconds
    if _doubtful(source):
        reason = _survives(source, dialect, seconds)
        if reason:
            return Unparsed(reason)
    return _parse(source, dialect, end)


def parse_again(source: bytes, dialect: str) -> Parsed:
    """The tree of a file that was parsed before: it needs no guard, and a stalled machine is no reason against it."""
    parsed = _parse(source, dialect, math.inf)
    assert isinstance(parsed, Parsed)
    return parsed


def _survives(source: bytes, dialect: str, seconds: float) -> str:
    """Why the file cannot be parsed, as found by a process that does nothing else; empty when it can."""

    def work() -> bytes:
        parsed = _parse(source, dialect, time.process_time() + seconds)
        return parsed.reason.encode() if isinstance(parsed, Unparsed) else b""

    verdict = run(work, seconds)
    if isinstance(verdict, Crashed):
        return "crashed"
    return "timeout" if isinstance(verdict, Timeout) else verdict.decode()


def _parse(source: bytes, dialect: str, end: float) -> Parsed | Unparsed:
    buffers: list[bytearray] = []

    def tree_of(text: bytes, before: Tree | None = None) -> Tree:
        buffers.append(bytearray(text))
        return _tree(_parser(dialect), buffers[-1], before, end)

    def tick() -> None:
        if time.process_time() > end:
            raise TimeoutError

    try:
        text, tree = prepare(source, tree_of, tick)
    except TimeoutError:
        return Unparsed("timeout")
    if deeper_than(tree, MAX_DEPTH):
        return Unparsed("too-deep")
    damaged = damaged_regions(tree, beyond_repair(text, tree.root_node))
    for buffer in buffers:
        buffer[:] = source  # the tree reads the text of its nodes from one of them
    return Parsed(tree, source, damaged)


def deeper_than(tree: Tree, depth: int) -> bool:
    """Does the tree have more levels? It is sampled: a tree with up to 1,000 levels more may pass."""
    nodes = tree.root_node.descendant_count
    if nodes <= depth:
        return False
    cursor = tree.walk()
    for at in range(_STRIDE - 1, nodes, _STRIDE):
        cursor.goto_descendant(at)
        if cursor.depth > depth:
            return True
    return False


def _doubtful(source: bytes) -> bool:
    return len(source) > _DOUBTFUL_BYTES or (len(source) > _NESTED_FROM and _nested(source))


def _nested(source: bytes) -> bool:
    """May brackets stand deep inside each other? Pairs are taken out level by level; what stays is unpaired
    or deep.
    """
    brackets = source.translate(_ROUND, _NO_BRACKET)
    for _ in range(64):
        fewer = brackets.replace(b"()", b"")
        if len(fewer) == len(brackets):
            break
        brackets = fewer
    return brackets.count(b"(") > _DOUBTFUL_NESTING


def _tree(parser: Parser, text: bytearray, before: Tree | None, end: float) -> Tree:
    """Raises TimeoutError past `end`."""
    if len(text) <= _UNTIMED:
        return parser.parse(text) if before is None else parser.parse(text, before)

    size = _CHUNK

    def read(at: int, _: Point) -> bytes:
        return bytes(text[at : at + size])

    def late(*_: object) -> bool:
        return time.process_time() > end

    try:
        if before is None:
            tree = parser.parse(read, progress_callback=late)
        else:
            tree = parser.parse(read, before, progress_callback=late)
    except ValueError:
        parser.reset()  # else the next parse goes on with this text
        raise TimeoutError from None
    size = _NAME
    return tree


def _parser(dialect: str) -> Parser:
    if dialect not in _parsers:
        import tree_sitter
        import tree_sitter_typescript as grammar

        language: Callable[[], object] = grammar.language_tsx if dialect == "tsx" else grammar.language_typescript
        _parsers[dialect] = tree_sitter.Parser(tree_sitter.Language(language()))
    return _parsers[dialect]
