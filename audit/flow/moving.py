"""Where elements of a list are after some were taken out of it or put before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.contexts import ELEMENT, is_position
from audit.flow.graph import LACKING
from audit.flow.graph.moving import ALL, CLEARED, MIXED

if TYPE_CHECKING:
    from audit.flow.contexts import Path


def moved(path: Path, key: str) -> Path | None:
    """Where a part of a list is after a move; None where it is gone."""
    first = path[0] if path else ""
    if not is_position(first[1:-1]):
        return None if key == CLEARED else path if first[:2] != f"{LACKING}[" else path[1:]
    if key == MIXED:
        return (ELEMENT, *path[1:])
    start, gone, put = map(int, key.split(":"))
    at = int(first[1:-1])
    if at < start:
        return path
    if gone == ALL or at < start + gone:
        return None
    return (f"[{at + put - gone}]", *path[1:])
