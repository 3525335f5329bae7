"""Facts of the value flow, and the contexts in which they hold."""

from __future__ import annotations

from typing import NamedTuple

from audit.flow.code import FunctionId

Path = tuple[str, ...]
DEEPEST = 4
"""Names of a path; what lies deeper is not told apart."""
ELEMENT = "[*]"
REJECTED = ("!",)
"""The part of a promise that holds what it is rejected with."""
KEY = "[key]"

EXPLICIT, ARGUMENT, IMPLICIT, ANSWERED = 0, 1, 2, 3
"""Labels, strongest first: the value itself; what a call gave back that it was an argument of; what it only decides;
what such an answer decides, which is implicit to all who look from outside.
"""


def joined(one: int, other: int) -> int:
    """The label of what one step made of what another had made."""
    return ANSWERED if {one, other} == {ARGUMENT, IMPLICIT} else max(one, other)


def deciding(label: int) -> int:
    """The label of what a fact decides."""
    return joined(label, IMPLICIT)


class Seed(NamedTuple):
    """Where a flow begins: facts of one seed go to every caller."""

    number: int


class Entered(NamedTuple):
    """A fact that came in by a parameter (position): it leaves only by the calls it came in by."""

    slot: int
    path: Path
    carried: Carried


class Inside(NamedTuple):
    """A function made in another one: it sees the facts that hold there."""

    context: Context


class Context:
    """A function, and how facts came into it. One object for each pair, so that facts are compared by identity."""

    __slots__ = ("closure", "entry", "function")

    def __init__(self, function: FunctionId, entry: Seed | Entered | Inside) -> None:
        self.function, self.entry = function, entry
        self.closure = Closure(self)


def seed_of(context: Context) -> Seed:
    """The seed of the facts that hold in a context; of none in particular where they came in by a call."""
    while isinstance(context.entry, Inside):
        context = context.entry.context
    return context.entry if isinstance(context.entry, Seed) else Seed(-1)


class Closure:
    """A function value: calling it runs the function in this context."""

    __slots__ = ("context",)

    def __init__(self, context: Context) -> None:
        self.context = context


Carried = str | Closure
"""What travels: "value" for the data of the seed, "stored" for data that was read back from where it was kept, "name"
and "function" for what leads to data, or a function.
"""
STORED = "stored"
"""Decides nothing: whether a row has a value is not the value, and one access is not followed through all that rests on
the rows it has ever written.
"""
DATA = ("value", STORED)


class Fact(NamedTuple):
    """At a node the part `path` of the value there is (or holds) what is carried.

    The label is relative to how the context was entered.
    """

    context: Context
    node: int
    path: Path
    carried: Carried
    label: int = EXPLICIT


def longer(key: str, path: Path) -> Path:
    """A path one step longer, cut at the deepest."""
    return (key, *path)[:DEEPEST]


def is_cut(path: Path) -> bool:
    """Does a path lose its last name when it becomes longer? Then what it leads to is a guess."""
    return len(path) >= DEEPEST


def without(path: Path, keys: str) -> bool:
    """Is a path none of those that `keys` of a REST edge leave out?"""
    first = path[0] if path else ""
    if keys.startswith("["):
        return not (first[1:-1].isdigit() and int(first[1:-1]) < int(keys[1:]))
    return not first or first not in keys.split(",")


def rest_of(path: Path, key: str) -> Path | None:
    """What is left of a path after reading a part; None when the part holds nothing of it.

    Elements and numbered items answer for each other, a computed key for every name; the whole value has every part.
    """
    if not path:
        return ()
    first = path[0]
    if (
        same_part(first, key)
        or (key == ELEMENT and first[:1] not in "[#!~")
        or (first == ELEMENT and key[:1] not in "[#!~")
    ):
        return path[1:]
    return None


def same_part(one: str, other: str) -> bool:
    """May two steps be the same part? Elements and numbered items may; the keys of a map are apart from its values."""
    if one == other:
        return True
    return ELEMENT in (one, other) and one[:1] == other[:1] == "[" and KEY not in (one, other)
