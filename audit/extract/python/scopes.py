"""Python's scopes: which function, class or comprehension a name is looked up in, and which come after it."""

from __future__ import annotations

import libcst as cst

from audit.extract.python.tree import Tree
from audit.extract.python.values import dotted

Scope = cst.FunctionDef | cst.Lambda | cst.ClassDef | cst.BaseComp | cst.Module


def scope_of(tree: Tree, node: cst.CSTNode) -> Scope:
    """The scope in which an expression is evaluated: defaults, decorators, types and bases belong outside."""
    outside = False  # of the next function
    for child, parent in tree.around(node):
        if isinstance(parent, cst.Param):
            outside = child is not parent.name
        elif isinstance(parent, (cst.FunctionDef, cst.Lambda)):
            if child is parent.body or (child is parent.params and not outside):
                return parent
            outside = False
        elif isinstance(parent, cst.ClassDef):
            if child is parent.body:
                return parent
        elif isinstance(parent, cst.BaseComp) and not _is_first_source(tree, node, parent):
            return parent
    return tree.module


def outer_scopes(tree: Tree, scope: Scope) -> list[Scope]:
    """The scopes in which a name is looked up after `scope`, innermost first; classes are not among them."""
    found: list[Scope] = []
    while scope is not tree.module:
        scope = scope_of(tree, scope)
        if not isinstance(scope, cst.ClassDef):
            found.append(scope)
    return found


def binding_scope(tree: Tree, node: cst.CSTNode, *, walrus: bool) -> Scope:
    """The scope that a binding name belongs to; `:=` passes comprehensions by."""
    scope = scope_of(tree, node)
    while walrus and isinstance(scope, cst.BaseComp):
        scope = scope_of(tree, scope)
    return scope


def function_around(tree: Tree, node: cst.CSTNode) -> cst.FunctionDef | cst.Lambda | None:
    """The innermost function whose body or parameters hold the node."""
    for child, parent in tree.around(node):
        if isinstance(parent, cst.Lambda):
            return parent
        if isinstance(parent, cst.FunctionDef) and (child is parent.body or child is parent.params):
            return parent
    return None


def in_class_body(tree: Tree, node: cst.CSTNode) -> bool:
    """Whether a statement (or an item of one) stands directly in a class, under conditions perhaps."""
    return isinstance(scope_of(tree, node), cst.ClassDef)


def receiver(tree: Tree, node: cst.CSTNode) -> str:
    """What the method around a node calls its object or class; "" outside methods and in static ones."""
    for child, parent in tree.around(node):
        if isinstance(parent, cst.FunctionDef) and child is parent.body and in_class_body(tree, parent):
            return receiver_of(parent)
    return ""


def receiver_of(method: cst.FunctionDef) -> str:
    """The name of a method's first parameter; "" for a static method."""
    if has_decorator(method, "staticmethod"):
        return ""
    given = (*method.params.posonly_params, *method.params.params)
    return given[0].name.value if given else ""


def has_decorator(node: cst.FunctionDef, name: str) -> bool:
    """Whether a function is decorated with this name, perhaps as a member of a module."""
    return any(dotted(one.decorator).rsplit(".", 1)[-1] == name for one in node.decorators)


def is_overload(node: cst.CSTNode | None) -> bool:
    """Does a function only say a type that another one of its name, with a body, has as well (`@overload`)?"""
    return isinstance(node, cst.FunctionDef) and has_decorator(node, "overload")


def loop_around(tree: Tree, node: cst.CSTNode) -> tuple[int, int]:
    """The outermost loop around the node within its function; an empty span when there is none."""
    found = (0, 0)
    for child, parent in tree.around(node):
        if isinstance(parent, (cst.FunctionDef, cst.Lambda)) and child is parent.body:
            break
        if isinstance(parent, (cst.For, cst.While)):
            found = tree.span(parent)
    return found


def passed_after(tree: Tree, node: cst.CSTNode) -> tuple[int, int]:
    """The span that is only reached after the statement that holds the node: to the end of its block."""
    for child, parent in tree.around(node):
        if isinstance(child, (cst.BaseSmallStatement, cst.With)) and isinstance(
            parent, cst.SimpleStatementLine | cst.BaseSuite
        ):
            start = tree.end(child) if isinstance(child, cst.BaseSmallStatement) else tree.start(child.body)
            block = tree.parent(parent) if isinstance(parent, cst.SimpleStatementLine) else parent
            return start, len(tree.source) if isinstance(block, cst.Module) else tree.end(block)
    return (0, 0)


def _is_first_source(tree: Tree, node: cst.CSTNode, comprehension: cst.BaseComp) -> bool:
    """`[… for x in SOURCE …]`: the first source is evaluated outside."""
    first = comprehension.for_in
    for child, parent in tree.around(node):
        if parent is first:
            return child is first.iter
        if parent is comprehension:
            return False
    return False
