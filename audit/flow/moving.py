"""Where elements of a list are after some were taken out of it or put before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.contexts import ELEMENT, is_position
from audit.flow.graph import LACKING
from audit.flow.graph.moving import ALL, CLEARED, MIXED

if TYPE_CHECKING:
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
