"""JSX elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.code import Expr, Jsx, Literal, Property
from audit.extract.typescript.lower.expressions import expression, values
from audit.extract.typescript.lower.text import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_TAGS = frozenset(("jsx_opening_element", "jsx_closing_element", "jsx_text"))


def jsx(node: Node) -> Jsx:
    """An element, a component or a fragment, with attributes and children; text between tags is left out."""
    opening = node.child_by_field_name("open_tag") or node
    name = opening.child_by_field_name("name")
    attributes = tuple(_attribute(child) for child in opening.children_by_field_name("attribute"))
    inside = [child for child in values(node) if child.type not in _TAGS]
    children = [] if opening is node and node.type == "jsx_self_closing_element" else inside
    shown = tuple(expression(child) for child in children if values(child) or _is_element(child))
    return Jsx(node.start_byte, _tag(name), attributes, shown)


def _is_element(node: Node) -> bool:
    return node.type != "jsx_expression"


def _tag(name: Node | None) -> str | Expr | None:
    if name is None:
        return None
    text = text_of(name)
    return text if name.type == "identifier" and text[:1].islower() else expression(name)


def _attribute(node: Node) -> Property:
    if node.type == "jsx_expression":  # {...props}
        inside = next(iter(values(node)), None)
        spread = values(inside)[0] if inside is not None and inside.type == "spread_element" else inside
        return Property(node.start_byte, None, expression(spread))
    parts = values(node)
    value: Expr = expression(parts[1]) if len(parts) > 1 else Literal(node.start_byte, value=True)
    return Property(node.start_byte, text_of(parts[0]) if parts else "", value)
