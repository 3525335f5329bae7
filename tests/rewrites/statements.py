"""The same statements in another order of blocks, functions and exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.rewrites.rewriting import FUNCTIONS, Rewrite, value_of

if TYPE_CHECKING:
    from tree_sitter import Node

    from tests.rewrites.rewriting import Edits

_LEAVING = ("return_statement", "throw_statement")


def _in_else(edits: Edits, node: Node) -> None:
    """`if (a) return b; c` as `if (a) return b; else { c }`."""
    block = node.parent
    if node.type != "if_statement" or value_of(node, "alternative") is not None or block is None:
        return
    then = value_of(node, "consequence")
    within = then.named_children if then is not None and then.type == "statement_block" else []
    last = within[-1] if within else then
    if block.type == "statement_block" and last is not None and last.type in _LEAVING:
        edits.close(node.end_byte, node.start_byte, " else {")
        edits.open(block.end_byte - 1, node.start_byte, "}")


def _thrown_on(edits: Edits, node: Node) -> None:
    """A body in `try { … } catch (thrown) { throw thrown; }`."""
    body = value_of(node, "body") if node.type in FUNCTIONS else None
    name = value_of(node, "name")
    if body is not None and body.type == "statement_block" and (name is None or edits.text(name) != "constructor"):
        edits.close(body.start_byte + 1, body.start_byte, " try {")
        edits.open(body.end_byte - 1, body.end_byte, "} catch (thrown) { throw thrown; }")


def _functions_as_constants(edits: Edits, node: Node) -> None:
    """`function f() {}` as `const f = function f() {};`."""
    name, parent = value_of(node, "name"), node.parent
    if node.type != "function_declaration" or name is None or parent is None:
        return
    default = any(one.type == "default" for one in parent.children)
    if parent.type in ("export_statement", "program") and not default:
        edits.wrap(node, f"const {edits.text(name)} = ", ";")


def _exported_below(edits: Edits, node: Node) -> None:
    """`export function f() {}` as `function f() {}`, and `export { f };` at the end of the file."""
    declared = value_of(node, "declaration") if node.type == "export_statement" else None
    if declared is None or declared.type not in ("function_declaration", "lexical_declaration"):
        return
    holders = declared.named_children if declared.type == "lexical_declaration" else [declared]
    names = [value_of(one, "name") for one in holders]
    if all(one is not None and one.type == "identifier" for one in names):
        edits.replace(node.start_byte, declared.start_byte, "")
        edits.tail += [f"export {{ {edits.text(one)} }};" for one in names if one is not None]


STATEMENTS = (
    Rewrite("in-else", _in_else),
    Rewrite("thrown-on", _thrown_on),
    Rewrite("functions-as-constants", _functions_as_constants),
    Rewrite("exported-below", _exported_below),
)
