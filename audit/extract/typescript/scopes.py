"""Which names a file declares where, and in which span each declaration is visible (ECMAScript scoping)."""

from __future__ import annotations

from typing import NamedTuple

from audit.extract.typescript.chain import FUNCTIONS, Chain

_BLOCKS = (
    "statement_block",
    "program",
    "for_statement",
    "for_in_statement",
    "switch_body",
    "class_static_block",
)
_HOISTS = (*FUNCTIONS, "program", "class_static_block", "internal_module", "module")
_PATTERNS = (
    "object_pattern", "pair_pattern", "array_pattern", "rest_pattern", "assignment_pattern",
    "object_assignment_pattern",
)  # fmt: skip
_NAMED = {
    "function_declaration": "function",
    "generator_function_declaration": "function",
    "function_signature": "signature",
    "class_declaration": "class",
    "abstract_class_declaration": "class",
    "enum_declaration": "enum",
    "internal_module": "namespace",
    "module": "namespace",
    "interface_declaration": "interface",
    "type_alias_declaration": "type",
}


class Declaration(NamedTuple):
    """A declaring occurrence: its shape, and the span of bytes in which the name is visible."""

    shape: str
    scope: tuple[int, int]


def declaration(chain: Chain) -> Declaration | None:
    """The declaration that the chain's leaf makes, None when the leaf declares nothing."""
    leaf = len(chain.nodes) - 1
    parent, field = chain.types[leaf - 1], chain.fields[leaf]
    if field == "name" and parent in _NAMED:
        ambient = parent == "function_signature" and chain.types[leaf - 2] == "ambient_declaration"
        return Declaration("function" if ambient else _NAMED[parent], _span(chain, chain.up(leaf - 2, *_BLOCKS)))
    if field == "name" and parent in ("function_expression", "generator_function", "class"):
        return Declaration("class" if parent == "class" else "function", _span(chain, leaf - 1))
    if parent == "import_alias" and chain.nodes[leaf - 1].named_children[0] == chain.leaf:
        return Declaration("alias", _span(chain, chain.up(leaf - 2, *_BLOCKS)))
    if parent == "type_parameter" and field == "name":
        return Declaration("type", _span(chain, max(leaf - 3, 0)))
    return _pattern(chain, leaf)


def _pattern(chain: Chain, leaf: int) -> Declaration | None:
    """Names bound by a variable, a parameter, a loop or a catch clause, also by destructuring."""
    top = leaf
    while chain.types[top - 1] in _PATTERNS:
        if chain.fields[top] in ("right", "key") or chain.types[top] == "computed_property_name":
            return None  # a default value, or a property's name
        top -= 1
    holder, field = chain.types[top - 1], chain.fields[top]
    if holder == "variable_declarator" and field == "name":
        return _variable(chain, top)
    if holder in ("required_parameter", "optional_parameter") and field in ("pattern", "name", None):
        return Declaration("parameter", _span(chain, _owner(chain, top))) if _binds(chain, top) else None
    if holder == "arrow_function" and field == "parameter":
        return Declaration("parameter", _span(chain, top - 1))
    if holder == "catch_clause" and field == "parameter":
        return Declaration("catch", _span(chain, top - 1))
    if holder == "for_in_statement" and field == "left":
        return _loop(chain, top)
    return None


def _binds(chain: Chain, top: int) -> bool:
    """The pattern of a parameter comes first; what follows is its type and its default value."""
    node = chain.nodes[top - 1].child_by_field_name("pattern")
    return node is not None and node.start_byte == chain.nodes[top].start_byte


def _variable(chain: Chain, top: int) -> Declaration:
    statement = chain.nodes[top - 2]
    if chain.types[top - 2] == "variable_declaration":
        return Declaration("var", _span(chain, chain.up(top - 2, *_HOISTS)))
    kind = statement.child_by_field_name("kind")
    shape = kind.type if kind is not None else "const"
    return Declaration(shape, _span(chain, chain.up(top - 2, *_BLOCKS)))


def _loop(chain: Chain, top: int) -> Declaration | None:
    kind = chain.nodes[top - 1].child_by_field_name("kind")
    if kind is None:
        return None
    scope = chain.up(top - 1, *_HOISTS) if kind.type == "var" else top - 1
    return Declaration(kind.type, _span(chain, scope))


def _owner(chain: Chain, index: int) -> int:
    """The function (or signature) whose parameter stands at `index`."""
    while index > 0 and chain.types[index] != "formal_parameters":
        index -= 1
    return max(index - 1, 0)


def _span(chain: Chain, index: int) -> tuple[int, int]:
    """Bytes of the scope; a namespace's block is found as its `statement_block`, the program as the whole
    file.
    """
    if index <= 0:
        return WHOLE_FILE
    node = chain.nodes[index]
    return (node.start_byte, node.end_byte)


WHOLE_FILE = (0, 1 << 40)
"""However long the file is: what is added at its end is no news of what stands before."""
_BRANCHES = {
    "if_statement": ("consequence", "alternative"),
    "ternary_expression": ("consequence", "alternative"),
    "binary_expression": ("right",),
    "for_statement": ("body", "increment"),
    "for_in_statement": ("body",),
    "while_statement": ("body",),
}
_LOOPS = ("for_statement", "for_in_statement", "while_statement", "do_statement")
_PARTS = ("statement_block", "switch_case", "switch_default", "program")


def namespace_of(chain: Chain) -> tuple[str, int] | None:
    """The namespace that exports what the leaf declares: its name and the offset of the name."""
    exported = chain.up(len(chain.nodes) - 1, "export_statement", "statement_block")
    if exported < 2 or chain.types[exported] != "export_statement" or chain.types[exported - 1] != "statement_block":
        return None
    name = chain.nodes[exported - 2].child_by_field_name("name")
    if chain.types[exported - 2] not in ("internal_module", "module") or name is None or name.type != "identifier":
        return None
    return (name.text or b"").decode("utf-8", "replace"), name.start_byte


def function_at(chain: Chain) -> int:
    """Where the innermost function starts, -1 outside of all."""
    index = chain.up(len(chain.nodes) - 1, *FUNCTIONS)
    return chain.nodes[index].start_byte if index >= 0 else -1


def passed_after(chain: Chain, index: int) -> tuple[int, int]:
    """The span that is only reached after the assignment at `index`: from its end to that of its block or
    branch.
    """
    start = chain.nodes[index].end_byte
    while index > 0 and chain.types[index] not in _PARTS and chain.types[index] not in FUNCTIONS:
        if chain.fields[index] in _BRANCHES.get(chain.types[index - 1], ()):
            break
        index -= 1
    return start, chain.nodes[index].end_byte if index > 0 else WHOLE_FILE[1]


def loop_around(chain: Chain, index: int) -> tuple[int, int]:
    """The outermost loop around the node within its function; an empty span when there is none."""
    found = (0, 0)
    while index > 0 and chain.types[index] not in FUNCTIONS:
        if chain.types[index] in _LOOPS:
            found = (chain.nodes[index].start_byte, chain.nodes[index].end_byte)
        index -= 1
    return found
