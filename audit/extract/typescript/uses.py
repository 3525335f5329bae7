"""What becomes of the value of an expression: the use that its surroundings make of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts.names import AWAIT, NEW, Binding, Given, Use
from audit.extract.typescript.chain import FUNCTIONS, Chain
from audit.extract.typescript.ends import (
    assignment,
    base_class,
    declarator,
    decorated,
    defaulted,
    export_value,
    field_value,
    import_alias,
    is_static,
    loop,
    made,
    other,
    plain,
)
from audit.extract.typescript.patterns import (
    bindings_of,
    dotted,
    key_of,
    member_key,
    neighbours,
    parameters,
    property_name,
    values,
)

if TYPE_CHECKING:
    from tree_sitter import Node


def use_of(chain: Chain, index: int) -> Use:
    """The use of the expression at `index` of the chain, after every member that is read from it."""
    path: list[str] = []
    at = chain.nodes[index].start_byte
    maybe = False
    while True:
        index = chain.outside(index)
        parent, field = chain.types[index - 1], chain.fields[index]
        if parent in ("member_expression", "subscript_expression") and field == "object":
            key = chain.nodes[index - 1].child_by_field_name("property" if parent == "member_expression" else "index")
            if key is None or not key.is_missing:  # `f<T>?.()` is read as a member without a name
                path.append(member_key(key))
                at = key.start_byte if key is not None else at
        elif parent == "nested_identifier" and field == "object":
            key = chain.nodes[index - 1].child_by_field_name("property")
            path.append(member_key(key))
            at = key.start_byte if key is not None else at
        elif parent == "await_expression":
            path.append(AWAIT)
        elif parent == "new_expression" and field == "constructor":
            path.append(NEW)
        elif _passes_on(chain, index):
            maybe = maybe or parent != "sequence_expression"
        else:
            break
        index -= 1
    rule = _RULES.get(parent, other)
    use = rule(chain, index)
    return replace(use, path=tuple(path), at=at, maybe=maybe)


def _passes_on(chain: Chain, index: int) -> bool:
    """The value may be the value of the surrounding expression: a branch, an operand of `||`, the last of a
    sequence.
    """
    parent, field = chain.types[index - 1], chain.fields[index]
    if parent == "ternary_expression":
        return field in ("consequence", "alternative")
    if parent == "binary_expression":
        operator = chain.nodes[index - 1].child_by_field_name("operator")
        sign = operator.type if operator is not None else ""
        return sign in ("||", "??") or (sign == "&&" and field == "right")
    if parent == "sequence_expression":
        return chain.nodes[index - 1].named_children[-1] == chain.nodes[index]
    return False


def _call(chain: Chain, index: int) -> Use:
    if chain.fields[index] != "function":
        return other(chain, index)
    call = chain.nodes[index - 1]
    return made("call", call, outer=use_of(chain, index - 1), given=tuple(_given(call)))


def _given(call: Node) -> Iterator[Given]:
    """What the parameters of the functions bind that are written as arguments, and the names of others."""
    for position, value in enumerate(values(call.child_by_field_name("arguments"))):
        if value.type in FUNCTIONS:
            for index, (_, pattern) in enumerate(parameters(value)):
                yield Given(position, index, bindings_of(pattern))
        elif value.type in ("identifier", "member_expression") and (name := dotted(value)):
            yield Given(position, -1, (Binding(name, value.start_byte),))


def _argument(chain: Chain, index: int) -> Use:
    call, arguments = chain.nodes[index - 2], chain.nodes[index - 1]
    callee = call.child_by_field_name("function") or call.child_by_field_name("constructor")
    last = callee
    if last is not None and last.type == "member_expression":
        last = last.child_by_field_name("property")
    position = next((i for i, child in enumerate(values(arguments)) if child == chain.nodes[index]), -1)
    callee_at = last.start_byte if last is not None else -1
    outer = use_of(chain, index - 2)
    bindings = _bound_at_once(callee, position)
    return made(
        "argument", call, callee=dotted(callee), callee_at=callee_at, index=position, outer=outer, bindings=bindings
    )


def _bound_at_once(callee: Node | None, position: int) -> tuple[Binding, ...]:
    """`((client) => …)(value)`: what the parameter binds."""
    while callee is not None and callee.type == "parenthesized_expression" and callee.named_children:
        callee = callee.named_children[0]
    given = list(parameters(callee)) if callee is not None and callee.type in FUNCTIONS else []
    return bindings_of(given[position][1]) if 0 <= position < len(given) else ()


def _pair(chain: Chain, index: int) -> Use:
    if chain.fields[index] != "value":
        return other(chain, index)
    key = property_name(chain.nodes[index - 1].child_by_field_name("key"))
    beside = neighbours(chain.nodes[index - 2])
    return made("property", chain.nodes[index - 1], key=key, outer=use_of(chain, index - 2), beside=beside)


def _object(chain: Chain, index: int) -> Use:
    node, outer = chain.nodes[index], use_of(chain, index - 1)
    if node.type == "shorthand_property_identifier":
        return made("property", node, key=(node.text or b"").decode("utf-8", "replace"), outer=outer)
    return other(chain, index)


def _assignment(chain: Chain, index: int) -> Use:
    """`(this.client ??= value)`: what is assigned is also what the expression gives."""
    use = assignment(chain, index)
    if use.kind == "inspect" or chain.types[index - 2] == "expression_statement":
        return use
    return replace(use, outer=use_of(chain, index - 1))


def _inside(kind: str) -> Callable[[Chain, int], Use]:
    """The value is put into the surrounding expression, whose own use is `outer`."""
    return lambda chain, index: made(kind, chain.nodes[index], outer=use_of(chain, index - 1))


def _spread(chain: Chain, index: int) -> Use:
    """`{...value}`, `[...value]`, `f(...value)`: what becomes of the object, array or call around it."""
    around = index - 2 if chain.types[index - 2] != "arguments" else index - 3
    later = [node for node in chain.nodes[index - 2].named_children if node.start_byte > chain.nodes[index].start_byte]
    keys = tuple((key_of(node), "") for node in later if chain.types[index - 2] == "object")
    return made("spread", chain.nodes[index], outer=use_of(chain, around), beside=keys)


def _arrow(chain: Chain, index: int) -> Use:
    return _return(chain, index) if chain.fields[index] == "body" else other(chain, index)


def _return(chain: Chain, index: int) -> Use:
    """Given back by the innermost function; what a getter gives back is the value of a field."""
    function = chain.up(index - 1, *FUNCTIONS)
    if function < 0:
        return made("return", chain.nodes[index])
    outer = returned_to(chain, function)
    if is_getter(chain.nodes[function]) and outer is not None:
        return outer
    return made("return", chain.nodes[index], outer=outer)


def is_getter(function: Node) -> bool:
    """`get name() { … }`."""
    return function.type == "method_definition" and any(child.type == "get" for child in function.children)


def returned_to(chain: Chain, function: int) -> Use | None:
    """What becomes of the function at the index: a declared one is given to its name, a method to its class
    or object.
    """
    node = chain.nodes[function]
    name = node.child_by_field_name("name")
    if chain.types[function] in ("arrow_function", "function_expression", "generator_function"):
        return use_of(chain, function)
    if name is None:
        return None
    if chain.types[function] != "method_definition":
        return made("assign", name, bindings=bindings_of(name))
    if chain.types[function - 1] == "object":
        holder = chain.nodes[function - 1]
        return made(
            "property",
            node,
            key=property_name(name),
            outer=use_of(chain, function - 1),
            beside=neighbours(holder),
        )
    return made("field", name, key=property_name(name), static=is_static(node))


def _jsx(chain: Chain, index: int) -> Use:
    """An attribute is a property of the one argument of the component."""
    element = chain.nodes[index - 3] if chain.types[index - 2] == "jsx_attribute" else None
    name = element.child_by_field_name("name") if element is not None else None
    if name is None:
        return made("jsx", chain.nodes[index])
    key = (chain.nodes[index - 2].named_children[0].text or b"").decode("utf-8", "replace")
    last = name.child_by_field_name("property") or name
    outer = made("argument", name, callee=dotted(name), callee_at=last.start_byte, index=0)
    return made("property", chain.nodes[index], key=key, outer=outer)


def _base_class(chain: Chain, index: int) -> Use:
    """What a class extends; of one without a place of its own in the file also its members, and what becomes of it."""
    found = base_class(chain, index)
    at = chain.up(index - 1, "class_declaration", "abstract_class_declaration", "class")
    whole = chain.nodes[at]
    name, body = whole.child_by_field_name("name"), whole.child_by_field_name("body")
    keys = [one.child_by_field_name("name") for one in body.named_children] if body is not None else []
    members = tuple((member_key(key), "") for key in keys if key is not None)
    outer = use_of(chain, at) if whole.type == "class" else None
    named = Binding((name.text or b"").decode("utf-8", "replace"), name.start_byte) if name is not None else None
    return replace(found, beside=members, outer=outer, bindings=(named,) if named is not None else ())


_RULES: dict[str, Callable[[Chain, int], Use]] = {
    "call_expression": _call,
    "arguments": _argument,
    "variable_declarator": declarator,
    "assignment_expression": _assignment,
    "augmented_assignment_expression": _assignment,
    "pair": _pair,
    "object": _object,
    "spread_element": _spread,
    "array": _inside("element"),
    "return_statement": _return,
    "yield_expression": _return,
    "arrow_function": _arrow,
    "required_parameter": defaulted,
    "optional_parameter": defaulted,
    "assignment_pattern": defaulted,
    "object_assignment_pattern": defaulted,
    "public_field_definition": field_value,
    "export_statement": export_value,
    "for_in_statement": loop,
    "class_heritage": _base_class,
    "extends_clause": _base_class,
    "import_alias": import_alias,
    "jsx_expression": _jsx,
    "jsx_opening_element": plain("jsx"),
    "jsx_self_closing_element": plain("jsx"),
    "jsx_closing_element": plain("inspect"),
    "decorator": decorated,
    "binary_expression": plain("inspect"),
    "unary_expression": plain("inspect"),
    "if_statement": plain("inspect"),
    "ternary_expression": plain("inspect"),
    "while_statement": plain("inspect"),
    "switch_statement": plain("inspect"),
    "expression_statement": plain("discard"),
    "template_substitution": plain("inspect"),
}
