"""Function bodies in one small language that TypeScript and Python are both lowered to.

Expressions and statements are nested frozen values; `at` is a byte offset, for members that of the member's name.
Type assertions, parentheses and non-null marks are gone; a computed key that is a constant string is a plain member.
"""

from __future__ import annotations

from msgspec import Struct

CATCHES = "catches"
"""The operator by which a clause of Python asks whether an exception is of a class. It is no other decision than that
something was caught.
"""
EXPORTED = "exports."
"""Begins the name that a value gets which CommonJS exports without one: `exports.load = async () => …` is lowered as a
declaration of `exports.load`.
"""


class Node(Struct, frozen=True, array_like=True, gc=False, tag_field="node"):
    """Anything that stands at one place of the source."""

    at: int


# expressions


class Literal(Node, tag="lit", frozen=True, array_like=True, gc=False):
    value: str | bool | int | float | None  # `None` for null, undefined and None; a regular expression is its text
    kind: str = ""  # "regex", "bigint", "bytes", "undefined" where the value alone does not say


class Name(Node, tag="name", frozen=True, array_like=True, gc=False):
    name: str


class This(Node, tag="this", frozen=True, array_like=True, gc=False):
    name: str = "this"  # or "super"


class Member(Node, tag="get", frozen=True, array_like=True, gc=False):
    object: Expr
    key: str
    optional: bool = False


class Index(Node, tag="index", frozen=True, array_like=True, gc=False):
    object: Expr
    key: Expr
    optional: bool = False


class Call(Node, tag="call", frozen=True, array_like=True, gc=False):
    callee: Expr
    args: tuple[Expr, ...]
    end: int
    new: bool = False
    optional: bool = False
    names: tuple[str, ...] = ()  # keyword arguments of Python: names of the last len(names) arguments


class ImportCall(Node, tag="import", frozen=True, array_like=True, gc=False):
    module: Expr


class Await(Node, tag="await", frozen=True, array_like=True, gc=False):
    value: Expr


class Yield(Node, tag="yield", frozen=True, array_like=True, gc=False):
    value: Expr | None
    delegate: bool = False


class Unary(Node, tag="unary", frozen=True, array_like=True, gc=False):
    op: str
    value: Expr


class Binary(Node, tag="binary", frozen=True, array_like=True, gc=False):
    op: str
    left: Expr
    right: Expr


class Logical(Node, tag="logical", frozen=True, array_like=True, gc=False):
    op: str  # "&&", "||", "??"
    left: Expr
    right: Expr


class Cond(Node, tag="cond", frozen=True, array_like=True, gc=False):
    test: Expr
    then: Expr
    other: Expr


class Template(Node, tag="template", frozen=True, array_like=True, gc=False):
    """`parts` has one element more than `values`. With a tag it is a call of the tag."""

    parts: tuple[str, ...]
    values: tuple[Expr, ...]
    tag: Expr | None = None


class Property(Node, tag="property", frozen=True, array_like=True, gc=False):
    """`key` is a string, or an expression when computed; None for a spread. `kind`: "", "get", "set", "method"."""

    key: str | Expr | None
    value: Expr
    kind: str = ""


class Object(Node, tag="object", frozen=True, array_like=True, gc=False):
    properties: tuple[Property, ...]


class Array(Node, tag="array", frozen=True, array_like=True, gc=False):
    items: tuple[Expr, ...]


class Spread(Node, tag="spread", frozen=True, array_like=True, gc=False):
    value: Expr


class Assign(Node, tag="assign", frozen=True, array_like=True, gc=False):
    """`op` is "=", "+=", "??=", …; `type` the annotation of a member that is assigned to (Python)."""

    target: Pattern
    value: Expr
    op: str = "="
    type: str = ""


class Parameter(Node, tag="parameter", frozen=True, array_like=True, gc=False):
    """`field` where the parameter also declares a field of the class (`constructor(private readonly db: Db)`)."""

    target: Pattern
    type: str = ""
    rest: bool = False
    optional: bool = False
    field: bool = False
    decorators: tuple[Expr, ...] = ()


class Function(Node, tag="function", frozen=True, array_like=True, gc=False):
    """`kind`: function, arrow, method, get, set, constructor, lambda. An expression body is one Return."""

    end: int
    name: str
    kind: str
    params: tuple[Parameter, ...]
    body: tuple[Stmt, ...]
    is_async: bool = False
    generator: bool = False
    returns: str = ""
    decorators: tuple[Expr, ...] = ()
    static: bool = False


class Field(Node, tag="field", frozen=True, array_like=True, gc=False):
    name: str
    value: Expr | None
    type: str = ""
    static: bool = False
    decorators: tuple[Expr, ...] = ()


class Class(Node, tag="class", frozen=True, array_like=True, gc=False):
    end: int
    name: str
    bases: tuple[Expr, ...]
    implements: tuple[str, ...]
    members: tuple[Function | Field, ...]
    decorators: tuple[Expr, ...] = ()


class Jsx(Node, tag="jsx", frozen=True, array_like=True, gc=False):
    """`tag` is an expression for a component, a string for an element, None for a fragment."""

    tag_name: str | Expr | None
    attributes: tuple[Property, ...]
    children: tuple[Expr, ...]


class Comprehension(Node, tag="comprehension", frozen=True, array_like=True, gc=False):
    """Python: `kind` list, set, dict or generator; for a dict `element` is an Array of key and value."""

    kind: str
    element: Expr
    loops: tuple[tuple[Pattern, Expr], ...]
    tests: tuple[Expr, ...]


class Sequence(Node, tag="sequence", frozen=True, array_like=True, gc=False):
    """Several expressions of which the last is the value; also anything not modelled, `known` False."""

    items: tuple[Expr, ...]
    known: bool = True


# patterns: what a value is given to. A Member or Index as a pattern is a write into an object.


class ObjectPattern(Node, tag="object-pattern", frozen=True, array_like=True, gc=False):
    entries: tuple[tuple[str | Expr, Pattern], ...]
    rest: Pattern | None = None


class ArrayPattern(Node, tag="array-pattern", frozen=True, array_like=True, gc=False):
    """`behind`: how many of the items, the last ones, stand behind the rest (Python)."""

    items: tuple[Pattern | None, ...]
    rest: Pattern | None = None
    behind: int = 0


class Default(Node, tag="default", frozen=True, array_like=True, gc=False):
    target: Pattern
    value: Expr


# statements


class Declare(Node, tag="declare", frozen=True, array_like=True, gc=False):
    """`kind`: const, let, var, using, function, class, enum, import, caught (the name that a clause of Python gives
    what it takes); Python's assignments are Assign.
    """

    kind: str
    target: Pattern
    value: Expr | None
    type: str = ""


class Do(Node, tag="do", frozen=True, array_like=True, gc=False):
    value: Expr


class Return(Node, tag="return", frozen=True, array_like=True, gc=False):
    value: Expr | None


class Throw(Node, tag="throw", frozen=True, array_like=True, gc=False):
    value: Expr | None


class If(Node, tag="if", frozen=True, array_like=True, gc=False):
    test: Expr
    then: tuple[Stmt, ...]
    other: tuple[Stmt, ...]


class Loop(Node, tag="loop", frozen=True, array_like=True, gc=False):
    """`kind`: of, in, while, do, for. `target` takes the elements of `over` for of and in; else `over` is the test."""

    kind: str
    target: Pattern | None
    over: Expr | None
    body: tuple[Stmt, ...]
    first: tuple[Stmt, ...] = ()  # `for (first; over; step)`
    step: Expr | None = None
    declares: str = ""  # const, let, var; empty when `target` is assigned to
    label: str = ""


class Case(Node, tag="case", frozen=True, array_like=True, gc=False):
    test: Expr | None
    body: tuple[Stmt, ...]


class Switch(Node, tag="switch", frozen=True, array_like=True, gc=False):
    subject: Expr
    cases: tuple[Case, ...]


class Try(Node, tag="try", frozen=True, array_like=True, gc=False):
    body: tuple[Stmt, ...]
    caught: Pattern | None
    handler: tuple[Stmt, ...] | None
    final: tuple[Stmt, ...]


class Block(Node, tag="block", frozen=True, array_like=True, gc=False):
    """`enters`: how many of the first statements are the items of a Python `with`."""

    body: tuple[Stmt, ...]
    enters: int = 0
    label: str = ""


class Jump(Node, tag="jump", frozen=True, array_like=True, gc=False):
    """break or continue; `label` names the loop or block around that is meant, where it is not the innermost one."""

    kind: str
    label: str = ""


Expr = (
    Literal | Name | This | Member | Index | Call | ImportCall | Await | Yield | Unary | Binary | Logical | Cond
    | Template | Object | Array | Spread | Assign | Function | Class | Jsx | Comprehension | Sequence
)  # fmt: skip
Pattern = Name | Member | Index | ObjectPattern | ArrayPattern | Default | Sequence
Stmt = Declare | Do | Return | Throw | If | Loop | Switch | Try | Block | Jump
