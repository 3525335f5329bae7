"""Object literals and the keys of what has members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.code import Expr, Literal, Object, Property
from audit.extract.typescript.lower.expressions import expression, inner, name_of, values
from audit.extract.typescript.lower.text import text_of, unescaped

if TYPE_CHECKING:
    from tree_sitter import Node


def object_of(node: Node) -> Object:
    """An object literal; a part that is no property has the key ""."""
    return Object(node.start_byte, tuple(_property(child) for child in values(node)))


def property_key(node: Node | None) -> str | Expr:
    """The key of a property, method or field: text when it is constant."""
    if node is None:
        return ""
    if node.type == "computed_property_name":
        key = expression(values(node)[0]) if values(node) else Literal(node.start_byte, "")
        return key.value if isinstance(key, Literal) and isinstance(key.value, str) else key
    if node.type == "string":
        return unescaped(text_of(node)[1:-1])
    return text_of(node)


def _property(node: Node) -> Property:
    from audit.extract.typescript.lower.functions import function

    at = node.start_byte
    if node.type == "pair":
        value = expression(node.child_by_field_name("value"))
        return Property(at, property_key(node.child_by_field_name("key")), value)
    if node.type == "shorthand_property_identifier":
        return Property(at, text_of(node), name_of(node))
    if node.type == "spread_element":
        return Property(at, None, inner(node))
    if node.type == "method_definition":
        made = function(node)
        return Property(at, property_key(node.child_by_field_name("name")), made, made.kind)
    return Property(at, "", expression(node))
