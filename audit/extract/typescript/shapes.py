"""Named types at the top level of a file: what an alias stands for, and the members of object types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from audit.extract.facts.outline import TypeShape

if TYPE_CHECKING:
    from tree_sitter import Node

_LONGEST = 400
_MEMBERS = ("property_signature", "method_signature", "public_field_definition")


def type_shapes(root: Node) -> Iterator[TypeShape]:
    """Aliases and interfaces in the order of the text."""
    for statement in root.named_children:
        node = statement.child_by_field_name("declaration") if statement.type == "export_statement" else statement
        if node is None or node.type not in ("interface_declaration", "type_alias_declaration"):
            continue
        name = node.child_by_field_name("name")
        body = node.child_by_field_name("body") or node.child_by_field_name("value")
        if name is not None and body is not None:
            text = (
                (body.text or b"")[:_LONGEST].decode("utf-8", "replace")
                if node.type == "type_alias_declaration"
                else ""
            )
            yield TypeShape((name.text or b"").decode("utf-8", "replace"), name.start_byte, text, tuple(_members(body)))


def _members(body: Node) -> Iterator[tuple[str, str]]:
    """Also those of the object types that an intersection holds."""
    for part in body.named_children if body.type == "intersection_type" else (body,):
        if part.type not in ("object_type", "interface_body"):
            continue
        for member in part.named_children:
            name, given = member.child_by_field_name("name"), member.child_by_field_name("type")
            if member.type in _MEMBERS and name is not None and given is not None:
                text = (given.text or b"")[:_LONGEST].decode("utf-8", "replace").lstrip(":").strip()
                yield (name.text or b"").decode("utf-8", "replace"), text
