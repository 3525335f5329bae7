"""What runs before a handler, and by what a request comes on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.pieces import everything
from audit.flow.routes.model import Path

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARGUMENT = "arg"


class Earlier(Struct, frozen=True, order=True):
    """A value that is given where functions run before a handler. `onward`: how a request comes on from there;
    `apart`, `has`: what of the request is not the same there yet; `puts`: parts that are others behind it (`Beside`).
    """

    spot: Spot
    onward: tuple[str, ...]
    apart: Path = ()
    has: tuple[str, ...] = ()
    puts: tuple[Path, ...] = ()


Way = tuple[Earlier, ...]


class Onward(Struct, frozen=True, order=True):
    """What a function calls to let a request come on: a parameter, or the member of it that has a name."""

    position: int
    member: str = ""


def onward_of(said: tuple[str, ...]) -> Onward | None:
    """What a row says that is called: `arg2`, `arg0.next`."""
    for one in said:
        if one.startswith(_ARGUMENT):
            position, _, member = one[len(_ARGUMENT) :].partition(".")
            return Onward(int(position), member)
    return None


def uses_of(source: lowered.Function, onward: Onward) -> list[lowered.Expr] | None:
    """Where a function names what lets a request come on; None where it may do so otherwise."""
    target = source.params[onward.position].target if onward.position < len(source.params) else None
    if isinstance(target, lowered.ObjectPattern) and onward.member:
        target = next((inner for key, inner in target.entries if key == onward.member), None)
        return list(_names(source, target.name)) if isinstance(target, lowered.Name) else None
    if not isinstance(target, lowered.Name):
        return None
    names = list(_names(source, target.name))
    if not onward.member:
        return list(names)
    members = [
        it
        for it in everything(source.body)
        if isinstance(it, lowered.Member) and isinstance(it.object, lowered.Name) and it.object.name == target.name
    ]
    known = {id(it.object) for it in members}
    if any(id(one) not in known for one in names):
        return None
    return [it for it in members if it.key == onward.member]


def _names(source: lowered.Function, name: str) -> Iterator[lowered.Name]:
    return (it for it in everything(source.body) if isinstance(it, lowered.Name) and it.name == name)
