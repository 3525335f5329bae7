"""Every call of a tree, in the order of the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

_EXPRESSION_OF: Final = frozenset(("as_expression", "satisfies_expression"))
_TYPE: Final = frozenset(
    ("asserts", "constraint", "extends_type_clause", "index_type_query", "interface_body",
     "nested_type_identifier", "type_alias_declaration", "type_annotation", "type_arguments",
     "type_parameters", "type_predicate", "type_query", "type_predicate_annotation", "asserts_annotation",
     "mapped_type_clause", "property_signature", "implements_clause")
)  # fmt: skip


def calls(tree: Tree) -> Iterator[Node]:
    """Nodes of calls, `new`, tagged templates, `super()` and `import()`; a type `import('m').T` is none.

    All have the callee in the field "function", `new` has it in "constructor".
    """
    cursor, descend = tree.walk(), True
    while True:
        if descend and cursor.goto_first_child():
            pass
        elif not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return
            descend = False
            continue
        node = cursor.node
        assert node is not None
        descend = node.type not in _TYPE
        if node.type in ("call_expression", "new_expression") and not in_type(node):
            yield node


def in_type(call: Node) -> bool:
    """Is this `import('m')`, which the grammar reads as a call, a part of a type?"""
    callee = call.child_by_field_name("function")
    if callee is None or callee.type != "import":
        return False
    node, parent = call, call.parent
    while parent is not None:
        kind = parent.type
        if kind in _TYPE or kind.endswith("_type"):
            return True
        if kind in _EXPRESSION_OF:
            return parent.named_child(0) != node
        if kind != "member_expression":
            return False
        node, parent = parent, parent.parent
    return False
