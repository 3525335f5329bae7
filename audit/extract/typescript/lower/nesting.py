"""How deep the code is nested that is being lowered.

Python's own limit is no guard here: a text that the parser reads piece by piece is asked for by a call from its C code,
and where Python refuses that call the process ends.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST: Final = 250
"""Expressions and statements inside each other; what is nested deeper is not known."""
_ROOM: Final = _DEEPEST * 10 + 200
"""Python's own frames for that many, whoever asks."""


class _Nesting:
    __slots__ = ("depth",)

    def __init__(self) -> None:
        self.depth = 0


_now: Final = _Nesting()


@contextmanager
def outermost() -> Iterator[None]:
    """From here on nothing is nested yet, and there is room for all that may be."""
    usual, _now.depth = sys.getrecursionlimit(), 0
    sys.setrecursionlimit(max(usual, _frames() + _ROOM))
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)


def enter() -> None:
    """One more is nested. Raises RecursionError where that is too deep."""
    _now.depth += 1
    if _now.depth > _DEEPEST:
        raise RecursionError


def leave() -> None:
    """It has been lowered."""
    _now.depth -= 1


def _frames() -> int:
    """How many functions are being run."""
    frame, found = sys._getframe(), 1  # noqa: SLF001 - `inspect` has the same, and takes long to load
    while frame.f_back is not None:
        frame, found = frame.f_back, found + 1
    return found
