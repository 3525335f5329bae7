"""What the search for routes answers with, and how far it knows the calls that a value went through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.code import FunctionId, Spot
from audit.flow.routes.marks import plain

if TYPE_CHECKING:
    from audit.rulebook import RouteRow

Path = tuple[str, ...]
"""Members that lead into a value: names, "[0]" or "[*]" for elements, NEW for what `new` makes of a class."""
NEW = "@new"
JOINS = "join"
"""The method that makes a text of a list, which is none of its items."""
DEEPEST = 5
_MOST_BINDINGS = 8


class Route(Struct, frozen=True, order=True):
    """A route, and the line that registers it. `verb` is a method, "ALL", "SSE", "WS" or "page".

    `mounted` is False when the router it stands on is mounted nowhere; then `path` lacks its prefix.
    """

    verb: str
    path: str
    file: str
    line: int
    mounted: bool = True

    def place(self) -> tuple[str, str, str, int]:
        """The order of routes: by path and verb."""
        return self.path, self.verb, self.file, self.line

    @property
    def text(self) -> str:
        """As the report writes it: `GET /library/:id`."""
        return f"{self.verb} {self.path}"


class Bound(Struct, frozen=True, order=True):
    """The parameters of a function stand for the arguments of one call."""

    function: FunctionId
    file: str
    unit: int
    call: int


class Choice(Struct, frozen=True, order=True):
    """What is at `spot` is the member `key` of what is at `holder`: one element of a list in a loop."""

    spot: Spot
    holder: Spot
    key: str


Bindings = tuple[Bound | Choice, ...]


class Fact(Struct, frozen=True, order=True):
    """The value is at the part `path` of what is at a node; a `guess` where that is what unknown code made of it."""

    spot: Spot
    path: Path
    bindings: Bindings
    own: bool
    guess: bool = False


class Handed(Struct, frozen=True, order=True):
    """The value is (at `path` of) an argument of a call that vocabulary knows as a registration.

    `own` is False when a function that calls the value stands for it; `name` is that of an argument given by its name;
    a `guess` where unknown code has made something of the value before.
    """

    file: str
    unit: int
    call: int
    argument: int
    path: Path
    rows: tuple[RouteRow, ...]
    bindings: Bindings
    own: bool
    name: str = ""
    guess: bool = False


class Called(Struct, frozen=True, order=True):
    """The value is called; `own` is False when a function that stands for it is."""

    file: str
    unit: int
    call: int
    bindings: Bindings
    own: bool = True


class Exported(Struct, frozen=True, order=True):
    """The value (or its member at `path`) is an export of a file, or what unknown code made of it is (`guess`)."""

    file: str
    name: str
    path: Path
    bindings: Bindings
    own: bool
    guess: bool = False


class Ends(Struct, frozen=True, order=True):
    """Where a value comes to; `stands` are the functions that stand for it: they call it; `given` are the calls of code
    outside of the tree that get it and may call it; `methods` those in whose place a decorator puts the value, each
    with whether that is the value itself.
    """

    handed: tuple[Handed, ...]
    called: tuple[Called, ...]
    exported: tuple[Exported, ...]
    stands: tuple[FunctionId, ...] = ()
    given: tuple[Called, ...] = ()
    methods: tuple[tuple[FunctionId, bool], ...] = ()


def bind(bindings: Bindings, one: Bound | Choice) -> Bindings:
    """Bindings with one more, in place of an earlier one of the same function or node."""
    key = _key(one)
    return (*(old for old in bindings if _key(old) != key), one)[-_MOST_BINDINGS:]


def _key(one: Bound | Choice) -> FunctionId | Spot:
    return one.function if isinstance(one, Bound) else one.spot


def merged(bindings: Bindings, more: Bindings) -> Bindings:
    """Bindings with more of them."""
    for one in more:
        bindings = bind(bindings, one)
    return bindings


def bound_call(bindings: Bindings, function: FunctionId) -> Bound | None:
    """The call that a function's parameters are bound to."""
    return next((one for one in bindings if isinstance(one, Bound) and one.function == function), None)


def choice_at(bindings: Bindings, spot: Spot) -> Choice | None:
    """The element that was chosen at a node."""
    return next((one for one in bindings if isinstance(one, Choice) and one.spot == spot), None)


def is_element(key: str) -> bool:
    """Is a step of a path an element of a list?"""
    return key.startswith("[")


def same_key(one: str, other: str) -> bool:
    """May two steps be the same part? `[*]` is any, also of an object that is read by a computed key."""
    return one == other or "[*]" in (plain(one), plain(other))
