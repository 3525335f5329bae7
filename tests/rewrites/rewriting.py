"""Insertions and replacements by the nodes of a parsed file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.extract.typescript.parse import parse_again

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tree_sitter import Node

FUNCTIONS = frozenset((
    "arrow_function", "function_expression", "function_declaration", "method_definition", "generator_function",
    "generator_function_declaration",
))  # fmt: skip
_TYPES = frozenset((
    "type_annotation", "type_arguments", "type_parameters", "interface_declaration", "type_alias_declaration",
    "import_statement", "nested_type_identifier", "type_query", "literal_type",
))  # fmt: skip


class Rewrite(NamedTuple):
    """`edit` is called with each node of a file, and says what becomes of it."""

    name: str
    edit: Callable[[Edits, Node], None]


class Edits:
    """What becomes of one file. Of what is inserted at one place what closes stands first, then what opens; of two that
    open at one place the outer one.
    """

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.tail: list[str] = []
        self._inserted: list[tuple[int, int, int, bytes]] = []
        self._replaced: list[tuple[int, int, bytes]] = []

    def text(self, node: Node) -> str:
        return self.source[node.start_byte : node.end_byte].decode()

    def wrap(self, node: Node, before: str, after: str) -> None:
        """Put texts around a node."""
        self.open(node.start_byte, node.end_byte, before)
        self.close(node.end_byte, node.start_byte, after)

    def open(self, at: int, end: int, text: str) -> None:
        """Insert what goes on to `end`."""
        self._inserted.append((at, 1, -end, text.encode()))

    def close(self, at: int, begin: int, text: str) -> None:
        """Insert what closes what began at `begin`."""
        self._inserted.append((at, 0, -begin, text.encode()))

    def replace(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of another one, with as many lines."""
        lines = self.source.count(b"\n", start, end) - text.count("\n")
        self._replaced.append((start, end, text.encode() + b"\n" * lines))

    def done(self) -> bytes:
        """The file as it is then."""
        events = [(at, kind, order, text, at) for at, kind, order, text in self._inserted]
        events += [(start, 2, 0, text, end) for start, end, text in self._replaced]
        found, position = [], 0
        for at, _, _, text, end in sorted(events, key=lambda one: one[:3]):
            found += [self.source[position : max(at, position)], text]
            position = max(position, end)
        return b"".join((*found, self.source[position:], *(f"{one}\n".encode() for one in self.tail)))


def rewritten(source: bytes, rewrite: Rewrite, dialect: str) -> bytes:
    """A file in which every place that a rewrite speaks of is written in another way."""
    edits = Edits(source)
    for node in _nodes(parse_again(source, dialect).tree.root_node):
        rewrite.edit(edits, node)
    return edits.done()


def is_of_types(node: Node) -> bool:
    """Does a node stand in what says types alone, or in an import?"""
    at: Node | None = node
    while at is not None:
        if at.type in _TYPES:
            return True
        at = at.parent
    return False


def holds(node: Node, *types: str) -> bool:
    """Has a node one of some types in it, but for what stands in functions of its own?"""
    stack = [node]
    while stack:
        one = stack.pop()
        if one.type in types:
            return True
        stack.extend(child for child in one.children if child.type not in FUNCTIONS)
    return False


def value_of(node: Node, field: str) -> Node | None:
    """A field, where it is there."""
    return node.child_by_field_name(field)


def _nodes(root: Node) -> Iterator[Node]:
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))
