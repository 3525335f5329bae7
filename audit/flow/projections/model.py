"""Members that come through, as a tree of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.contexts import DEEPER, DEEPEST, ELEMENT, WITHIN, same_part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.contexts import Path


_MOST = 120
"""Parts that are told apart."""


class Projection(Struct, frozen=True):
    """`members`: the names that come through, each with what does of it; None: all. `items`: what does of elements. Not
    `sure` where code makes something else of what comes through, or may.
    """

    members: dict[str, Projection] | None = None
    items: Projection | None = None
    sure: bool = True


ALL = Projection()
NOTHING = Projection({})
"""What is there has nothing of what was given."""


class Part(Struct, frozen=True, order=True):
    """A part that comes through, and where it comes to; not `sure` where something else may be made of it."""

    given: Path
    into: Path
    sure: bool


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
    return found[0] if found and all(one == found[0] for one in found) else _all(found)


def together(projections: Iterable[Projection]) -> Projection:
    """What comes through where each of several lets its own through."""
    found = list(projections)
    if not found or any(one.members is None for one in found):
        return _all(found)
    members = {name: inner for one in found for name, inner in (one.members or {}).items()}
    items = [one.items for one in found if one.items is not None]
    return Projection(members, either(items) if items else None)


def turned(projection: Projection, by: Iterable[Projection]) -> Projection:
    """What comes through where something else is then made of it; each of `by` says what that has of it."""
    for one in by:
        if one == NOTHING:
            return NOTHING
        projection = projection if one.sure else replace(projection, sure=False)
    return projection


def _all(found: list[Projection]) -> Projection:
    return ALL if all(one.sure for one in found) else Projection(sure=False)


def parts_of(projection: Projection) -> list[Path] | None:
    """The parts that come through whole; None where everything does, or there are too many parts to name."""
    found = told_parts(projection)
    return None if found is None else [one.given for one in found]


def told_parts(projection: Projection) -> list[Part] | None:
    """The same, each with where it comes to."""
    found: list[Part] = []
    stack: list[tuple[Path, Path | None, Projection]] = [((), None, projection)]
    while stack:
        path, into, one = stack.pop()
        into = path if into is None and not one.sure else into
        if one.members is None or len(path) >= DEEPEST:
            found.append(Part(path, path if into is None else into, sure=into is None))
            continue
        stack.extend(((*path, name), into, inner) for name, inner in one.members.items())
        if one.items is not None:
            stack.append(((*path, ELEMENT), into, one.items))
        if len(stack) + len(found) > _MOST:
            return None if projection.sure else [Part((), (), sure=False)]
    return None if found == [Part((), (), sure=True)] else sorted(found)
