"""The way from the root of a syntax tree to one byte: every node on it with its type and the field it fills.

`Node.parent` costs a search from the root each time; one descent with a cursor costs a few moves and then
every ancestor is an index away.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

TRANSPARENT = frozenset(
    ("parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression",
     "type_assertion", "instantiation_expression")
)  # fmt: skip
FUNCTIONS = (
    "function_declaration", "generator_function_declaration", "function_expression", "generator_function",
    "arrow_function", "method_definition",
)  # fmt: skip


class Chain:
    """Nodes from the root (index 0) to the smallest node that covers a byte."""

    __slots__ = ("fields", "nodes", "types")

    def __init__(self, nodes: list[Node], types: list[str], fields: list[str | None]) -> None:
        self.nodes = nodes
        self.types = types
        self.fields = fields

    @property
    def leaf(self) -> Node:
        """The smallest node that covers the byte."""
        return self.nodes[-1]

    def up(self, index: int, *kinds: str) -> int:
        """Index of the nearest node at or above `index` of one of the types, -1 when there is none."""
        while index >= 0 and self.types[index] not in kinds:
            index -= 1
        return index

    def outside(self, index: int) -> int:
        """Index of the outermost node that only wraps the node at `index` in parentheses or assertions."""
        while index > 0 and self.types[index - 1] in TRANSPARENT and self._wraps(index):
            index -= 1
        return index

    def _wraps(self, index: int) -> bool:
        """A type assertion has the type as a child too: its first (or, for `<T>x`, last) one is the value."""
        siblings = self.nodes[index - 1].named_children
        value = siblings[-1] if self.types[index - 1] == "type_assertion" else siblings[0]
        return value == self.nodes[index]


def chain_at(tree: Tree, at: int) -> Chain:
    """The chain of nodes that cover the byte at offset `at`."""
    cursor = tree.walk()
    nodes, types, fields = [], [], []
    while True:
        node = cursor.node
        assert node is not None
        nodes.append(node)
        types.append(node.type)
        fields.append(cursor.field_name)
        if cursor.goto_first_child_for_byte(at) is None:
            return Chain(nodes, types, fields)
        below = cursor.node
        if below is not None and below.start_byte > at:  # the byte lies between two children
            return Chain(nodes, types, fields)


def identifier_offsets(source: bytes, name: bytes) -> Iterator[int]:
    """Offsets at which `name` stands as a whole identifier (also inside strings and comments)."""
    at, size = source.find(name), len(name)
    while at >= 0:
        end = at + size
        if not (at and _continues(source[at - 1])) and not (end < len(source) and _continues(source[end])):
            yield at
        at = source.find(name, at + 1)


def _continues(byte: int) -> bool:
    return byte in _IDENTIFIER or byte >= 0x80


_IDENTIFIER = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$")
