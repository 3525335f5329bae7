"""Patterns: variables, parameters and destructuring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.code import (
    Array,
    ArrayPattern,
    Default,
    Expr,
    Index,
    Member,
    Name,
    Object,
    ObjectPattern,
    Pattern,
    Sequence,
)  # fmt: skip
from audit.extract.typescript.lower.expressions import expression, values
from audit.extract.typescript.lower.objects import property_key
from audit.extract.typescript.lower.text import text_of

if TYPE_CHECKING:
    from tree_sitter import Node


def pattern(node: Node | None) -> Pattern:
    """What a value is given to; an assignment to something that is no target is a Sequence."""
    if node is None:
        return Sequence(0, (), known=False)
    kind = node.type
    if kind in ("identifier", "shorthand_property_identifier_pattern"):
        return Name(node.start_byte, text_of(node))
    if kind == "object_pattern":
        return _object_pattern(node)
    if kind == "array_pattern":
        return _array_pattern(node)
    if kind in ("assignment_pattern", "object_assignment_pattern"):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        return Default(node.start_byte, pattern(left), expression(right))
    if kind == "rest_pattern":
        return pattern(values(node)[0])
    return _as_target(expression(node))


def _as_target(written: Expr) -> Pattern:
    if isinstance(written, (Name, Member, Index)):
        return written
    parts = (written,) if not isinstance(written, (Array, Object)) else ()
    return Sequence(written.at, parts, known=False)


def _object_pattern(node: Node) -> ObjectPattern:
    entries: list[tuple[str | Expr, Pattern]] = []
    rest: Pattern | None = None
    for child in values(node):
        if child.type == "rest_pattern":
            rest = pattern(child)
        elif child.type == "pair_pattern":
            key = property_key(child.child_by_field_name("key"))
            entries.append((key, pattern(child.child_by_field_name("value"))))
        else:
            name = child.child_by_field_name("left") if child.type == "object_assignment_pattern" else child
            entries.append((text_of(name), pattern(child)))
    return ObjectPattern(node.start_byte, tuple(entries), rest)


def _array_pattern(node: Node) -> ArrayPattern:
    """Holes count: `[, second]` has an empty first item."""
    items: list[Pattern | None] = []
    rest: Pattern | None = None
    taken = False
    for child in node.children:
        if child.type == ",":
            items.extend(() if taken else (None,))
            taken = False
        elif child.type == "rest_pattern":
            rest, taken = pattern(child), True
        elif child.is_named and child.type != "comment":
            items.append(pattern(child))
            taken = True
    return ArrayPattern(node.start_byte, tuple(items), rest)
