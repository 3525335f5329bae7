"""What a type is given to: the annotated thing, and what is read from it until the type is reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from audit.extract.facts.names import CALL, DYNAMIC, PARAMETER, TYPEOF, Declared
from audit.extract.typescript.chain import FUNCTIONS, Chain
from audit.extract.typescript.functions import parameter_access, position_of
from audit.extract.typescript.patterns import bindings_of, constant_string, dotted, member_key
from audit.extract.typescript.uses import is_getter, returned_to, use_of

if TYPE_CHECKING:
    from tree_sitter import Node

_SAME = frozenset(
    ("union_type", "intersection_type", "parenthesized_type", "readonly_type", "type_annotation",
     "type_arguments", "optional_type", "object_type", "interface_body", "asserts", "type_predicate")
)  # fmt: skip
_CLASSES = ("class_declaration", "abstract_class_declaration", "class", "interface_declaration")


def declared_by(chain: Chain) -> Declared:
    """What the type at the chain's leaf is given to."""
    index = len(chain.nodes) - 1
    read, index = _read(chain, index)
    path: list[str] = []
    while index > 0:
        steps = _steps(chain, index)
        if steps is None:
            break
        path.extend(steps)
        index -= 1
    kind = chain.types[index - 1]
    given = _GIVEN.get(kind)
    if given is None and chain.fields[index] == "return_type":
        given = _returned
    return (given or _other)(chain, index - 1, read, tuple(reversed(path)))


def simple_type(node: Node | None) -> str:
    """The one name that a type annotation consists of, also generic or beside undefined; else ""."""
    if node is None:
        return ""
    if node.type in ("type_identifier", "nested_type_identifier"):
        return _text(node)
    if node.type == "generic_type":
        return _text(node.child_by_field_name("name"))
    if node.type in ("type_annotation", "parenthesized_type", "union_type"):
        names = [name for name in map(simple_type, node.named_children) if name]
        return names[0] if len(names) == 1 else ""
    return ""


def _read(chain: Chain, index: int) -> tuple[tuple[str, ...], int]:
    """`ns.Client` reads a member of the name; `typeof ns.Client` too."""
    read: list[str] = []
    while chain.types[index - 1] in ("nested_type_identifier", "nested_identifier", "member_expression"):
        holder = chain.nodes[index - 1]
        last = holder.child_by_field_name("name") or holder.child_by_field_name("property")
        if last is not None and last != chain.nodes[index]:
            read.append(_text(last))
        index -= 1
    return tuple(read), index


def _steps(chain: Chain, index: int) -> tuple[str, ...] | None:
    """The steps that the node around the one at `index` adds, innermost first; None when it is no part of the
    type.
    """
    kind, field = chain.types[index - 1], chain.fields[index]
    if kind in _SAME:
        return ()
    if kind == "generic_type":
        return () if field == "name" else (f"<{_text(chain.nodes[index - 1].child_by_field_name('name'))}>",)
    if kind == "type_query":
        return (TYPEOF,)
    if kind == "array_type":
        return ("<Array>",)
    if kind == "property_signature":
        return (member_key(chain.nodes[index - 1].child_by_field_name("name")),)
    if kind == "index_signature":
        return (DYNAMIC,)
    if kind == "function_type" and field == "return_type":
        return (CALL,)
    if kind in ("method_signature", "abstract_method_signature") and field == "return_type":
        return (CALL, member_key(chain.nodes[index - 1].child_by_field_name("name")))
    if kind in ("required_parameter", "optional_parameter") and chain.types[index - 3] == "function_type":
        return (f"{PARAMETER}{position_of(chain, index - 1)}",)
    if kind == "formal_parameters" and chain.types[index - 2] == "function_type":
        return ()
    return () if kind == "function_type" and field == "parameters" else None


Given = Callable[[Chain, int, tuple[str, ...], tuple[str, ...]], Declared]


def _parameter(chain: Chain, index: int, read: tuple[str, ...], path: tuple[str, ...]) -> Declared:
    """A parameter with an accessibility or `readonly` is a field as well."""
    node = chain.nodes[index]
    pattern = node.child_by_field_name("pattern")
    if pattern is None or chain.types[index - 2] not in FUNCTIONS:
        return _other(chain, index, read, path)
    access = parameter_access(node)
    outer = returned_to(chain, index - 2)
    return Declared(
        "field" if access else "parameter", _text(pattern), pattern.start_byte, read, path, access,
        bindings_of(pattern), outer, position_of(chain, index), _tokens(node),
    )  # fmt: skip


def _variable(chain: Chain, index: int, read: tuple[str, ...], path: tuple[str, ...]) -> Declared:
    name = chain.nodes[index].child_by_field_name("name")
    if name is None:
        return _other(chain, index, read, path)
    return Declared("variable", _text(name), name.start_byte, read, path, bindings=bindings_of(name))


def _field(chain: Chain, index: int, read: tuple[str, ...], path: tuple[str, ...]) -> Declared:
    node = chain.nodes[index]
    name = node.child_by_field_name("name")
    if name is None:
        return _other(chain, index, read, path)
    static = any(child.type == "static" for child in node.children)
    access = "static" if static else _access(node) or "public"
    return Declared("field", member_key(name), name.start_byte, read, path, access, tokens=_tokens(node))


def _owner(chain: Chain, index: int, read: tuple[str, ...], path: tuple[str, ...]) -> Declared:
    """An interface or a type alias."""
    name = chain.nodes[index].child_by_field_name("name")
    return Declared("owner", _text(name), name.start_byte if name is not None else -1, read, path)


def _heritage(chain: Chain, index: int, read: tuple[str, ...], path: tuple[str, ...]) -> Declared:
    owner = chain.nodes[chain.up(index, *_CLASSES)]
    name = owner.child_by_field_name("name")
    at = name.start_byte if name is not None else owner.start_byte
    implements = chain.types[index] == "implements_clause"
    return Declared("implements" if implements else "extends", _text(name), at, read, path)


def _returned(chain: Chain, index: int, read: tuple[str, ...], path: tuple[str, ...]) -> Declared:
    node = chain.nodes[index]
    if chain.types[index] not in FUNCTIONS:  # an overload, or a declaration without a body
        name = node.child_by_field_name("name")
        return Declared("other", _text(name), node.start_byte, read, path)
    outer = returned_to(chain, index)
    if outer is not None and outer.kind == "field" and is_getter(node):
        access = "static" if outer.static else _access(node) or "public"
        return Declared("field", outer.key, outer.start, read, path, access)
    return Declared("return", "", node.start_byte, read, path, outer=outer)


def _asserted(chain: Chain, index: int, read: tuple[str, ...], path: tuple[str, ...]) -> Declared:
    """`value as Type`."""
    return Declared("value", "", chain.nodes[index].start_byte, read, path, outer=use_of(chain, index))


def _argument(chain: Chain, index: int, read: tuple[str, ...], path: tuple[str, ...]) -> Declared:
    """`call<Type>()`."""
    node = chain.nodes[index]
    callee = node.child_by_field_name("function") or node.child_by_field_name("constructor")
    return Declared("argument", dotted(callee), node.start_byte, read, path, outer=use_of(chain, index))


def _other(chain: Chain, index: int, read: tuple[str, ...], path: tuple[str, ...]) -> Declared:
    return Declared("other", "", chain.nodes[index].start_byte, read, path)


def _access(node: Node) -> str:
    return next((_text(child) for child in node.children if child.type == "accessibility_modifier"), "")


def _tokens(node: Node) -> tuple[str, ...]:
    """First arguments of the decorators: names, or strings in single quotes."""
    found = []
    for decorator in (child for child in node.named_children if child.type == "decorator"):
        call = decorator.named_children[0] if decorator.named_children else None
        arguments = call.child_by_field_name("arguments") if call is not None else None
        first = arguments.named_children[0] if arguments is not None and arguments.named_children else None
        if first is not None:
            text = constant_string(first)
            found.append(dotted(first) if text is None else f"'{text}'")
    return tuple(text for text in found if text)


def _text(node: Node | None) -> str:
    return (node.text or b"").decode("utf-8", "replace") if node is not None else ""


_GIVEN: dict[str, Given] = {
    "required_parameter": _parameter,
    "optional_parameter": _parameter,
    "variable_declarator": _variable,
    "public_field_definition": _field,
    "interface_declaration": _owner,
    "type_alias_declaration": _owner,
    "extends_clause": _heritage,
    "class_heritage": _heritage,
    "implements_clause": _heritage,
    "extends_type_clause": _heritage,
    "as_expression": _asserted,
    "type_assertion": _asserted,
    "call_expression": _argument,
    "new_expression": _argument,
}
