"""Functions that objects were given when they were made: what a field that is called may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.code import Call, Expr, Member, Name, Parameter
from audit.server.meaning.model import ClassRef, Cls, Func, Instance, Method, Vals
from audit.server.meaning.scopes import Scope, statements, walked
from audit.server.meaning.texts import arguments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.server.meaning.values import Values

_DEEPEST = 5


class Kept:
    """Every call of production by the last name of what is called, looked for once."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._calls: dict[str, list[tuple[Call, Scope]]] | None = None

    def given(self, cls: Cls, key: str) -> tuple[tuple[Vals, Scope], ...]:
        """What may stand in a field: functions that constructors are given under its name, else all of them."""
        family = (*self._values.classes.order(cls), *self._values.classes.under(cls))
        found: list[tuple[Vals, Scope]] = []
        for one in family:
            for call, scope in self._named(one.node.name):
                if any(isinstance(v, ClassRef) and v.cls is one for v in self._values.of(call.callee, scope)):
                    for given in self._picked(one, call, key):
                        found.extend(self._functions(given, scope, 0))
        return tuple(found)

    def _picked(self, cls: Cls, call: Call, key: str) -> tuple[Expr, ...]:
        makers = self._values.classes.methods(cls, "__init__")[:1]
        named = {name: value for func in makers for name, value in arguments(func, call).items()}
        for name in (key, key.lstrip("_")):
            if name in named:
                return (named[name],)
            if name in call.names:
                return (call.args[len(call.args) - len(call.names) + call.names.index(name)],)
        return call.args

    def _functions(self, node: Expr, scope: Scope, depth: int) -> Iterator[tuple[Vals, Scope]]:
        """The functions that an expression may be; for a parameter, those that callers give."""
        vals = tuple(one for one in self._values.of(node, scope) if isinstance(one, (Method, ClassRef, Instance)))
        if vals:
            yield vals, scope
        if isinstance(node, Name) and depth < _DEEPEST:
            for bound in scope.find(node.name) or ():
                func = self._values.tree.around(bound.scope) if isinstance(bound.node, Parameter) else None
                if func is not None:
                    yield from self._from_callers(func, node.name, depth)

    def _from_callers(self, func: Func, name: str, depth: int) -> Iterator[tuple[Vals, Scope]]:
        for call, scope in self._named(_called_as(func)):
            for one in self._values.of(call.callee, scope):
                same = isinstance(one, Method) and one.func is func
                made = isinstance(one, ClassRef) and func in self._values.classes.methods(one.cls, "__init__")[:1]
                if same or made:
                    given = arguments(func, call)
                    if name in given:
                        yield from self._functions(given[name], scope, depth + 1)

    def _named(self, name: str) -> list[tuple[Call, Scope]]:
        if self._calls is None:
            self._calls = {}
            for call, scope in self._every():
                callee = call.callee
                last = callee.name if isinstance(callee, Name) else callee.key if isinstance(callee, Member) else ""
                if last:
                    self._calls.setdefault(last, []).append((call, scope))
        return self._calls.get(name, [])

    def _every(self) -> Iterator[tuple[Call, Scope]]:
        tree = self._values.tree
        for file in tree.files:
            module, body = tree.module(file), tree.body(file)
            yield from _in(body, module)
            for func in tree.declared(module, body):
                yield from _in(func.node.body, tree.inside(func))


def _called_as(func: Func) -> str:
    if func.node.kind == "constructor" and func.owner is not None:
        return func.owner.node.name
    return func.node.name


def _in(body: object, scope: Scope) -> Iterator[tuple[Call, Scope]]:
    assert isinstance(body, tuple)
    seen: set[int] = set()
    for one in statements(body):
        for node in walked(one):
            if isinstance(node, Call) and id(node) not in seen:
                seen.add(id(node))
                yield node, scope
