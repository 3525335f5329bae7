"""Members that come through, as a tree of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.contexts import DEEPER, DEEPEST, ELEMENT, WITHIN, same_part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.contexts import Path


_MOST = 120
"""Parts that are told apart."""


class Projection(Struct, frozen=True):
    """`members`: the names that come through, each with what does of it; None: all. `items`: what does of elements."""

    members: dict[str, Projection] | None = None
    items: Projection | None = None


ALL = Projection()


def lets(projection: Projection, path: Path) -> bool:
    """Does a part of a value come through, or something of it?"""
    for step in path:
        members = projection.members
        if members is None or step in (WITHIN, DEEPER):
            return True
        if step[:1] == "[":
            if projection.items is None:
                return True  # members under computed keys: which, nobody says
            projection = projection.items
        else:
            fitting = [inner for name, inner in members.items() if same_part(step, name)]
            if not fitting:
                return False
            projection = fitting[0] if len(fitting) == 1 else ALL
    return True


def within(projection: Projection, path: Path) -> Projection:
    """What comes through of a part that does itself; all, where that is not said."""
    for step in path:
        inner = projection.items if step[:1] == "[" else (projection.members or {}).get(step)
        if inner is None:
            return ALL
        projection = inner
    return projection


def either(projections: Iterable[Projection]) -> Projection:
    """What comes through where any of several decides; all, where there are several and they differ, or none."""
    found = list(projections)
    return found[0] if found and all(one == found[0] for one in found) else ALL


def together(projections: Iterable[Projection]) -> Projection:
    """What comes through where each of several lets its own through."""
    found = list(projections)
    if not found or any(one.members is None for one in found):
        return ALL
    members = {name: inner for one in found for name, inner in (one.members or {}).items()}
    items = [one.items for one in found if one.items is not None]
    return Projection(members, either(items) if items else None)


def parts_of(projection: Projection) -> list[Path] | None:
    """The parts that come through whole; None where everything does, or there are too many parts to name."""
    found: list[Path] = []
    stack: list[tuple[Path, Projection]] = [((), projection)]
    while stack:
        path, one = stack.pop()
        if one.members is None or len(path) >= DEEPEST:
            found.append(path)
            continue
        stack.extend(((*path, name), inner) for name, inner in one.members.items())
        if one.items is not None:
            stack.append(((*path, ELEMENT), one.items))
        if len(stack) + len(found) > _MOST:
            return None
    return None if found == [()] else sorted(found)
