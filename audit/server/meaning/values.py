"""What an expression of the server may stand for: functions, objects, modules, things from outside, or anything."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from audit.extract.facts.code import (
    Await,
    Call,
    Class,
    Default,
    Expr,
    Name,
    Parameter,
)  # fmt: skip
from audit.server.meaning.classes import Attribute, Classes
from audit.server.meaning.expressions import RULES, owner_of
from audit.server.meaning.library import Library
from audit.server.meaning.members import Members
from audit.server.meaning.model import (
    PLAIN,
    UNKNOWN,
    ClassRef,
    Cls,
    Free,
    Instance,
    Many,
    Method,
    Outside,
    Vals,
    Value,
    union,
)
from audit.server.meaning.results import Results
from audit.server.meaning.scopes import ENTER, Bound, Scope
from audit.server.meaning.types import Types

if TYPE_CHECKING:
    from audit.rulebook import VocabularyIndex
    from audit.server.meaning.tree import Tree


class Values:
    """A memo of what names stand for; expressions are evaluated each time, they are small."""

    def __init__(self, tree: Tree, vocabulary: VocabularyIndex) -> None:
        self.tree, self.types = tree, Types(tree, vocabulary)
        self.classes, self.library = Classes(tree, self), Library(vocabulary, self)
        self.members: Members = Members(self)
        self.results: Results = Results(self)
        self._names: dict[tuple[Scope, str], Vals] = {}
        self._fields: dict[tuple[Cls, str], Vals] = {}
        self._made: dict[tuple[int, Scope], tuple[Expr, Vals]] = {}
        self._running: set[object] = set()

    def of(self, node: Expr | None, scope: Scope) -> Vals:
        """What an expression may be; () where that is being worked out already."""
        if node is None:
            return (PLAIN,)
        rule = RULES.get(type(node))
        if rule is None:
            return (UNKNOWN,)
        if self._running:  # what comes of it may be less than the whole
            return rule(self, node, scope)
        key = (id(node), scope)
        if key not in self._made:
            self._made[key] = (node, rule(self, node, scope))
        return self._made[key][1]

    def name(self, name: str, scope: Scope) -> Vals:
        """What a name stands for in a scope."""
        home: Scope | None = scope
        while home is not None and (name not in home.names or name in home.outer):
            home = home.parent
        key = (home or scope.module(), name)
        if key not in self._names:
            if key in self._running:
                return ()
            self._running.add(key)
            try:
                found = self._find(name, home, scope)
            finally:
                self._running.discard(key)
            self._names[key] = found
        return self._names[key]

    def field(self, cls: Cls, key: str) -> Vals:
        """What a field of an object holds; () for no field."""
        known = (cls, key)
        if known not in self._fields:
            if known in self._running:
                return ()
            self._running.add(known)
            try:
                made = self._field(self.classes.fields(cls, key))
            finally:
                self._running.discard(known)
            self._fields[known] = made
        return self._fields[known]

    def linked(self, found: tuple[Bound, ...] | Value | None, scope: Scope) -> Vals:
        """What the meaning of a name in a module gives."""
        if isinstance(found, tuple):
            return self._all(found)
        return (found,) if found is not None else ()

    def _field(self, places: tuple[Attribute, ...]) -> Vals:
        typed = [one for one in places if one.type]
        if typed:
            return union(*(self.types.of(one.type, one.scope, one.cls) for one in typed))
        return union(*(self.of(one.value, one.scope) for one in places))

    def _find(self, name: str, home: Scope | None, scope: Scope) -> Vals:
        if home is not None and home.parent is not None:
            return self._all(tuple(home.names[name]))
        found = self.linked(self.tree.meaning(scope.file, name), scope)
        if found:
            return found
        return (Outside("", name),) if hasattr(builtins, name) else (UNKNOWN,)

    def _all(self, bounds: tuple[Bound, ...]) -> Vals:
        """What a name is in any of its ways; an annotation says more than what is assigned."""
        typed = [one for one in bounds if one.type and not one.path and one.kind == "value"]
        return union(*map(self._bound, typed or bounds))

    def _bound(self, bound: Bound) -> Vals:
        node = bound.node
        if bound.kind == "import":
            return self.linked(self.tree.imported(bound), bound.scope)
        if isinstance(node, Parameter):
            return self._parameter(node, bound.scope)
        if isinstance(node, Class):
            return (ClassRef(self.tree.cls(node, bound.scope)),)
        if bound.type and not bound.path:
            return self.types.of(bound.type, bound.scope, owner_of(bound.scope))
        made = self.of(node, bound.scope) if bound.kind != "alias" else (UNKNOWN,)
        for step in bound.path:
            if step != ENTER or self._is_manager(node, bound.scope) or not _is_container(made):
                made = self.members.step(made, step)
        return made

    def _is_manager(self, node: object, scope: Scope) -> bool:
        """Whether a call is one of a generator, which a decorator made a context manager."""
        call = node.value if isinstance(node, Await) else node
        callees = self.of(call.callee, scope) if isinstance(call, Call) else ()
        return any(isinstance(one, Method) and one.func.node.generator for one in callees)

    def _parameter(self, node: Parameter, scope: Scope) -> Vals:
        owner = owner_of(scope)
        if owner is not None and node.type in ("Self", "type[Self]"):
            free = tuple((Free(name),) for name in owner.parameters)
            return (Instance(owner, free),) if node.type == "Self" else (ClassRef(owner, free),)
        default = node.target.value if isinstance(node.target, Default) else None
        if node.type:
            made = self.types.of(node.type, scope, owner)
            return (Many(made),) if node.rest and node.type != "dict" else made
        around = scope.parent or scope
        kept = isinstance(default, Name) and around.parent is not None  # `lambda text, held=held: held.find(text)`
        return self.of(default, around) if kept or isinstance(default, Call) else (UNKNOWN,)


def _is_container(vals: Vals) -> bool:
    return any(isinstance(one, Many) for one in vals)
