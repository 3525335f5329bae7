"""What a pass over code notes down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from audit.find.inside.values import Origin, Value

if TYPE_CHECKING:
    from audit.extract.facts.code import Call, Function, Node


class Read(Struct, frozen=True, order=True):
    """A name of interest is read from a parameter."""

    name: str
    origin: Origin


class Called(Struct, frozen=True, order=True):
    """A call, the values of its arguments, and the functions around it, innermost last."""

    call: Call
    args: tuple[Value, ...]
    inside: tuple[Function, ...]


class Decision(Struct, frozen=True, order=True):
    """A condition and the ways it leads; without ways it picks elements."""

    at: int
    reads: frozenset[Read]
    ways: tuple[tuple[Node, ...], tuple[Node, ...]] | None
    loop: bool


class Surroundings(Protocol):
    """What a function's code can mean by names that it does not declare."""

    def named(self, name: str) -> Value:
        """The value of a name from outside."""

    def called(self, call: Call, args: tuple[Value, ...], /) -> tuple[Value, frozenset[Read]] | None:
        """What a call gives, and what it reads from its arguments; None when it is not known."""
