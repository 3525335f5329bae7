"""Calls that the grammar misreads without an error: where they stand, and which bytes to blank so that it
reads them.

- ``sql<Row[]>`…` `` is read as two comparisons;
- `await f<T>(x)` calls the result of `await f`;
- `f<typeof import('m')>()` is lost;
- in `!a.b()!.c()` the non-null mark takes the negation in;
- `a < b && c > (d)` is read as a call with type arguments;
- an arrow function with a block is called by what stands in parentheses on the next line;
- `using a = b` assigns to a name that nothing declares.

Candidates come from the bytes; the tree that holds the mistake says which of them are misread, and that
they are no text of a string, a comment, a template, a regular expression or JSX.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from audit.extract.typescript.grammar.rewrites import Edit, blank
from audit.extract.typescript.grammar.typeargs import opening

if TYPE_CHECKING:
    from tree_sitter import Node

_ARGUMENTS_END: Final = re.compile(rb">(?<!=>)\s*(?:(?:/\*[^*]*\*/|//[^\n]*\n)\s*)*[(`]")
_BLOCK_END: Final = re.compile(rb"}[ \t]*\r?\n\s*[(\[`]")
_USING: Final = re.compile(rb"using(?<![\w$]using)[ \t]+(?=[A-Za-z_$])")
_AWAITED: Final = re.compile(rb"await[ \t]+$")
_NON_NULL: Final = re.compile(rb"!(?<=[\w$)\]}>\"'`]!)\s*(?:[(\[`.]|\?\.)")

_NEAR: Final = 20
"""Bytes in which `await` stands before `using`."""

_NO_CALLEE: Final = frozenset(
    ("arrow_function", "as_expression", "assignment_expression", "augmented_assignment_expression",
     "await_expression", "binary_expression", "satisfies_expression", "ternary_expression",
     "type_assertion", "unary_expression", "update_expression", "yield_expression")
)  # fmt: skip
_TEXT: Final = frozenset(
    ("comment", "escape_sequence", "html_character_reference", "html_comment", "jsx_text", "regex_flags",
     "regex_pattern", "string", "string_fragment", "template_string", "hash_bang_line")
)  # fmt: skip
_WELL_READ: Final = frozenset(
    ("arrow_function", "call_signature", "construct_signature", "constructor_type", "function_declaration",
     "function_expression", "function_signature", "function_type", "generic_type", "jsx_closing_element",
     "jsx_opening_element", "jsx_self_closing_element", "method_definition", "method_signature",
     "new_expression", "abstract_method_signature", "generator_function", "generator_function_declaration",
     "type_parameters")
)  # fmt: skip


def misread(source: bytes, root: Node, tick: Callable[[], None]) -> Iterator[Edit]:
    """What to write so that the grammar no longer misreads a call, given the tree it makes of `source` now.

    `tick` is called before anything that may take long.
    """
    for hit in _ARGUMENTS_END.finditer(source):
        leaf = token_at(root, hit.start())
        if leaf is not None:
            tick()
            yield from _type_arguments(source, root, leaf, hit.start())
    for hit in _BLOCK_END.finditer(source):
        if _call_of_arrow(root, hit.end() - 1) is not None:
            yield from _semicolon(source, hit.start() + 1, hit.end() - 1)
    for hit in _USING.finditer(source):
        leaf = token_at(root, hit.start())
        if leaf is not None and leaf.type == "using" and leaf.parent is not None and not leaf.parent.is_error:
            before = _AWAITED.search(source, max(0, hit.start() - _NEAR), hit.start())
            start = before.start() if before is not None else hit.start()
            yield Edit(start, b"const".ljust(hit.end() - start))
    for hit in _NON_NULL.finditer(source):
        leaf = token_at(root, hit.start())
        if leaf is not None and _takes_operator_in(leaf):
            yield blank(source, hit.start(), hit.start() + 1)


def beyond_repair(source: bytes, root: Node) -> Iterator[tuple[int, int]]:
    """Regions in which the grammar misreads a call and no byte can be spared to tell it so."""
    for hit in _BLOCK_END.finditer(source):
        call = _call_of_arrow(root, hit.end() - 1)
        if call is not None:
            yield call.byte_range


def token_at(root: Node, at: int) -> Node | None:
    """The token at the byte offset `at`, None when the tree reads that as text."""
    node = root.descendant_for_byte_range(at, at + 1)
    return None if node is None or (node.is_named and node.type in _TEXT) else node


def _type_arguments(source: bytes, root: Node, leaf: Node, close: int) -> Iterator[Edit]:
    parent = leaf.parent  # the leaf is `>`, or an operator `>>` that ends in it
    if parent is None or parent.type in _WELL_READ:
        return
    if parent.type != "type_arguments" or _callee_is_wrong(parent):
        start = opening(source, close)
        if start >= 0 and token_at(root, start) is not None:
            yield blank(source, start, close + 1)
    elif source.find(b"&&", parent.start_byte, parent.end_byte) >= 0 and opening(source, close) < 0:
        yield Edit(parent.start_byte, b"|")  # `a < b && c > (d)`: binds as loosely as needed, opens no types


def _callee_is_wrong(arguments: Node) -> bool:
    owner = arguments.parent
    if owner is None or owner.type in _WELL_READ:
        return False
    callee = owner.child_by_field_name("function") if owner.type == "call_expression" else None
    return callee is None or callee.type in _NO_CALLEE


def _call_of_arrow(root: Node, at: int) -> Node | None:
    """The call whose arguments start at `at` and whose callee is an arrow function, which no call can be."""
    leaf = token_at(root, at)
    owner = leaf.parent.parent if leaf is not None and leaf.parent is not None else None
    if owner is None or owner.type != "call_expression":
        return None
    callee = owner.child_by_field_name("function")
    return owner if callee is not None and callee.type == "arrow_function" else None


def _semicolon(source: bytes, start: int, end: int) -> Iterator[Edit]:
    """In place of a space; between two tokens with nothing but one line break there is room for none."""
    for at in range(start, end):
        if source[at] in b" \t":
            yield Edit(at, b";")
            return


def _takes_operator_in(leaf: Node) -> bool:
    parent = leaf.parent
    if parent is None or parent.type != "non_null_expression":
        return parent is not None and parent.is_error
    inner = parent.named_children
    if inner and inner[0].type == "new_expression":
        return inner[0].child_by_field_name("arguments") is None
    return bool(inner) and inner[0].type in _NO_CALLEE
