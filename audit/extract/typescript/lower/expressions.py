"""Expressions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from audit.extract.facts.code import (
    Array,
    Assign,
    Await,
    Binary,
    Call,
    Cond,
    Expr,
    ImportCall,
    Index,
    Literal,
    Logical,
    Member,
    Name,
    Sequence,
    Spread,
    Template,
    This,
    Unary,
    Yield,
)  # fmt: skip
from audit.extract.typescript.lower.literals import constant, number, regex, string, template_parts
from audit.extract.typescript.lower.nesting import enter, leave
from audit.extract.typescript.lower.text import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_LOGICAL = frozenset(("&&", "||", "??"))


def expression(node: Node | None) -> Expr:
    """Any expression; what is not modelled becomes a Sequence of its parts that is marked as not known."""
    if node is None:
        return Literal(0, None, "undefined")
    enter()
    made = _RULES.get(node.type, _unknown)(node)
    leave()
    return made


def arguments_of(node: Node | None) -> tuple[Expr, ...]:
    """The arguments of a call; none for `new C`."""
    return tuple(expression(child) for child in values(node)) if node is not None else ()


def values(node: Node) -> list[Node]:
    """Named children without comments."""
    return [child for child in node.named_children if child.type != "comment"]


def name_of(node: Node) -> Expr:
    """A name that is read; `undefined` is a value."""
    text = text_of(node)
    return Literal(node.start_byte, None, "undefined") if text == "undefined" else Name(node.start_byte, text)


def inner(node: Node) -> Expr:
    """The expression inside: of parentheses, a type assertion, a spread, a hole of a template."""
    inside = values(node)
    return expression(inside[0]) if inside else Literal(node.start_byte, None, "undefined")


def _field(node: Node, name: str) -> Expr:
    return expression(node.child_by_field_name(name))


def _unknown(node: Node) -> Expr:
    return Sequence(node.start_byte, tuple(expression(child) for child in values(node)), known=False)


def _this(node: Node) -> Expr:
    return This(node.start_byte, node.type)


def _assertion(node: Node) -> Expr:
    """`<T>value`: the value comes last."""
    return expression(values(node)[-1])


def _member(node: Node) -> Expr:
    key = node.child_by_field_name("property")
    at = key.start_byte if key is not None else node.start_byte
    return Member(at, _field(node, "object"), text_of(key), _is_optional(node))


def _subscript(node: Node) -> Expr:
    key, held = _field(node, "index"), _field(node, "object")
    if isinstance(key, Literal) and isinstance(key.value, str):
        return Member(key.at, held, key.value, _is_optional(node))
    return Index(node.start_byte, held, key, _is_optional(node))


def _is_optional(node: Node) -> bool:
    return any(child.type in ("optional_chain", "?.") for child in node.children)


def _call(node: Node) -> Expr:
    callee, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if arguments is not None and arguments.type == "template_string":
        return _template(arguments, expression(callee), node.start_byte)
    if callee is not None and callee.type == "import":
        given = arguments_of(arguments)
        return ImportCall(node.start_byte, given[0] if given else Literal(node.start_byte, None))
    return Call(
        node.start_byte, expression(callee), arguments_of(arguments), node.end_byte, optional=_is_optional(node)
    )


def _new(node: Node) -> Expr:
    given = arguments_of(node.child_by_field_name("arguments"))
    return Call(node.start_byte, _field(node, "constructor"), given, node.end_byte, new=True)


def _await(node: Node) -> Expr:
    return Await(node.start_byte, inner(node))


def _yield(node: Node) -> Expr:
    inside = values(node)
    delegate = any(child.type == "*" for child in node.children)
    return Yield(node.start_byte, expression(inside[0]) if inside else None, delegate)


def _unary(node: Node) -> Expr:
    return Unary(node.start_byte, text_of(node.child_by_field_name("operator")), _field(node, "argument"))


def _binary(node: Node) -> Expr:
    sign = text_of(node.child_by_field_name("operator"))
    left, right = _field(node, "left"), _field(node, "right")
    if sign in _LOGICAL:
        return Logical(node.start_byte, sign, left, right)
    return Binary(node.start_byte, sign, left, right)


def _ternary(node: Node) -> Expr:
    return Cond(node.start_byte, _field(node, "condition"), _field(node, "consequence"), _field(node, "alternative"))


def _assignment(node: Node) -> Expr:
    from audit.extract.typescript.lower.patterns import pattern

    sign = node.child_by_field_name("operator")
    return Assign(
        node.start_byte, pattern(node.child_by_field_name("left")), _field(node, "right"), text_of(sign) or "="
    )


def _update(node: Node) -> Expr:
    from audit.extract.typescript.lower.patterns import pattern

    target = node.child_by_field_name("argument")
    return Assign(node.start_byte, pattern(target), Literal(node.start_byte, 1), "+=")


def _template_string(node: Node) -> Expr:
    return _template(node, None, node.start_byte)


def _template(node: Node, tag: Expr | None, at: int) -> Expr:
    parts, holes = template_parts(node)
    if tag is None and not holes:
        return Literal(at, parts[0])
    return Template(at, parts, tuple(inner(hole) for hole in holes), tag)


def _object(node: Node) -> Expr:
    from audit.extract.typescript.lower.objects import object_of

    return object_of(node)


def _array(node: Node) -> Expr:
    return Array(node.start_byte, tuple(expression(child) for child in values(node)))


def _spread(node: Node) -> Expr:
    return Spread(node.start_byte, inner(node))


def _sequence(node: Node) -> Expr:
    return Sequence(node.start_byte, tuple(expression(child) for child in values(node)))


def _function(node: Node) -> Expr:
    from audit.extract.typescript.lower.functions import function

    return function(node)


def _class(node: Node) -> Expr:
    from audit.extract.typescript.lower.functions import class_of

    return class_of(node)


def _jsx(node: Node) -> Expr:
    from audit.extract.typescript.lower.jsx import jsx

    return jsx(node)


_RULES: dict[str, Callable[[Node], Expr]] = {
    "identifier": name_of,
    "undefined": constant(value=None, kind="undefined"),
    "this": _this,
    "super": _this,
    "member_expression": _member,
    "nested_identifier": _member,
    "subscript_expression": _subscript,
    "call_expression": _call,
    "new_expression": _new,
    "await_expression": _await,
    "yield_expression": _yield,
    "unary_expression": _unary,
    "binary_expression": _binary,
    "ternary_expression": _ternary,
    "assignment_expression": _assignment,
    "augmented_assignment_expression": _assignment,
    "update_expression": _update,
    "parenthesized_expression": inner,
    "as_expression": inner,
    "satisfies_expression": inner,
    "non_null_expression": inner,
    "instantiation_expression": inner,
    "type_assertion": _assertion,
    "jsx_expression": inner,
    "string": string,
    "template_string": _template_string,
    "number": number,
    "regex": regex,
    "true": constant(value=True),
    "false": constant(value=False),
    "null": constant(value=None),
    "object": _object,
    "array": _array,
    "spread_element": _spread,
    "sequence_expression": _sequence,
    "arrow_function": _function,
    "function_expression": _function,
    "generator_function": _function,
    "class": _class,
    "jsx_element": _jsx,
    "jsx_self_closing_element": _jsx,
    "jsx_fragment": _jsx,
}
