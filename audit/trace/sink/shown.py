"""Which part of what a call is given it shows, as the place of a row says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.contexts import same_part
from audit.flow.frames import matches
from audit.flow.graph import COUNT
from audit.flow.outside.matching import is_argument

if TYPE_CHECKING:
    from audit.flow.graph import CallSite
    from audit.rulebook import Place as Words


def inside(steps: tuple[str, ...], path: tuple[str, ...]) -> bool | None:
    """Is what stands at `path` part of what stands at `steps`, or the reverse? None where it is not, False where it may
    be: under a key that was computed (`Object.fromEntries`).
    """
    pairs = list(zip(steps, path, strict=False))
    apart = [pair for pair in pairs if not (same_part(*pair) or "*" in pair)]
    if not apart:
        return True
    computed = len(steps) == len(path) and apart == pairs[-1:] and matches(*pairs[-1])
    return False if computed else None


def is_shown_here(path: tuple[str, ...]) -> bool:
    """Does an element show a value itself, or is it in an element inside of it, which shows it there? What only says
    which element it is, is not shown; how many there are is shown by what they are in.
    """
    if path[:1] in (("ref",), ("key",)):
        return False
    return path[:1] != ("children",) or all(step[:1] == "[" or step == COUNT for step in path[1:])


def takes(place: Words, site: CallSite, slot: int, path: tuple[str, ...]) -> bool:
    """Is a fact in what the row shows? A part of what is shown is, and so is what holds it."""
    if place.root == "args":
        return slot >= (place.number or 0)
    steps = tuple(place.path)
    if place.root == "this":
        return slot == -1 and (path[: len(steps)] == steps or steps[: len(path)] == path)
    if place.root != "arg" or not is_argument(place, site, slot):
        return False
    return path[: len(steps)] == steps or steps[: len(path)] == path
