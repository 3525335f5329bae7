"""Facts of the value flow, and the contexts in which they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.graph.model import LACKING
from audit.flow.keys import may_be_same

if TYPE_CHECKING:
    from audit.flow.code import FunctionId
    from audit.flow.graph import Graph

Path = tuple[str, ...]
DEEPEST = 6
"""Names of a path; what lies deeper is not told apart."""
ELEMENT = "[*]"
STANDING = "[.]"
"""An element that a list had before something was written into it: that says nothing of how many there are."""
ANY_ELEMENT = (ELEMENT, STANDING)
_DIGITS = 9
REJECTED = ("!",)
"""The part of a promise that holds what it is rejected with."""
KEY, VALUE = "[key]", "[value]"
HELD = (ELEMENT, VALUE)
"""Steps to what a list, or a map, holds."""
OF_MAPS = frozenset((KEY, VALUE))
"""What stands in a map or cache: only its own calls put it there and read it, no name and no computed key does."""
UNDER = f"{VALUE}="
"""Begins the step to what stands in a map under keys that are known (`[value]=item:`, as `audit.flow.keys` writes
them); it may be what VALUE leads to, and not what stands under other keys.
"""
CALLED = "!()"
"""The part of a function that holds what calling it gives."""
WITHIN, DEEPER = "~?", "~??"
"""What unknown code gives back in a shape of its own: the rest is below one name that is not known, or below more.
What may be deeper is only seen where its own name is read.
"""

EXPLICIT, ARGUMENT, IMPLICIT, ANSWERED = 0, 1, 2, 3
"""Labels, strongest first: the value itself; what a call gave back that it was an argument of; what it only decides;
what such an answer decides, which is implicit to all who look from outside.
"""


AFTERWARDS = -2
"""The slot by which it comes into a function that its caller writes into what the function gave back."""


UNRETURNED = "unreturned"
"""In the path of an entry: what the function returns is known to who calls it, and does not come back again."""


def joined(one: int, other: int) -> int:
    """The label of what one step made of what another had made."""
    return ANSWERED if {one, other} == {ARGUMENT, IMPLICIT} else max(one, other)


def deciding(label: int) -> int:
    """The label of what a fact decides."""
    return joined(label, IMPLICIT)


class Seed(Struct, frozen=True, order=True):
    """Where a flow begins: facts of one seed go to every caller."""

    number: int


class Entered(Struct, frozen=True, order=True):
    """A fact that came in by a parameter (position), `this` (-1) or AFTERWARDS: it leaves by the calls it came by."""

    slot: int
    path: Path
    carried: Carried


class Inside(Struct, frozen=True, order=True):
    """A function made in another one: it sees the facts that hold there."""

    context: Context


class Context:
    """A function, and how facts came into it: one object for each pair. `facts` are those that are known there."""

    __slots__ = ("closure", "entry", "facts", "function", "graph")

    def __init__(self, function: FunctionId, entry: Seed | Entered | Inside, graph: Graph) -> None:
        self.function, self.entry, self.graph = function, entry, graph
        self.closure = Closure(self)
        self.facts: dict[tuple[int, Path, Carried], Fact] = {}


def entered_at(context: Context) -> Context:
    """The context around a function that calls enter, or a seed begins in: that of the outermost function it sees."""
    while isinstance(context.entry, Inside):
        context = context.entry.context
    return context


def seed_of(context: Context) -> Seed:
    """The seed of the facts that hold in a context; of none in particular where they came in by a call."""
    entry = entered_at(context).entry
    return entry if isinstance(entry, Seed) else Seed(-1)


def is_over(context: Context) -> bool:
    """Has a function run already when a fact holds there? Its caller does something to what it gave back."""
    return isinstance(context.entry, Entered) and context.entry.slot == AFTERWARDS


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


class Fact:
    """At a node the part `path` of the value there is (or holds) what is carried.

    The label is relative to how the context was entered, and so is `doubt`: a step on the way was a guess. A fact that
    is known has its reason.
    """

    __slots__ = ("carried", "context", "doubt", "label", "node", "path", "reason")

    def __init__(self, context: Context, node: int, path: Path, carried: Carried, label: int = EXPLICIT) -> None:
        self.context, self.node, self.path, self.carried, self.label = context, node, path, carried, label
        self.reason: Fact | Reason | None = None
        self.doubt = False

    def at(self, node: int) -> Fact:
        """The same at another node."""
        return Fact(self.context, node, self.path, self.carried, self.label)

    def part(self, node: int, path: Path) -> Fact:
        """The same at another part of another node."""
        return Fact(self.context, node, path, self.carried, self.label)


class Caller(Struct, frozen=True, order=True):
    """A call that runs a function: `argument` -1 when it is the callee, else the argument that outside code calls."""

    context: Context
    call: int
    argument: int


class Reason(Struct, frozen=True, order=True):
    """Why a fact holds: the fact before it, and the calls that were left on the way, innermost first.

    `guess` marks a step that was not certain.
    """

    fact: Fact | None
    left: tuple[tuple[Context, Caller], ...] = ()
    guess: bool = False


def fact_of(why: Fact | Reason | None) -> Fact | None:
    """The fact before one that holds because of it; None where the value begins, or a call brought it in."""
    return why.fact if isinstance(why, Reason) else why


def is_value(step: str) -> bool:
    """Does a step lead to what stands in a map, under any key or under known ones?"""
    return step == VALUE or step.startswith(UNDER)


def is_of_map(step: str) -> bool:
    """Does a step lead to what stands in a map: a key, or a value?"""
    return step == KEY or is_value(step)


def is_hidden(path: Path) -> bool:
    """Is a part none that whoever has the value can see: what a promise is rejected with, what calling it gives?"""
    return any(step[:1] == "!" for step in path)


def is_rest(path: Path) -> bool:
    """Is a part all of a value but for some names?"""
    return len(path) == 1 and path[0][:1] == LACKING


def is_doubtful(reason: Fact | Reason | None) -> bool:
    """Was a step on the way that a reason ends a guess?"""
    if isinstance(reason, Reason):
        return reason.guess or (reason.fact is not None and reason.fact.doubt)
    return reason is not None and reason.doubt


def longer(key: str, path: Path) -> Path:
    """A path one step longer, cut at the deepest."""
    return (key, *path)[:DEEPEST]


def standing(path: Path, held: int) -> Path:
    """A part of an object, of which what stands `held` steps deep was written into: no list on the way grew by that."""
    if not held or ELEMENT not in path[:held]:
        return path
    return (*(STANDING if step == ELEMENT else step for step in path[:held]), *path[held:])


def is_cut(path: Path) -> bool:
    """Does a path lose its last name when it becomes longer? Then what it leads to is a guess."""
    return len(path) >= DEEPEST


def is_position(text: str) -> bool:
    """Is a text the position of an element? `int` takes neither all that looks like a digit (`²`) nor ever so many."""
    return text.isdecimal() and len(text) <= _DIGITS


def step_of(text: str) -> str:
    """The step of a path to what stands under a key: a place in a list, or a name."""
    return f"[{text}]" if is_position(text) else text


def without(path: Path, keys: str) -> bool:
    """Is a path none of those that `keys` of a REST edge leave out?"""
    first = path[0] if path else ""
    if keys.startswith("[") and keys[-1] != "]":
        return not (is_position(first[1:-1]) and int(first[1:-1]) < int(keys[1:]))
    return not first or first not in keys.split(",")


def lacking(path: Path, keys: str) -> Path:
    """A path of a whole value from which the parts `keys` of a REST edge are left out."""
    if (keys.startswith("[") and keys[-1] != "]") or (path and path[0][:1] != LACKING):
        return path
    known = set(path[0][1:].split(",")) if path else set()
    return (LACKING + ",".join(sorted(known.union(keys.split(",")))), *path[1:])


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
        or (first in ANY_ELEMENT and key[:1] not in "[#!~")
    ):
        return path[1:]
    if first in (WITHIN, DEEPER):
        inner = rest_of(path[1:], key)
        return inner if inner is not None else path if first == DEEPER else path[1:]
    return None


def within(path: Path) -> Path:
    """A part of what code of which nothing is known gives back; the whole is anywhere in it."""
    return (WITHIN, *path)[:DEEPEST] if path and path[0] not in (WITHIN, DEEPER) else path


def same_part(one: str, other: str) -> bool:
    """May two steps be the same part? Elements and numbered items may; what stands in a map is apart from both, and
    from what stands there under another key. The step for any name but some may be every name that is none of these.
    """
    if one == other:
        return True
    if one[:1] == other[:1] == "[":
        if one in ANY_ELEMENT or other in ANY_ELEMENT:
            return not (is_of_map(one) or is_of_map(other))
        if is_value(one) and is_value(other):
            return VALUE in (one, other) or may_be_same(one[len(UNDER) :], other[len(UNDER) :])
    if one[:1] == LACKING:
        return other not in one[1:].split(",")
    return other[:1] == LACKING and one not in other[1:].split(",")
