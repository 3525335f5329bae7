"""The nodes in a piece of lowered code: what a node is made of, and everything below it."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered

if TYPE_CHECKING:
    from collections.abc import Iterator


def parts_of(it: lowered.Node) -> tuple[object, ...]:
    """The fields of a node that may hold other nodes."""
    kind = type(it)
    read = _READING.get(kind)
    if read is None:
        read = _READING[kind] = _reading(kind)
    return read(it)


_Read = Callable[[lowered.Node], tuple[object, ...]]
_READING: dict[type[lowered.Node], _Read] = {}


def _reading(kind: type[lowered.Node]) -> _Read:
    """Reads the fields that can hold nodes, by the types that they are written with."""
    plain = ("str", "int", "bool", "tuple[str, ...]", "tuple[bool, ...]", "str | bool | int | float | None")
    names = [name for name, written in kind.__annotations__.items() if written not in plain]
    if not names:
        return lambda _: ()
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda it: (read(it),)


def everything(it: object) -> Iterator[lowered.Node]:
    """Every node in a piece of code, functions that it makes included."""
    stack: list[object] = [it]
    while stack:
        here = stack.pop()
        if type(here) is tuple:
            stack += here
        elif isinstance(here, lowered.Node):
            yield here
            stack += parts_of(here)


def inside(it: object) -> Iterator[lowered.Node]:
    """Every node in a piece of code, itself first; code of functions that it makes is left out."""
    stack: list[object] = [it]
    while stack:
        here = stack.pop()
        if type(here) is tuple:
            stack += here[::-1]
        elif isinstance(here, lowered.Node):
            yield here
            if not isinstance(here, lowered.Function) or here is it:
                stack += parts_of(here)[::-1]


def root_of(it: lowered.Expr) -> lowered.Expr:
    """What a chain of calls and members begins with: `app` of `app.get("/")`."""
    while isinstance(it, (lowered.Call, lowered.Member)):
        it = it.callee if isinstance(it, lowered.Call) else it.object
    return it


def jumps_in(body: tuple[lowered.Stmt, ...]) -> list[lowered.Jump]:
    """What leaves a loop, a `switch` or a block with a label, or goes on with a loop, however deep it stands."""
    return [one for one in inside(body) if isinstance(one, lowered.Jump)]
