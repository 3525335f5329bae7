"""What a command has done so far, and with a store what earlier ones did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.reuse.finished import Finished
from audit.source import Held
from audit.store import NullStore

if TYPE_CHECKING:
    from audit.extract.reading import Reader
    from audit.store import Store


class Work:
    """Facts of files, and finished reports. It keeps what it can, but nothing where its store would not.

    `beside`: other processes may do a part. What they learn of a tree is lost to the next one, so whoever has all cores
    busy with trees of one history does better without.
    """

    def __init__(self, store: Store, *, beside: bool = True) -> None:
        self._store, self._beside = store, beside
        self.finished = Finished(store)
        self.held = Held()
        self.keeps = not isinstance(store, NullStore)
        self._reader: Reader | None = None

    @property
    def reader(self) -> Reader:
        """Facts of files, by content; most of what is taken over needs none."""
        if self._reader is None:
            from audit.extract.reading import Reader

            self._reader = Reader(self._store, beside=self._beside)
        return self._reader

    def close(self) -> tuple[str, ...]:
        """Keep what was read; sentences for the user."""
        if self._reader is not None:
            self._reader.save()
        self._store.close()
        return tuple(self._store.notes)
