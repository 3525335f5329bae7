"""Functions as values: their parameters, and what they are given to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts.names import Parameter, Use
from audit.extract.typescript.chain import FUNCTIONS, TRANSPARENT, Chain
from audit.extract.typescript.patterns import bindings_of, parameters
from audit.extract.typescript.uses import returned_to

if TYPE_CHECKING:
    from tree_sitter import Node

_HOLDS = {
    "variable_declarator": "value",
    "pair": "value",
    "public_field_definition": "value",
    "assignment_expression": "right",
}


def function_of(node: Node) -> Node | None:
    """The function that a declaration, definition or property is, or whose value is one."""
    if node.type in FUNCTIONS:
        return node
    held = _HOLDS.get(node.type)
    value = node.child_by_field_name(held) if held is not None else None
    while value is not None and value.type in TRANSPARENT and value.named_children:
        value = value.named_children[0]
    return value if value is not None and value.type in FUNCTIONS else None


def parameters_of(function: Node) -> tuple[Parameter, ...]:
    """In order, without `this`."""
    return tuple(
        Parameter(bindings_of(pattern) if pattern.type != "this" else (), parameter_access(whole))
        for whole, pattern in parameters(function)
    )


def parameter_access(node: Node) -> str:
    """The access of the field that a constructor's parameter declares; "" for one that declares none."""
    kinds = [child.type for child in node.children]
    if not any(kind in ("accessibility_modifier", "readonly", "override_modifier") for kind in kinds):
        return ""
    words = (child.text or b"" for child in node.children if child.type == "accessibility_modifier")
    return next(words, b"public").decode()


def position_of(chain: Chain, index: int) -> int:
    """The position of the parameter at `index` of the chain among its neighbours."""
    siblings = [child for child in chain.nodes[index - 1].named_children if child.type != "comment"]
    return next((i for i, child in enumerate(siblings) if child == chain.nodes[index]), 0)


def parameter_use(chain: Chain, leaf: int) -> Use | None:
    """What becomes of the function whose parameter the name is, with the parameter's position as `index`."""
    holder = leaf - 1
    if chain.types[holder] == "arrow_function":
        return _placed(returned_to(chain, holder), 0)
    if chain.types[holder] in ("required_parameter", "optional_parameter") and chain.types[holder - 2] in FUNCTIONS:
        return _placed(returned_to(chain, holder - 2), position_of(chain, holder))
    return None


def _placed(use: Use | None, position: int) -> Use | None:
    return replace(use, index=position) if use is not None else None
