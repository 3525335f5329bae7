"""TypeScript and JavaScript syntax lowered to the small language of `audit.extract.facts.code`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from audit.extract.facts.code import Do, Sequence, Stmt
from audit.extract.typescript.lower.common_js import exported
from audit.extract.typescript.lower.nesting import outermost
from audit.extract.typescript.lower.statements import statement

if TYPE_CHECKING:
    from tree_sitter import Tree

__all__ = ["decoder", "lower"]


@cache
def decoder() -> msgspec.msgpack.Decoder[tuple[Stmt, ...]]:
    """Reads what was encoded of `lower`'s result; to make it takes as long as to lower a small file."""
    return msgspec.msgpack.Decoder(tuple[Stmt, ...])


def lower(tree: Tree, start: int, end: int) -> tuple[Stmt, ...]:
    """The top-level statement that spans the bytes `start` to `end`.

    Code nested deeper than the interpreter can follow becomes one expression that is marked as not known.
    """
    node = tree.root_node.first_named_child_for_byte(start)
    if node is None or node.start_byte > start or node.end_byte < end:
        return ()
    try:
        with outermost():
            return exported(node) or statement(node)
    except RecursionError:
        return (Do(start, Sequence(start, (), known=False)),)
