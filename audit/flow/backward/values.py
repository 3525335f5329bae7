"""What an expression may be, found backwards and only as far as a question needs: functions, classes, instances,
objects, modules, things from outside the tree.

This is the call graph on demand: declared types first (they cost nothing), then where the value comes from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts.outline import ANNOTATED
from audit.flow.code import Code, FunctionId, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable


class Func(Struct, frozen=True, order=True):
    """A function of the tree; a `guess` where the object may be one of a class that has another in its place."""

    id: FunctionId
    guess: bool = False


def is_guess(value: object) -> bool:
    """Is a value a function that may take the place of another one?"""
    return isinstance(value, Func) and value.guess


def among(function: FunctionId, values: Iterable[object]) -> bool:
    """Is a function one of some values?"""
    return any(isinstance(one, Func) and one.id == function for one in values)


class ClassValue(Struct, frozen=True, order=True):
    """A class of the tree, by its start."""

    file: str
    at: int


class Instance(Struct, frozen=True, order=True):
    """An instance of a class of the tree; `open` where it may be one of a class that extends it."""

    file: str
    at: int
    open: bool = False


class Made(Struct, frozen=True, order=True):
    """What `new` makes of a function of the tree."""

    id: FunctionId


class ObjectValue(Struct, frozen=True, order=True):
    """An object or array literal."""

    spot: Spot


class Module(Struct, frozen=True, order=True):
    """A module of the tree as a whole."""

    file: str


class Outside(Struct, frozen=True, order=True):
    """An export of code outside the tree: its module and the dotted path of the export."""

    module: str
    path: str


class Global(Struct, frozen=True, order=True):
    """A global, by its dotted name."""

    name: str


class Typed(Struct, frozen=True, order=True):
    """Something of a type outside of the tree, as vocabulary names it: "Array", "express#Response", or as annotated."""

    type: str


class Method(Struct, frozen=True, order=True):
    """A method of something of an outside type."""

    type: str
    name: str


class Text(Struct, frozen=True, order=True):
    """A constant text or number."""

    text: str


class Variable(Struct, frozen=True, order=True):
    """An environment variable."""

    name: str


def inside(value: Outside | Global, key: str) -> tuple[Outside | Global, ...]:
    """A member of something outside of the tree; what its types add to themselves is not known."""
    if key == ANNOTATED:
        return ()
    if isinstance(value, Global):
        return (Global(f"{value.name}.{key}"),)
    return (Outside(value.module, key if value.path == "*" else f"{value.path}.{key}"),)


Value = Func | ClassValue | Instance | Made | ObjectValue | Module | Outside | Global | Typed | Method | Text | Variable
Values = tuple[Value, ...]

__all__ = [
    "ClassValue", "Code", "Func", "Global", "Instance", "Made", "Method", "Module", "ObjectValue", "Outside", "Text",
    "Typed", "Value", "Values", "Variable",
]  # fmt: skip
