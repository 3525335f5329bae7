"""One pass over a body: what it names, sends, asks a database, and what of it cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.code import (
    Assign,
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
from audit.server.bodies.doing import Edge, Gap, Mark
from audit.server.bodies.linking import Links
from audit.server.bodies.noting import Notes
from audit.server.framework.injected import dependencies
from audit.server.meaning.model import (
    ClassRef,
    Func,
    Instance,
    Method,
    Node,
    Vals,
    Variable,
    is_open,
)
from audit.server.meaning.tree import bare

if TYPE_CHECKING:
    from audit.server.bodies.calls import Calls
    from audit.server.bodies.sinks import Sinks
    from audit.server.meaning.scopes import Scope
    from audit.server.meaning.texts import Writings
    from audit.server.meaning.values import Values


class Visit:
    """One pass over one body."""

    def __init__(self, values: Values, writings: Writings, sinks: Sinks, calls: Calls) -> None:
        self._values, self._writings, self._sinks, self._calls = values, writings, sinks, calls
        self._tree = values.tree
        self.notes = Notes(values.classes, values.field)
        self._links = Links(values, calls, self.notes, self.visit)
        self._quiet = 0

    def node(self, node: Node) -> None:
        """What a function does: decorators, parameters, body; or what makes a module's variable."""
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
            case Name():
                self._links.name(node, scope)
            case Member():
                self._member(node, scope)
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
                self._links.implicit(over, scope, "__iter__", "__aiter__", "__next__", "__anext__")
                self._inner(node, scope)
            case Block(body=body, enters=enters):
                for item in body[:enters]:
                    value = getattr(item, "value", None)
                    held = value.value if isinstance(value, Assign) else value
                    self._links.implicit(held, scope, "__enter__", "__aenter__", "__exit__", "__aexit__")
                self.visit(body, scope)
            case Index(object=held):
                self._links.implicit(held, scope, "__getitem__")
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
                if isinstance(value, (Syntax, tuple)):
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
            self._links.link(self._values.of(made.callee, scope), "depends", at, made, scope, injected=True)
            for arg in made.args:
                self._links.link(self._values.of(arg, scope), "depends", at, None, scope, injected=True)
        elif is_open(held) and not self._calls.is_given(None if isinstance(made, ClassRef) else made, scope):
            self.notes.gaps[Gap("a dependency that could not be resolved", at)] = None
        for one in held:
            called = self._values.classes.methods(one.cls, "__call__") if isinstance(one, Instance) else ()
            self._links.link((one, *(Method(func, one) for func in called)), "depends", at, None, scope, injected=True)  # type: ignore[arg-type]

    def _over(self, loops: tuple[tuple[object, Expr], ...], scope: Scope) -> None:
        for _, over in loops:
            self._links.implicit(over, scope, "__iter__", "__aiter__", "__next__", "__anext__")
            self.visit(over, scope)

    def _target(self, target: object, scope: Scope) -> None:
        if isinstance(target, Member):
            self._links.accessor(self._values.of(target.object, scope), target, "set")
            self.visit(target.object, scope)
        elif isinstance(target, Index):
            self.visit((target.object, target.key), scope)
        elif not isinstance(target, Name):
            for name in ("items", "rest", "target"):
                for inner in _many(getattr(target, name, None)):
                    self._target(inner, scope)

    def _member(self, node: Member, scope: Scope, call: Call | None = None) -> None:
        self._links.member(node, scope, call)
        self.visit(node.object, scope)

    def _callee(self, node: Call, scope: Scope) -> None:
        callee = bare(node)
        if isinstance(callee, Name):
            self._links.name(callee, scope, node)
        elif isinstance(callee, Member):
            self._member(callee, scope, node)
        else:
            self._links.link(self._values.of(callee, scope), "call", callee.at, node, scope)
            self.visit(callee, scope)
        self.notes.see(self._values.of(node, scope))
        found = self._calls.judged(node, scope)
        self.notes.sends.update(dict.fromkeys(found.sends))
        self.notes.marks.update((Mark(kind, callee.at), None) for kind in found.kinds)
        self.notes.gaps.update((Gap(note, callee.at), None) for note in found.gaps)
        for func, pseudo in found.handed:
            self.notes.add(Edge(func, "mention", callee.at, pseudo, scope))
        for vals, place in found.kept:
            self._links.link(vals, "mention", callee.at, None, place)
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
