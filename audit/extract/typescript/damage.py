"""Where a syntax tree holds errors: the regions in which a call may have been missed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from audit.extract.facts.outline import Damage

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

REASON: Final = "syntax error the parser recovered from"

_BODIES: Final = frozenset(
    ("class_body", "class_static_block", "enum_body", "interface_body", "object_type", "program",
     "statement_block", "switch_body", "switch_case", "switch_default")
)  # fmt: skip


def damaged_regions(tree: Tree, more: Iterable[tuple[int, int]] = ()) -> tuple[Damage, ...]:
    """The smallest statements and class members that hold an error or an invented token, and the spans of
    `more`.

    In order, none overlapping. An error between two statements may have torn either: its region takes in
    both.
    """
    root = tree.root_node
    if root.is_error:
        return (Damage(*root.byte_range, REASON),)
    spans = _spans(root) if root.has_error else []
    return tuple(Damage(start, end, REASON) for start, end in _merged([*spans, *more]))


def _spans(root: Node) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    todo = [(root, root.byte_range, True)]  # a node, the statement or member it is in, and whether it lists such
    while todo:
        node, unit, lists = todo.pop()
        children = node.children
        for index, child in enumerate(children):
            if child.is_error and lists:
                spans.append(_with_neighbours(children, index))
            elif child.is_error or child.is_missing:
                spans.append(unit)
            elif child.has_error:
                todo.append((child, child.byte_range if lists else unit, child.type in _BODIES))
    return spans


def _with_neighbours(children: list[Node], index: int) -> tuple[int, int]:
    last = min(index + 1, len(children) - 1)
    return children[max(0, index - 1)].start_byte, children[last].end_byte


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
