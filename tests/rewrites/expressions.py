"""Values that get a name, are put together in another way, or come by another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.rewrites.rewriting import Rewrite, holds, is_of_types, value_of

if TYPE_CHECKING:
    from tree_sitter import Node

    from tests.rewrites.rewriting import Edits

_CONSTANT = frozenset(("arguments", "pair", "binary_expression", "variable_declarator", "array"))


def _returned_by_name(edits: Edits, node: Node) -> None:
    """`return E` as `const given = E; return given`."""
    value = _returned(edits, node)
    if value is not None and not holds(value, "yield_expression"):
        edits.replace(node.start_byte, value.start_byte, "{ const given = ")
        edits.close(node.end_byte, node.start_byte, "; return given; }")


def _filled_by_statements(edits: Edits, node: Node) -> None:
    """`return { a: 1 }` as `const made: any = {}; made.a = 1; return made`."""
    start, value, end = _object_given(edits, node)
    if value is None or not _is_plain(value):
        return
    edits.replace(start, value.start_byte, "{ const made: any = ")
    edits.replace(value.start_byte, value.start_byte + 1, "{};")
    for one in value.children:
        if one.type == ",":
            edits.replace(one.start_byte, one.end_byte, ";")
        elif one.type == "pair":
            key, held = one.children[0], one.children[-1]
            edits.replace(one.start_byte, held.start_byte, f"made.{edits.text(key)} = ")
        elif one.type == "shorthand_property_identifier":
            edits.replace(one.start_byte, one.end_byte, f"made.{edits.text(one)} = {edits.text(one)}")
    edits.replace(value.end_byte - 1, end, "; return made; }")


def _copied(edits: Edits, node: Node) -> None:
    """`return { a: 1 }` as `const base: any = { a: 1 }; return { ...base }`."""
    start, value, end = _object_given(edits, node)
    if value is not None and value.named_children:
        edits.replace(start, value.start_byte, "{ const base: any = ")
        edits.replace(value.end_byte, end, "; return { ...base }; }")


def _waited_together(edits: Edits, node: Node) -> None:
    """`const x = await E` as `const [x] = await Promise.all([E])`."""
    value, name = value_of(node, "value"), value_of(node, "name")
    if node.type != "variable_declarator" or value is None or name is None or value_of(node, "type") is not None:
        return
    if value.type == "await_expression":
        edits.wrap(name, "[", "]")
        edits.wrap(value.named_children[-1], "Promise.all([", "])")


def _named_texts(edits: Edits, node: Node) -> None:
    """`f('text')` as `f(text_1)`, a constant of the module."""
    parent = node.parent
    if node.type != "string" or parent is None or parent.type not in _CONSTANT or is_of_types(node):
        return
    if parent.type != "pair" or value_of(parent, "key") != node:
        name = f"text_{node.start_byte}"
        edits.replace(node.start_byte, node.end_byte, name)
        edits.open(0, node.start_byte, f"const {name} = {edits.text(node)}; ")


def _members_later(edits: Edits, node: Node) -> None:
    """`const { a, b: c } = E` as `const taken = E, a = taken.a, c = taken.b`."""
    name, value, parent = value_of(node, "name"), value_of(node, "value"), node.parent
    if node.type != "variable_declarator" or name is None or value is None or name.type != "object_pattern":
        return
    if parent is None or parent.type != "lexical_declaration" or len(parent.named_children) > 1:
        return
    parts = [(one.children[0], one.children[-1]) if one.children else (one, one) for one in name.named_children]
    keys = all(key.type in ("shorthand_property_identifier_pattern", "property_identifier") for key, _ in parts)
    if keys and all(one.type != "object_pattern" for _, one in parts):
        taken = f"taken_{node.start_byte}"
        edits.replace(name.start_byte, name.end_byte, taken)
        given = "".join(f", {edits.text(one)} = {taken}.{edits.text(key)}" for key, one in parts)
        edits.close(value.end_byte, node.start_byte, given)


def _returned(edits: Edits, node: Node) -> Node | None:
    """What a `return` gives, where it stands on the line of the word."""
    values = [one for one in node.named_children if one.type != "comment"] if node.type == "return_statement" else []
    beside = values and edits.source[node.start_byte : values[0].start_byte].strip() == b"return"
    return values[0] if beside else None


def _object_given(edits: Edits, node: Node) -> tuple[int, Node | None, int]:
    """The object that a `return` or an arrow (`() => ({ a: 1 })`) gives, and where that begins and ends."""
    value, body = _returned(edits, node), value_of(node, "body") if node.type == "arrow_function" else None
    if body is not None and body.type == "parenthesized_expression":
        node, value = body, body.named_children[0]
    return node.start_byte, value if value is not None and value.type == "object" else None, node.end_byte


def _is_plain(node: Node) -> bool:
    """Is it an object of members that have names, without comments?"""
    if node.type != "object" or not node.named_children or holds(node, "comment"):
        return False
    pairs = [one for one in node.named_children if one.type == "pair"]
    named = all(one.children[0].type == "property_identifier" for one in pairs)
    return named and all(one.type in ("pair", "shorthand_property_identifier") for one in node.named_children)


EXPRESSIONS = (
    Rewrite("returned-by-name", _returned_by_name),
    Rewrite("filled-by-statements", _filled_by_statements),
    Rewrite("copied", _copied),
    Rewrite("waited-together", _waited_together),
    Rewrite("named-texts", _named_texts),
    Rewrite("members-later", _members_later),
)
