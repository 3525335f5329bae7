"""What a statement exports in the manner of CommonJS."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.extract.typescript.patterns import dotted

if TYPE_CHECKING:
    from tree_sitter import Node


class Assigned(NamedTuple):
    """A value, and the names under which the module exports it; "=" is the module as a whole."""

    names: tuple[str, ...]
    value: Node


def assigned(statement: Node) -> Assigned | None:
    """`exports.name = value`, `module.exports = value`, `exports = module.exports = value`; None for all else."""
    if statement.type != "expression_statement" or not statement.named_children:
        return None
    value: Node | None = statement.named_children[0]
    names: list[str] = []
    while value is not None and value.type == "assignment_expression":
        target = dotted(value.child_by_field_name("left"))
        if target == "module.exports":
            names.append("=")
        elif target.startswith(("exports.", "module.exports.")):
            names.append(target.rsplit(".", 1)[-1])
        value = value.child_by_field_name("right")
    return Assigned(tuple(dict.fromkeys(names)), value) if names and value is not None else None
