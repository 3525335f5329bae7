"""Statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts.code import (
    Block,
    Case,
    Declare,
    Do,
    Expr,
    If,
    Jump,
    Literal,
    Loop,
    Name,
    Object,
    Property,
    Return,
    Stmt,
    Switch,
    Throw,
    Try,
)  # fmt: skip
from audit.extract.typescript.lower.expressions import expression, values
from audit.extract.typescript.lower.functions import declared
from audit.extract.typescript.lower.nesting import enter, leave
from audit.extract.typescript.lower.objects import property_key
from audit.extract.typescript.lower.patterns import pattern
from audit.extract.typescript.lower.text import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

Stmts = tuple[Stmt, ...]


def statement(node: Node) -> Stmts:
    """One statement of the source as zero or more statements; types and imports are none."""
    rule = _RULES.get(node.type)
    if rule is not None:
        enter()
        made = rule(node)
        leave()
        return made
    if node.type in _SILENT:
        return ()
    return (Do(node.start_byte, expression(node)),)


def block(node: Node | None) -> Stmts:
    """The statements inside braces, or the one statement that stands without them."""
    if node is None:
        return ()
    if node.type not in ("statement_block", "program", "else_clause"):
        return statement(node)
    if node.type == "else_clause":
        inside = values(node)
        return block(inside[0]) if inside else ()
    return tuple(made for child in values(node) for made in statement(child))


def _variables(node: Node) -> Stmts:
    kind = node.child_by_field_name("kind")
    word = text_of(kind) if kind is not None else node.children[0].type
    return tuple(_variable(child, word) for child in values(node) if child.type == "variable_declarator")


def _variable(node: Node, kind: str) -> Stmt:
    value, given = node.child_by_field_name("value"), node.child_by_field_name("type")
    made = expression(value) if value is not None else None
    typed = text_of(given).lstrip(": ") or _said(value)
    return Declare(node.start_byte, kind, pattern(node.child_by_field_name("name")), made, typed)


def _said(value: Node | None) -> str:
    """The type that stands behind a value (`container.get(TOKEN) as Service`); what is only `const` is none."""
    if value is None or value.type != "as_expression":
        return ""
    text = text_of(value.named_children[-1])
    return text if text != "const" and len(value.named_children) > 1 else ""


def _declared(node: Node) -> Stmts:
    return (declared(node),)


def _exported(node: Node) -> Stmts:
    declaration, value = node.child_by_field_name("declaration"), node.child_by_field_name("value")
    if declaration is not None:
        return statement(declaration)
    if value is not None:
        return (Declare(node.start_byte, "const", Name(value.start_byte, "default"), expression(value)),)
    inside = values(node)
    if any(child.type == "=" for child in node.children) and inside:
        return (Declare(node.start_byte, "const", Name(inside[-1].start_byte, "="), expression(inside[-1])),)
    return ()


def _do(node: Node) -> Stmts:
    """The grammar reads `namespace N { … }` as an expression statement."""
    inside = values(node)
    if inside and inside[0].type == "internal_module":
        return _namespace(inside[0])
    return (Do(node.start_byte, expression(inside[0])),) if inside else ()


def _value(node: Node) -> Expr | None:
    inside = values(node)
    return expression(inside[0]) if inside else None


def _return(node: Node) -> Stmts:
    return (Return(node.start_byte, _value(node)),)


def _throw(node: Node) -> Stmts:
    return (Throw(node.start_byte, _value(node)),)


def _if(node: Node) -> Stmts:
    then, other = block(node.child_by_field_name("consequence")), block(node.child_by_field_name("alternative"))
    return (If(node.start_byte, expression(node.child_by_field_name("condition")), then, other),)


def _for_in(node: Node) -> Stmts:
    operator, kind = node.child_by_field_name("operator"), node.child_by_field_name("kind")
    sort = "in" if operator is not None and operator.type == "in" else "of"
    target, over = pattern(node.child_by_field_name("left")), expression(node.child_by_field_name("right"))
    body = block(node.child_by_field_name("body"))
    return (Loop(node.start_byte, sort, target, over, body, declares=text_of(kind)),)


def _for(node: Node) -> Stmts:
    first, test = node.child_by_field_name("initializer"), node.child_by_field_name("condition")
    step = node.child_by_field_name("increment")
    begin = statement(first) if first is not None and first.type != "empty_statement" else ()
    if test is not None and test.type in ("expression_statement", "empty_statement"):
        test = next(iter(values(test)), None)
    over = expression(test) if test is not None else None
    after = expression(step) if step is not None else None
    return (Loop(node.start_byte, "for", None, over, block(node.child_by_field_name("body")), begin, after),)


def _while(node: Node) -> Stmts:
    kind = "do" if node.type == "do_statement" else "while"
    test = expression(node.child_by_field_name("condition"))
    return (Loop(node.start_byte, kind, None, test, block(node.child_by_field_name("body"))),)


def _switch(node: Node) -> Stmts:
    body = node.child_by_field_name("body")
    cases = tuple(_case(child) for child in values(body)) if body is not None else ()
    return (Switch(node.start_byte, expression(node.child_by_field_name("value")), cases),)


def _case(node: Node) -> Case:
    test = node.child_by_field_name("value")
    inside = [made for child in node.children_by_field_name("body") for made in statement(child)]
    return Case(node.start_byte, expression(test) if test is not None else None, tuple(inside))


def _try(node: Node) -> Stmts:
    handler, final = node.child_by_field_name("handler"), node.child_by_field_name("finalizer")
    caught = handler.child_by_field_name("parameter") if handler is not None else None
    handled = block(handler.child_by_field_name("body")) if handler is not None else None
    body, last = block(node.child_by_field_name("body")), block(final.child_by_field_name("body")) if final else ()
    return (Try(node.start_byte, body, pattern(caught) if caught is not None else None, handled, last),)


def _block(node: Node) -> Stmts:
    return (Block(node.start_byte, block(node)),)


def _jump(node: Node) -> Stmts:
    return (Jump(node.start_byte, node.type.removesuffix("_statement"), text_of(node.child_by_field_name("label"))),)


def _labeled(node: Node) -> Stmts:
    label, body = text_of(node.child_by_field_name("label")), statement(values(node)[-1])
    if len(body) == 1 and isinstance(body[0], Loop):
        return (replace(body[0], label=label),)
    return (Block(node.start_byte, body, label=label),)


def _enum(node: Node) -> Stmts:
    """An enum is an object; members without a value count upwards."""
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    members = tuple(_enum_member(child, i) for i, child in enumerate(values(body))) if body is not None else ()
    at = name.start_byte if name is not None else node.start_byte
    return (Declare(node.start_byte, "enum", Name(at, text_of(name)), Object(node.start_byte, members)),)


def _enum_member(node: Node, count: int) -> Property:
    if node.type == "enum_assignment":
        value = expression(node.child_by_field_name("value"))
        return Property(node.start_byte, property_key(node.child_by_field_name("name")), value)
    return Property(node.start_byte, property_key(node), Literal(node.start_byte, count))


def _namespace(node: Node) -> Stmts:
    """`namespace N { … }`: its statements, then an object that holds what it exports."""
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    if body is None or name is None:
        return ()
    exported = [
        Property(made.target.at, made.target.name, Name(made.target.at, made.target.name))
        for child in values(body)
        if child.type == "export_statement"
        for made in statement(child)
        if isinstance(made, Declare) and isinstance(made.target, Name)
    ]
    held = Object(node.start_byte, tuple(exported))
    return (*block(body), Declare(node.start_byte, "const", Name(name.start_byte, text_of(name)), held))


def _import_alias(node: Node) -> Stmts:
    """`import A = N.B` inside TypeScript code."""
    inside = values(node)
    if len(inside) < 2:
        return ()
    return (Declare(node.start_byte, "const", Name(inside[0].start_byte, text_of(inside[0])), expression(inside[1])),)


_SILENT = frozenset(
    ("import_statement", "interface_declaration", "type_alias_declaration", "empty_statement", "comment",
     "debugger_statement", "ambient_declaration", "function_signature", "hash_bang_line", "statement_identifier")
)  # fmt: skip

_RULES: dict[str, Callable[[Node], Stmts]] = {
    "lexical_declaration": _variables,
    "variable_declaration": _variables,
    "function_declaration": _declared,
    "generator_function_declaration": _declared,
    "class_declaration": _declared,
    "abstract_class_declaration": _declared,
    "export_statement": _exported,
    "expression_statement": _do,
    "return_statement": _return,
    "throw_statement": _throw,
    "if_statement": _if,
    "for_in_statement": _for_in,
    "for_statement": _for,
    "while_statement": _while,
    "do_statement": _while,
    "switch_statement": _switch,
    "try_statement": _try,
    "statement_block": _block,
    "break_statement": _jump,
    "continue_statement": _jump,
    "labeled_statement": _labeled,
    "enum_declaration": _enum,
    "internal_module": _namespace,
    "module": _namespace,
    "import_alias": _import_alias,
}
