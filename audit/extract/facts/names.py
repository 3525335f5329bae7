"""Where a name stands in one file, what it is bound to there, and what becomes of its value.

All declarations of a name in a file are themselves occurrences of that name, so resolving a name inside a
file needs nothing but its occurrences: cost grows with how often the name stands, not with the size of the
file.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Role = Literal[
    "reference",  # the value of the name is read
    "declaration",  # a variable, function, class, parameter, … of that name
    "import",  # the local name of an import
    "export",  # `export { name }`: a reference that leaves the file
    "member",  # `object.name`, `object["name"]`
    "key",  # a property, method or field of that name is defined
    "type",  # the name stands for a type
    "write",  # the name is assigned to
    "text",  # in a string
]

UseKind = Literal[
    "call",  # called, after `path` was read from it
    "new",  # constructed
    "argument",  # passed to a call
    "assign",  # given to a variable, or taken apart into several: `bindings`
    "store",  # assigned to a member: `target`
    "property",  # value of a property of an object literal: `key`
    "spread",  # `...name`
    "element",  # element of an array literal
    "default",  # default value of a parameter or of a destructured name: `bindings`
    "field",  # initial value of a class field: `key`
    "return",  # returned by the enclosing function
    "export",  # `export { name as key }`, `export default name` (key "default"), `export = name` (key "=")
    "extends",  # a class extends it
    "jsx",  # handed to JSX
    "decorator",  # `bindings` and `key` name the decorated parameter or field
    "inspect",  # its truth, type or identity is looked at; the value goes nowhere
    "discard",  # an expression statement
    "other",  # anything else: the value goes where this analysis of names does not follow
]

AWAIT = "@await"  # steps of a path that are no names
NEW = "@new"
CALL = "@call"
DYNAMIC = "*"  # a computed member; "*KEY" and "*Keys.item" when a name or a member chain computes it
TYPEOF = "<typeof>"  # steps of a type: generics around it are "<Promise>"
PARAMETER = "@parameter"  # with a position: what a function type gives its parameter


class Binding(Struct, frozen=True, array_like=True, gc=False):
    """A local name that receives a value: `path` is what is read from the value first (`("a", "b")` for `{a:
    {b: c}}`).
    """

    name: str
    at: int
    path: tuple[str, ...] = ()


class Given(Struct, frozen=True, array_like=True, gc=False):
    """What a parameter of a function that is written as an argument binds: both positions count from 0.

    `parameter` -1: the argument is no function but a name, dotted, which is what is bound then.
    """

    argument: int
    parameter: int
    bindings: tuple[Binding, ...]


class Parameter(Struct, frozen=True, array_like=True, gc=False):
    """A parameter of a function; `access` is not empty when it is a field of the class as well."""

    bindings: tuple[Binding, ...]
    access: str = ""


class Target(Struct, frozen=True, array_like=True, gc=False):
    """What stands before the last name of a member expression: `root` is an identifier, "this", or "" when it
    is neither.
    """

    root: str
    at: int
    path: tuple[str, ...] = ()


class Use(Struct, frozen=True, array_like=True, gc=False):
    """What becomes of a value that a name (or an import expression) stands for.

    `path` is what is read from the value before `kind` applies: `ns.a.b()` is a call with path `("a", "b")`.
    `start` and `end` span the expression that `kind` speaks of (the whole call for a call), `at` is the
    offset of the last name of the path. For an argument `callee` is the called expression as dotted text,
    `callee_at` the offset of its last name and `index` the position. `maybe` says that another value may
    stand in its place (`a ? f : g`). `outer` is what becomes of the call, object or array that the value is
    put into, of the result of calling it, or, for a returned value, of the function that returns it. For a
    property `beside` holds the neighbours whose values are names or strings, these in single quotes:
    `(("provide", "TOKEN"),)`. For a call `given` are the functions written in its arguments; `static` marks a
    field.
    """

    kind: UseKind
    at: int
    start: int
    end: int
    path: tuple[str, ...] = ()
    key: str = ""
    index: int = -1
    callee: str = ""
    callee_at: int = -1
    bindings: tuple[Binding, ...] = ()
    target: Target | None = None
    maybe: bool = False
    outer: Use | None = None
    beside: tuple[tuple[str, str], ...] = ()
    given: tuple[Given, ...] = ()
    static: bool = False


class Declared(Struct, frozen=True, array_like=True, gc=False):
    """What a type is given to: the annotated parameter, field, variable, or the class that implements it.

    `read` is what the type reads from the name (`ns.Client`), `path` what is read from the annotated thing
    until the type is reached, outermost first: `("a", "<Promise>")` for `{ a: Promise<Client> }`. For a
    parameter of a function `index` is its position; `outer` is what the function (for a return type and a
    parameter) or the value (for an assertion or a type argument) is given to, `tokens` what its decorators
    are given.
    """

    kind: Literal[
        "parameter",
        "field",
        "variable",
        "return",
        "owner",
        "extends",
        "implements",
        "value",
        "argument",
        "other",
    ]
    name: str
    at: int
    read: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    access: str = ""  # private, protected, public or static, for fields
    bindings: tuple[Binding, ...] = ()  # the names that the annotated pattern binds
    outer: Use | None = None
    index: int = -1
    tokens: tuple[str, ...] = ()


class Occurrence(Struct, frozen=True, array_like=True, gc=False):
    """One place where a name stands.

    `bound` is the offset of the declaration that the name is bound to in this file (its own offset for a
    declaration), -1 where the file does not declare it. `enclosing` is the qualified name of the innermost
    named function, `class_at` the offset of the enclosing class's keyword, -1 outside; `class_name` its name.
    For a write `scope` is the span that is only reached after it. For a declared parameter `use` is what
    becomes of the function, with the parameter's position as `index`.
    """

    at: int
    role: Role
    bound: int = -1
    use: Use | None = None
    target: Target | None = None  # for members: what the name is read from; for keys: the object or class
    declared: Declared | None = None  # for types
    enclosing: str = "<module>"
    class_at: int = -1
    class_name: str = ""
    shape: str = ""  # for declarations: function, class, parameter, const, let, var, enum, catch, …
    scope: tuple[int, int] = (0, 0)  # for declarations and imports: the span in which they are visible
    type_only: bool = False
    function: int = -1  # offset of the innermost function
    loop: tuple[int, int] = (0, 0)  # for writes: the outermost loop around it in its function
    params: tuple[Parameter, ...] | None = None  # for what declares or defines a function
    namespace: tuple[str, int] | None = None  # for what a namespace exports: its name, and where that is declared
    value: str = ""  # for what is declared or defined as a string
    type: str = ""  # for what is declared with a type, as `new Type()` or as `this`: the name of the type
