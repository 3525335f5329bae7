"""What one function does by itself, as found in its body."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from audit.extract.facts.code import Call
    from audit.model import Via
    from audit.server.bodies.sends import Send
    from audit.server.meaning.model import Cls, Node
    from audit.server.meaning.scopes import Scope


class Edge(NamedTuple):
    """A function or variable that is named. `call` binds its parameters; `optional`: what it is read from may be None.

    `injected`: only where the framework fills in the parameters, of a handler or a dependency. `variant`: a method that
    overrides what the receiver's type has, or that an object has which fits a protocol.
    """

    target: Node
    via: Via
    at: int
    call: Call | None = None
    scope: Scope | None = None
    optional: bool = False
    injected: bool = False
    variant: bool = False


class Mark(NamedTuple):
    """Something the rules have a word for."""

    kind: str
    at: int


class Maybe(NamedTuple):
    """A member of something without a type: any method of that name may be meant."""

    name: str
    at: int


class Gap(NamedTuple):
    """What could not be followed."""

    note: str
    at: int


class Doing(NamedTuple):
    """All of it, in the order of the source. `classes` are those of the objects in it, `made` those that are named."""

    edges: tuple[Edge, ...] = ()
    marks: tuple[Mark, ...] = ()
    sends: tuple[Send, ...] = ()
    maybes: tuple[Maybe, ...] = ()
    gaps: tuple[Gap, ...] = ()
    classes: frozenset[Cls] = frozenset()
    made: frozenset[Cls] = frozenset()
