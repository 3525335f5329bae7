"""What calls and types do with what holds the client: containers, wrappers, whatever hands on what it is given.

This search goes by names alone: it knows no types, and asks only at what a value is given to, or declared with. What
the language itself has stands here; names of libraries are rows of vocabulary (`[[holder]]`), of which it takes the
names.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts.names import CALL, NEW
from audit.rulebook import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.rulebook import HolderRow

_STEPS = {"instance": NEW, "result": CALL}
_TOKEN = rb"(?:<[^()]*>)?\(\s*([\w$.]+|'[^']*'|\"[^\"]*\"|`[^`]*`)\s*"
_GIVE_ARGUMENT = (
    "Object.freeze", "Object.seal", "Object.assign", "Object.create", "Array.from", "Proxy", "Promise.all",
    "Promise.resolve", "structuredClone",
)  # fmt: skip
_GIVE_RESULT = ("then", "catch", "finally")
_KEEP_NOTHING = ("Boolean", "String", "Object.keys", "Array.isArray", "JSON.stringify", "clearTimeout")
_HAVE_MEMBERS = (
    "Promise", "PromiseLike", "Partial", "Required", "Readonly", "Pick", "Omit", "NonNullable", "Awaited"
)  # fmt: skip

KEEPS = {"set": 1, "push": 0, "unshift": 0, "add": 0}
"""Methods of maps, lists and sets that keep an argument, the first of which stands at that position."""

ARRAY_TYPES = frozenset(("Array", "ReadonlyArray", "Set", "ReadonlySet", "Iterable", "Record", "Partial<Record>"))
"""Generic types whose elements are their argument."""

MAP_TYPES = frozenset(("Map", "ReadonlyMap", "WeakMap"))
"""Generic types whose `get` gives their argument."""


class Registers(Struct, frozen=True, order=True):
    """A method of a container: which argument it registers, the step from that to what is injected, and the method
    called before whose argument is the token; "": its own first one is.
    """

    argument: int
    step: str
    token: str


class Known(Struct, frozen=True):
    """The names of one kind each, those of the language and those of libraries."""

    provides: dict[str, str]
    """Property of a provider → the step from its value to what is injected."""
    tokens: frozenset[str]
    """The properties beside those that name the token."""
    registers: dict[str, Registers]
    """Methods of containers that register something for a token."""
    registering: re.Pattern[bytes]
    """A registration's own text, with its token."""
    bound: re.Pattern[bytes]
    """The text of the call before a registration, with its token."""
    by_name: frozenset[str]
    """Calls that register something under the name of a property: whoever takes a parameter of that name gets it."""
    injects: frozenset[str]
    """Calls (as decorators or functions) that give what a token stands for."""
    getters: frozenset[str]
    """Methods of containers that give an instance for a class or token."""
    contexts: frozenset[str]
    """Calls that make a token of the type they are written with."""
    transparent: frozenset[str]
    """Calls whose result stands for their argument."""
    results: frozenset[str]
    """Calls that call the function they are given and give back what it returns."""
    nothing: frozenset[str]
    """Calls that look at their arguments and keep none of them."""
    types: frozenset[str]
    """Generic types whose values have the members of their argument."""


@cache
def known() -> Known:
    """The names; put together when they are first asked for."""
    rows = load_vocabulary().holders
    registers = [row for row in rows if row.kind == "register"]
    own = {name for row in registers if row.token is None for name in _names(row)}
    before = {row.token for row in registers if row.token is not None}
    providers = [row for row in rows if row.kind == "provider"]

    def named(kind: str, *language: str) -> frozenset[str]:
        return frozenset(language).union(*(_names(row) for row in rows if row.kind == kind))

    return Known(
        provides={name: _STEPS.get(row.makes, "") for row in providers for name in _names(row)},
        tokens=frozenset(row.token for row in providers if row.token is not None),
        registers={
            name: Registers(row.argument, _STEPS.get(row.makes, ""), row.token or "")
            for row in registers
            if row.makes != "provider"
            for name in _names(row)
        },
        registering=_called(own, rb","),
        bound=_called(before, rb"\)"),
        by_name=named("name"),
        injects=named("token"),
        getters=named("get"),
        contexts=named("context"),
        transparent=named("same", *_GIVE_ARGUMENT),
        results=named("result", *_GIVE_RESULT),
        nothing=named("nothing", *_KEEP_NOTHING),
        types=named("type", *_HAVE_MEMBERS),
    )


def _names(row: HolderRow) -> Iterator[str]:
    return (name.removesuffix("=") for name in (*row.export, *row.globals, *row.method))


def _called(names: set[str], end: bytes) -> re.Pattern[bytes]:
    """A call of one of these, and the token that is its first argument."""
    return re.compile(rb"\b(?:" + b"|".join(re.escape(name).encode() for name in sorted(names)) + rb")" + _TOKEN + end)
