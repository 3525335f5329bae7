"""The pass that keeps tree-sitter-typescript from losing calls: it rewrites what the grammar misreads, byte
for byte.

The tree guides it. A first parse shows which candidates are misread and which bytes are text; a rewritten
file is parsed again until nothing is left to do. Most files are parsed once: a candidate costs
microseconds, a second parse is paid by the files that need one (3 in 100), and a scanner of our own would
have to know JSX and regular expressions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from audit.extract.typescript.grammar.rewrites import Edit, stray, unknown
from audit.extract.typescript.grammar.silent import misread, token_at

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

Parse = Callable[..., "Tree"]
"""Of a text; and of the tree before, which was told what has changed since: what has not is taken from there."""

_ROUNDS: Final = 8


def prepare(source: bytes, parse: Parse, tick: Callable[[], None] = lambda: None) -> tuple[bytes, Tree]:
    """`source` as the grammar reads it rightly, with its tree.

    Length, line breaks and all offsets are those of `source`; so is all text of strings, templates,
    comments, regular expressions and elements, but for NUL bytes and lone `&`. Take text from `source`,
    never from the result. Raises what `parse` raises, and what `tick` does, which is called again and again.
    """
    text = source.replace(b"\0", b" ")
    tree = parse(text)
    written: list[Edit] = []
    for _ in range(_ROUNDS):
        edits = _code(text, tree.root_node, tick)
        written += edits
        edits = edits or _text(text, tree.root_node)
        if not edits:
            break
        text = apply(text, edits)
        tree = parse(text, _edited(tree, text, edits))
    restored = _restored(source, text, tree.root_node, written)
    if restored == text:
        return text, tree
    again = parse(restored)
    return (text, tree) if again.root_node.has_error and not tree.root_node.has_error else (restored, again)


def apply(text: bytes, edits: Iterable[Edit]) -> bytes:
    """`text` with all edits written over it."""
    out = bytearray(text)
    for start, new in edits:
        out[start : start + len(new)] = new
    return bytes(out)


def _edited(tree: Tree, text: bytes, edits: Iterable[Edit]) -> Tree:
    """The tree, told of what was written over: as much as was there, with the same line breaks."""
    for start, new in edits:
        end = start + len(new)
        points = _point(text, start), _point(text, end)
        tree.edit(start, end, end, points[0], points[1], points[1])
    return tree


def _point(text: bytes, at: int) -> tuple[int, int]:
    return text.count(b"\n", 0, at), at - text.rfind(b"\n", 0, at) - 1


def _code(text: bytes, root: Node, tick: Callable[[], None]) -> list[Edit]:
    """What to write into code."""
    edits = [edit for edit in unknown(text) if token_at(root, edit.start) is not None] if root.has_error else []
    return _new(text, [*edits, *misread(text, root, tick)])  # in this order: what a misread place blanks stays blank


def _text(text: bytes, root: Node) -> list[Edit]:
    """What to write into text that is taken for code, when the code is as right as it can be made."""
    edits = stray(text) if root.has_error else ()
    return _new(text, [edit for edit in edits if _in_error(root, edit.start)])


def _new(text: bytes, edits: list[Edit]) -> list[Edit]:
    return [edit for edit in edits if text[edit.start : edit.start + len(edit.text)] != edit.text]


def _restored(source: bytes, text: bytes, root: Node, written: list[Edit]) -> bytes:
    """`text` with everything taken back that has turned out to be written into text: a tree with errors
    misleads.
    """
    wrong = [edit for edit in written if token_at(root, edit.start) is None]
    return apply(text, [Edit(at, source[at : at + len(new)].replace(b"\0", b" ")) for at, new in wrong])


def _in_error(root: Node, at: int) -> bool:
    """Is the token, or what it is a part of, one that the parser could make nothing of?"""
    node = root.descendant_for_byte_range(at, at + 1)
    for _ in range(3):
        if node is None or node.is_error:
            break
        node = node.parent
    return node is not None and node.is_error
