"""Texts as they come about: constants, and holes where something varies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.code import FunctionId
from audit.flow.frames import Env

if TYPE_CHECKING:
    from collections.abc import Iterable


class Hole(Struct, frozen=True, order=True):
    """A piece that is no constant.

    `kind` "variable": the value of the environment variable `name`; `stripped` holds what was cut off its end, `host`
    says that only its host is meant, `derived` that outside code made something of it. "parameter": a parameter of
    `function`, seen in the frames `env`. "unknown": anything.
    """

    kind: str
    name: str = ""
    function: FunctionId | None = None
    env: Env = ()
    stripped: str = ""
    host: bool = False
    derived: bool = False


Piece = str | Hole
Way = tuple[Piece, ...]
UNKNOWN: Way = (Hole("unknown"),)
MOST = 64
"""Ways in which a text may come about that are followed; what more ways choose between varies."""


def joined(way: Way) -> Way:
    """Neighbouring constants become one; empty ones go."""
    out: list[Piece] = []
    for piece in way:
        if isinstance(piece, str) and out and isinstance(out[-1], str):
            out[-1] += piece
        elif piece != "":
            out.append(piece)
    return tuple(out)


def few(ways: Iterable[Way]) -> tuple[Way, ...]:
    """Ways without repetition; where there are too many, those of them that are told apart."""
    found = tuple(dict.fromkeys(ways))
    return found if len(found) <= MOST else _apart(found)


def _apart(ways: tuple[Way, ...]) -> tuple[Way, ...]:
    """The ways with a variable, and one that stands for all others."""
    kept = [way for way in ways if any(isinstance(piece, Hole) and piece.kind == "variable" for piece in way)]
    return ways if len(ways) == 1 else (*kept[: MOST - 1], UNKNOWN)


def product(sides: list[tuple[Way, ...]]) -> tuple[Way, ...]:
    """Every way to put one way of each side behind the other."""
    ways: tuple[Way, ...] = ((),)
    for side in sides:
        many = len(ways) * len(side) > MOST
        first, second = (_apart(ways), _apart(side)) if many else (ways, side)
        ways = few((*way, *more) for way in first for more in second)
    return tuple(dict.fromkeys(joined(way) for way in ways))


def stripped(way: Way, cut: str) -> Way:
    """A way whose variables have lost something."""
    return tuple(
        replace(piece, stripped=f"{piece.stripped} {cut}".strip()) if isinstance(piece, Hole) else piece
        for piece in way
    )


def is_absolute(way: Way) -> bool:
    """Does a way begin with a scheme and host of its own?"""
    first = way[0] if way else ""
    if isinstance(first, Hole):
        return first.kind == "variable"
    return "://" in first or first.startswith("//")


def rooted(base: Way, path: Way) -> Way:
    """A path behind a base, with a slash between them; an absolute one leaves its base behind."""
    if is_absolute(path):
        return path
    first = path[0] if path else ""
    last = base[-1] if base else ""
    slash = isinstance(first, Hole) or not first.startswith(("/", "?", "#"))
    if not path or not slash or (isinstance(last, str) and last.endswith("/")):
        return joined((*base, *path))
    return joined((*base, "/", *path))


def resolved(base: Way, path: Way) -> Way:
    """A path from the root takes the place of the base's own."""
    if path and isinstance(path[0], str):
        path = (path[0].removeprefix("./"), *path[1:])
    from_root = bool(path) and isinstance(path[0], str) and path[0].startswith("/") and not path[0].startswith("//")
    return rooted(host_of(base) if from_root else base, path)


def host_of(way: Way) -> Way:
    """The host of an address: its variable, or nothing that is known."""
    first = way[0] if way else ""
    if isinstance(first, Hole) and first.kind == "variable":
        return (replace(first, host=True),)
    if isinstance(first, str) and "://" in first:
        scheme, _, rest = first.partition("://")
        return (f"{scheme}://{rest.split('/', 1)[0]}",)
    return way if isinstance(first, Hole) else UNKNOWN
