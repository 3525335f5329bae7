"""The skeleton of a TypeScript or JavaScript file: imports, exports, loaded modules, top-level statements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from audit.extract.facts.names import Binding
from audit.extract.facts.outline import Damage, Export, Import, Outline, Unit
from audit.extract.typescript.classes import class_heads
from audit.extract.typescript.common_js import assigned
from audit.extract.typescript.loads import loads, originals
from audit.extract.typescript.patterns import bindings_of, constant_string
from audit.extract.typescript.shapes import type_shapes

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

_KINDS = {
    "function_declaration": "function",
    "generator_function_declaration": "function",
    "class_declaration": "class",
    "abstract_class_declaration": "class",
    "lexical_declaration": "variable",
    "variable_declaration": "variable",
}


def outline(tree: Tree, source: bytes, damaged: tuple[Damage, ...] = ()) -> Outline:
    """Imports, exports and units come from the top-level statements, loads from wherever they stand."""
    imports: list[Import] = []
    exports: list[Export] = []
    units: list[Unit] = []
    for statement in tree.root_node.named_children:
        kind = statement.type
        if kind == "comment":
            continue
        if kind == "import_statement":
            imports.extend(_imports(statement))
        elif kind == "export_statement":
            exports.extend(_exports(statement))
            units.extend(_units(_exported_declaration(statement) or statement, exported=True))
        else:
            exports.extend(_common_js(statement))
            units.extend(_units(statement, exported=False))
    shapes = tuple(type_shapes(tree.root_node))
    heads = tuple(class_heads(tree.root_node))
    return Outline(
        tuple(imports),
        tuple(exports),
        (*loads(tree, source), *originals(tree, source)),
        tuple(units),
        heads,
        shapes,
        damaged,
    )


def _imports(statement: Node) -> Iterator[Import]:
    only = _has_word(statement, "type") or _has_word(statement, "typeof")
    required = next((c for c in statement.named_children if c.type == "import_require_clause"), None)
    if required is not None:
        name, module = required.named_children[0], _string(required.child_by_field_name("source"))
        yield Import(module, "=", _text(name), name.start_byte, only)
        return
    module = _string(statement.child_by_field_name("source"))
    clause = next((c for c in statement.named_children if c.type == "import_clause"), None)
    if clause is None:
        yield Import(module, "", "", statement.start_byte)
        return
    for part in clause.named_children:
        if part.type == "identifier":
            yield Import(module, "default", _text(part), part.start_byte, only)
        elif part.type == "namespace_import":
            name = part.named_children[0]
            yield Import(module, "*", _text(name), name.start_byte, only)
        elif part.type == "named_imports":
            yield from _named_imports(module, part, only=only)


def _named_imports(module: str, clause: Node, *, only: bool) -> Iterator[Import]:
    for specifier in clause.named_children:
        if specifier.type != "import_specifier":
            continue
        name, alias = specifier.child_by_field_name("name"), specifier.child_by_field_name("alias")
        local = alias or name
        if name is not None and local is not None:
            typed = only or _has_word(specifier, "type") or _has_word(specifier, "typeof")
            yield Import(module, _text(name).strip("'\""), _text(local), local.start_byte, typed)


def _exports(statement: Node) -> Iterator[Export]:
    only = _has_word(statement, "type")
    source = statement.child_by_field_name("source")
    module = _string(source) if source is not None else ""
    declaration = _exported_declaration(statement)
    if _has_word(statement, "default"):
        yield _default_export(statement, declaration)
    elif declaration is not None:
        yield from _declared_exports(declaration)
    elif _has_word(statement, "="):
        value = statement.named_children[-1]
        yield Export("=", _text(value) if value.type == "identifier" else "", value.start_byte)
    else:
        yield from _export_clause(statement, module, only=only)


def _export_clause(statement: Node, module: str, *, only: bool) -> Iterator[Export]:
    for part in statement.children:
        if part.type == "*":
            yield Export("*", "", part.start_byte, module, "*", only)
        elif part.type == "namespace_export":
            name = part.named_children[0]
            yield Export(_text(name).strip("'\""), "", name.start_byte, module, "*", only)
        elif part.type == "export_clause":
            for specifier in part.named_children:
                named, alias = specifier.child_by_field_name("name"), specifier.child_by_field_name("alias")
                if named is None:
                    continue
                own, shown = _text(named).strip("'\""), _text(alias or named).strip("'\"")
                typed = only or _has_word(specifier, "type")
                yield Export(shown, "" if module else own, named.start_byte, module, own if module else "", typed)


def _default_export(statement: Node, declaration: Node | None) -> Export:
    value = declaration or statement.child_by_field_name("value") or statement.named_children[-1]
    name = value if value.type == "identifier" else value.child_by_field_name("name")
    if name is None or (declaration is None and value.type != "identifier"):
        return Export("default", "", value.start_byte)
    return Export("default", _text(name), name.start_byte)


def _declared_exports(declaration: Node) -> Iterator[Export]:
    typed = declaration.type in ("interface_declaration", "type_alias_declaration")
    for name in _declared_names(declaration):
        yield Export(name.name, name.name, name.at, type_only=typed)


def _declared_names(declaration: Node) -> Iterator[Binding]:
    if declaration.type in ("lexical_declaration", "variable_declaration"):
        for declarator in declaration.named_children:
            pattern = declarator.child_by_field_name("name")
            if pattern is not None:
                yield from bindings_of(pattern)
        return
    if declaration.type == "ambient_declaration" and declaration.named_children:
        yield from _declared_names(declaration.named_children[0])
        return
    name = declaration.child_by_field_name("name")
    if name is not None:
        yield Binding(_text(name), name.start_byte)


def _common_js(statement: Node) -> Iterator[Export]:
    found = assigned(statement)
    if found is None:
        return
    value = found.value
    for name in found.names:
        yield Export(name, _text(value) if value.type == "identifier" else "", value.start_byte)
        if name == "=":
            yield from _object_exports(value)


def _object_exports(value: Node) -> Iterator[Export]:
    if value.type != "object":
        return
    for member in value.named_children:
        if member.type == "shorthand_property_identifier":
            yield Export(_text(member), _text(member), member.start_byte)
        elif member.type == "pair":
            key, held = member.child_by_field_name("key"), member.child_by_field_name("value")
            if key is not None and held is not None:
                local = _text(held) if held.type == "identifier" else ""
                yield Export(_text(key).strip("'\""), local, held.start_byte)
        elif member.type == "method_definition":
            name = member.child_by_field_name("name")
            if name is not None:
                yield Export(_text(name), "", name.start_byte)


def _units(statement: Node, *, exported: bool) -> Iterator[Unit]:
    kind = _KINDS.get(statement.type, "statement")
    names = list(_declared_names(statement)) if kind != "statement" else []
    label = ",".join(name.name for name in names)
    ats = tuple(name.at for name in names)
    yield Unit(label, kind, statement.start_byte, statement.end_byte, exported, ats)  # type: ignore[arg-type]


def _exported_declaration(statement: Node) -> Node | None:
    return statement.child_by_field_name("declaration")


def _has_word(node: Node, word: str) -> bool:
    return any(child.type == word for child in node.children)


def _string(node: Node | None) -> str:
    return (constant_string(node) or "") if node is not None else ""


def _text(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")
