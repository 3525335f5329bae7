"""Every occurrence of a name in a Python file, resolved within the file.

A name has one declaration per scope: its import, else its last function or class, else the first place that
assigns it; other assignments are writes bound to it. In a class body, functions and variables are keys.
"""

from __future__ import annotations

from typing import NamedTuple

import libcst as cst
from msgspec.structs import replace

from audit.extract.facts.names import Occurrence, Target
from audit.extract.python.bindings import Bound, binding, module_name
from audit.extract.python.enclosing import enclosing, function_at
from audit.extract.python.functions import parameter_use, parameters_of
from audit.extract.python.scopes import Scope, loop_around, outer_scopes, passed_after, scope_of
from audit.extract.python.targets import target_of
from audit.extract.python.tree import Tree
from audit.extract.python.types import declared_by, simple_type
from audit.extract.python.uses import use_of
from audit.extract.python.values import dotted, string_value, subscript_key

_ORDER = ("import", "class", "function")


class _Found(NamedTuple):
    node: cst.CSTNode
    bound: Bound | None
    occurrence: Occurrence


def occurrences(tree: Tree, name: str) -> tuple[Occurrence, ...]:
    """Occurrences of `name` as an identifier, or as a string of exactly that text, by their offsets."""
    found = [_found(tree, node) for node in tree.named(name)]
    declared = _declarations(found)
    return tuple(sorted((_resolved(tree, one, declared) for one in found), key=lambda one: one.at))


def _found(tree: Tree, node: cst.CSTNode) -> _Found:
    bound = None
    if isinstance(node, cst.Name):
        bound = binding(tree, node)
        occurrence = _bound(tree, node, bound) if bound is not None else _identifier(tree, node)
    else:
        assert isinstance(node, cst.SimpleString)
        occurrence = _string(tree, node)
    names, class_at, class_name = enclosing(tree, node)
    placed = replace(occurrence, enclosing=names, class_at=class_at, class_name=class_name)
    return _Found(node, bound, replace(placed, function=function_at(tree, node)))


def _string(tree: Tree, node: cst.SimpleString) -> Occurrence:
    """`value["name"]` is a member; in an annotation a string is a type; any other one is only text."""
    at = tree.start(node) + len(node.prefix) + len(node.quote)
    index = tree.parent(node)
    holder = tree.parent(tree.parent(index)) if isinstance(index, cst.Index) else index
    given = declared_by(tree, node)
    if given is not None:
        return Occurrence(at, "type", declared=given)
    if isinstance(index, cst.Index) and isinstance(holder, cst.Subscript) and subscript_key(holder) is node:
        return _member(tree, at, holder)
    return Occurrence(at, "text", use=use_of(tree, node))


def _member(tree: Tree, at: int, whole: cst.Attribute | cst.Subscript) -> Occurrence:
    target = target_of(tree, whole.value)
    if _is_written(tree, whole):
        return Occurrence(at, "write", target=target)
    given = declared_by(tree, whole)
    if given is not None:
        return Occurrence(at, "type", target=target, declared=given)
    use = use_of(tree, whole)
    return Occurrence(at, "member", use=use if use.path else replace(use, at=at), target=target)


def _identifier(tree: Tree, node: cst.Name) -> Occurrence:
    at, parent = tree.start(node), tree.parent(node)
    if isinstance(parent, cst.Arg) and parent.keyword is node:
        return Occurrence(at, "key", shape="keyword")
    if isinstance(parent, cst.ImportAlias) or module_name(tree, node):
        return Occurrence(at, "key", shape="import")
    if isinstance(parent, cst.Attribute) and parent.attr is node:
        return _member(tree, at, parent)
    if isinstance(parent, cst.MatchKeywordElement) and parent.key is node:
        return Occurrence(at, "key", shape="pattern")
    given = declared_by(tree, node)
    if given is not None:
        return Occurrence(at, "type", declared=given)
    if _is_written(tree, node):
        return Occurrence(at, "write", scope=_after(tree, node), loop=loop_around(tree, node))
    return Occurrence(at, "reference", use=use_of(tree, node))


def _bound(tree: Tree, node: cst.Name, bound: Bound) -> Occurrence:
    at = tree.start(node)
    span = _span(tree, bound.scope)
    if isinstance(bound.scope, cst.ClassDef) and bound.shape in ("function", "var"):
        shape = "method" if bound.shape == "function" else "field"
        owner = Target(bound.scope.name.value, tree.start(bound.scope.name))
        return _held(tree, node, Occurrence(at, "key", bound=at, shape=shape, scope=span, target=owner))
    role = "import" if bound.shape == "import" else "declaration"
    found = Occurrence(at, role, bound=at, shape=bound.shape, scope=span)  # type: ignore[arg-type]
    if bound.shape == "parameter":
        found = replace(found, use=parameter_use(tree, tree.parent(node)))
    return _held(tree, node, found)


def _held(tree: Tree, node: cst.Name, found: Occurrence) -> Occurrence:
    """With what the declaration says about its value: parameters, a string, a type, the class it calls."""
    holder = tree.parent(node)
    if isinstance(holder, cst.AssignTarget):
        holder = tree.parent(holder)
    if isinstance(holder, cst.FunctionDef):
        return replace(found, params=parameters_of(tree, holder))
    annotation = holder.annotation if isinstance(holder, (cst.AnnAssign, cst.Param)) else None
    value = holder.value if isinstance(holder, (cst.Assign, cst.AnnAssign)) else None
    made = dotted(value.func) if isinstance(value, cst.Call) else ""
    if not made.rsplit(".", 1)[-1][:1].isupper():  # classes are called that, functions are not
        made = ""
    named = simple_type(annotation.annotation) if annotation is not None else made
    params = parameters_of(tree, value) if isinstance(value, cst.Lambda) else None
    return replace(found, params=params, value=string_value(value) or "", type=named)


def _after(tree: Tree, node: cst.CSTNode) -> tuple[int, int]:
    """Only a plain assignment leaves nothing of the earlier value."""
    for child, parent in tree.around(node):
        if isinstance(parent, (cst.AssignTarget, cst.AnnAssign, cst.WithItem)):
            return passed_after(tree, parent)
        if isinstance(child, (cst.BaseStatement, cst.BaseSmallStatement, cst.NamedExpr)):
            break
    return (0, 0)


def _is_written(tree: Tree, node: cst.CSTNode) -> bool:
    for child, parent in tree.around(node):
        if isinstance(parent, (cst.AssignTarget, cst.AnnAssign, cst.AugAssign, cst.For, cst.CompFor)):
            return parent.target is child
        if isinstance(parent, (cst.AsName, cst.Del)):
            return True
        if not isinstance(parent, (cst.Tuple, cst.List, cst.Element, cst.StarredElement)):
            return False
    return False


def _span(tree: Tree, scope: Scope) -> tuple[int, int]:
    return (0, len(tree.source) + 1) if isinstance(scope, cst.Module) else tree.span(scope)


def _declarations(found: list[_Found]) -> dict[int, Occurrence]:
    """The declaration of the name in each scope that binds it, by the scope's identity."""
    per: dict[int, list[Occurrence]] = {}
    for one in found:
        if one.bound is not None:
            per.setdefault(id(one.bound.scope), []).append(one.occurrence)
    return {scope: _first(sorted(many, key=lambda one: one.at)) for scope, many in per.items()}


def _first(many: list[Occurrence]) -> Occurrence:
    shapes = {"method": "function"}
    for shape in _ORDER:
        of = [one for one in many if shapes.get(one.shape, one.shape) == shape]
        if of:
            return of[0] if shape == "import" else of[-1]
    return many[0]


def _resolved(tree: Tree, one: _Found, declared: dict[int, Occurrence]) -> Occurrence:
    """Bind a reference to the declaration it sees, and make a write of what assigns a declared name again."""
    occurrence = one.occurrence
    if one.bound is not None:
        first = declared[id(one.bound.scope)]
        if occurrence.role == "declaration" and occurrence.shape == "var" and first.at != occurrence.at:
            after, loop = _after(tree, one.node), loop_around(tree, one.node)
            plain = replace(occurrence, shape="", use=None, params=None, value="", type="")
            return replace(plain, role="write", bound=first.at, scope=after, loop=loop)
        return occurrence
    if occurrence.role not in ("reference", "type", "write") or not isinstance(one.node, cst.Name):
        return occurrence
    if occurrence.target is not None:
        return occurrence
    inner = scope_of(tree, one.node)
    for scope in (inner, *outer_scopes(tree, inner)):
        if id(scope) in declared:
            return replace(occurrence, bound=declared[id(scope)].at)
    return occurrence
