"""The identity of a tree, and where it differs from another."""

from __future__ import annotations

from itertools import compress, count
from operator import ne
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from audit.source import Snapshot


class Listing(msgspec.Struct, array_like=True, gc=False, frozen=True):
    """A tree: its shape, and what stands for the content of each file, in their order."""

    shape: bytes
    ids: tuple[str, ...]

    def changed(self, now: Listing) -> tuple[int, ...] | None:
        """The numbers of the files with another content in another tree; None where that has other files."""
        if now.shape != self.shape or len(now.ids) != len(self.ids):
            return None
        return tuple(compress(count(), map(ne, self.ids, now.ids)))


def listing_of(snapshot: Snapshot) -> Listing:
    """The tree of a snapshot."""
    return Listing(snapshot.shape(), snapshot.ids())
