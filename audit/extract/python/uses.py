"""What becomes of the value of an expression: the use that its surroundings make of it.

Python has no `new`: constructing is a call. The keyword of an argument stands in `key`; its index is -1.
A member of a method's first parameter has the root "this", whatever the parameter is called.
"""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst
from msgspec.structs import replace

from audit.extract.facts.names import AWAIT, DYNAMIC, Use
from audit.extract.python.enclosing import keyword_at
from audit.extract.python.scopes import function_around, has_decorator, in_class_body
from audit.extract.python.targets import bindings_of, given_functions, neighbours, target_of
from audit.extract.python.tree import Tree
from audit.extract.python.values import constant_key, dotted, subscript_key

PROPERTIES = ("property", "cached_property", "computed_field")


def use_of(tree: Tree, node: cst.CSTNode) -> Use:
    """The use of an expression, after every member that is read from it; "other" where it nests too deep."""
    try:
        return _use_of(tree, node)
    except RecursionError:
        return replace(_other(tree, node, node), at=tree.start(node))


def _use_of(tree: Tree, node: cst.CSTNode) -> Use:
    path: list[str] = []
    at = tree.start(node)
    maybe = False
    parent = tree.parent(node)
    while True:
        if isinstance(parent, cst.Attribute) and parent.value is node:
            path.append(parent.attr.value)
            at = tree.start(parent.attr)
        elif isinstance(parent, cst.Subscript) and parent.value is node:
            key = subscript_key(parent)
            path.append(constant_key(key))
            at = tree.start(key) if key is not None else at
        elif isinstance(parent, cst.Await):
            path.append(AWAIT)
        elif _passes_on(node, parent):
            maybe = True
        else:
            break
        node, parent = parent, tree.parent(parent)
    use = _RULES.get(type(parent), _other)(tree, node, parent)
    return replace(use, path=tuple(path), at=at, maybe=maybe)


def returned_to(tree: Tree, function: cst.FunctionDef | cst.Lambda) -> Use:
    """What becomes of a function: a declared one is given to its name, a method to its class."""
    if isinstance(function, cst.Lambda):
        return use_of(tree, function)
    name = function.name
    if in_class_body(tree, function):
        return _use(tree, "field", name, key=name.value, static=has_decorator(function, "staticmethod"))
    return _use(tree, "assign", name, bindings=bindings_of(tree, name))


def is_getter(function: cst.CSTNode | None) -> bool:
    """Whether reading the function's name calls it."""
    return isinstance(function, cst.FunctionDef) and any(has_decorator(function, one) for one in PROPERTIES)


def _passes_on(node: cst.CSTNode, parent: cst.CSTNode) -> bool:
    """The value may be the value of the surrounding expression: a branch, or an operand of `or`."""
    if isinstance(parent, cst.IfExp):
        return parent.test is not node
    if isinstance(parent, cst.BooleanOperation):
        return isinstance(parent.operator, cst.Or) or parent.right is node
    return False


def _use(tree: Tree, kind: str, node: cst.CSTNode, **more: object) -> Use:
    start, end = tree.span(node)
    return Use(kind, 0, start, end, **more)  # type: ignore[arg-type]


def _other(tree: Tree, node: cst.CSTNode, _parent: cst.CSTNode) -> Use:
    return _use(tree, "other", node)


def _simple(kind: str) -> Callable[..., Use]:
    return lambda tree, node, _parent: _use(tree, kind, node)


def _call(tree: Tree, _node: cst.CSTNode, parent: cst.Call) -> Use:
    return _use(tree, "call", parent, outer=use_of(tree, parent), given=tuple(given_functions(tree, parent)))


def _argument(tree: Tree, node: cst.CSTNode, arg: cst.Arg) -> Use:
    call = tree.parent(arg)
    if isinstance(call, cst.ClassDef):
        kind = "extends" if arg.keyword is None and not arg.star else "other"
        return _use(tree, kind, node, callee_at=keyword_at(tree, call))
    if not isinstance(call, cst.Call):
        return _other(tree, node, arg)
    if arg.star:
        return _use(tree, "spread", node, outer=use_of(tree, call))
    callee = call.func.attr if isinstance(call.func, cst.Attribute) else call.func
    return _use(
        tree,
        "argument",
        call,
        callee=dotted(call.func),
        callee_at=tree.start(callee),
        index=next(i for i, one in enumerate(call.args) if one is arg) if arg.keyword is None else -1,
        key=arg.keyword.value if arg.keyword is not None else "",
        outer=use_of(tree, call),
    )


def _given(tree: Tree, whole: cst.CSTNode, targets: list[cst.BaseExpression]) -> Use:
    """Assigned to names, to members, or (`a = b.c = value`) to both."""
    bindings = tuple(one for target in targets for one in bindings_of(tree, target))
    member = next((one for one in targets if isinstance(one, (cst.Attribute, cst.Subscript))), None)
    target = target_of(tree, member) if member is not None else None
    if bindings and in_class_body(tree, whole):
        static = not isinstance(whole, cst.AnnAssign)
        return _use(tree, "field", whole, key=bindings[0].name, bindings=bindings, static=static)
    if bindings:
        return _use(tree, "assign", whole, bindings=bindings, target=target)
    return _use(tree, "store" if target is not None else "other", whole, target=target)


def _assign(tree: Tree, _node: cst.CSTNode, parent: cst.Assign) -> Use:
    return _given(tree, parent, [one.target for one in parent.targets])


def _annotated(tree: Tree, node: cst.CSTNode, parent: cst.AnnAssign | cst.AugAssign) -> Use:
    return _given(tree, parent, [parent.target]) if parent.value is node else _other(tree, node, parent)


def _walrus(tree: Tree, _node: cst.CSTNode, parent: cst.NamedExpr) -> Use:
    return _use(tree, "assign", parent, bindings=bindings_of(tree, parent.target), outer=use_of(tree, parent))


def _loop(tree: Tree, node: cst.CSTNode, parent: cst.For | cst.CompFor) -> Use:
    """`for x in value`: the elements go to the loop's variables."""
    if parent.iter is not node:
        return _other(tree, node, parent)
    return _use(tree, "assign", parent, bindings=bindings_of(tree, parent.target, (DYNAMIC,)))


def _with(tree: Tree, node: cst.CSTNode, parent: cst.WithItem) -> Use:
    if parent.asname is None:
        return _use(tree, "inspect", node)
    return _given(tree, parent, [parent.asname.name])


def _pair(tree: Tree, node: cst.CSTNode, parent: cst.DictElement) -> Use:
    if parent.value is not node:
        return _other(tree, node, parent)
    holder = tree.parent(parent)
    key = constant_key(parent.key)
    return _use(tree, "property", parent, key=key, outer=use_of(tree, holder), beside=neighbours(holder))


def _element(tree: Tree, node: cst.CSTNode, parent: cst.Element) -> Use:
    return _use(tree, "element", node, outer=use_of(tree, tree.parent(parent)))


def _spread(tree: Tree, node: cst.CSTNode, parent: cst.CSTNode) -> Use:
    return _use(tree, "spread", node, outer=use_of(tree, tree.parent(parent)))


def _comprehended(tree: Tree, node: cst.CSTNode, parent: cst.BaseComp) -> Use:
    return _use(tree, "element", node, outer=use_of(tree, parent))


def _return(tree: Tree, node: cst.CSTNode, parent: cst.CSTNode) -> Use:
    """Given back by the innermost function; what a property gives back is the value of a field."""
    if isinstance(parent, cst.From) and isinstance(tree.parent(parent), cst.Raise):
        return _other(tree, node, parent)
    function = function_around(tree, node)
    outer = returned_to(tree, function) if function is not None else None
    if outer is not None and is_getter(function):
        return outer
    return _use(tree, "return", node, outer=outer)


def _lambda(tree: Tree, node: cst.CSTNode, parent: cst.Lambda) -> Use:
    return _return(tree, node, parent) if parent.body is node else _other(tree, node, parent)


def _default(tree: Tree, _node: cst.CSTNode, parent: cst.Param) -> Use:
    return _use(tree, "default", parent, bindings=bindings_of(tree, parent.name))


def _decorator(tree: Tree, _node: cst.CSTNode, parent: cst.Decorator) -> Use:
    decorated = tree.parent(parent)
    if not isinstance(decorated, (cst.FunctionDef, cst.ClassDef)):
        return _use(tree, "decorator", parent)
    key = decorated.name.value if in_class_body(tree, decorated) else ""
    return _use(tree, "decorator", decorated, bindings=bindings_of(tree, decorated.name), key=key)


_RULES: dict[type[cst.CSTNode], Callable[..., Use]] = {
    cst.Call: _call,
    cst.Arg: _argument,
    cst.Assign: _assign,
    cst.AnnAssign: _annotated,
    cst.AugAssign: _annotated,
    cst.NamedExpr: _walrus,
    cst.For: _loop,
    cst.CompFor: _loop,
    cst.WithItem: _with,
    cst.DictElement: _pair,
    cst.StarredDictElement: _spread,
    cst.StarredElement: _spread,
    cst.Element: _element,
    cst.ListComp: _comprehended,
    cst.SetComp: _comprehended,
    cst.GeneratorExp: _comprehended,
    cst.DictComp: _comprehended,
    cst.Return: _return,
    cst.Yield: _return,
    cst.From: _return,
    cst.Lambda: _lambda,
    cst.Param: _default,
    cst.Decorator: _decorator,
    cst.Comparison: _simple("inspect"),
    cst.ComparisonTarget: _simple("inspect"),
    cst.BinaryOperation: _simple("inspect"),
    cst.UnaryOperation: _simple("inspect"),
    cst.BooleanOperation: _simple("inspect"),
    cst.IfExp: _simple("inspect"),
    cst.If: _simple("inspect"),
    cst.While: _simple("inspect"),
    cst.Assert: _simple("inspect"),
    cst.Match: _simple("inspect"),
    cst.CompIf: _simple("inspect"),
    cst.FormattedStringExpression: _simple("inspect"),
    cst.TemplatedStringExpression: _simple("inspect"),
    cst.NameItem: _simple("inspect"),
    cst.Expr: _simple("discard"),
}
