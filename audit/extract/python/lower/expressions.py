"""Expressions."""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst

from audit.extract.facts.code import (
    Array,
    Assign,
    Await,
    Binary,
    Call,
    Cond,
    Expr,
    Function,
    Index,
    Literal,
    Logical,
    Member,
    Name,
    Object,
    Parameter,
    Property,
    Return,
    Sequence,
    Spread,
    This,
    Unary,
    Yield,
)  # fmt: skip
from audit.extract.facts.outline import ANNOTATED, BARE
from audit.extract.python.lower.comprehensions import comprehension, dict_comprehension
from audit.extract.python.lower.reflected import reflected
from audit.extract.python.lower.strings import concatenated, formatted, simple
from audit.extract.python.tree import Tree
from audit.extract.python.values import dotted, number, string_value, subscript_key

_BUILT_IN = frozenset(("Any", "None", "bool", "bytes", "dict", "float", "int", "list", "object", "set", "str", "tuple"))
_CONSTANTS: dict[str, bool | None] = {"None": None, "True": True, "False": False}
_IDENTITY = {"is": "===", "is not": "!=="}


def expression(tree: Tree, node: cst.CSTNode) -> Expr:
    """Any expression; what is not modelled becomes a Sequence of its parts that is marked as not known."""
    rule = _RULES.get(type(node))
    if rule is not None:
        return rule(tree, node)
    parts = [child for child in node.children if isinstance(child, cst.BaseExpression)]
    return Sequence(tree.start(node), tuple(expression(tree, part) for part in parts), known=False)


def _name(tree: Tree, node: cst.Name) -> Expr:
    at = tree.start(node)
    return Literal(at, _CONSTANTS[node.value]) if node.value in _CONSTANTS else Name(at, node.value)


def _attribute(tree: Tree, node: cst.Attribute) -> Expr:
    if node.attr.value == "__dict__":
        return expression(tree, node.value)  # the same members
    return Member(tree.start(node.attr), expression(tree, node.value), node.attr.value)


def told_by(tree: Tree, node: cst.BaseExpression) -> tuple[Expr, ...]:
    """What `Annotated` adds to a type: `Depends(connect)` of `Annotated[Db, Depends(connect)]`; () for another type."""
    if not isinstance(node, cst.Subscript) or dotted(node.value).rsplit(".", 1)[-1] != "Annotated":
        return ()
    more = [one.slice.value for one in node.slice[1:] if isinstance(one.slice, cst.Index)]
    return tuple(expression(tree, one) for one in more)


def told_by_name(tree: Tree, node: cst.BaseExpression) -> tuple[Expr, ...]:
    """What the type of this name adds, where it is one that `Annotated` makes."""
    if not isinstance(node, (cst.Name, cst.Attribute)) or dotted(node) in _BUILT_IN:
        return ()
    return (Member(tree.span(node)[1], expression(tree, node), ANNOTATED),)  # where no name begins


def _subscript(tree: Tree, node: cst.Subscript) -> Expr:
    """A constant string as key makes a member; `value[a:b]` is a call of its `slice`. A type that tells more has that
    as a part, for parameters that are annotated with its name.
    """
    told = told_by(tree, node)
    if told:
        bare = [expression(tree, one.slice.value) for one in node.slice[:1] if isinstance(one.slice, cst.Index)]
        parts = (*(Property(one.at, BARE, one) for one in bare), *(Property(one.at, ANNOTATED, one) for one in told))
        return Object(tree.start(node), parts)
    held, at, key = expression(tree, node.value), tree.start(node), subscript_key(node)
    if key is None and len(node.slice) == 1 and isinstance(node.slice[0].slice, cst.Slice):
        cut = node.slice[0].slice
        said = (cut.lower, cut.upper, *((cut.step,) if cut.step is not None else ()))
        ends = (expression(tree, one) if one is not None else Literal(at, None) for one in said)
        end = tree.end(node)
        return Call(at, Member(end - 1, held, "slice"), tuple(ends), end)  # no name stands where the bracket does
    if key is None:
        several = [one.slice.value if isinstance(one.slice, cst.Index) else one.slice for one in node.slice]
        return Index(at, held, Array(at, tuple(expression(tree, one) for one in several)))
    text = string_value(key)
    if text is not None:
        return Member(tree.start(key), held, text)
    return Index(at, held, expression(tree, key))


def _call(tree: Tree, node: cst.Call) -> Expr:
    """Keywords come last and have their names; `**more` is a Spread with the name "**"."""
    at, end = tree.span(node)
    if isinstance(node.func, cst.Name) and node.func.value == "super":
        return This(at, "super")
    if isinstance(node.func, cst.Name) and (said := reflected(tree, node, expression)):
        return said
    plain = [arg for arg in node.args if arg.keyword is None and arg.star != "**"]
    named = [arg for arg in node.args if arg.keyword is not None or arg.star == "**"]
    args = tuple(_argument(tree, arg) for arg in (*plain, *named))
    names = tuple(arg.keyword.value if arg.keyword is not None else "**" for arg in named)
    return Call(at, _callee(tree, node.func), args, end, names=names)


def _callee(tree: Tree, node: cst.BaseExpression) -> Expr:
    """What is called; `super().__init__` is the constructor of the class above, as `super` is in TypeScript."""
    called = expression(tree, node)
    if isinstance(called, Member) and called.key == "__init__" and isinstance(called.object, This):
        return called.object if called.object.name == "super" else called
    return called


def _argument(tree: Tree, arg: cst.Arg) -> Expr:
    value = expression(tree, arg.value)
    return Spread(tree.start(arg), value) if arg.star else value


def _await(tree: Tree, node: cst.Await) -> Expr:
    return Await(tree.start(node), expression(tree, node.expression))


def _yield(tree: Tree, node: cst.Yield) -> Expr:
    given = node.value
    if isinstance(given, cst.From):
        return Yield(tree.start(node), expression(tree, given.item), delegate=True)
    return Yield(tree.start(node), expression(tree, given) if given is not None else None)


def _unary(tree: Tree, node: cst.UnaryOperation) -> Expr:
    sign = "!" if isinstance(node.operator, cst.Not) else tree.text(node.operator).strip()
    value = expression(tree, node.expression)
    at = tree.start(node)
    if sign == "-" and isinstance(value, Literal) and type(value.value) in (int, float):
        return Literal(at, -value.value)  # type: ignore[operator]
    return Unary(at, sign, value)


def _binary(tree: Tree, node: cst.BinaryOperation) -> Expr:
    sign = tree.text(node.operator).strip()
    return Binary(tree.start(node), sign, expression(tree, node.left), expression(tree, node.right))


def _logical(tree: Tree, node: cst.BooleanOperation) -> Expr:
    sign = "||" if isinstance(node.operator, cst.Or) else "&&"
    return Logical(tree.start(node), sign, expression(tree, node.left), expression(tree, node.right))


def _comparison(tree: Tree, node: cst.Comparison) -> Expr:
    """`is` is `===`; `a < b < c` compares the first comparison with `c`: only what it is of matters."""
    at = tree.start(node)
    made = expression(tree, node.left)
    for one in node.comparisons:
        sign = " ".join(tree.text(one.operator).split())
        right = expression(tree, one.comparator)
        if sign == "not in":
            made = Unary(at, "!", Binary(at, "in", made, right))
        else:
            made = Binary(at, _IDENTITY.get(sign, sign), made, right)
    return made


def _choice(tree: Tree, node: cst.IfExp) -> Expr:
    then, other = expression(tree, node.body), expression(tree, node.orelse)
    return Cond(tree.start(node), expression(tree, node.test), then, other)


def _walrus(tree: Tree, node: cst.NamedExpr) -> Expr:
    from audit.extract.python.lower.patterns import pattern

    return Assign(tree.start(node), pattern(tree, node.target), expression(tree, node.value))


def _array(tree: Tree, node: cst.Tuple | cst.List | cst.Set) -> Expr:
    items = (
        Spread(tree.start(one), expression(tree, one.value))
        if isinstance(one, cst.StarredElement)
        else expression(tree, one.value)
        for one in node.elements
    )
    return Array(tree.start(node), tuple(items))


def _dict(tree: Tree, node: cst.Dict) -> Expr:
    return Object(tree.start(node), tuple(_pair(tree, one) for one in node.elements))


def _pair(tree: Tree, node: cst.BaseDictElement) -> Property:
    value = expression(tree, node.value)
    if not isinstance(node, cst.DictElement):
        return Property(tree.start(node), None, value)
    text = string_value(node.key)
    return Property(tree.start(node.key), text if text is not None else expression(tree, node.key), value)


def _integer(tree: Tree, node: cst.Integer | cst.Float) -> Expr:
    return Literal(tree.start(node), number(node.value))


def _imaginary(tree: Tree, node: cst.Imaginary) -> Expr:
    return Literal(tree.start(node), node.value, "complex")


def _ellipsis(tree: Tree, node: cst.Ellipsis) -> Expr:
    return Literal(tree.start(node), None, "ellipsis")


def _lambda(tree: Tree, node: cst.Lambda) -> Expr:
    from audit.extract.python.lower.functions import parameters

    at, end = tree.span(node)
    given: tuple[Parameter, ...] = parameters(tree, node.params)
    body = (Return(tree.start(node.body), expression(tree, node.body)),)
    return Function(at, end, "", "lambda", given, body)


_RULES: dict[type[cst.CSTNode], Callable[..., Expr]] = {
    cst.Name: _name,
    cst.Attribute: _attribute,
    cst.Subscript: _subscript,
    cst.Call: _call,
    cst.Await: _await,
    cst.Yield: _yield,
    cst.UnaryOperation: _unary,
    cst.BinaryOperation: _binary,
    cst.BooleanOperation: _logical,
    cst.Comparison: _comparison,
    cst.IfExp: _choice,
    cst.NamedExpr: _walrus,
    cst.Tuple: _array,
    cst.List: _array,
    cst.Set: _array,
    cst.Dict: _dict,
    cst.ListComp: comprehension,
    cst.SetComp: comprehension,
    cst.GeneratorExp: comprehension,
    cst.DictComp: dict_comprehension,
    cst.SimpleString: simple,
    cst.FormattedString: formatted,
    cst.TemplatedString: formatted,
    cst.ConcatenatedString: concatenated,
    cst.Integer: _integer,
    cst.Float: _integer,
    cst.Imaginary: _imaginary,
    cst.Ellipsis: _ellipsis,
    cst.Lambda: _lambda,
}
