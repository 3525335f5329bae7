"""What a file imports, exports and declares at its top level: enough to follow names from file to file."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from audit.extract.facts.names import Use

ANNOTATED, BARE = "@annotated", "@bare"
"""The parts of a type of Python that hold what `Annotated` adds to it, and the type itself."""


class Import(Struct, frozen=True, array_like=True, gc=False):
    """One imported name. `name` is "*" for the whole module, "default", or the exported name."""

    module: str
    name: str
    local: str
    at: int
    type_only: bool = False


class Load(Struct, frozen=True, array_like=True, gc=False):
    """An expression that yields a module: `require("m")`, `import("m")`, `jest.requireActual("m")`, and what
    becomes of it.
    """

    module: str
    at: int
    start: int
    end: int
    how: Literal["require", "import", "mock"]
    use: Use | None
    enclosing: str = "<module>"
    class_at: int = -1


class Export(Struct, frozen=True, array_like=True, gc=False):
    """One exported name: local (`module` empty), or passed on from another module.

    `name` "*" with `source` "*" is `export * from`; `name` "ns" with `source` "*" is `export * as ns from`;
    `name` "=" is `export =` or `module.exports =`. `at` is the offset of the local name, or of the exported
    expression.
    """

    name: str
    local: str
    at: int
    module: str = ""
    source: str = ""
    type_only: bool = False


class Unit(Struct, frozen=True, array_like=True, gc=False):
    """A top-level statement: what is lowered as one piece. Offsets are bytes, `name` may hold several, with
    commas; `ats` are the offsets of these names (Python has none).
    """

    name: str
    kind: Literal["function", "class", "variable", "statement"]
    start: int
    end: int
    exported: bool = False
    ats: tuple[int, ...] = ()


class ClassHead(Struct, frozen=True, array_like=True, gc=False):
    """A class or interface: what it extends and implements (dotted text), and the names of its members.

    A type alias of an object type counts as an interface. `at` is the offset of the name, -1 without one.
    """

    name: str
    at: int
    start: int
    extends: tuple[str, ...] = ()
    implements: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    interface: bool = False
    end: int = -1


class TypeShape(Struct, frozen=True, array_like=True, gc=False):
    """A named type: the text of an alias, and the members of an interface or object type with the texts of
    theirs.
    """

    name: str
    at: int
    text: str = ""
    members: tuple[tuple[str, str], ...] = ()


class Damage(Struct, frozen=True, array_like=True, gc=False):
    """A region in which the parser lost its way."""

    start: int
    end: int
    reason: str


class Outline(Struct, frozen=True, array_like=True, gc=False):
    """The skeleton of one file."""

    imports: tuple[Import, ...] = ()
    exports: tuple[Export, ...] = ()
    loads: tuple[Load, ...] = ()
    units: tuple[Unit, ...] = ()
    classes: tuple[ClassHead, ...] = ()
    types: tuple[TypeShape, ...] = ()
    damaged: tuple[Damage, ...] = ()
