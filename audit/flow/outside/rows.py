"""The vocabulary rows that speak of a callee."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from audit.flow.backward.values import Global, Method, Outside, Typed, Value
from audit.rulebook.vocabulary import Row

if TYPE_CHECKING:
    from audit.rulebook import Index

R = TypeVar("R", bound=Row)


def section_rows(section: Index[R], callee: Value) -> tuple[R, ...]:
    """The rows of one vocabulary section that speak of a callee."""
    if isinstance(callee, Outside):
        return _exported(section, callee)
    if isinstance(callee, Global):
        return section.named(callee.name)
    if isinstance(callee, Method):
        return section.on(callee.type, callee.name)
    if isinstance(callee, Typed):
        return (*section.on(callee.type, "()"), *section.like(callee.type))
    return ()


def _exported(section: Index[R], callee: Outside) -> tuple[R, ...]:
    """An export, also of a module that is named by the first steps of the path: `urllib` and `request.urlopen`."""
    module, path = callee.module, "default" if callee.path == "*" else callee.path
    found = section.exported(module, path)
    while not found and "." in path:
        first, _, path = path.partition(".")
        module = f"{module}.{first}"
        found = section.exported(module, path)
    return found
