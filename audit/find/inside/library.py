"""What the language's own functions and methods give, as far as values are followed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.find.inside.values import ELEMENT, UNKNOWN, Value, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ELEMENTS = frozenset(("map", "filter", "forEach", "some", "every", "find", "findIndex", "findLast", "flatMap", "sort"))
_FIRST = frozenset(
    ("Boolean", "String", "Number", "structuredClone", "Object.freeze", "Object.seal", "Promise.all",
     "Promise.resolve", "Array.from", "URL", "Request")
)  # fmt: skip


def element_wise(method: str, held: Value) -> tuple[Value, ...] | None:
    """The values of a callback's parameters for a method that goes through elements."""
    return (held.read(ELEMENT), UNKNOWN, UNKNOWN) if method in _ELEMENTS else None


def library_call(name: str, args: Sequence[Value]) -> Value:
    """The result of a function of the language."""
    if name in _FIRST and args:
        return args[0]
    if name == "Object.assign" and args:
        made = args[0]
        for more in args[1:]:
            made = spread(made, more)
        return made
    return UNKNOWN


def _same(held: Value, _: Sequence[Value]) -> Value:
    return held


def _mapped(_: Value, args: Sequence[Value]) -> Value:
    return Value(properties={ELEMENT: args[0]}) if args else UNKNOWN


def _element(held: Value, _: Sequence[Value]) -> Value:
    return held.read(ELEMENT)


METHODS: dict[str, Callable[[Value, Sequence[Value]], Value]] = {
    "filter": _same, "slice": _same, "sort": _same, "toString": _same, "trim": _same, "concat": _same,
    "reverse": _same, "map": _mapped, "flatMap": _mapped, "find": _element, "at": _element,
    "shift": _element, "pop": _element,
}  # fmt: skip
"""Methods of strings and arrays by name: of a receiver and arguments, the result."""
