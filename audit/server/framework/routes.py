"""Which function answers which request: routers, prefixes, and where they are included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from audit.extract.facts.code import (
    Array,
    ArrayPattern,
    Call,
    Declare,
    Do,
    Expr,
    Function,
    Loop,
    Member,
    Name,
    Sequence,
    Stmt,
)  # fmt: skip
from audit.extract.facts.code import Node as Syntax
from audit.server.framework.routers import ANY_APP, Depending, Key, Made, Routers, argument
from audit.server.meaning.model import Func, Method
from audit.server.meaning.scopes import Bound, Scope, branches, walked
from audit.server.meaning.texts import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.server.meaning.texts import Writings
    from audit.server.meaning.values import Values

_VERBS = frozenset(("get", "post", "put", "patch", "delete", "head", "options"))
_PARAMETER = re.compile(r"\{[^{}]*\}")
_MOST_STEPS = 20


class Route(NamedTuple):
    """A handler with its method and full path; `depends` are the dependencies of its routers."""

    verb: str
    path: str
    handler: Func
    depends: tuple[Depending, ...]


class _Piece(NamedTuple):
    verb: str
    path: str
    handler: Func
    depends: tuple[Depending, ...]


class _Included(NamedTuple):
    parent: Key
    child: Key
    prefix: str
    depends: tuple[Depending, ...]


class Routes:
    """Every route of a server."""

    def __init__(self, values: Values, writings: Writings) -> None:
        self._values, self._writings, self._tree = values, writings, values.tree
        self._routers = Routers(values, writings)
        self._pieces: dict[Key, list[_Piece]] = {}
        self._included: list[_Included] = []
        self.lost: list[tuple[str, int, str]] = []

    def find(self) -> tuple[Route, ...]:
        """All of them, in the order of their paths; what could not be resolved is in `lost`."""
        for file in self._tree.files:
            source = self._tree.python.source(file) or b""
            if b"outer" in source or b"FastAPI" in source:
                self._guarded(file)
        made = {route for key in self._pieces for route in self._full(key)}
        for one in made:
            if "?" in one.path:
                func = one.handler
                line = self._tree.line(func.file, func.at)
                self.lost.append((func.file, line, f"the path of `{func.name}` could not be told"))
        return tuple(sorted(made, key=lambda one: (one.path, one.verb, one.handler.file, one.handler.at)))

    def _guarded(self, file: str) -> None:
        try:
            module, body = self._tree.module(file), self._tree.body(file)
            self._scan(body, module)
            for func in self._tree.declared(module, body):
                self._decorated(func)
                self._scan(func.node.body, self._tree.inside(func))
        except RecursionError:
            self.lost.append((file, 1, "nested too deeply to be searched for routes"))

    def _scan(self, body: tuple[Stmt, ...], scope: Scope) -> None:
        for one in body:
            items = self._items(one.over, scope) if isinstance(one, Loop) else ()
            if items and isinstance(one, Loop):
                self._loop(one, items, scope)
                continue
            if isinstance(one, Do) and isinstance(one.value, Sequence) and not (one.value.known or one.value.items):
                self.lost.append((scope.file, self._tree.line(scope.file, one.at), "nested too deeply to be read"))
            for node in walked(_own(one)):
                if isinstance(node, Call):
                    self._call(node, scope)
            self._scan(branches(one), scope)

    def _loop(self, node: Loop, items: tuple[Expr, ...], scope: Scope) -> None:
        """`for router in (a, b): app.include_router(router)`, item by item."""
        for item in items:
            inner = Scope(scope.file, scope, scope.owner, scope.prefix)
            inner.pattern(node.target, item)
            if isinstance(item, Array) and isinstance(node.target, ArrayPattern):
                inner.names.clear()
                for target, part in zip(node.target.items, item.items, strict=False):
                    inner.pattern(target, part)
            self._scan(node.body, inner)

    def _items(self, over: Expr | None, scope: Scope) -> tuple[Expr, ...]:
        if isinstance(over, Name):
            bounds: tuple[Bound, ...] = scope.find(over.name) or ()
            over = next((one.node for one in bounds if isinstance(one.node, Array)), over)
        return over.items if isinstance(over, Array) else ()

    def _decorated(self, func: Func) -> None:
        for one in func.node.decorators:
            if (
                isinstance(one, Call)
                and isinstance(one.callee, Member)
                and self._routers.is_router(one.callee.object, func.scope)
            ):
                self._add(one, func, func.scope)

    def _call(self, node: Call, scope: Scope) -> None:
        callee = node.callee
        if not isinstance(callee, Member) or callee.key not in (
            "include_router",
            "mount",
            "add_api_route",
            "add_route",
        ):
            return
        if not self._routers.is_router(callee.object, scope):
            return
        if callee.key in ("include_router", "mount"):
            self._include(node, callee, scope)
        else:
            endpoint = argument(node, 1, "endpoint")
            handlers = [one.func for one in self._values.of(endpoint, scope) if isinstance(one, Method)]
            for func in handlers:
                self._add(node, func, scope)
            if not handlers:
                self._lose(node, scope, "the handler of a route could not be resolved")

    def _add(self, node: Call, func: Func, scope: Scope) -> None:
        assert isinstance(node.callee, Member)
        path = self._routers.text(argument(node, 0, "path"), scope)
        word = node.callee.key
        verbs = [word.upper()] if word in _VERBS else self._methods(node, scope)
        if word not in (*_VERBS, "api_route", "add_api_route", "route", "add_route"):
            return
        depends = self._routers.depends(node, scope)
        for key in self._routers.of(node.callee.object, scope):
            self._pieces.setdefault(key, []).extend(_Piece(verb, path, func, depends) for verb in verbs)

    def _methods(self, node: Call, scope: Scope) -> list[str]:
        given = argument(node, -1, "methods")
        items = given.items if isinstance(given, Array) else ()
        found = [shown(text).upper() for one in items for text in self._writings.of(one, scope)]
        return found or ["GET"]

    def _include(self, node: Call, callee: Member, scope: Scope) -> None:
        mounted = callee.key == "mount"
        child = argument(node, 1, "app") if mounted else argument(node, 0, "router")
        prefix = self._routers.text(argument(node, 0, "path") if mounted else argument(node, -1, "prefix"), scope)
        children = self._routers.of(child, scope)
        parents = self._routers.of(callee.object, scope) or self._routers.given(callee.object, scope)
        if not parents:
            self._lose(node, scope, "what a router is included in could not be resolved")
        for parent in parents:
            for key in children:
                self._included.append(_Included(parent, key, prefix, self._routers.depends(node, scope)))
        if not children and not mounted:
            self._lose(node, scope, "an included router could not be resolved")

    def _full(self, key: Key) -> Iterator[Route]:
        for prefix, depends in self._mounts(key, frozenset()):
            for piece in self._pieces[key]:
                path = normal(f"{prefix}{piece.path}")
                yield Route(piece.verb, path, piece.handler, (*depends, *piece.depends))

    def _mounts(self, key: Key, seen: frozenset[Key]) -> Iterator[tuple[str, tuple[Depending, ...]]]:
        """Every way from an application to a router."""
        own, depends, is_app = self._routers.made.get(key, Made("", (), is_app=True))
        if is_app and not any(one.child == key for one in self._included):
            yield own, depends
        if len(seen) > _MOST_STEPS or key in seen:
            return
        for one in self._included:
            if one.child == key:
                outside = ("", ()) if one.parent == ANY_APP else None
                for outer, more in [outside] if outside else self._mounts(one.parent, seen | {key}):
                    yield f"{outer}{one.prefix}{own}", (*more, *one.depends, *depends)

    def _lose(self, node: Call, scope: Scope, note: str) -> None:
        self.lost.append((scope.file, self._tree.line(scope.file, node.at), note))


def normal(path: str) -> str:
    """A path with `{}` for its parameters, without a slash at its end."""
    return re.sub(r"/{2,}", "/", _PARAMETER.sub("{}", f"/{path}")).rstrip("/") or "/"


def _own(node: Stmt) -> object:
    """A statement without those in its branches, which are seen by themselves."""
    kept = [getattr(node, name) for name in node.__struct_fields__[1:]]
    return tuple(one for one in kept if isinstance(one, Syntax) and not isinstance(one, (Function, Declare)))
