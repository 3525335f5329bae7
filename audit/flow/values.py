"""What an expression may be, found backwards and only as far as a question needs: functions, classes, instances,
objects, modules, things from outside the tree.

This is the call graph on demand: declared types first (they cost nothing), then where the value comes from.
"""

from __future__ import annotations

from typing import NamedTuple

from audit.flow.code import Code, FunctionId, Spot


class Func(NamedTuple):
    """A function of the tree; `this` is the object it was read from, when that is known."""

    id: FunctionId


class ClassValue(NamedTuple):
    """A class of the tree, by its start."""

    file: str
    at: int


class Instance(NamedTuple):
    """An instance of a class of the tree."""

    file: str
    at: int


class ObjectValue(NamedTuple):
    """An object or array literal."""

    spot: Spot


class Module(NamedTuple):
    """A module of the tree as a whole."""

    file: str


class Outside(NamedTuple):
    """An export of code outside the tree: its module and the dotted path of the export."""

    module: str
    path: str


class Global(NamedTuple):
    """A global, by its dotted name."""

    name: str


class Typed(NamedTuple):
    """Something of a type outside of the tree, as vocabulary names it: "Array", "express#Response", or as annotated."""

    type: str


class Method(NamedTuple):
    """A method of something of an outside type."""

    type: str
    name: str


class Text(NamedTuple):
    """A constant text or number."""

    text: str


class Variable(NamedTuple):
    """An environment variable."""

    name: str


Value = Func | ClassValue | Instance | ObjectValue | Module | Outside | Global | Typed | Method | Text | Variable

__all__ = [
    "ClassValue", "Code", "Func", "Global", "Instance", "Method", "Module", "ObjectValue", "Outside", "Text", "Typed",
    "Value", "Variable",
]  # fmt: skip
