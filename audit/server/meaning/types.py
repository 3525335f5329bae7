"""What a written type says about a value."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from audit.extract.facts.code import Array, Binary, Call, Class, Expr, Index, Literal, Member, Name, Object, Property
from audit.extract.facts.outline import BARE
from audit.extract.python.written import NOTHING, UNION, Written, written
from audit.server.meaning.model import (
    NONE,
    PLAIN,
    UNKNOWN,
    ClassRef,
    Cls,
    Free,
    Gives,
    Instance,
    Many,
    Module,
    Outside,
    Several,
    Thing,
    Vals,
    union,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.rulebook import VocabularyIndex
    from audit.server.meaning.scopes import Bound, Scope
    from audit.server.meaning.tree import Tree

_PLAIN = frozenset(
    ("str", "int", "float", "bool", "bytes", "complex", "Literal", "LiteralString", "Never", "NoReturn", "range",
     "bytearray", "slice", "date", "datetime", "Decimal", "UUID")
)  # fmt: skip
_THROUGH = frozenset(
    ("Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired", "Awaitable", "Task", "Future",
     "ReadOnly")
)  # fmt: skip
_MANY = frozenset(
    ("list", "List", "set", "Set", "frozenset", "FrozenSet", "Iterable", "Iterator", "Sequence", "MutableSequence",
     "Collection", "AsyncIterable", "AsyncIterator", "Generator", "AsyncGenerator", "deque", "Deque", "Container",
     "ContextVar", "Queue")
)  # fmt: skip
_MAPS = frozenset(("dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "OrderedDict", "TTLCache", "LRUCache"))
_LAST = frozenset((*_MAPS, "Coroutine", "Callable"))
_ANYTHING = frozenset(("Any", "object", ""))
_DEEPEST = 8


class Types:
    """Types by the text of their annotation, or by an alias' value."""

    def __init__(self, tree: Tree, vocabulary: VocabularyIndex) -> None:
        self._tree, self._vocabulary = tree, vocabulary

    def of(self, text: str, scope: Scope, owner: Cls | None = None) -> Vals:
        """What an annotation allows; what says nothing is unknown."""
        return self.value(written(text), scope, owner)

    def value(self, type: Written, scope: Scope, owner: Cls | None = None, depth: int = 0) -> Vals:
        """The same, of a type that was taken apart."""
        name, args = type
        last = name.rpartition(".")[2]
        if depth > _DEEPEST or name in _ANYTHING or last == "Any":
            return (UNKNOWN,)

        def inner(one: Written) -> Vals:
            return self.value(one, scope, owner, depth + 1)

        if last == "Self" and owner is not None:
            return (Instance(owner),)
        made = _generic(name, last, args, inner)
        return made if made is not None else self._named(type, scope, owner, depth)

    def things(self, module: str, path: str) -> tuple[str, ...]:
        """The names of an outside class's objects: its own, and what the vocabulary calls them."""
        rows = (*self._vocabulary.requests.exported(module, path), *self._vocabulary.library.exported(module, path))
        given = [row.gives for row in (*rows, *self._vocabulary.databases.exported(module, path)) if row.gives]
        return tuple(dict.fromkeys((f"{module}#{path}", *given)))

    def _named(self, type: Written, scope: Scope, owner: Cls | None, depth: int) -> Vals:
        name, args = type
        filled = tuple(self.value(one, scope, owner, depth + 1) for one in args)
        root, *steps = name.split(".")
        if owner is not None and name in owner.parameters:
            return (Free(name),)
        found = scope.find(root) or self._tree.meaning(scope.file, root)
        if isinstance(found, tuple) and all(bound.kind == "import" for bound in found):
            found = self._tree.imported(found[0])
        for step in steps:
            if isinstance(found, Module):
                found = self._tree.meaning(found.file, step)
            elif isinstance(found, Outside):
                found = self._tree.within(found, step, scope.file)
            else:
                return (UNKNOWN,)
        if isinstance(found, Outside):
            return (UNKNOWN,) if found.path == "Any" else (Thing(self.things(found.module, found.path)),)
        if isinstance(found, tuple):
            return union(*(self._bound(bound, filled, depth) for bound in found))
        if steps or found is not None:
            return (UNKNOWN,)
        return (Thing((name,)),) if hasattr(builtins, name) else (Free(name),)

    def _bound(self, bound: Bound, args: tuple[Vals, ...], depth: int) -> Vals:
        if isinstance(bound.node, Class):
            return (Instance(self._tree.cls(bound.node, bound.scope), args),)
        if isinstance(bound.node, Call) and _is_variable(bound.node):
            return (Free(str(bound.node.args[0].value)),) if isinstance(bound.node.args[0], Literal) else (UNKNOWN,)
        if bound.kind in ("alias", "value") and bound.node is not None:
            return self.value(alias(bound.node), bound.scope, None, depth + 1)  # type: ignore[arg-type]
        return (UNKNOWN,)


def _generic(name: str, last: str, args: tuple[Written, ...], inner: Callable[[Written], Vals]) -> Vals | None:
    """Types that Python itself knows; None for others."""
    first = inner(args[0]) if args else (UNKNOWN,)
    if name == "None":
        return (NONE,)
    if last in _PLAIN:
        return (PLAIN,)
    if name == UNION or last in ("Union", "Optional"):
        return union(*map(inner, args), (NONE,) if last == "Optional" else ())
    if last in _THROUGH:
        return first
    if last in _MANY:
        return (Many(first),)
    if last in _LAST:
        kept = inner(args[-1]) if args else (UNKNOWN,)
        return kept if last == "Coroutine" else (Gives(kept),) if last == "Callable" else (Many(kept),)
    if last in ("tuple", "Tuple"):
        whole = not args or (len(args) == 2 and args[1] == NOTHING)
        return (Many(first),) if whole else (Several(tuple(map(inner, args))),)
    if last in ("type", "Type"):
        return tuple(ClassRef(one.cls, one.args) if isinstance(one, Instance) else UNKNOWN for one in first)
    return None


def alias(node: Expr) -> Written:
    """The type that an expression writes, as in `Db = Annotated[Database, Depends(connect)]`."""
    match node:
        case Name(name=name):
            return Written(name)
        case Member():
            return Written(_dotted(node))
        case Literal(value=None, kind=""):
            return Written("None")
        case Literal(value=str(text), kind=""):
            return written(text)
        case Binary(op="|", left=left, right=right):
            return Written(UNION, (alias(left), alias(right)))
        case Object(properties=(Property(key=key, value=bare), *_)) if key == BARE:
            return alias(bare)
        case Index(object=held, key=key):
            name = _dotted(held)
            items = key.items if isinstance(key, Array) else (key,)
            if name.rpartition(".")[2] == "Literal":
                return Written(name)
            return Written(name, tuple(map(alias, items)))
        case _:
            return NOTHING


def _dotted(node: Expr) -> str:
    steps: list[str] = []
    while isinstance(node, Member):
        steps.append(node.key)
        node = node.object
    return ".".join([node.name, *reversed(steps)]) if isinstance(node, Name) else ""


def _is_variable(node: object) -> bool:
    callee = getattr(node, "callee", None)
    last = callee.name if isinstance(callee, Name) else getattr(callee, "key", "")
    return last in ("TypeVar", "ParamSpec") and bool(getattr(node, "args", ()))
