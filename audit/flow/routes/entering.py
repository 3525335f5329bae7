"""Into functions and out of them: parameters that get a value, and the functions around a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import is_position

INDIRECT = ("call", "apply")
"""Methods of a function that call it."""

if TYPE_CHECKING:
    from audit.flow.code import Code
    from audit.flow.graph import CallSite
    from audit.flow.routes.model import Path


def parameter(code: Code, function: FunctionId, position: int, path: Path) -> tuple[Spot, Path] | None:
    """The parameter that gets an argument, and the path of the value there; None when there is none."""
    target = code.graph(function.file, function.unit).functions[function.number]
    if 0 <= target.rest <= position:
        path, position = (f"[{position - target.rest}]", *path), target.rest
    if position >= len(target.parameters):
        return None
    return Spot(function.file, function.unit, target.parameters[position]), path


def of_rest(position: int, path: Path, rest: int) -> tuple[int, Path]:
    """The position that an element of what a rest parameter takes was given at, and what is left of its path."""
    if position == rest and path and is_position(path[0][1:-1]):
        return rest + int(path[0][1:-1]), path[1:]
    return position, path


def argument(site: CallSite, position: int, path: Path, *, indirect: bool) -> tuple[int, Path]:
    """The node of what a call gives a parameter, and the path of the value there; -1 where it gives none. `indirect`:
    the call is of `f.call` or `f.apply`.
    """
    given, spread = site.arguments, site.spread
    if indirect:
        given, spread = given[1:], spread[1:]
        spread = (site.method == "apply",) * len(given) if site.method == "apply" else spread
    first = next((at for at, one in enumerate(spread[: position + 1]) if one), -1)
    if first >= 0:  # `run(...all)`: an element of what is spread
        return given[first], (f"[{position - first}]", *path)
    return (given[position], path) if position < len(given) else (-1, path)
