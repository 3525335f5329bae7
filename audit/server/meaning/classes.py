"""Members of classes: inherited, overridden, and of those that a protocol may stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.extract.facts.code import (
    Array,
    ArrayPattern,
    Assign,
    Expr,
    Field,
    Function,
    Index,
    Literal,
    Member,
    Name,
    Node,
)  # fmt: skip
from audit.server.meaning.model import ClassRef, Cls, Func
from audit.server.meaning.scopes import Bound, Scope, walked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.server.meaning.tree import Tree
    from audit.server.meaning.values import Values

_MOST_BASES = 50


class Attribute(NamedTuple):
    """One place that gives a field its type or value."""

    cls: Cls
    type: str
    value: Expr | None
    scope: Scope


class Classes:
    """Questions about classes of the tree."""

    def __init__(self, tree: Tree, values: Values) -> None:
        self._tree, self._values = tree, values
        self._bases: dict[Cls, tuple[Cls, ...]] = {}
        self._fitting: dict[Cls, tuple[Cls, ...]] = {}
        self._under: dict[Cls, tuple[Cls, ...]] | None = None
        self._fields: dict[Cls, dict[str, list[Attribute]]] = {}

    def order(self, cls: Cls) -> tuple[Cls, ...]:
        """The class and its bases in the tree, nearest first."""
        found: list[Cls] = [cls]
        for one in found:
            found.extend(base for base in self.bases(one) if base not in found and len(found) < _MOST_BASES)
        return tuple(found)

    def bases(self, cls: Cls) -> tuple[Cls, ...]:
        """The bases that are classes of the tree."""
        if cls not in self._bases:
            self._bases[cls] = ()
            values = [one for base in cls.node.bases for one in self._values.of(_plain(base), cls.scope)]
            self._bases[cls] = tuple(one.cls for one in values if isinstance(one, ClassRef))
        return self._bases[cls]

    def has_outside_base(self, cls: Cls) -> bool:
        """Whether some member may come from code outside of the tree."""
        every = self.order(cls)
        return any(len(self.bases(one)) < len(one.node.bases) for one in every)

    def is_protocol(self, cls: Cls) -> bool:
        """Whether objects of other classes may stand where this one is written."""
        return any(_last(_plain(base)) == "Protocol" for base in cls.node.bases)

    def is_abstract(self, func: Func) -> bool:
        """Whether a method is declared only: its own body does nothing."""
        marked = any(_last(one) == "abstractmethod" for one in func.node.decorators)
        return marked or (func.owner is not None and self.is_protocol(func.owner) and _is_empty(func.node))

    def methods(self, cls: Cls, name: str) -> tuple[Func, ...]:
        """The methods that a call on an object of the class may run: the nearest, and what overrides it."""
        found: list[Func] = []
        nearest = next((made for one in self.order(cls) for made in self.own(one, name)), None)
        if nearest is not None:
            found.append(nearest)
        for under in self.under(cls):
            found.extend(self.own(under, name))
        if self.is_protocol(cls):
            for other in self.fitting(cls):
                nearest = next((made for one in self.order(other) for made in self.own(one, name)), None)
                found.extend([nearest] if nearest is not None else [])
        return tuple(dict.fromkeys(found))

    def own(self, cls: Cls, name: str) -> Iterator[Func]:
        """The functions of that name that stand in the class itself."""
        for member in cls.node.members:
            if isinstance(member, Function) and (member.name or "<body>") == name:
                yield self._tree.func(member, cls.scope, cls)

    def under(self, cls: Cls) -> tuple[Cls, ...]:
        """Every class that inherits from it."""
        if self._under is None:
            made: dict[Cls, list[Cls]] = {}
            for one in self._tree.classes():
                for base in self.order(one)[1:]:
                    made.setdefault(base, []).append(one)
            self._under = {base: tuple(many) for base, many in made.items()}
        return self._under.get(cls, ())

    def fitting(self, protocol: Cls) -> tuple[Cls, ...]:
        """The classes that have every method of a protocol without saying so."""
        if protocol in self._fitting:
            return self._fitting[protocol]
        wanted = {one.name for base in self.order(protocol) for one in base.node.members if isinstance(one, Function)}
        others = (one for one in self._tree.classes() if one is not protocol and not self.is_protocol(one))
        self._fitting[protocol] = tuple(one for one in others if wanted and wanted <= self._names(one))
        return self._fitting[protocol]

    def fields(self, cls: Cls, name: str) -> tuple[Attribute, ...]:
        """The places that say what a field holds: in the class, or `self.field = …` in its methods."""
        return tuple(found for one in self.order(cls) for found in self._own_fields(one).get(name, ()))

    def _names(self, cls: Cls) -> set[str]:
        return {one.name for base in self.order(cls) for one in base.node.members}

    def _own_fields(self, cls: Cls) -> dict[str, list[Attribute]]:
        if cls not in self._fields:
            made: dict[str, list[Attribute]] = {}
            body = self._body(cls)
            for member in cls.node.members:
                if isinstance(member, Field):
                    made.setdefault(member.name, []).append(Attribute(cls, member.type, member.value, body))
                else:
                    func = self._tree.func(member, cls.scope, cls)
                    for key, found in self._assigned(func):
                        made.setdefault(key, []).append(found)
            self._fields[cls] = made
        return self._fields[cls]

    def _body(self, cls: Cls) -> Scope:
        """The names that a class' body binds, as its own statements see them."""
        scope = Scope(cls.file, cls.scope, None, f"{cls.name}.")
        for member in cls.node.members:
            if isinstance(member, Field):
                scope.bind(member.name, Bound("value", scope, member.value, member.type, at=member.at))
            else:
                self._tree.func(member, cls.scope, cls)  # known as a method from now on
                scope.bind(member.name, Bound("function", scope, member, at=member.at))
        return scope

    def _assigned(self, func: Func) -> Iterator[tuple[str, Attribute]]:
        first = next(iter(func.node.params), None)
        receiver = first.target.name if first is not None and isinstance(first.target, Name) else ""
        assert func.owner is not None
        for one in walked(func.node.body) if receiver else ():
            for target, value, kind in _pairs(one):
                if isinstance(target.object, Name) and target.object.name == receiver:
                    yield target.key, Attribute(func.owner, kind, value, self._tree.inside(func))


def _pairs(node: Node) -> Iterator[tuple[Member, Expr, str]]:
    """The members that an assignment writes, each with its value; `a.x, a.y = pair` gives each an element."""
    if not isinstance(node, Assign):
        return
    if isinstance(node.target, Member):
        yield node.target, node.value, node.type
    elif isinstance(node.target, ArrayPattern):
        items = node.value.items if isinstance(node.value, Array) else ()
        for position, target in enumerate(node.target.items):
            if isinstance(target, Member):
                given = items[position] if position < len(items) else Index(node.at, node.value, Literal(node.at, 0))
                yield target, given, ""


def _plain(base: Expr) -> Expr:
    """`Base` of `Base[T]`."""
    return base.object if isinstance(base, Index) else base


def _last(node: Expr) -> str:
    return node.name if isinstance(node, Name) else node.key if isinstance(node, Member) else ""


def _is_empty(node: Function) -> bool:
    """Whether a body is `...`, or nothing but its docstring."""
    return all(getattr(getattr(one, "value", None), "kind", "") == "ellipsis" for one in node.body)
