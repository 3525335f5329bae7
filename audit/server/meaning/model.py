"""What the server's code is made of, and what its expressions may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from audit.extract.facts.code import Class, Function
    from audit.server.meaning.scopes import Scope


@dataclass(frozen=True, eq=False)
class Func:
    """A function with a name; `scope` is where it is declared, `owner` the class of a method."""

    file: str
    name: str
    node: Function
    scope: Scope
    owner: Cls | None = None

    @property
    def at(self) -> int:
        """Where it begins."""
        return self.node.at


@dataclass(frozen=True, eq=False)
class Cls:
    """A class of the tree; `parameters` are the names of its type parameters."""

    file: str
    name: str
    node: Class
    scope: Scope
    parameters: tuple[str, ...] = ()

    @property
    def at(self) -> int:
        """Where it begins."""
        return self.node.at


@dataclass(frozen=True, eq=False)
class Variable:
    """A variable of a module: what stands in its value is done when the module is loaded, for all who name it."""

    file: str
    name: str
    at: int
    scope: Scope


Node = Func | Variable


class Value(Struct, frozen=True):
    """What an expression may stand for; several where it may be one of them."""


class Method(Value, frozen=True):
    """A function, with the object that it was read from."""

    func: Func
    of: Instance | None = None


class ClassRef(Value, frozen=True):
    """A class itself, with type arguments."""

    cls: Cls
    args: tuple[tuple[Value, ...], ...] = ()


class Instance(Value, frozen=True):
    """An object of a class of the tree."""

    cls: Cls
    args: tuple[tuple[Value, ...], ...] = ()


class Module(Value, frozen=True):
    """A module of the tree."""

    file: str


class Outside(Value, frozen=True):
    """A name of code outside of the tree: `path` is "*" for the module itself."""

    module: str
    path: str


class Thing(Value, frozen=True):
    """An object of a class outside of the tree, by the names that the vocabulary may know it under."""

    kinds: tuple[str, ...]


class Many(Value, frozen=True):
    """A container of such elements."""

    items: tuple[Value, ...]


class Several(Value, frozen=True):
    """A tuple, element by element."""

    items: tuple[tuple[Value, ...], ...]


class Gives(Value, frozen=True):
    """A function that is known by what it returns only."""

    result: tuple[Value, ...]


class Plain(Value, frozen=True):
    """Text, a number, None: nothing that leads on."""

    none: bool = False


class Unknown(Value, frozen=True):
    """It could be anything."""


class Free(Value, frozen=True):
    """A type parameter of a function or class, before it is filled in."""

    name: str


Vals = tuple[Value, ...]
PLAIN, NONE, UNKNOWN = Plain(), Plain(none=True), Unknown()


def union(*many: Vals) -> Vals:
    """All of them, each once, in order."""
    return tuple(dict.fromkeys(one for vals in many for one in vals))


def is_open(vals: Vals) -> bool:
    """Whether something that is not known is among them, or nothing is."""
    return not vals or any(isinstance(one, (Unknown, Free)) for one in vals)
