"""Members of every language, what they say of their object, and parts of what calls give that code never names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.contexts import CALLED, DEEPEST, ELEMENT, within
from audit.flow.graph.accessed import LEFT_BY, STEP, WRITTEN_BY

if TYPE_CHECKING:
    from audit.flow.contexts import Path

COUNTS = ("length", "size")
"""Members that say how much there is, not what."""
OF_KINDS = ("instanceof", "typeof")
"""Operators that ask what kind of object something is: of that, what it holds decides nothing."""


def given_by(method: str, path: Path, *, python: bool) -> Path | None:
    """Where a part of what a function returns is in what its call gives, if it is. A step of an iterator gives an
    element, in JavaScript as the `value` of what it returns; what JSON writes of an object is somewhere in the text.
    """
    if method == "bind":
        return (CALLED, *path)[:DEEPEST]
    if method == WRITTEN_BY:
        return within(path)
    if method != STEP:
        return path if method != LEFT_BY else None
    if not python and path[:1] != ("value",):
        return None
    return (ELEMENT, *(path if python else path[1:]))[:DEEPEST]


def is_super(callee: code.Node | None) -> bool:
    """Does a call run the constructor above its own? A class that is called by itself (`cls(x)`) makes an object."""
    return isinstance(callee, code.This) and callee.name == "super"
