"""Facts by content: what was once computed from the same bytes need not be computed again."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol

from audit.store.location import NoPlace, cache_file, nothing_kept
from audit.store.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["NullStore", "Shelf", "Store", "cache_of", "nothing_kept", "open_store"]


class Store(Protocol):
    """Values are opaque bytes; a key names content, language and extractor version: nothing goes stale."""

    notes: list[str]
    """What the user should know, at most one sentence; never a reason to fail."""

    def is_new(self) -> bool:
        """Is it certain that nothing is kept yet?"""

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values that are kept, by key; damaged ones are left out."""

    def put_many(self, values: Mapping[str, bytes]) -> None:
        """Keep these values."""

    def close(self) -> None:
        """Remember what was used and drop what was not for long, once the store has outgrown its limit."""


class NullStore:
    """Keeps nothing."""

    def __init__(self, note: str | None = None) -> None:
        self.notes: list[str] = [] if note is None else [note]

    def is_new(self) -> bool:
        """It stays so."""
        return True

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Nothing."""
        return {}

    def put_many(self, values: Mapping[str, bytes]) -> None:
        """Keep nothing."""

    def close(self) -> None:
        """There is nothing to close."""


def open_store(root: str | os.PathLike[str]) -> Store:
    """The store in the user's cache folder; where that lies in `root`, one that keeps nothing, with a note.

    Nothing is opened before the first question.
    """
    place = cache_file(os.environ, sys.platform, os.fspath(root))
    return NullStore(place.why) if isinstance(place, NoPlace) else Shelf(place)


def cache_of(root: str | os.PathLike[str]) -> str:
    """In words: where facts of `root` are kept, and how much of its room the store takes."""
    from audit.store.shelf import LIMIT

    place = cache_file(os.environ, sys.platform, os.fspath(root))
    if isinstance(place, NoPlace):
        return place.why
    try:
        size = os.stat(place).st_size  # noqa: PTH116 - a string on the way to the first file
    except OSError:
        return f"{place}, empty"
    return f"{place}, {size / (1 << 20):.1f} of at most {LIMIT >> 20} MiB"
