"""Lowered code as a tree that can be walked without knowing its kinds of nodes."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from audit.extract.facts.code import (
    ArrayPattern,
    Await,
    Call,
    Default,
    Member,
    Name,
    ObjectPattern,
    Stmt,
    This,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.extract.facts.code import Node

_FIELDS: dict[type, Callable[[Any], tuple[Any, ...]]] = {}
PLAIN = frozenset((str, int, float, bool, type(None)))


def nodes(root: Any) -> Iterator[Node]:
    """Every node of a node or of a sequence of nodes, outermost first, in the order of the source."""
    waiting = [root]
    while waiting:
        one = waiting.pop()
        kind = type(one)
        if kind is tuple:
            waiting.extend(reversed(one))
        elif kind not in PLAIN:
            yield one
            waiting.extend(reversed(_fields_of(kind)(one)))


def parts(node: Node) -> list[Any]:
    """What a node is made of: nodes, and tuples of parts."""
    return [part for part in _fields_of(type(node))(node) if type(part) not in PLAIN]


def _fields_of(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """Reads all fields of a node at once, but for its span."""
    found = _FIELDS.get(kind)
    if found is None:
        names = tuple(name for name in kind.__struct_fields__ if name not in ("at", "end"))  # type: ignore[attr-defined]
        several: Callable[[Any], tuple[Any, ...]] = attrgetter(*names, "at")  # one more: of one alone it makes no tuple
        found = _FIELDS[kind] = several
    return found


def names_bound(root: Any) -> frozenset[str]:
    """Every name that a declaration or parameter inside `root` gives a value to."""
    from audit.extract.facts.code import Declare, Loop, Parameter, Try

    found: set[str] = set()
    for node in nodes(root):
        kind = type(node)
        target = None
        if kind is Declare or kind is Parameter or (kind is Loop and node.declares):  # type: ignore[attr-defined]
            target = node.target  # type: ignore[attr-defined]
        elif kind is Try:
            target = node.caught  # type: ignore[attr-defined]
        if target is not None:
            found.update(names_of(target))
    return frozenset(found)


def names_of(pattern: Any) -> Iterator[str]:
    """The names that a pattern binds."""
    if isinstance(pattern, Name):
        yield pattern.name
    elif isinstance(pattern, Default):
        yield from names_of(pattern.target)
    elif isinstance(pattern, ObjectPattern):
        for _, inner in pattern.entries:
            yield from names_of(inner)
        yield from names_of(pattern.rest)
    elif isinstance(pattern, ArrayPattern):
        for item in pattern.items:
            yield from names_of(item)
        yield from names_of(pattern.rest)


def dotted(callee: Any) -> str:
    """A called expression as text: `this.limiter.run`, `limiterFor().run`; "?" for what is no name."""
    if isinstance(callee, Name):
        return callee.name
    if isinstance(callee, This):
        return callee.name
    if isinstance(callee, Member):
        return f"{dotted(callee.object)}.{callee.key}"
    if isinstance(callee, Await):
        return dotted(callee.value)
    return f"{dotted(callee.callee)}()" if isinstance(callee, Call) else "?"


def leaves(statements: Iterable[Stmt]) -> bool:
    """Does control never come to the end of these statements?"""
    from audit.extract.facts.code import Block, If, Jump, Return, Throw, Try

    for one in statements:
        if isinstance(one, (Return, Throw, Jump)):
            return True
        if isinstance(one, Block) and leaves(one.body):
            return True
        if isinstance(one, If) and leaves(one.then) and leaves(one.other):
            return True
        if isinstance(one, Try) and (leaves(one.final) or (leaves(one.body) and leaves(one.handler or ()))):
            return True
    return False
