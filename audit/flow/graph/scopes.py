"""Which declaration a name means: bindings of one statement's code, found before the graph is built."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

import msgspec

from audit.extract.facts import code


class Binding:
    """A declared name. `shared` when another function than the declaring one uses it: then it is a place."""

    __slots__ = ("assigned", "at", "function", "name", "shared")

    def __init__(self, name: str, at: int, function: int, *, shared: bool) -> None:
        self.name, self.at, self.function, self.shared = name, at, function, shared
        self.assigned = 0


class Scope:
    """Names visible in a block; `function` is the depth-first number of the surrounding function."""

    __slots__ = ("function", "names", "outer")

    def __init__(self, outer: Scope | None, function: int) -> None:
        self.outer, self.function = outer, function
        self.names: dict[str, Binding] = {}

    def declare(self, name: str, at: int, *, shared: bool = False) -> Binding:
        """A declaration in this block; the first one of a name counts."""
        if name not in self.names:
            self.names[name] = Binding(name, at, self.function, shared=shared)
        return self.names[name]

    def find(self, name: str) -> Binding | None:
        """The binding that a use of the name in this block means."""
        scope: Scope | None = self
        while scope is not None:
            found = scope.names.get(name)
            if found is not None:
                return found
            scope = scope.outer
        return None


def names_of(pattern: code.Pattern | None) -> Iterator[code.Name]:
    """The names a pattern binds."""
    if isinstance(pattern, code.Name):
        yield pattern
    elif isinstance(pattern, code.Default):
        yield from names_of(pattern.target)
    elif isinstance(pattern, code.ObjectPattern):
        for _, target in pattern.entries:
            yield from names_of(target)
        yield from names_of(pattern.rest)
    elif isinstance(pattern, code.ArrayPattern):
        for item in pattern.items:
            yield from names_of(item)
        yield from names_of(pattern.rest)


def hoisted(body: tuple[code.Stmt, ...]) -> Iterator[tuple[code.Name, str]]:
    """Names declared directly in a block (let, const, class, function) and `var`s anywhere below, with their kind."""
    for statement in body:
        if isinstance(statement, code.Declare):
            for name in names_of(statement.target):
                yield name, statement.kind
        else:
            yield from ((name, "var") for name in _vars(statement))


def _vars(statement: Any) -> Iterator[code.Name]:
    for inner in _nested(statement):
        if isinstance(inner, code.Declare):
            if inner.kind == "var":
                yield from names_of(inner.target)
        else:
            if isinstance(inner, code.Loop) and inner.declares == "var":
                yield from names_of(inner.target)
            yield from _vars(inner)


def _nested(statement: Any) -> Iterator[Any]:
    if isinstance(statement, code.If):
        yield from (*statement.then, *statement.other)
    elif isinstance(statement, code.Loop):
        yield from (*statement.first, *statement.body)
    elif isinstance(statement, code.Switch):
        for case in statement.cases:
            yield from case.body
    elif isinstance(statement, code.Try):
        yield from (*statement.body, *(statement.handler or ()), *statement.final)
    elif isinstance(statement, code.Block):
        yield from statement.body


def walk(node: Any, closed: tuple[type[code.Node], ...] = ()) -> Iterator[code.Node]:
    """Every node below a node, itself first; none of those kinds, and nothing below them."""
    stack = [node]
    while stack:
        here = stack.pop()
        kind = type(here)
        if kind is tuple:
            stack.extend(here)
        elif issubclass(kind, code.Node) and kind not in closed:
            yield here
            parts = _PARTS[kind] if kind in _PARTS else _parts(kind)
            if parts is not None:
                stack.append(parts(here))


def assigned_names(body: Any) -> Iterator[code.Name]:
    """Names that Python code binds by assigning them, in order: of the whole function, however deep they stand."""
    found: dict[str, code.Name] = {}
    outside: set[str] = set()
    stack: list[Any] = [body]
    while stack:
        here = stack.pop()
        kind = type(here)
        if kind is tuple:
            stack.extend(reversed(here))
        elif kind is code.Declare and here.kind in ("global", "nonlocal"):
            outside.update(name.name for name in names_of(here.target))
        elif kind not in _CLOSED:
            for name in names_of(here.target if kind in ASSIGNING else here.caught) if kind in _BINDING else ():
                if name.name not in found or name.at < found[name.name].at:
                    found[name.name] = name
            parts = _PARTS[kind] if kind in _PARTS else _parts(kind)
            if parts is not None:
                stack.append(parts(here))
    yield from (name for name in found.values() if name.name not in outside)


def names_used(body: Any) -> dict[tuple[int, int], frozenset[str]]:
    """For every function below a node (by its span) the names that stand in it, nested functions included. One walk."""
    found: dict[tuple[int, int], frozenset[str]] = {}
    names: set[str] = set()
    outer: list[tuple[tuple[int, int], set[str]]] = []
    stack: list[Any] = [body]
    while stack:
        here = stack.pop()
        kind = type(here)  # of all walks over code this is the longest: it asks for the type once
        if kind is tuple:
            stack.extend(here)
        elif kind is code.Name:
            names.add(here.name)
        elif here is _END:
            key, before = outer.pop()
            found[key] = frozenset(names)
            before |= names
            names = before
        else:
            if kind is code.Function:
                outer.append(((here.at, here.end), names))
                names = set()
                stack.append(_END)
            parts = _PARTS[kind] if kind in _PARTS else _parts(kind)
            if parts is not None:
                stack.append(parts(here))
    return found


ASSIGNING = frozenset((code.Assign, code.Declare, code.Loop))
"""The kinds of nodes that give a target a value."""
_BINDING = ASSIGNING | {code.Try}
_CLOSED = frozenset((code.Function, code.Class, code.Comprehension))
_END = object()
_PARTS: dict[type, Any] = {}


def _parts(kind: type) -> Any:
    """Reads the fields of a node that can hold nodes; None when there are none, or for what is no node."""
    if not issubclass(kind, code.Node):
        _PARTS[kind] = None
    if kind not in _PARTS:
        plain = ("at", "end", "name", "kind", "op", "type", "returns", "names", "parts", "implements", "is_async",
                 "generator", "static", "new", "optional", "known", "rest", "field", "declares",
                 "delegate", "label")  # fmt: skip
        named = tuple(field.name for field in msgspec.structs.fields(kind))
        held = [name for name in named if name not in plain and (name != "key" or kind in _KEYED)]
        if kind in _PATTERNS:
            held.append("rest")
        _PARTS[kind] = attrgetter(*held) if held and kind is not code.Literal else None
    return _PARTS[kind]


_KEYED = (code.Index, code.Property)
_PATTERNS = (code.ObjectPattern, code.ArrayPattern)
