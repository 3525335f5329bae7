"""Members that come through, as a tree of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.contexts import same_part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.contexts import Path


class Projection(Struct, frozen=True):
    """`members`: the names that come through, each with what does of it; None: all. `items`: what does of elements."""

    members: dict[str, Projection] | None = None
    items: Projection | None = None


ALL = Projection()


def lets(projection: Projection, path: Path) -> bool:
    """Does a part of a value come through, or something of it?"""
    for step in path:
        if step[:1] == "[":
            if projection.items is None:
                return True  # members under computed keys: which, nobody says
            projection = projection.items
        elif projection.members is None:
            return True
        else:
            fitting = [inner for name, inner in projection.members.items() if same_part(step, name)]
            if not fitting:
                return False
            projection = fitting[0] if len(fitting) == 1 else ALL
    return True


def either(projections: Iterable[Projection]) -> Projection:
    """What comes through where any of several decides; all, where there are several and they differ, or none."""
    found = list(projections)
    return found[0] if found and all(one == found[0] for one in found) else ALL
