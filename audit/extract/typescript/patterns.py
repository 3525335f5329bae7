"""Names as they are written: members, constant strings, callees, and what a pattern binds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.names import DYNAMIC, Binding, Target
from audit.extract.typescript.chain import TRANSPARENT, Chain

if TYPE_CHECKING:
    from tree_sitter import Node

_MOST = 200
"""Properties of an object that says how something is done; one with more is a table."""


def member_key(node: Node | None) -> str:
    """The constant name that a member or subscript reads; "*" when it is computed, "*KEY" when a name
    computes it.
    """
    if node is None or node.text is None:
        return DYNAMIC
    if node.type in ("property_identifier", "private_property_identifier"):
        return node.text.decode("utf-8", "replace")
    text = constant_string(node)
    return text if text is not None else DYNAMIC + dotted(node).replace("()", "")


def constant_string(node: Node) -> str | None:
    """The value of a string literal, or of a template without holes; None for anything else."""
    if node.type == "string" or (
        node.type == "template_string"
        and not any(child.type == "template_substitution" for child in node.named_children)
    ):
        text = node.text or b""
        return text[1:-1].decode("utf-8", "replace")
    if node.type == "number":
        return (node.text or b"").decode()
    if node.type in TRANSPARENT and node.named_children:
        return constant_string(node.named_children[0])
    return None


def dotted(node: Node | None) -> str:
    """A callee as dotted text (`jest.mock`, `this.queue.add`); "" for what is no plain member chain."""
    if node is None:
        return ""
    if node.type in ("identifier", "this", "super", "import", "property_identifier"):
        return (node.text or b"").decode("utf-8", "replace")
    if node.type == "member_expression":
        head, key = dotted(node.child_by_field_name("object")), node.child_by_field_name("property")
        return f"{head}.{member_key(key)}" if key is not None else head
    if node.type in TRANSPARENT or node.type == "await_expression":
        return dotted(node.named_children[0]) if node.named_children else ""
    if node.type == "call_expression":
        return dotted(node.child_by_field_name("function")) + "()"
    return ""


def target_of(node: Node) -> Target:
    """The object that a member expression writes to or reads from: its root name and the members between."""
    path: list[str] = []
    while True:
        if node.type in TRANSPARENT and node.named_children:
            node = node.named_children[0]
        elif node.type in ("member_expression", "subscript_expression"):
            key = node.child_by_field_name("property") or node.child_by_field_name("index")
            path.append(member_key(key))
            below = node.child_by_field_name("object")
            if below is None:
                return Target("", node.start_byte, tuple(reversed(path)))
            node = below
        else:
            break
    named = node.type in ("identifier", "this", "super")
    root = (node.text or b"").decode("utf-8", "replace") if named else ""
    return Target(root, node.start_byte, tuple(reversed(path)))


def bindings_of(pattern: Node, path: tuple[str, ...] = ()) -> tuple[Binding, ...]:
    """Every local name a pattern binds, with what is read from the value first."""
    kind = pattern.type
    if kind in ("identifier", "shorthand_property_identifier_pattern"):
        name = (pattern.text or b"").decode("utf-8", "replace")
        step: tuple[str, ...] = (name,) if kind != "identifier" else ()
        return (Binding(name, pattern.start_byte, path + step),)
    found: list[Binding] = []
    for child, step in _pattern_parts(pattern):
        found.extend(bindings_of(child, path + step))
    return tuple(found)


def destructured(chain: Chain) -> Target | None:
    """For a name declared by `const { name } = this.deps`: what it is read from; None for any other
    declaration.
    """
    leaf = len(chain.nodes) - 1
    top = chain.up(leaf, "variable_declarator")
    if top < 0 or top == leaf - 1 or chain.types[top + 1] != "object_pattern" or leaf - top > 3:
        return None
    value = chain.nodes[top].child_by_field_name("value")
    if value is None or value.type not in ("this", "identifier", "member_expression"):
        return None
    return target_of(value)


def _pattern_parts(pattern: Node) -> list[tuple[Node, tuple[str, ...]]]:
    kind = pattern.type
    if kind == "object_pattern":
        return [(child, ()) for child in pattern.named_children]
    if kind == "pair_pattern":
        key, value = pattern.child_by_field_name("key"), pattern.child_by_field_name("value")
        return [(value, (property_name(key),))] if value is not None else []
    if kind in ("assignment_pattern", "object_assignment_pattern"):
        left = pattern.child_by_field_name("left")
        return [(left, ())] if left is not None else []
    if kind == "array_pattern":
        return _items(pattern)
    if kind == "rest_pattern":
        return [(child, ("...",)) for child in pattern.named_children[:1]]
    return []


def _items(pattern: Node) -> list[tuple[Node, tuple[str, ...]]]:
    """The items of `[first, , third]`, each with its position."""
    found: list[tuple[Node, tuple[str, ...]]] = []
    position = 0
    for child in pattern.children:
        position += child.type == ","
        if child.is_named and child.type != "comment":
            found.append((child, (f"[{position}]",)))
    return found


def property_name(node: Node | None) -> str:
    """The name of a property, method or field; as `member_key` when it is computed."""
    if node is None:
        return DYNAMIC
    if node.type == "computed_property_name" and node.named_children:
        return member_key(node.named_children[0])
    return member_key(node)


def values(arguments: Node | None) -> list[Node]:
    """The arguments of a call, without comments."""
    return [child for child in arguments.named_children if child.type != "comment"] if arguments is not None else []


def parameters(function: Node) -> list[tuple[Node, Node]]:
    """Each parameter of a function with its pattern."""
    single = function.child_by_field_name("parameter")
    if single is not None:
        return [(single, single)]
    found = []
    for child in values(function.child_by_field_name("parameters")):
        pattern = child.child_by_field_name("pattern")
        if pattern is not None:
            found.append((child, pattern))
    return found


def neighbours(holder: Node) -> tuple[tuple[str, str], ...]:
    """Properties of an object literal whose values are a name, a member chain or a string, this in single
    quotes; of a table none: each of its properties would hold all the others.
    """
    found = []
    if holder.named_child_count > _MOST:
        return ()
    for pair in holder.named_children:
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        if key is not None and value is not None and value.type in ("identifier", "string", "member_expression"):
            found.append(
                (
                    property_name(key),
                    f"'{constant_string(value)}'" if value.type == "string" else dotted(value),
                )
            )
    return tuple((key, text) for key, text in found if text)


def key_of(member: Node) -> str:
    """The name of a property or method of an object literal."""
    if member.type == "shorthand_property_identifier":
        return (member.text or b"").decode("utf-8", "replace")
    return property_name(member.child_by_field_name("key") or member.child_by_field_name("name"))
