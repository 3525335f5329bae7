"""Classes and interfaces at the top level of a file (or of a namespace in it): their bases and members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from audit.extract.facts.outline import ClassHead
from audit.extract.typescript.patterns import dotted, member_key

if TYPE_CHECKING:
    from tree_sitter import Node

_CLASSES = ("class_declaration", "abstract_class_declaration", "class")
_AROUND = ("export_statement", "ambient_declaration", "expression_statement", "internal_module", "module",
           "statement_block", "lexical_declaration", "variable_declarator")  # fmt: skip


def class_heads(node: Node) -> Iterator[ClassHead]:
    """Heads in the order of the text."""
    for child in node.named_children:
        if child.type in _CLASSES or child.type == "interface_declaration" or _names_object_type(child):
            yield _head(child, child.child_by_field_name("name") or node.child_by_field_name("name"))
        elif child.type in _AROUND:
            yield from class_heads(child)


def heritage(node: Node) -> tuple[list[Node], tuple[str, ...]]:
    """The expressions a class extends, and the names of what it implements."""
    bases: list[Node] = []
    implements: list[str] = []
    for clause in _clauses(node):
        if clause.type == "implements_clause":
            implements.extend(text for text in map(_type_name, clause.named_children) if text)
        else:
            bases.extend(child for child in clause.named_children if child.type not in ("type_arguments", "comment"))
    return bases, tuple(implements)


def _head(node: Node, name: Node | None) -> ClassHead:
    extends: list[str] = []
    implements: list[str] = []
    for clause in _clauses(node):
        into = implements if clause.type == "implements_clause" else extends
        into.extend(text for text in map(_type_name, clause.named_children) if text)
    body = node.child_by_field_name("body") or node.child_by_field_name("value")
    members = tuple(_members(body)) if body is not None else ()
    label, at = ((name.text or b"").decode("utf-8", "replace"), name.start_byte) if name is not None else ("", -1)
    interface = node.type in ("interface_declaration", "type_alias_declaration")
    return ClassHead(label, at, node.start_byte, tuple(extends), tuple(implements), members, interface, node.end_byte)


def _names_object_type(node: Node) -> bool:
    value = node.child_by_field_name("value") if node.type == "type_alias_declaration" else None
    return value is not None and value.type == "object_type"


def _clauses(node: Node) -> Iterator[Node]:
    for child in node.named_children:
        if child.type == "class_heritage":
            clauses = [c for c in child.named_children if c.type.endswith("_clause")]
            yield from clauses or [child]
        elif child.type.endswith("_clause"):
            yield child


def _type_name(node: Node) -> str:
    if node.type == "generic_type":
        inner = node.child_by_field_name("name")
        return _type_name(inner) if inner is not None else ""
    if node.type in ("type_identifier", "nested_type_identifier"):
        return (node.text or b"").decode("utf-8", "replace")
    return "" if node.type in ("type_arguments", "comment") else dotted(node)


def _members(body: Node) -> Iterator[str]:
    for member in body.named_children:
        name = member.child_by_field_name("name")
        if name is not None:
            yield member_key(name)
