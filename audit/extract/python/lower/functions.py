"""Functions and classes.

A method's receiver is its first parameter, an ordinary one; without an annotation its type is "Self", in a
class method "type[Self]". Static methods have `static` and no receiver. `__init__` is the constructor,
properties are `get` and `set`. Fields with an annotation belong to the instances (dataclasses, models),
others to the class and are `static`. Statements in a class body that define nothing are a static function
without a name.
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst
from msgspec.structs import replace

from audit.extract.facts.code import (
    Class,
    Declare,
    Default,
    Expr,
    Field,
    Function,
    Name,
    ObjectPattern,
    Parameter,
    Pattern,
    Stmt,
)  # fmt: skip
from audit.extract.python.enclosing import keyword_at
from audit.extract.python.lower.expressions import expression, told_by, told_by_name
from audit.extract.python.lower.properties import accessors
from audit.extract.python.scopes import has_decorator, is_overload, receiver_of, scope_of
from audit.extract.python.tree import Tree
from audit.extract.python.uses import is_getter
from audit.extract.python.values import dotted

Member = Function | Field


def declared(tree: Tree, node: cst.FunctionDef | cst.ClassDef) -> Stmt:
    """A function or class declaration."""
    name = Name(tree.start(node.name), node.name.value)
    made = class_of(tree, node) if isinstance(node, cst.ClassDef) else function(tree, node)
    return Declare(made.at, "class" if isinstance(made, Class) else "function", name, made)


def function(tree: Tree, node: cst.FunctionDef, kind: str = "function") -> Function:
    """A function; it spans from `async` or `def` to its end."""
    from audit.extract.python.lower.statements import block

    return Function(
        keyword_at(tree, node),
        tree.end(node),
        node.name.value,
        kind,
        parameters(tree, node.params),
        block(tree, node.body),
        is_async=node.asynchronous is not None,
        generator=_yields(tree, node),
        returns=_type(tree, node.returns),
        decorators=_decorators(tree, node),
    )


def parameters(tree: Tree, given: cst.Parameters) -> tuple[Parameter, ...]:
    """Parameters in order; `*args` is a rest, `**more` an object pattern of which everything is the rest."""
    found = [_parameter(tree, one) for one in (*given.posonly_params, *given.params)]
    if isinstance(given.star_arg, cst.Param):
        found.append(replace(_parameter(tree, given.star_arg), rest=True))
    found.extend(_parameter(tree, one) for one in given.kwonly_params)
    if given.star_kwarg is not None:
        made = _parameter(tree, given.star_kwarg)
        found.append(replace(made, target=ObjectPattern(made.at, (), made.target), rest=True))
    return tuple(found)


def class_of(tree: Tree, node: cst.ClassDef) -> Class:
    """A class with its bases as expressions and its members in order."""
    bases = tuple(expression(tree, arg.value) for arg in node.bases)
    members = tuple(_members(tree, node.body))
    at, end = keyword_at(tree, node), tree.end(node)
    return Class(at, end, node.name.value, bases, (), members, _decorators(tree, node))


def _parameter(tree: Tree, node: cst.Param) -> Parameter:
    """What `Annotated` adds to a type (`Depends(connect)`) is kept like decorators, also where that has a name."""
    at = tree.start(node.name)
    target: Pattern = Name(at, node.name.value)
    if node.default is not None:
        target = Default(at, target, expression(tree, node.default))
    kind, more = _type(tree, node.annotation), _annotated(tree, node.annotation)
    if node.annotation is not None:
        more = more or told_by_name(tree, node.annotation.annotation)
    return Parameter(at, target, kind, optional=node.default is not None, decorators=more)


def _type(tree: Tree, node: cst.Annotation | None) -> str:
    return tree.text(node.annotation) if node is not None else ""


def _annotated(tree: Tree, node: cst.Annotation | None) -> tuple[Expr, ...]:
    return told_by(tree, node.annotation) if node is not None else ()


def _decorators(tree: Tree, node: cst.FunctionDef | cst.ClassDef) -> tuple[Expr, ...]:
    return tuple(expression(tree, one.decorator) for one in node.decorators)


def _yields(tree: Tree, function: cst.FunctionDef) -> bool:
    return any(scope_of(tree, one) is function for one in tree.yields if _within(tree, one, function))


def _within(tree: Tree, node: cst.CSTNode, function: cst.FunctionDef) -> bool:
    start, end = tree.span(function)
    return start <= tree.start(node) < end


def _members(tree: Tree, body: cst.BaseSuite) -> Iterator[Member]:
    for line in body.body:
        if isinstance(line, cst.FunctionDef):
            yield from () if is_overload(line) else (_method(tree, line),)
        elif isinstance(line, cst.ClassDef):
            made = class_of(tree, line)
            yield Field(tree.start(line.name), line.name.value, made, static=True)
        elif isinstance(line, cst.SimpleStatementLine):
            for small in line.body:
                yield from _field(tree, small)
        else:
            yield from _field(tree, line)


def _method(tree: Tree, node: cst.FunctionDef) -> Function:
    made = function(tree, node, _kind(node))
    if not receiver_of(node):
        return replace(made, static=has_decorator(node, "staticmethod"))
    first = made.params[0]
    if first.type:
        return made
    to_class = has_decorator(node, "classmethod") or node.name.value in ("__new__", "__init_subclass__")
    return replace(made, params=(replace(first, type="type[Self]" if to_class else "Self"), *made.params[1:]))


def _kind(node: cst.FunctionDef) -> str:
    if node.name.value == "__init__":
        return "constructor"
    if is_getter(node):
        return "get"
    return "set" if has_decorator(node, "setter") else "method"


def _field(tree: Tree, node: cst.CSTNode) -> Iterator[Member]:
    from audit.extract.python.lower.statements import statement

    if isinstance(node, cst.AnnAssign) and isinstance(node.target, cst.Name):
        kind = _type(tree, node.annotation)
        value = expression(tree, node.value) if node.value is not None else None
        shared = kind.startswith(("ClassVar", "typing.ClassVar"))
        more = _annotated(tree, node.annotation)
        yield Field(tree.start(node.target), node.target.value, value, kind, static=shared, decorators=more)
        return
    if isinstance(node, cst.Assign) and all(isinstance(one.target, cst.Name) for one in node.targets):
        halves = list(accessors(tree, dotted(node.targets[0].target), node.value))
        yield from halves
        for one in node.targets if not halves else ():
            yield Field(tree.start(one.target), dotted(one.target), expression(tree, node.value), static=True)
        return
    run = statement(tree, node)
    if run:
        start, end = tree.span(node)
        yield Function(start, end, "", "static", (), run, static=True)
