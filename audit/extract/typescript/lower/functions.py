"""Functions and classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.code import Class, Declare, Default, Expr, Field, Function, Name, Parameter, Return, Stmt
from audit.extract.typescript.lower.expressions import expression, values
from audit.extract.typescript.lower.objects import property_key
from audit.extract.typescript.lower.patterns import pattern
from audit.extract.typescript.lower.text import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_KINDS = {
    "arrow_function": "arrow",
    "method_definition": "method",
    "function_signature": "signature",
    "method_signature": "signature",
    "abstract_method_signature": "signature",
}


def function(node: Node) -> Function:
    """A function of any kind. An arrow with an expression body returns it; signatures have no body."""
    name = node.child_by_field_name("name")
    key = property_key(name) if name is not None else ""
    words = {child.type for child in node.children if not child.is_named}
    return Function(
        node.start_byte,
        node.end_byte,
        key if isinstance(key, str) else text_of(name),  # `[Symbol.iterator]`
        _kind(node, words, key),
        _parameters(node),
        _body(node.child_by_field_name("body")),
        is_async="async" in words,
        generator="*" in words or node.type.startswith("generator"),
        returns=_type(node.child_by_field_name("return_type")),
        decorators=decorators(node),
        static="static" in words,
    )


def class_of(node: Node) -> Class:
    """A class with its bases as expressions and its members in order."""
    from audit.extract.typescript.classes import heritage

    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    bases, implements = heritage(node)
    return Class(
        node.start_byte,
        node.end_byte,
        text_of(name),
        tuple(expression(base) for base in bases),
        implements,
        tuple(_members(body)) if body is not None else (),
        (*_before_export(node), *decorators(node)),
    )


def _before_export(node: Node) -> tuple[Expr, ...]:
    """The grammar reads `@d() export class C` as a decorated export."""
    outer = node.parent
    return decorators(outer) if outer is not None and outer.type == "export_statement" else ()


def decorators(node: Node) -> tuple[Expr, ...]:
    """The expressions of the decorators written on a node."""
    return tuple(_decorator(child) for child in node.children if child.type == "decorator")


def _decorator(node: Node) -> Expr:
    return expression(values(node)[0])


def _kind(node: Node, words: set[str], key: object) -> str:
    for accessor in ("get", "set"):
        if accessor in words:
            return accessor
    if node.type == "method_definition" and key == "constructor":
        return "constructor"
    return _KINDS.get(node.type, "function")


def _parameters(node: Node) -> tuple[Parameter, ...]:
    single = node.child_by_field_name("parameter")
    if single is not None:
        return (Parameter(single.start_byte, pattern(single)),)
    many = node.child_by_field_name("parameters")
    return tuple(_parameter(child) for child in values(many) if not _is_this(child)) if many is not None else ()


def _is_this(node: Node) -> bool:
    """Does a parameter only say of which type `this` is? Nobody gives it anything."""
    given = node.child_by_field_name("pattern")
    return given is not None and given.type == "this"


def _parameter(node: Node) -> Parameter:
    given, value = node.child_by_field_name("pattern") or node, node.child_by_field_name("value")
    target = pattern(given)
    if value is not None:
        target = Default(given.start_byte, target, expression(value))
    return Parameter(
        given.start_byte,
        target,
        _type(node.child_by_field_name("type")),
        rest=given.type == "rest_pattern",
        optional=node.type == "optional_parameter",
        field=any(child.type in ("accessibility_modifier", "readonly", "override_modifier") for child in node.children),
        decorators=decorators(node),
    )


def _type(node: Node | None) -> str:
    """The text of a type annotation, without its colon."""
    return text_of(node).lstrip(":").strip() if node is not None else ""


def _body(node: Node | None) -> tuple[Stmt, ...]:
    from audit.extract.typescript.lower.statements import block

    if node is None:
        return ()
    if node.type == "statement_block":
        return block(node)
    return (Return(node.start_byte, expression(node)),)


def _members(body: Node) -> list[Function | Field]:
    """Decorators that stand before a member belong to it."""
    found: list[Function | Field] = []
    waiting: list[Expr] = []
    for child in values(body):
        if child.type == "decorator":
            waiting.append(_decorator(child))
            continue
        member = _member(child, tuple(waiting))
        waiting = []
        if member is not None:
            found.append(member)
    return found


def _member(node: Node, before: tuple[Expr, ...]) -> Function | Field | None:
    from msgspec.structs import replace

    if node.type == "method_definition":
        made = function(node)
        return replace(made, decorators=before + made.decorators) if before else made
    if node.type == "public_field_definition":
        name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        key = property_key(name)
        return Field(
            name.start_byte if name is not None else node.start_byte,
            key if isinstance(key, str) else "",
            expression(value) if value is not None else None,
            _type(node.child_by_field_name("type")),
            static=any(child.type == "static" for child in node.children),
            decorators=before + decorators(node),
        )
    if node.type == "class_static_block":
        run = _body(node.child_by_field_name("body"))
        return Function(node.start_byte, node.end_byte, "", "static", (), run, static=True)
    return None


def declared(node: Node) -> Stmt:
    """A function or class declaration."""
    name = node.child_by_field_name("name")
    at = name.start_byte if name is not None else node.start_byte
    if "class" in node.type:
        return Declare(node.start_byte, "class", Name(at, text_of(name)), class_of(node))
    return Declare(node.start_byte, "function", Name(at, text_of(name)), function(node))
