"""Type annotations: what a type is given to, and the one name that an annotation consists of."""

from __future__ import annotations

import libcst as cst

from audit.extract.facts.names import Declared
from audit.extract.python.functions import position_of
from audit.extract.python.scopes import in_class_body
from audit.extract.python.targets import bindings_of
from audit.extract.python.tree import Tree
from audit.extract.python.uses import is_getter, returned_to
from audit.extract.python.values import dotted, string_value

_SAME = frozenset(("Optional", "Annotated", "Union", "Final", "ClassVar", "Required", "NotRequired"))


def declared_by(tree: Tree, node: cst.CSTNode) -> Declared | None:
    """What the type at `node` is given to, and the generic types around it; None outside annotations.

    A call within an annotation (`Annotated[Db, Depends(connect)]`) holds values, no types.
    """
    read: list[str] = []
    path: list[str] = []
    for child, parent in tree.around(node):
        if isinstance(parent, cst.Attribute) and parent.value is child:
            read.append(parent.attr.value)
        elif isinstance(parent, cst.Subscript) and child is not parent.value:
            generic = dotted(parent.value).rsplit(".", 1)[-1]
            path.extend(() if generic in _SAME else (f"<{generic}>",))
        elif isinstance(parent, cst.Annotation):
            return _given(tree, parent, tuple(read), tuple(reversed(path)))
        elif isinstance(parent, (cst.Call, cst.BaseStatement, cst.BaseSmallStatement, cst.Lambda)):
            return None
    return None


def simple_type(node: cst.BaseExpression | None) -> str:
    """The one name that an annotation consists of, perhaps generic or beside None; else ""."""
    if isinstance(node, (cst.Name, cst.Attribute)):
        return "" if dotted(node) == "None" else dotted(node)
    if isinstance(node, cst.SimpleString):
        text = string_value(node) or ""
        return text if text.replace(".", "").isidentifier() else ""
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.BitOr):
        names = [name for name in (simple_type(node.left), simple_type(node.right)) if name]
        return names[0] if len(names) == 1 else ""
    if isinstance(node, cst.Subscript):
        if dotted(node.value).rsplit(".", 1)[-1] not in _SAME:
            return dotted(node.value)
        first = node.slice[0].slice
        one = len(node.slice) == 1 or dotted(node.value).endswith("Annotated")
        return simple_type(first.value) if one and isinstance(first, cst.Index) else ""
    return ""


def _given(tree: Tree, annotation: cst.Annotation, read: tuple[str, ...], path: tuple[str, ...]) -> Declared:
    owner = tree.parent(annotation)
    if isinstance(owner, cst.Param):
        return _parameter(tree, owner, read, path)
    if isinstance(owner, cst.FunctionDef):
        return _returned(tree, owner, read, path)
    if not isinstance(owner, cst.AnnAssign):
        return Declared("other", "", tree.start(annotation), read, path)
    target = owner.target
    if isinstance(target, cst.Attribute):
        return Declared("field", target.attr.value, tree.start(target.attr), read, path, "public")
    kind = "field" if in_class_body(tree, owner) else "variable"
    access = "public" if kind == "field" else ""
    bound = bindings_of(tree, target)
    return Declared(kind, dotted(target), tree.start(target), read, path, access, bound)  # type: ignore[arg-type]


def _parameter(tree: Tree, owner: cst.Param, read: tuple[str, ...], path: tuple[str, ...]) -> Declared:
    function = tree.parent(tree.parent(owner))
    outer = returned_to(tree, function) if isinstance(function, cst.FunctionDef) else None
    name, at = owner.name.value, tree.start(owner.name)
    bound, position = bindings_of(tree, owner.name), position_of(tree, owner)
    return Declared("parameter", name, at, read, path, "", bound, outer, position)


def _returned(tree: Tree, owner: cst.FunctionDef, read: tuple[str, ...], path: tuple[str, ...]) -> Declared:
    at = tree.start(owner.name)
    if is_getter(owner) and in_class_body(tree, owner):
        return Declared("field", owner.name.value, at, read, path, "public")
    return Declared("return", owner.name.value, at, read, path, outer=returned_to(tree, owner))
