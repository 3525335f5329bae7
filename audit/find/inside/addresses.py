"""How code elsewhere in the tree gets at a function: the declaration that leads to it, and by which steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts.code import EXPORTED, Assign, Class, Declare, Do, Field, Function, Member, Name, Object
from audit.extract.facts.names import NEW
from audit.find.inside.nodes import dotted, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.extract.facts.code import Stmt


class Address(Struct, frozen=True, order=True):
    """A local name declared at byte `at` (-1: an exported name) and the steps from it to the function."""

    name: str
    at: int
    steps: tuple[str, ...] = ()

    def title(self) -> str:
        """As people write it: `Client.lookup`."""
        return ".".join((self.name, *(step for step in self.steps if step != NEW)))


def addresses(body: tuple[Stmt, ...]) -> dict[int, Address]:
    """The addresses of the functions in `body` that have one, by where they start."""
    found: dict[int, Address] = {}
    for node in nodes(body):
        for address, value in _named(node):
            for steps, function in _functions(value):
                found.setdefault(function.at, replace(address, steps=steps))
    return found


def _named(node: Any) -> Iterator[tuple[Address, Any]]:
    if isinstance(node, Declare) and isinstance(node.target, Name) and node.value is not None:
        name = node.target.name.removeprefix(EXPORTED)
        exported = name in ("default", "=") or name != node.target.name
        yield Address(name, -1 if exported else node.target.at), node.value
    elif isinstance(node, Do) and isinstance(node.value, Assign) and isinstance(node.value.target, Member):
        target = node.value.target
        holder = dotted(target.object)
        if holder in ("exports", "module.exports"):
            yield Address(target.key, -1), node.value.value
        elif (holder, target.key) == ("module", "exports"):
            yield Address("=", -1), node.value.value


def _functions(value: Any) -> Iterator[tuple[tuple[str, ...], Function]]:
    """The functions that a value is or holds, and the steps to them."""
    if isinstance(value, Function):
        yield (), value
    elif isinstance(value, Class):
        for member in value.members:
            held = member.value if isinstance(member, Field) else member
            if isinstance(held, Function) and member.name and held.kind != "constructor":
                yield ((member.name,) if member.static else (NEW, member.name)), held
    elif isinstance(value, Object):
        for one in value.properties:
            if isinstance(one.key, str):
                for steps, function in _functions(one.value):
                    yield (one.key, *steps), function
