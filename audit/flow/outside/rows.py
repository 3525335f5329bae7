"""The vocabulary rows that speak of a callee."""

from __future__ import annotations

from audit.flow.backward.values import Global, Method, Outside, Typed, Value


def section_rows(section: object, callee: Value) -> tuple[object, ...]:
    """The rows of one vocabulary section that speak of a callee."""
    if isinstance(callee, Outside):
        return _exported(section, callee)
    if isinstance(callee, Global):
        return section.named(callee.name)  # type: ignore[attr-defined,no-any-return]
    if isinstance(callee, Method):
        return section.on(callee.type, callee.name)  # type: ignore[attr-defined,no-any-return]
    if isinstance(callee, Typed):
        return (*section.on(callee.type, "()"), *section.like(callee.type))  # type: ignore[attr-defined]
    return ()


def _exported(section: object, callee: Outside) -> tuple[object, ...]:
    """An export, also of a module that is named by the first steps of the path: `urllib` and `request.urlopen`."""
    module, path = callee.module, "default" if callee.path == "*" else callee.path
    found: tuple[object, ...] = section.exported(module, path)  # type: ignore[attr-defined]
    while not found and "." in path:
        first, _, path = path.partition(".")
        module = f"{module}.{first}"
        found = section.exported(module, path)  # type: ignore[attr-defined]
    return found
