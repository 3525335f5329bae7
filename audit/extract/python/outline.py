"""The skeleton of a Python file: imports, exports, top-level statements, classes.

Python exports every name of its top level, imported ones too. Imports inside functions are among the imports;
their offsets tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from audit.extract.facts.outline import ClassHead, Export, Import, Load, Outline, TypeShape, Unit
from audit.extract.python.bindings import binding
from audit.extract.python.enclosing import enclosing, keyword_at
from audit.extract.python.imports import imported
from audit.extract.python.scopes import is_overload
from audit.extract.python.targets import bindings_of
from audit.extract.python.tree import Tree
from audit.extract.python.uses import use_of
from audit.extract.python.values import dotted, string_value

_LOADERS = ("importlib.import_module", "import_module", "__import__")

Top = cst.BaseSmallStatement | cst.BaseCompoundStatement


def outline(tree: Tree) -> Outline:
    """Imports from wherever they stand, exports and units from the top level, classes from any depth."""
    imports = tuple(
        Import(one.module, one.name, one.local, one.at)
        for statement in tree.imports
        for one in imported(tree, statement)
    )
    units = tuple(_unit(tree, statement) for statement in top_level(tree))
    heads = tuple(_head(tree, node) for node in tree.classes)
    types = tuple(_types(tree))
    return Outline(imports, tuple(_exports(tree)), tuple(_loads(tree)), units, heads, types, damaged=tree.damaged)


def top_level(tree: Tree) -> list[Top]:
    """The statements that are lowered one by one: `a = 1; b = 2` are two."""
    found: list[Top] = []
    for line in tree.module.body:
        if isinstance(line, cst.SimpleStatementLine):
            found.extend(line.body)
        elif isinstance(line, cst.BaseCompoundStatement):
            found.append(line)
    return found


def _types(tree: Tree) -> Iterator[TypeShape]:
    """Names of the module for types that `Annotated` makes."""
    for one in top_level(tree):
        made = one.value if isinstance(one, (cst.Assign, cst.AnnAssign, cst.TypeAlias)) else None
        if isinstance(made, cst.Subscript) and dotted(made.value).rsplit(".", 1)[-1] == "Annotated":
            for name in (bound for target in _targets(one) for bound in bindings_of(tree, target)):
                yield TypeShape(name.name, tree.start(one), tree.text(made))


def _unit(tree: Tree, statement: Top) -> Unit:
    start, end = tree.span(statement)
    if isinstance(statement, (cst.FunctionDef, cst.ClassDef)):
        kind = "class" if isinstance(statement, cst.ClassDef) else "function"
        first = statement.decorators[0] if statement.decorators else None
        start = tree.start(first) if first is not None else keyword_at(tree, statement)
        if is_overload(statement):
            return Unit("", "statement", start, end, exported=False)
        return Unit(statement.name.value, kind, start, end, exported=True)  # type: ignore[arg-type]
    names = ",".join(one.name for target in _targets(statement) for one in bindings_of(tree, target))
    return Unit(names, "variable" if names else "statement", start, end, exported=bool(names))


def _targets(statement: Top) -> list[cst.BaseExpression]:
    if isinstance(statement, cst.Assign):
        return [one.target for one in statement.targets]
    if isinstance(statement, cst.TypeAlias):
        return [statement.name]
    return [statement.target] if isinstance(statement, (cst.AnnAssign, cst.AugAssign)) else []


def _exports(tree: Tree) -> Iterator[Export]:
    """Every name bound in the module's scope, at its first place; `from m import *` passes names on."""
    found: dict[str, int] = {}
    for text, nodes in tree.names():
        for node in nodes:
            if isinstance(node, cst.Name) and text not in found:
                bound = binding(tree, node)
                if bound is not None and bound.scope is tree.module:
                    found[text] = tree.start(node)
    for name, at in sorted(found.items(), key=lambda item: item[1]):
        yield Export(name, name, at)
    for statement in tree.imports:
        for one in imported(tree, statement):
            if one.name == "*" and not one.local:
                yield Export("*", "", one.at, one.module, "*")


def _loads(tree: Tree) -> Iterator[Load]:
    """`importlib.import_module("m")` and `__import__("m")` with constant names."""
    for word in ("import_module", "__import__"):
        for node in tree.named(word):
            whole = tree.parent(node) if isinstance(tree.parent(node), cst.Attribute) else node
            call = tree.parent(whole)
            if not isinstance(call, cst.Call) or call.func is not whole or dotted(whole) not in _LOADERS:
                continue
            module = string_value(call.args[0].value) if call.args else None
            if module is not None:
                start, end = tree.span(call)
                yield Load(module, start, start, end, "import", use_of(tree, call), enclosing(tree, call)[0])


def _head(tree: Tree, node: cst.ClassDef) -> ClassHead:
    bases = tuple(text for arg in node.bases if not arg.star and (text := _base(arg.value)))
    members = dict.fromkeys(_members(tree, node))
    return ClassHead(node.name.value, tree.start(node.name), keyword_at(tree, node), bases, members=tuple(members))


def _base(node: cst.BaseExpression) -> str:
    """`Base`, `module.Base`, and `Base` of `Base[T]`."""
    return dotted(node.value if isinstance(node, cst.Subscript) else node)


def _members(tree: Tree, node: cst.ClassDef) -> Iterator[str]:
    """Methods and variables that stand directly in the class body."""
    for line in node.body.body:
        if isinstance(line, (cst.FunctionDef, cst.ClassDef)):
            yield line.name.value
        elif isinstance(line, cst.SimpleStatementLine):
            given = [one for one in line.body if isinstance(one, (cst.Assign, cst.AnnAssign))]
            for target in (target for one in given for target in _targets(one)):
                yield from (one.name for one in bindings_of(tree, target))
