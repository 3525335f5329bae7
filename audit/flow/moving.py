"""Where elements of a list are after some were taken out of it or put before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.contexts import ELEMENT, is_position
from audit.flow.graph import LACKING
from audit.flow.graph.moving import ALL, CLEARED, MIXED, moves_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.contexts import Path

_FARTHEST = 4
"""Positions that moves tell apart: what is moved in a loop (`rows = [row, ...rows]`) comes to be anywhere."""


def moved(path: Path, key: str) -> Path | None:
    """Where a part of a list is after a move; None where it is gone."""
    first = path[0] if path else ""
    if not is_position(first[1:-1]):
        return None if key == CLEARED else path if first[:2] != f"{LACKING}[" else path[1:]
    if key == MIXED:
        return (ELEMENT, *path[1:])
    start, gone, put = map(int, key.split(":"))
    return _shifted(path, start, gone, put)


def sliced(path: Path, call: code.Call) -> Path | None:
    """Where an element at a known place is in what is cut out between two places; None where that has it not. A third
    argument says which elements come, and in which order.
    """
    ends = call.args
    at, (start, end) = int(path[0][1:-1]), (_place(ends, 0), _place(ends, 1))
    if start is None or start < 0 or len(ends) > 2:
        return (ELEMENT, *path[1:])
    gone = at < start or (end is not None and 0 <= end <= at)
    return None if gone else (_position(at - start), *path[1:])


def spliced(path: Path, call: code.Call) -> Path | None:
    """The same in a list without some elements, or with others (`toSpliced`)."""
    return moved(path, moves_of(call, "splice"))


def replaced(path: Path, call: code.Call) -> Path | None:
    """The same in a list with something else at one place (`with`)."""
    at = call.args[0] if call.args else None
    gone = isinstance(at, code.Literal) and f"[{at.value}]" == path[0]
    return None if gone else path


COPYING: dict[str, Callable[[Path, code.Call], Path | None]] = {
    "slice": sliced,
    "toSpliced": spliced,
    "with": replaced,
}
"""Methods that make a list of one, by where an element at a known place is in that. Python's slices are among them."""


def _place(ends: tuple[code.Expr, ...], number: int) -> int | None:
    """The place that an argument says: the first one where it says none, for the end any."""
    one = ends[number] if number < len(ends) else None
    if one is None or (isinstance(one, code.Literal) and one.value is None):
        return None if number else 0
    negative = isinstance(one, code.Unary) and one.op == "-"
    said = one.value if isinstance(one, code.Literal) else -1 if negative else None
    return said if isinstance(said, int) else None


def unmoved(path: Path, key: str) -> Path | None:
    """Where a part of a list was before a move; None where it was put there by that."""
    first = path[0] if path else ""
    if not is_position(first[1:-1]):
        return path
    if key == MIXED:
        return (ELEMENT, *path[1:])
    start, gone, put = map(int, key.split(":"))
    return _shifted(path, start, put, gone)


def _shifted(path: Path, start: int, gone: int, put: int) -> Path | None:
    """A part at a known position, when some elements are taken out there and others put in; None where it is gone."""
    at = int(path[0][1:-1])
    if at < start:
        return path
    return None if ALL in {gone, put} or at < start + gone else (_position(at + put - gone), *path[1:])


def _position(at: int) -> str:
    return f"[{at}]" if at <= _FARTHEST else ELEMENT
