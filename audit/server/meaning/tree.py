"""The server's modules, functions and classes, and what names mean among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.extract.facts.code import Call, Class, Expr, Function, ImportCall, Index, Literal, Member, Name, Stmt
from audit.link.names import Declared, External, Namespace
from audit.link.python_names import PythonNames
from audit.server.meaning.model import Cls, Func, Module, Outside, Value, Variable
from audit.server.meaning.scopes import Bound, Scope, statements, walked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.link.names import Meaning
    from audit.link.python_program import PythonProgram

_PARAMETERS = re.compile(rb"class\s+\w+\s*\[([^\]]*)\]")


class Tree:
    """One checkout of the server. `files` are those of production; others are read when something imports them."""

    def __init__(self, python: PythonProgram, files: tuple[str, ...]) -> None:
        self.python, self.files = python, files
        self.names = PythonNames(python)
        self._modules: dict[str, Scope] = {}
        self._functions: dict[int, Func] = {}
        self._classes: dict[int, Cls] = {}
        self._scopes: dict[int, Scope] = {}
        self._funcs: dict[Scope, Func] = {}
        self._every: tuple[Cls, ...] | None = None
        self._variables: dict[tuple[str, str], Variable] = {}

    def module(self, file: str) -> Scope:
        """The names of a file's top level."""
        if file not in self._modules:
            scope = self._modules[file] = Scope(file, None)
            body = self.body(file)
            scope.fill(body)
            if b"global " in (self.python.source(file) or b""):
                for func in self.declared(scope, body):
                    self.inside(func)
        return self._modules[file]

    def body(self, file: str) -> tuple[Stmt, ...]:
        """The statements of a file's top level; none where it could not be read."""
        facts = self.python.facts(file)
        units = range(len(facts.outline().units)) if facts is not None else ()
        return tuple(made for unit in units for made in facts.body(unit)) if facts is not None else ()

    def func(self, node: Function, scope: Scope, owner: Cls | None = None) -> Func:
        """The function that a declaration makes; the same one each time."""
        if id(node) not in self._functions:
            prefix = f"{owner.name}." if owner is not None else scope.prefix
            self._functions[id(node)] = Func(scope.file, f"{prefix}{node.name or '<lambda>'}", node, scope, owner)
        return self._functions[id(node)]

    def cls(self, node: Class, scope: Scope) -> Cls:
        """The class that a declaration makes; the same one each time."""
        if id(node) not in self._classes:
            parameters = (*self._bracketed(scope.file, node), *_generic(node.bases))
            self._classes[id(node)] = Cls(scope.file, f"{scope.prefix}{node.name}", node, scope, parameters)
        return self._classes[id(node)]

    def variable(self, file: str, name: str) -> Variable:
        """A variable of a module."""
        key = (file, name)
        if key not in self._variables:
            scope = self.module(file)
            at = next((bound.at for bound in scope.names.get(name, ()) if bound.at >= 0), 0)
            self._variables[key] = Variable(file, name, at, scope)
        return self._variables[key]

    def inside(self, func: Func) -> Scope:
        """The names that a function binds."""
        key = id(func.node)
        if key not in self._scopes:
            scope = self._scopes[key] = Scope(func.file, func.scope, func.owner, f"{func.name}.")
            self._funcs[scope] = func
            scope.take(func.node.params)
            scope.fill(func.node.body)
        return self._scopes[key]

    def around(self, scope: Scope | None) -> Func | None:
        """The function whose names a scope holds, or that of the nearest scope around it."""
        while scope is not None and scope not in self._funcs:
            scope = scope.parent
        return self._funcs[scope] if scope is not None else None

    def variable_of(self, found: tuple[Bound, ...] | Value | None) -> Variable | None:
        """The module's variable that a name means, None where it means anything else."""
        if not isinstance(found, tuple):
            return None
        first = next((one for one in found if one.kind == "value" and one.scope.parent is None), None)
        return self.variable(first.scope.file, first.name) if first is not None else None

    def declared(self, scope: Scope, body: tuple[Stmt, ...], owner: Cls | None = None) -> Iterator[Func]:
        """Every function declared in statements, and in those functions, methods included."""
        for one in statements(body):
            for node in walked(one):
                if isinstance(node, Function):
                    yield from self._with_inner(self.func(node, scope, owner))
                elif isinstance(node, Class):
                    yield from self.methods(self.cls(node, scope))

    def methods(self, cls: Cls) -> Iterator[Func]:
        """The functions that stand in a class, and in those."""
        for member in cls.node.members:
            if isinstance(member, Function):
                yield from self._with_inner(self.func(member, cls.scope, cls))
            elif isinstance(member.value, Class):
                yield from self.methods(self.cls(member.value, cls.scope))

    def meaning(self, file: str, name: str) -> tuple[Bound, ...] | Value | None:
        """What a name that no scope of a function binds means in a file."""
        bound = self.module(file).names.get(name)
        if bound is not None and not all(one.kind == "import" for one in bound):
            return tuple(bound)
        return self.linked(self.names.meaning(file, name))

    def imported(self, bound: Bound) -> tuple[Bound, ...] | Value | None:
        """What an import statement gives."""
        node, name = bound.node, "*"
        if isinstance(node, Member):
            name = node.key
            node = node.object
        if not isinstance(node, ImportCall) or not isinstance(node.module, Literal):
            return None
        return self.linked(self.names.imported(bound.scope.file, str(node.module.value), name))

    def linked(self, meaning: Meaning | None) -> tuple[Bound, ...] | Value | None:
        """A meaning as names of modules have it: what binds the name, a module, something from outside."""
        match meaning:
            case Declared(file=file, name=name):
                return tuple(self.module(file).names.get(name, ())) or None
            case Namespace(file=file):
                return Module(file)
            case External(module=module, path=path):
                return Outside(module, path)
            case _:
                return None

    def within(self, outside: Outside, key: str, file: str) -> Value:
        """A member of something outside; a package without a file of its own may hold modules of the tree."""
        if outside.path == "*":
            found = self.python.find(file, f"{outside.module}.{key}")
            if found is not None and found.whole:
                return Module(found.path)
            if self._is_module(file, f"{outside.module}.{key}"):
                return Outside(f"{outside.module}.{key}", "*")
            return Outside(outside.module, key)
        return Outside(outside.module, f"{outside.path}.{key}")

    def classes(self) -> tuple[Cls, ...]:
        """Every class of production that stands at the top level of a file."""
        if self._every is None:
            every = (one for file in self.files for many in self.module(file).names.values() for one in many)
            self._every = tuple(self.cls(one.node, one.scope) for one in every if isinstance(one.node, Class))
        return self._every

    def is_subscript(self, node: Member, file: str) -> bool:
        """Whether a member is written `held["key"]`."""
        source = self.python.source(file) or b""
        return source[node.at : node.at + 1] in (b'"', b"'")

    def line(self, file: str, at: int) -> int:
        """The line of an offset."""
        return self.python.position(file, max(at, 0)).line

    def _is_module(self, file: str, dotted: str) -> bool:
        facts = self.python.facts(file)
        imports = facts.outline().imports if facts is not None else ()
        return any(one.module == dotted or one.module.startswith(f"{dotted}.") for one in imports)

    def _with_inner(self, func: Func) -> Iterator[Func]:
        yield func
        yield from self.declared(self.inside(func), func.node.body, func.owner)

    def _bracketed(self, file: str, node: Class) -> tuple[str, ...]:
        """The type parameters of `class Name[T, U: Bound]`."""
        source = self.python.source(file) or b""
        found = _PARAMETERS.match(source, node.at)
        parts = found.group(1).decode("utf-8", "replace").split(",") if found is not None else []
        return tuple(part.partition(":")[0].partition("=")[0].strip(" *") for part in parts if part.strip())


def _generic(bases: tuple[Expr, ...]) -> Iterator[str]:
    """The names in `Generic[T]` and `Protocol[T]`."""
    for base in bases:
        if isinstance(base, Index) and isinstance(base.object, (Name, Member)):
            last = base.object.name if isinstance(base.object, Name) else base.object.key
            inner = getattr(base.key, "items", (base.key,))
            if last in ("Generic", "Protocol"):
                yield from (one.name for one in inner if isinstance(one, Name))


def bare(decorator: Expr) -> Expr:
    """What is called, for a decorator that is."""
    return decorator.callee if isinstance(decorator, Call) else decorator
