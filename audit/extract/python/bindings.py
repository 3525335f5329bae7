"""Which names bind: assignments, loops, parameters, functions, classes, imports, patterns."""

from __future__ import annotations

from typing import NamedTuple

import libcst as cst

from audit.extract.python.scopes import Scope, binding_scope, is_overload, scope_of
from audit.extract.python.tree import Tree


class Bound(NamedTuple):
    """A binding name: how it binds, and the scope whose name it is."""

    shape: str
    scope: Scope


def binding(tree: Tree, name: cst.Name) -> Bound | None:
    """How an identifier binds; None where it does not."""
    shape = _shape(tree, name)
    if not shape:
        return None
    parent = tree.parent(name)
    if shape == "type" and not isinstance(parent, cst.TypeAlias):
        return Bound(shape, _generic(tree, name))
    scope = binding_scope(tree, name, walrus=isinstance(parent, cst.NamedExpr))
    return Bound(shape, _declared_elsewhere(tree, name.value, scope) or scope)


def module_name(tree: Tree, name: cst.CSTNode) -> bool:
    """Whether an identifier is part of the dotted name of a module that is imported."""
    below = name
    for child, parent in tree.around(name):
        if isinstance(parent, cst.ImportFrom):
            return child is parent.module
        if isinstance(parent, cst.ImportAlias):
            return child is parent.name and isinstance(tree.parent(parent), cst.Import)
        if not isinstance(parent, cst.Attribute):
            return False
        below = child
    return below is not name


def _shape(tree: Tree, name: cst.Name) -> str:
    parent = tree.parent(name)
    named = _NAMED.get(type(parent))
    if named is not None:
        return named[0] if getattr(parent, named[1]) is name and not is_overload(parent) else ""
    kind = type(parent)
    if kind is cst.AsName:
        return _SHAPES.get(type(tree.parent(parent)), "var")
    if kind is cst.ImportAlias or kind is cst.Attribute:
        return "import" if _is_imported(tree, name) else ""
    return "var" if _is_target(tree, name) else ""


_NAMED: dict[type[cst.CSTNode], tuple[str, str]] = {
    cst.FunctionDef: ("function", "name"),
    cst.ClassDef: ("class", "name"),
    cst.Param: ("parameter", "name"),
    cst.MatchAs: ("var", "name"),
    cst.MatchStar: ("var", "name"),
    cst.MatchMapping: ("var", "rest"),
    cst.TypeAlias: ("type", "name"),
    cst.TypeVar: ("type", "name"),
    cst.TypeVarTuple: ("type", "name"),
    cst.ParamSpec: ("type", "name"),
    cst.NamedExpr: ("var", "target"),
}
"""What binds, as which shape, and the field with the name: by type, for `isinstance` of an abstract class is slow."""
_TARGETS = frozenset((cst.AssignTarget, cst.AnnAssign, cst.AugAssign, cst.For, cst.CompFor))
_PATTERNS = frozenset((cst.Tuple, cst.List, cst.Element, cst.StarredElement))
_SHAPES: dict[type[cst.CSTNode], str] = {
    cst.ImportAlias: "import",
    cst.ExceptHandler: "catch",
    cst.ExceptStarHandler: "catch",
}


def _is_imported(tree: Tree, name: cst.Name) -> bool:
    """`import NAME`, `import NAME.b`, `from m import NAME`."""
    for child, parent in tree.around(name):
        if isinstance(parent, cst.ImportAlias):
            return child is parent.name and parent.asname is None
        if not isinstance(parent, cst.Attribute) or parent.value is not child:
            return False
    return False


def _is_target(tree: Tree, name: cst.Name) -> bool:
    for child, parent in tree.around(name):
        kind = type(parent)
        if kind in _TARGETS:
            return parent.target is child  # type: ignore[attr-defined]
        if kind is cst.AsName:  # `with f() as (a, b)`
            return True
        if kind not in _PATTERNS:
            return False
    return False


def _declared_elsewhere(tree: Tree, name: str, scope: Scope) -> Scope | None:
    """The scope that `global name` or `nonlocal name` gives the name to."""
    if not isinstance(scope, (cst.FunctionDef, cst.ClassDef)):
        return None
    for one in tree.named(name):
        item = tree.parent(one)
        if isinstance(item, cst.NameItem) and scope_of(tree, item) is scope:
            return tree.module if isinstance(tree.parent(item), cst.Global) else scope_of(tree, scope)
    return None


def _generic(tree: Tree, name: cst.Name) -> Scope:
    """The function or class that a type parameter belongs to."""
    for _, parent in tree.around(name):
        if isinstance(parent, (cst.FunctionDef, cst.ClassDef)):
            return parent
    return tree.module
