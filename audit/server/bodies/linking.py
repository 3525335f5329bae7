"""What the names in a body lead to: functions and variables, noted as edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.code import Await, Call, Member, Name
from audit.server.bodies.doing import Edge, Maybe
from audit.server.meaning.model import NONE, ClassRef, Instance, Method, Vals, is_open

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.model import Via
    from audit.server.bodies.calls import Calls
    from audit.server.bodies.noting import Notes
    from audit.server.meaning.scopes import Scope
    from audit.server.meaning.values import Values


class Links:
    """Notes where an expression leads; `visit` is told of lambdas, whose bodies belong to the one that names them."""

    def __init__(self, values: Values, calls: Calls, notes: Notes, visit: Callable[[object, Scope], None]) -> None:
        self._values, self._calls, self._notes, self._visit = values, calls, notes, visit
        self._tree = values.tree

    def name(self, node: Name, scope: Scope, call: Call | None = None) -> None:
        """A name that is read, or called."""
        bounds = scope.find(node.name)
        found = self._tree.meaning(scope.file, node.name) if bounds is None else bounds
        if isinstance(found, tuple) and found and all(one.kind == "import" for one in found):
            found = self._tree.imported(found[0])
        variable = self._tree.variable_of(found)
        if variable is not None:
            self._notes.add(Edge(variable, "mention", node.at))
        vals = self._values.name(node.name, scope)
        self._notes.see(vals)
        self.link(vals, _via(call), node.at, call, scope)

    def member(self, node: Member, scope: Scope, call: Call | None = None) -> None:
        """A member that is read, or called; not what it is read from."""
        held = self._values.of(node.object, scope)
        found = self._values.members.of(held, node.key, scope)
        self._notes.see((*held, *found))
        optional = NONE in held
        self.link(found, _via(call), node.at, call, scope, optional=optional)
        self.accessor(held, node, "get", optional=optional)
        variable = self._calls.variable(node, scope)
        if variable is not None:
            self._notes.add(Edge(variable, "mention", node.at))
        if is_open(held) or any(self._notes.lacks(one, node.key) for one in held):
            self._notes.maybes[Maybe(node.key, node.at)] = None

    def accessor(self, held: Vals, node: Member, kind: str, *, optional: bool = False) -> None:
        """The property function of a member that is read ("get") or assigned to ("set")."""
        for one in held:
            if isinstance(one, Instance):
                for func in self._values.classes.methods(one.cls, node.key):
                    if func.node.kind == kind:
                        self._notes.add(Edge(func, "call", node.at, optional=optional))

    def implicit(self, node: object, scope: Scope, *names: str) -> None:
        """Methods that the language calls."""
        value = node.value if isinstance(node, Await) else node
        for one in self._values.of(value, scope):  # type: ignore[arg-type]
            if isinstance(one, Instance):
                for name in names:
                    for func in self._values.classes.methods(one.cls, name):
                        self._notes.add(Edge(func, "call", getattr(node, "at", -1)))

    def link(  # noqa: PLR0913 - what an edge has
        self,
        vals: Vals,
        via: Via,
        at: int,
        call: Call | None,
        scope: Scope,
        *,
        optional: bool = False,
        injected: bool = False,
    ) -> None:
        """Values that are named: the functions that they are, or that run when they are called."""
        for one in vals:
            if isinstance(one, Method) and one.func.node.kind != "lambda":
                variant = one.of is not None and one.func.owner not in self._values.classes.order(one.of.cls)
                self._notes.edge(Edge(one.func, via, at, call, scope, optional, injected, variant))
            elif isinstance(one, Method):
                self._visit(one.func.node.body, self._tree.inside(one.func))
            elif isinstance(one, ClassRef):
                for name in ("__init__", "__new__", "__post_init__"):
                    for func in self._values.classes.methods(one.cls, name)[:1]:
                        self._notes.edge(Edge(func, via, at, call, scope, optional, injected))
            elif isinstance(one, Instance) and call is not None:
                for func in self._values.classes.methods(one.cls, "__call__"):
                    self._notes.edge(Edge(func, via, at, call, scope, optional, injected))


def _via(call: Call | None) -> Via:
    return "mention" if call is None else "call"
