"""Which router an expression means: the call that makes it, wherever that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.extract.facts.code import Array, Call, Expr, Member, Name, Return
from audit.server.framework.injected import named
from audit.server.meaning.model import ClassRef, Instance, Method, Module, Thing
from audit.server.meaning.scopes import Bound, Scope, statements

if TYPE_CHECKING:
    from audit.server.meaning.texts import Writings
    from audit.server.meaning.values import Values

_MOST_STEPS = 20

Key = tuple[str, int]
"""A router: the file and the place of the call that makes it."""
ANY_APP: Key = ("", -1)
Depending = tuple[Expr, Scope]
"""A dependency, as it is written."""


class Made(NamedTuple):
    """What a router is made with; routes of an application are reached without being included."""

    prefix: str
    depends: tuple[Depending, ...]
    is_app: bool


class Routers:
    """Questions about routers. `made` grows with those that were asked about."""

    def __init__(self, values: Values, writings: Writings) -> None:
        self._values, self._writings, self._tree = values, writings, values.tree
        self.made: dict[Key, Made] = {}

    def is_router(self, node: Expr, scope: Scope) -> bool:
        """May an expression be a router or an application?"""
        return any(map(self._values.library.is_router, self._values.of(node, scope)))

    def of(self, node: Expr | None, scope: Scope, depth: int = 0) -> tuple[Key, ...]:
        """The routers that an expression may be, by the calls that make them."""
        if node is None or depth > _MOST_STEPS:
            return ()
        if isinstance(node, Call):
            return self._made(node, scope, depth)
        found: list[Key] = []
        for bound in self._bounds(node, scope):
            if bound.kind == "value" and not bound.path:
                found.extend(self.of(bound.node, bound.scope, depth + 1))  # type: ignore[arg-type]
        return tuple(dict.fromkeys(found))

    def given(self, node: Expr, scope: Scope) -> tuple[Key, ...]:
        """An application that a function is given: any; there is hardly ever a second one."""
        apps = any(isinstance(one, Thing) and _is_app(one.kinds) for one in self._values.of(node, scope))
        return (ANY_APP,) if apps else ()

    def _bounds(self, node: Expr, scope: Scope) -> tuple[Bound, ...]:
        if isinstance(node, Name):
            found = scope.find(node.name) or self._tree.meaning(scope.file, node.name)
            if isinstance(found, tuple) and found and all(one.kind == "import" for one in found):
                found = self._tree.imported(found[0])
            return found if isinstance(found, tuple) else ()
        if not isinstance(node, Member):
            return ()
        made: list[Bound] = []
        for held in self._values.of(node.object, scope):
            if isinstance(held, (Instance, ClassRef)):
                places = self._values.classes.fields(held.cls, node.key)
                made.extend(Bound("value", one.scope, one.value) for one in places)
            elif isinstance(held, Module):
                meaning = self._tree.meaning(held.file, node.key)
                made.extend(meaning if isinstance(meaning, tuple) else ())
        return tuple(made)

    def _made(self, node: Call, scope: Scope, depth: int) -> tuple[Key, ...]:
        """The call that makes a router, or the router that a function of the tree gives back."""
        key = (scope.file, node.at)
        found: list[Key] = []
        for one in self._values.of(node.callee, scope):
            if isinstance(one, Method):
                inner = self._tree.inside(one.func)
                for made in statements(one.func.node.body):
                    if isinstance(made, Return):
                        found.extend(self.of(made.value, inner, depth + 1))
            elif self.is_router(node, scope):
                name = getattr(one, "path", "")
                prefix = self.text(argument(node, -1, "prefix"), scope)
                self.made[key] = Made(prefix, self.depends(node, scope), name.endswith("FastAPI"))
                found.append(key)
        return tuple(dict.fromkeys(found))

    def depends(self, node: Call, scope: Scope) -> tuple[Depending, ...]:
        """What stands in its `dependencies`."""
        given = argument(node, -1, "dependencies")
        items = given.items if isinstance(given, Array) else ()
        return tuple((one, scope) for one in named(items, scope, self._values))

    def text(self, node: Expr | None, scope: Scope) -> str:
        """A prefix or a path; what of it cannot be told is a mark that no endpoint has."""
        if node is None:
            return ""
        return "".join(one if isinstance(one, str) else "?" for one in self._writings.of(node, scope)[0])


def _is_app(kinds: tuple[str, ...]) -> bool:
    return any(one.endswith("#FastAPI") for one in kinds)


def argument(node: Call, position: int, name: str) -> Expr | None:
    """What a parameter is given, by name or by position; a negative position is none."""
    plain = node.args[: len(node.args) - len(node.names)]
    if name in node.names:
        return node.args[len(plain) + node.names.index(name)]
    return plain[position] if 0 <= position < len(plain) else None
