"""One pass over a body: what it names, sends, asks a database, and what of it cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.code import (
    Assign,
    Await,
    Block,
    Call,
    Class,
    Comprehension,
    Declare,
    Default,
    Expr,
    Function,
    Index,
    Literal,
    Loop,
    Member,
    Name,
    Sequence,
    Spread,
    Template,
    Throw,
)  # fmt: skip
from audit.extract.facts.code import Node as Syntax
from audit.server.doing import Edge, Gap, Mark, Maybe
from audit.server.injected import dependencies
from audit.server.model import (
    NONE,
    ClassRef,
    Func,
    Instance,
    Method,
    Node,
    Vals,
    Variable,
    is_open,
)
from audit.server.noting import Notes
from audit.server.tree import bare

if TYPE_CHECKING:
    from audit.model import Via
    from audit.server.calls import Calls
    from audit.server.scopes import Scope
    from audit.server.sinks import Sinks
    from audit.server.texts import Writings
    from audit.server.values import Values


class Visit:
    """One pass over one body."""

    def __init__(self, values: Values, writings: Writings, sinks: Sinks, calls: Calls) -> None:
        self._values, self._writings, self._sinks, self._calls = values, writings, sinks, calls
        self._tree = values.tree
        self.notes = Notes(values.classes, values.field)
        self._quiet = 0

    def node(self, node: Node) -> None:
        if isinstance(node, Variable):
            for bound in node.scope.names.get(node.name, ()):
                if bound.kind == "value" and bound.scope is node.scope:
                    self.visit(bound.node, bound.scope)
            return
        scope = self._tree.inside(node)
        for decorator in node.node.decorators:
            if not self._calls.is_route(decorator, node.scope):
                self.visit(decorator, node.scope)
        self._parameters(node, scope)
        for one in node.node.body:
            self.visit(one, scope)

    def visit(self, node: object, scope: Scope) -> None:
        """Whatever stands in a node."""
        match node:
            case tuple():
                for one in node:
                    self.visit(one, scope)
            case Name(name=name):
                self._name(name, scope, node.at)
            case Member():
                self._member(node, scope, "mention", None)
            case Call():
                self._callee(node, scope)
            case Literal(value=str()) | Template():
                self._text(node, scope)
                if isinstance(node, Template):
                    self.visit(node.values, scope)
            case Function(kind="lambda"):
                inner = self._tree.inside(self._tree.func(node, scope))
                self.visit(node.body, inner)
            case Comprehension():
                inner = scope.comprehension(node)
                self._over(node.loops, inner)
                self.visit((node.element, *node.tests), inner)
            case Assign(target=target, value=value):
                self.visit(value, scope)
                self._target(target, scope)
            case _:
                self._other(node, scope)

    def _other(self, node: object, scope: Scope) -> None:
        match node:
            case Declare(value=Function() as made, kind="function"):
                self._declared(made, scope)
            case Declare(value=Class()) | Declare(kind="import" | "type" | "global" | "nonlocal"):
                pass
            case Throw(value=value):
                self._quiet += 1
                self.visit(value, scope)
                self._quiet -= 1
            case Loop(target=target, over=over) if over is not None and target is not None:
                self._implicit(over, scope, "__iter__", "__aiter__", "__next__", "__anext__")
                self._inner(node, scope)
            case Block(body=body, enters=enters):
                for item in body[:enters]:
                    value = getattr(item, "value", None)
                    held = value.value if isinstance(value, Assign) else value
                    self._implicit(held, scope, "__enter__", "__aenter__", "__exit__", "__aexit__")
                self.visit(body, scope)
            case Index(object=held):
                self._implicit(held, scope, "__getitem__")
                self._inner(node, scope)
            case Sequence(known=False):
                self.notes.gaps[Gap("written in a way that is not understood", node.at)] = None
                self._inner(node, scope)
            case _:
                self._inner(node, scope)

    def _inner(self, node: object, scope: Scope) -> None:
        if isinstance(node, Syntax):
            for name in node.__struct_fields__[1:]:
                value = getattr(node, name)
                if isinstance(value, Syntax | tuple):
                    self.visit(value, scope)

    def _declared(self, made: Function, scope: Scope) -> None:
        """A function inside: only what its declaration evaluates; its body is reached when somebody names it."""
        self.visit(made.decorators, scope)
        for one in made.params:
            if isinstance(one.target, Default):
                self.visit(one.target.value, scope)

    def _parameters(self, func: Func, scope: Scope) -> None:
        for one in func.node.params:
            target = one.target.target if isinstance(one.target, Default) else one.target
            self.notes.see(self._values.name(target.name, scope) if isinstance(target, Name) else ())
            value = one.target.value if isinstance(one.target, Default) else None
            if value is not None and not isinstance(value, Call):
                self.visit(value, func.scope)
        for made, at, place in dependencies(func, self._values):
            self._injected(made, at, place)

    def _injected(self, made: Expr | ClassRef | None, at: int, scope: Scope) -> None:
        held: Vals = (made,) if isinstance(made, ClassRef) else self._values.of(made, scope)
        if isinstance(made, Call):
            self._link(self._values.of(made.callee, scope), "depends", at, made, scope, injected=True)
            for arg in made.args:
                self._link(self._values.of(arg, scope), "depends", at, None, scope, injected=True)
        elif is_open(held) and not self._calls.is_given(None if isinstance(made, ClassRef) else made, scope):
            self.notes.gaps[Gap("a dependency that could not be resolved", at)] = None
        for one in held:
            called = self._values.classes.methods(one.cls, "__call__") if isinstance(one, Instance) else ()
            self._link((one, *(Method(func, one) for func in called)), "depends", at, None, scope, injected=True)  # type: ignore[arg-type]

    def _over(self, loops: tuple[tuple[object, Expr], ...], scope: Scope) -> None:
        for _, over in loops:
            self._implicit(over, scope, "__iter__", "__aiter__", "__next__", "__anext__")
            self.visit(over, scope)

    def _implicit(self, node: object, scope: Scope, *names: str) -> None:
        """Methods that the language calls."""
        value = node.value if isinstance(node, Await) else node
        for one in self._values.of(value, scope):  # type: ignore[arg-type]
            if isinstance(one, Instance):
                for name in names:
                    for func in self._values.classes.methods(one.cls, name):
                        self.notes.add(Edge(func, "call", getattr(node, "at", -1)))

    def _target(self, target: object, scope: Scope) -> None:
        if isinstance(target, Member):
            for one in self._values.of(target.object, scope):
                for func in self._values.classes.methods(one.cls, target.key) if isinstance(one, Instance) else ():
                    if func.node.kind == "set":
                        self.notes.add(Edge(func, "call", target.at))
            self.visit(target.object, scope)
        elif isinstance(target, Index):
            self.visit((target.object, target.key), scope)
        elif not isinstance(target, Name):
            for name in ("items", "rest", "target"):
                for inner in _many(getattr(target, name, None)):
                    self._target(inner, scope)

    def _name(self, name: str, scope: Scope, at: int, via: Via = "mention", call: Call | None = None) -> None:
        bounds = scope.find(name)
        found = self._tree.meaning(scope.file, name) if bounds is None else bounds
        if isinstance(found, tuple) and found and all(one.kind == "import" for one in found):
            found = self._tree.imported(found[0])
        variable = self._tree.variable_of(found)
        if variable is not None:
            self.notes.add(Edge(variable, "mention", at))
        vals = self._values.name(name, scope)
        self.notes.see(vals)
        self._link(vals, via, at, call, scope)

    def _member(self, node: Member, scope: Scope, via: Via, call: Call | None) -> None:
        held = self._values.of(node.object, scope)
        found = self._values.members.of(held, node.key, scope)
        self.notes.see((*held, *found))
        optional = NONE in held
        self._link(found, via, node.at, call, scope, optional=optional)
        for one in held:
            if isinstance(one, Instance):
                for func in self._values.classes.methods(one.cls, node.key):
                    if func.node.kind == "get":
                        self.notes.add(Edge(func, "call", node.at, optional=optional))
        variable = self._calls.variable(node, scope)
        if variable is not None:
            self.notes.add(Edge(variable, "mention", node.at))
        if is_open(held) or any(self.notes.lacks(one, node.key) for one in held):
            self.notes.maybes[Maybe(node.key, node.at)] = None
        self.visit(node.object, scope)

    def _link(  # noqa: PLR0913 - what an edge has
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
        for one in vals:
            if isinstance(one, Method) and one.func.node.kind != "lambda":
                variant = one.of is not None and one.func.owner not in self._values.classes.order(one.of.cls)
                self.notes.edge(Edge(one.func, via, at, call, scope, optional, injected, variant))
            elif isinstance(one, Method):
                self.visit(one.func.node.body, self._tree.inside(one.func))
            elif isinstance(one, ClassRef):
                for name in ("__init__", "__new__", "__post_init__"):
                    for func in self._values.classes.methods(one.cls, name)[:1]:
                        self.notes.edge(Edge(func, via, at, call, scope, optional, injected))
            elif isinstance(one, Instance) and call is not None:
                for func in self._values.classes.methods(one.cls, "__call__"):
                    self.notes.edge(Edge(func, via, at, call, scope, optional, injected))

    def _callee(self, node: Call, scope: Scope) -> None:
        callee = bare(node)
        if isinstance(callee, Name):
            self._name(callee.name, scope, callee.at, "call", node)
        elif isinstance(callee, Member):
            self._member(callee, scope, "call", node)
        else:
            self._link(self._values.of(callee, scope), "call", callee.at, node, scope)
            self.visit(callee, scope)
        self.notes.see(self._values.of(node, scope))
        found = self._calls.judged(node, scope)
        self.notes.sends.update(dict.fromkeys(found.sends))
        self.notes.marks.update((Mark(kind, callee.at), None) for kind in found.kinds)
        self.notes.gaps.update((Gap(note, callee.at), None) for note in found.gaps)
        for func, pseudo in found.handed:
            self.notes.add(Edge(func, "mention", callee.at, pseudo, scope))
        for vals, place in found.kept:
            self._link(vals, "mention", callee.at, None, place)
        self._quiet += found.logs
        given = node.args[1:] if found.handed else node.args
        if found.handed and isinstance(node.args[0], Member):
            self.visit(node.args[0].object, scope)
        self.visit(tuple(one.value if isinstance(one, Spread) else one for one in given), scope)
        self._quiet -= found.logs

    def _text(self, node: Literal | Template, scope: Scope) -> None:
        if self._quiet:
            return
        for text in self._writings.of(node, scope):
            kind = self._sinks.of_text(text)
            if kind is not None:
                self.notes.marks[Mark(kind, node.at)] = None


def _many(value: object) -> tuple[object, ...]:
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)
