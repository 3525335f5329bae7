"""What methods and calls make of a list whose elements hold the client: other lists, maps, objects by name.

A program that has one client for each provider keeps them in a list and looks them up by what each says of itself:
`new Map(providers.map((one) => [one.name, one]))`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.names import CALL, DYNAMIC

if TYPE_CHECKING:
    from audit.find.names.meanings import Meaning

ITERATES = frozenset(
    ("map", "forEach", "flatMap", "filter", "find", "some", "every", "findIndex", "findLast", "sort", "reduceRight")
)
"""Methods that give every element to the first parameter of a function."""

_ELEMENT = frozenset(("find", "findLast", "at", "pop", "shift"))
_SAME = frozenset(("filter", "slice", "sort", "reverse", "concat", "toSorted", "toReversed", "toSpliced"))


def given(method: str) -> str:
    """The step by which a method gives each element to a function: to which parameter; "" where it gives none."""
    if method == "reduce":
        return "@given0.1"
    return "@given0.0" if method in ITERATES else ""


def method_gives(method: str, listed: Meaning) -> Meaning | None:
    """What a method of a list gives that needs nobody's help: an element, or elements of the list."""
    if method in _SAME:
        return listed
    return listed.steps.get(DYNAMIC) if method in _ELEMENT else None


def argument_gives(callee: str, index: int, given: Meaning) -> Meaning | None:
    """What a method of a list gives of an argument: of a function what it returns, of a fold also its start."""
    method = callee.rpartition(".")[2]
    if index == 1 and method in ("reduce", "reduceRight"):
        return given
    returned = given.steps.get(CALL)
    if "." not in callee or returned is None:
        return None
    if method == "map":
        return returned.holding(DYNAMIC)
    return returned if method in ("flatMap", "reduce", "reduceRight") else None


def made_of(callee: str, listed: Meaning) -> Meaning | None:
    """What is made of a list: of pairs a map, or an object; of anything a set."""
    if callee == "Set":
        return listed if DYNAMIC in listed.steps else None
    if callee not in ("Map", "WeakMap", "Object.fromEntries"):
        return None
    value = listed.after((DYNAMIC, "[1]"))
    if value is None or value[1]:
        return None
    return value[0].holding(DYNAMIC) if callee == "Object.fromEntries" else value[0].mapped()
