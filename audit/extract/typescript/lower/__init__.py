"""TypeScript and JavaScript syntax lowered to the small language of `audit.extract.facts.code`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audit.extract.facts.code import Do, Sequence, Stmt
from audit.extract.typescript.lower.statements import statement

if TYPE_CHECKING:
    from tree_sitter import Tree

__all__ = ["decoder", "lower"]

decoder: msgspec.msgpack.Decoder[tuple[Stmt, ...]] = msgspec.msgpack.Decoder(tuple[Stmt, ...])
"""Reads what was encoded of `lower`'s result."""


def lower(tree: Tree, start: int, end: int) -> tuple[Stmt, ...]:
    """The top-level statement that spans the bytes `start` to `end`.

    Code nested deeper than the interpreter can follow becomes one expression that is marked as not known.
    """
    node = next((n for n in tree.root_node.named_children if n.start_byte <= start and n.end_byte >= end), None)
    if node is None:
        return ()
    try:
        return statement(node)
    except RecursionError:
        return (Do(start, Sequence(start, (), known=False)),)
