"""Objects that all files have: the global one, exports of packages, and globals in which something is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.code import Spot
from audit.flow.graph import Op, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Code
    from audit.flow.solver.facts import Exit

ROOTS = frozenset(("globalThis", "global", "window"))
"""The global object, as code names it: each global is a member of it."""


def named_everywhere(code: Code, place: Place) -> Iterator[Spot]:
    """The nodes of all files that read what has a name there: an object of the language's, an export of a package."""
    for file in code.files_holding(place.name):
        for unit in code.holding(file, place.name):
            yield from (Spot(file, unit, node) for node in code.graph(file, unit).reads.get(place, ()))


def of_the_root(code: Code, name: str) -> Iterator[Spot]:
    """The nodes of all files that read a global as a member of the global object (`window.localStorage`)."""
    for file in code.files_holding(name):
        for spot in code.members(file, name):
            graph = code.graph(spot.file, spot.unit)
            bases = (node for node, op, _ in graph.back[spot.node] if op is Op.LOAD)
            places = (graph.place_of.get(node) for node in bases)
            if any(one is not None and one.at < 0 and one.name in ROOTS for one in places):
                yield spot


def by_its_own_name(place: Place, effect: Exit, keeping: frozenset[str]) -> tuple[Place, Exit] | None:
    """What is put into a member of the global object that keeps something, as what is put into that global."""
    if place.kind != "name" or place.at >= 0 or place.name not in ROOTS or not keeping.intersection(effect.path[:1]):
        return None
    own = Place("name", effect.path[0], -1)
    return own, replace(effect, path=effect.path[1:])
