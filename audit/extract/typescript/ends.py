"""Uses that end the way of an expression: its value is given to names, members, fields, or to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts.names import DYNAMIC, Binding, Use
from audit.extract.typescript.chain import TRANSPARENT, Chain
from audit.extract.typescript.patterns import bindings_of, property_name, target_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node


def declarator(chain: Chain, index: int) -> Use:
    """`const a = value`, also where a pattern takes the value apart."""
    pattern = chain.nodes[index - 1].child_by_field_name("name")
    if chain.fields[index] != "value" or pattern is None:
        return other(chain, index)
    return made("assign", chain.nodes[index - 1], bindings=bindings_of(pattern))


def assignment(chain: Chain, index: int) -> Use:
    """`a = value` and `o.member = value`; what stands left of the sign is only looked at."""
    whole = chain.nodes[index - 1]
    left = whole.child_by_field_name("left")
    if chain.fields[index] != "right" or left is None:
        return made("inspect", chain.nodes[index])  # the object whose member is written
    while left.type in TRANSPARENT and left.named_children:
        left = left.named_children[0]
    if left.type in ("member_expression", "subscript_expression"):
        return made("store", whole, target=target_of(left))
    return made("assign", whole, bindings=bindings_of(left))


def defaulted(chain: Chain, index: int) -> Use:
    """`(a = value)` and `{ a = value }`; with the key of a parameter that is a field, too."""
    whole = chain.nodes[index - 1]
    pattern = whole.child_by_field_name("pattern") or whole.child_by_field_name("left")
    if chain.fields[index] not in ("value", "right") or pattern is None:
        return other(chain, index)
    bindings = bindings_of(pattern)
    if pattern.type == "shorthand_property_identifier_pattern":
        bindings = (replace(bindings[0], path=()),)  # of the value that is missing nothing is read
    return made("default", whole, bindings=bindings, key=bindings[0].name if bindings and _is_field(whole) else "")


def field_value(chain: Chain, index: int) -> Use:
    """`class C { name = value }`."""
    whole = chain.nodes[index - 1]
    name = whole.child_by_field_name("name")
    kind = "field" if chain.fields[index] == "value" else "other"
    return made(kind, whole, key=property_name(name), static=is_static(whole))


def loop(chain: Chain, index: int) -> Use:
    """`for (const x of value)`: the elements go to the loop's variables."""
    whole = chain.nodes[index - 1]
    left = whole.child_by_field_name("left")
    if chain.fields[index] != "right" or left is None:
        return other(chain, index)
    return made("assign", whole, bindings=bindings_of(left, (DYNAMIC,)))


def import_alias(chain: Chain, index: int) -> Use:
    """`import name = ns.member`."""
    whole = chain.nodes[index - 1]
    name = whole.named_children[0]
    if name == chain.nodes[index]:
        return other(chain, index)
    return made("assign", whole, bindings=(Binding((name.text or b"").decode("utf-8", "replace"), name.start_byte),))


def base_class(chain: Chain, index: int) -> Use:
    """`callee_at` is where the class starts."""
    whole = chain.nodes[chain.up(index - 1, "class_declaration", "abstract_class_declaration", "class")]
    return made("extends", chain.nodes[index], callee_at=whole.start_byte)


def decorated(chain: Chain, index: int) -> Use:
    """`@Inject(TOKEN) name: Type`: the decorated parameter or field."""
    decorated = chain.nodes[index - 2]
    pattern = decorated.child_by_field_name("pattern") or decorated.child_by_field_name("name")
    bindings = bindings_of(pattern) if pattern is not None else ()
    kind = chain.types[index - 2]
    field = kind == "public_field_definition" or _is_field(decorated)
    key = property_name(pattern) if field and pattern is not None and pattern.type == "property_identifier" else ""
    if field and bindings:
        key = bindings[0].name
    return made("decorator", decorated, bindings=bindings, key=key)


def _is_field(parameter: Node) -> bool:
    return any(child.type in ("accessibility_modifier", "readonly") for child in parameter.children)


def export_value(chain: Chain, index: int) -> Use:
    """`export default value` and `export = value`."""
    signs = {child.type for child in chain.nodes[index - 1].children}
    return made("export", chain.nodes[index], key="default" if "default" in signs else "=")


def plain(kind: str) -> Callable[[Chain, int], Use]:
    """A use of which no more is to be said than its kind."""
    return lambda chain, index: made(kind, chain.nodes[index])


def is_static(member: Node) -> bool:
    """Does a member belong to the class itself?"""
    return any(child.type == "static" for child in member.children)


def other(chain: Chain, index: int) -> Use:
    """A use that no rule knows."""
    return made("other", chain.nodes[index])


def made(kind: str, node: Node, **more: object) -> Use:
    """A use that spans a node."""
    return Use(kind, 0, node.start_byte, node.end_byte, **more)  # type: ignore[arg-type]
