"""Every occurrence of a name in a TypeScript or JavaScript file, resolved within the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts.names import TYPEOF, Occurrence, Target, Use
from audit.extract.typescript.chain import Chain, chain_at, identifier_offsets
from audit.extract.typescript.enclosing import enclosing
from audit.extract.typescript.functions import function_of, parameter_use, parameters_of
from audit.extract.typescript.patterns import bindings_of, constant_string, destructured, dotted, target_of
from audit.extract.typescript.scopes import (
    WHOLE_FILE,
    declaration,
    function_at,
    loop_around,
    namespace_of,
    passed_after,
)
from audit.extract.typescript.types import declared_by, simple_type
from audit.extract.typescript.uses import use_of

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

_BODIES = ("statement_block", "class_body", "interface_body")
_CLAUSES = ("import_specifier", "export_specifier", "import_statement", "export_statement")
_TYPE_SPACE = frozenset(("interface", "type"))
_VISIBLE_AS_TYPE = frozenset(("class", "enum", "interface", "type", "import", "namespace", "alias"))
_KEYED = frozenset(
    ("pair", "method_definition", "public_field_definition", "property_signature", "pair_pattern",
     "method_signature", "abstract_method_signature", "jsx_attribute", "enum_assignment", "enum_body")
)  # fmt: skip


def occurrences(tree: Tree, source: bytes, name: str) -> tuple[Occurrence, ...]:
    """Occurrences of `name` as an identifier, or as a string of exactly that text, in order."""
    raw = name.encode()
    found = []
    for at in identifier_offsets(source, raw):
        chain = chain_at(tree, at)
        leaf = chain.leaf
        if leaf.start_byte == at and leaf.end_byte == at + len(raw):
            occurrence = _classify(chain, at)
            if occurrence is not None:
                found.append(occurrence)
    return _bind(found)


def _classify(chain: Chain, at: int) -> Occurrence | None:
    kind = chain.types[-1]
    if kind in ("property_identifier", "private_property_identifier"):
        found = _property(chain, at)
    elif kind == "string_fragment":
        found = _string(chain, at)
    elif kind in (
        "identifier",
        "type_identifier",
        "shorthand_property_identifier",
        "shorthand_property_identifier_pattern",
    ):
        found = _identifier(chain, at)
    else:
        return None
    names, class_at, class_name = enclosing(chain)
    return replace(found, enclosing=names, class_at=class_at, class_name=class_name, function=function_at(chain))


def _property(chain: Chain, at: int) -> Occurrence:
    leaf = len(chain.nodes) - 1
    parent = chain.types[leaf - 1]
    if parent == "member_expression":
        return _member(chain, at, leaf - 1)
    if parent in ("nested_type_identifier", "nested_identifier"):
        return Occurrence(at, "member", target=None)
    return _key(chain, at, parent)


def _key(chain: Chain, at: int, shape: str) -> Occurrence:
    """A member of an object, class or enum; in a pattern, what is read from the value."""
    holder = chain.nodes[-2]
    if shape == "pair_pattern":
        value = holder.child_by_field_name("value")
        use = Use("assign", at, at, holder.end_byte, bindings=bindings_of(value)) if value is not None else None
        return Occurrence(at, "key", use=use, target=destructured(chain), shape=shape)
    return replace(_held(Occurrence(at, "key", shape=shape), holder), target=_owner_of(chain))


def _held(found: Occurrence, holder: Node) -> Occurrence:
    """With what the declaration or definition says about its value."""
    function = function_of(holder)
    value = holder.child_by_field_name("value")
    text = constant_string(value) if value is not None else None
    params = parameters_of(function) if function is not None else None
    made = _made(value)
    named = made if made == "this" else simple_type(holder.child_by_field_name("type")) or made
    return replace(found, params=params, value=text or "", type=named)


def _made(value: Node | None) -> str:
    """The type of what is made by `new Type()`, and of `this`."""
    if value is not None and value.type == "new_expression":
        return dotted(value.child_by_field_name("constructor"))
    return "this" if value is not None and value.type == "this" else ""


def _owner_of(chain: Chain) -> Target | None:
    """The enum or the object variable that a key belongs to."""
    index = chain.up(len(chain.nodes) - 2, "enum_declaration", "variable_declarator", *_BODIES)
    name = chain.nodes[index].child_by_field_name("name") if index > 0 else None
    if name is None or chain.types[index] in _BODIES or name.type not in ("identifier", "type_identifier"):
        return None
    return Target((name.text or b"").decode("utf-8", "replace"), name.start_byte)


def _member(chain: Chain, at: int, whole: int) -> Occurrence:
    holder = chain.nodes[whole].child_by_field_name("object")
    target = target_of(holder) if holder is not None else None
    outer = chain.outside(whole)
    if _is_written(chain, outer):
        return Occurrence(at, "write", target=target)
    use = use_of(chain, whole)
    return Occurrence(at, "member", use=use if use.path else replace(use, at=at), target=target)


def _string(chain: Chain, at: int) -> Occurrence:
    """`ns["name"]` is a member; any other string of that text is only text."""
    string = len(chain.nodes) - 2
    index = chain.outside(string)
    if chain.types[index - 1] == "subscript_expression" and chain.fields[index] == "index":
        return _member(chain, at, index - 1)
    use = use_of(chain, string)
    return Occurrence(at, "text", use=use)


def _identifier(chain: Chain, at: int) -> Occurrence:
    leaf = len(chain.nodes) - 1
    parent, field = chain.types[leaf - 1], chain.fields[leaf]
    special = _module_level(chain, at, leaf)
    if special is not None:
        return special
    if parent in _KEYED and field in ("name", "key"):
        return _key(chain, at, parent)
    declares = declaration(chain)
    if declares is not None:
        found = Occurrence(
            at,
            "declaration",
            bound=at,
            shape=declares.shape,
            scope=declares.scope,
            target=destructured(chain),
        )
        if declares.shape != "parameter" and parent != "import_alias":
            found = replace(found, namespace=namespace_of(chain))
        if declares.shape == "parameter":
            found = replace(found, use=parameter_use(chain, leaf))
        return _held(found, chain.nodes[leaf - 1])
    if chain.types[-1] == "type_identifier" or parent in ("type_query", "nested_type_identifier"):
        return Occurrence(at, "type", declared=declared_by(chain))
    if chain.types[-1] == "shorthand_property_identifier_pattern" or _is_written(chain, leaf):
        return _written(chain, at, leaf)
    if chain.up(leaf, "type_query") > 0:
        return Occurrence(at, "type", declared=declared_by(chain))
    return Occurrence(at, "reference", use=use_of(chain, leaf))


def _module_level(chain: Chain, at: int, leaf: int) -> Occurrence | None:
    """Names in import and export clauses."""
    parent, field, holder = chain.types[leaf - 1], chain.fields[leaf], chain.nodes[leaf - 1]
    if parent == "import_specifier":
        if field == "name" and holder.child_by_field_name("alias") is not None:
            return Occurrence(at, "key", shape=parent)
        return Occurrence(at, "import", bound=at, shape="import", scope=WHOLE_FILE, type_only=_type_only(chain, leaf))
    if parent in ("import_clause", "namespace_import", "import_require_clause"):
        return Occurrence(at, "import", bound=at, shape="import", scope=WHOLE_FILE, type_only=_type_only(chain, leaf))
    if parent == "export_specifier":
        return _exported(chain, at, leaf, holder)
    if parent == "namespace_export":
        return Occurrence(at, "key", shape=parent)
    return None


def _exported(chain: Chain, at: int, leaf: int, holder: Node) -> Occurrence:
    statement = chain.nodes[chain.up(leaf, "export_statement")]
    if chain.fields[leaf] == "alias" or statement.child_by_field_name("source") is not None:
        return Occurrence(at, "key", shape="export_specifier")
    alias = holder.child_by_field_name("alias") or holder.child_by_field_name("name")
    key = (alias.text or b"").decode("utf-8", "replace") if alias is not None else ""
    use = Use("export", at, holder.start_byte, holder.end_byte, key=key.strip("'\""))
    return Occurrence(at, "export", use=use, type_only=_type_only(chain, leaf))


def _type_only(chain: Chain, leaf: int) -> bool:
    """`import type …`, `export type …`, or `{ type name }`."""
    for index in range(leaf - 1, 0, -1):
        words = chain.nodes[index].children[:2] if chain.types[index] in _CLAUSES else ()
        if any(child.type in ("type", "typeof") for child in words):
            return True
    return False


def _written(chain: Chain, at: int, leaf: int) -> Occurrence:
    """`||=` and its like leave the earlier value possible: nothing is only reached after them."""
    whole = chain.up(leaf, "assignment_expression", "augmented_assignment_expression")
    always = whole > 0 and chain.types[whole] == "assignment_expression"
    after = passed_after(chain, whole) if always else (0, 0)
    return Occurrence(at, "write", scope=after, loop=loop_around(chain, leaf))


def _is_written(chain: Chain, index: int) -> bool:
    parent, field = chain.types[index - 1], chain.fields[index]
    if parent in ("assignment_expression", "augmented_assignment_expression") and field == "left":
        return True
    return parent in ("array_pattern", "pair_pattern", "rest_pattern", "update_expression") or (
        parent in ("assignment_pattern", "object_assignment_pattern") and field == "left"
    )


def _bind(found: list[Occurrence]) -> tuple[Occurrence, ...]:
    """Give each reference the innermost declaration whose scope holds it."""
    declared = [o for o in found if o.bound >= 0]
    if not declared:
        return tuple(found)
    return tuple(o if o.bound >= 0 else replace(o, bound=_innermost(o, declared)) for o in found)


def _innermost(occurrence: Occurrence, declared: list[Occurrence]) -> int:
    """Of a function with overloads it is the one with a body, which stands last."""
    if occurrence.role not in ("reference", "export", "type", "write"):
        return -1
    best, width, overload = -1, -1, False
    for one in declared:
        start, end = one.scope
        if not start <= occurrence.at < end or not _visible(occurrence, one):
            continue
        if width < 0 or end - start < width or (end - start == width and overload):
            best, width, overload = one.at, end - start, one.shape == "signature"
    return best


def _visible(occurrence: Occurrence, declared: Occurrence) -> bool:
    if occurrence.role == "type" and occurrence.declared is not None and TYPEOF not in occurrence.declared.path:
        return declared.shape in _VISIBLE_AS_TYPE
    return declared.shape not in _TYPE_SPACE or occurrence.role == "export"
