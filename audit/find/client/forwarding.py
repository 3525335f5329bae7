"""Calls looked at from inside the function that makes them: what they are given, from which parameters."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts.code import Call, Function, Member, Spread
from audit.find.inside.addresses import Address, addresses
from audit.find.inside.records import Called, Read
from audit.find.inside.values import ELEMENT, UNKNOWN, Origin, Value, given
from audit.find.inside.walk import Walk

if TYPE_CHECKING:
    from audit.extract.facts.code import Stmt
    from audit.extract.facts.names import Use
    from audit.link.program import Program

OUTSIDE = -1
"""The function of an origin that is no parameter: a name of the module, first in the path."""
_SEVERAL = 2


class Place(Struct, frozen=True, order=True):
    """Where a function takes its options object or its flag: a parameter and a path in it."""

    position: int
    path: tuple[str, ...] = ()
    flag: bool = False


class Seen(Struct, frozen=True, order=True):
    """One top-level statement: its calls by span, and the addresses of its functions."""

    calls: dict[tuple[int, int], Called]
    addresses: dict[int, Address]


class Calls:
    """A memo of the calls of a program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._seen: dict[tuple[str, int], Seen] = {}

    def of(self, file: str, use: Use) -> tuple[Called, Seen] | None:
        """The call that a use speaks of."""
        facts = self._program.facts(file)
        for index, unit in enumerate(facts.outline().units if facts is not None else ()):
            if unit.start <= use.start and use.end <= unit.end:
                seen = self._unit(file, index)
                called = seen.calls.get((use.start, use.end))
                return (called, seen) if called is not None else None
        return None

    def _unit(self, file: str, index: int) -> Seen:
        if (file, index) not in self._seen:
            facts = self._program.facts(file)
            made = facts.shared("calls", index, lambda: _seen(facts.body(index))) if facts is not None else _seen(())
            self._seen[file, index] = made
        return self._seen[file, index]


def _seen(body: tuple[Stmt, ...]) -> Seen:
    walk = Walk(frozenset(), _Outside())
    walk.block(body)
    return Seen({(one.call.at, one.call.end): one for one in walk.calls}, addresses(body))


class _Outside:
    """Names from outside stay names."""

    def named(self, name: str) -> Value:
        return given([Origin(OUTSIDE, 0, (name,))])

    def called(self, _call: Call, _args: tuple[Value, ...], /) -> tuple[Value, frozenset[Read]] | None:
        return None


def forwarded(called: Called, places: frozenset[Place], flags: frozenset[str]) -> dict[int, frozenset[Place]]:
    """The functions around a call whose parameters it hands on in one of these places, and from where."""
    functions = {function.at: function for function in called.inside}
    found: dict[int, set[Place]] = {}
    for place in places:
        for origin, flag in _handed(called, place, flags):
            if origin.function in functions and ELEMENT not in _own(functions[origin.function], origin):
                found.setdefault(origin.function, set()).add(_place(functions[origin.function], origin, flag))
    return {at: frozenset(taken) for at, taken in found.items()}


def _handed(called: Called, place: Place, flags: frozenset[str]) -> list[tuple[Origin, bool]]:
    """Parameters from which the value of a place comes; is it the flag alone?"""
    value = _argument(called, place.position).follow(place.path)
    whole = [(origin, place.flag) for origin in sorted(value.origins)]
    if place.flag or value.properties is None:
        return whole
    alone = [
        origin for key in sorted(flags & set(value.properties)) for origin in sorted(value.properties[key].origins)
    ]
    return [
        *whole,
        *((origin, True) for origin in alone),
        *((origin, False) for origin in _copied(value) if place.position),
    ]


def _copied(value: Value) -> list[Origin]:
    """Parameters of which an object literal takes several members by their names: forwarded, written out."""
    sources = Counter(
        replace(origin, path=())
        for key, member in (value.properties or {}).items()
        for origin in member.origins
        if origin.path == (key,)
    )
    return sorted(origin for origin, members in sources.items() if members >= _SEVERAL)


def _argument(called: Called, index: int) -> Value:
    """A positional argument; behind a spread it is an element of what is spread."""
    if isinstance(called.call.callee, Member) and called.call.callee.key == "call":
        index += 1
    for position, node in enumerate(called.call.args):
        if isinstance(node, Spread) and position <= index:
            origins = called.args[position].origins
            return given(replace(origin, path=(f"...{index - position}",)) for origin in origins if not origin.path)
        if position == index:
            return called.args[position]
    return UNKNOWN


def _own(function: Function, origin: Origin) -> tuple[str, ...]:
    return origin.path if not _is_rest(function, origin) else ()


def _is_rest(function: Function, origin: Origin) -> bool:
    return origin.position < len(function.params) and function.params[origin.position].rest


def _place(function: Function, origin: Origin, flag: bool) -> Place:  # noqa: FBT001
    path = origin.path
    if path and path[0].startswith("...") and _is_rest(function, origin):
        return Place(origin.position + int(path[0][3:]), path[1:], flag)
    return Place(origin.position, path, flag)


def constants(value: Value) -> tuple[str, ...]:
    """The texts that a value can be, where all of them are written out."""
    if all(isinstance(piece, str) for one in value.texts for piece in one):
        return tuple("".join(str(piece) for piece in one) for one in value.texts)
    return ()
