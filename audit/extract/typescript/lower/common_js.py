"""What CommonJS exports without a name of its own gets one, so that it is followed as a declared name is.

`exports.load = async () => …` is lowered as `const exports.load = async () => …`; the dot keeps the name apart from a
`load` of the module, which the function may call. `module.exports = { load: async () => … }` declares its parts
likewise, and then what the module is as a whole, under "=".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts.code import EXPORTED, Declare, Expr, Function, Name, Object, Property, Stmt
from audit.extract.typescript.common_js import assigned
from audit.extract.typescript.lower.expressions import expression, values

if TYPE_CHECKING:
    from tree_sitter import Node


def exported(node: Node) -> tuple[Stmt, ...]:
    """A top-level statement as declarations of what it exports; none where it exports nothing that lacks a name."""
    found = assigned(node)
    if found is None or (found.value.type == "identifier" and "=" not in found.names):
        return ()
    return tuple(_declared(node.start_byte, found.names, found.value))


def _declared(at: int, names: tuple[str, ...], value: Node) -> Iterator[Stmt]:
    made = expression(value)
    if "=" in names and isinstance(made, Object):
        parts = [_part(one, node) for one, node in zip(made.properties, values(value), strict=True)]
        yield from (declared for declared, _ in parts if declared is not None)
        made = replace(made, properties=tuple(one for _, one in parts))
    for name in names:
        target = Name(value.start_byte, name if name == "=" else EXPORTED + name)
        yield Declare(at, "const", target, _named(made, name))
        made = target


def _part(one: Property, node: Node) -> tuple[Declare | None, Property]:
    """A property with a value that has no name yet, as a declaration and the property that reads it."""
    named = node.child_by_field_name("name" if node.type == "method_definition" else "value")
    if not isinstance(one.key, str) or one.kind in ("get", "set") or named is None or isinstance(one.value, Name):
        return None, one
    name = Name(named.start_byte, EXPORTED + one.key)
    return Declare(one.at, "const", name, _named(one.value, one.key)), replace(one, value=name, kind="")


def _named(value: Expr, name: str) -> Expr:
    """A function goes by the name that it is exported under."""
    return replace(value, name=name) if isinstance(value, Function) and not value.name and name != "=" else value
