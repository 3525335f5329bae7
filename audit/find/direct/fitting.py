"""Whether a fact is what a place of a row means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.frames import Path, matches

if TYPE_CHECKING:
    from audit.rulebook import Place as Words


def fits_place(nodes: list[tuple[int, Path]], place: Words, node: int, path: Path) -> bool:
    """Is a fact at this argument and path what a place of a row means? Of what is spread it comes as the element."""
    for one, held in nodes:
        if one == node and any(same_path((*steps, *place.path), path) for steps in (held, held[1:])):
            return True
    return False


def gives_part(place: Words, argument: int, function: Path, path: Path) -> bool:
    """Is it what a row means: this part of what the function at that part of an argument returns?"""
    mine = any(inner.number == argument and tuple(inner.path) == function for inner in place.callee)
    return place.root == "return" and mine and same_path(tuple(place.path), path)


def same_path(steps: Path, path: Path) -> bool:
    return len(steps) == len(path) and all(map(matches, path, steps))
