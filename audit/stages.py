"""What a run is doing at the moment, for whoever watches it: the one thing here that is no value.

The engine says it and nobody calls back, so that watching cannot change what is found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_Item = TypeVar("_Item")


class Stage(NamedTuple):
    """What is being done, and to how many of how many things; `of` is 0 where that is not known."""

    doing: str
    done: int = 0
    of: int = 0


_NOW: Final = [Stage("finding accesses")]


def doing(what: str, done: int = 0, of: int = 0) -> None:
    """From now on this is done."""
    _NOW[0] = Stage(what, done, of)


def each(what: str, items: Sequence[_Item]) -> Iterator[_Item]:
    """The items, one after the other, and that this is done to each."""
    for at, item in enumerate(items):
        doing(what, at, len(items))
        yield item


def now() -> Stage:
    """What was said last."""
    return _NOW[0]
