"""What both programs know of their files: contents, facts, positions, and which could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from audit.extract.positions import Lines, Position
from audit.source import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.extract.reading import Reader
    from audit.source import Snapshot

F = TypeVar("F")


class Sources(Generic[F]):
    """The files of one family of languages in a snapshot, with facts of type F."""

    def __init__(self, snapshot: Snapshot, reader: Reader, files: Iterable[str]) -> None:
        self.snapshot, self.reader = snapshot, reader
        self.files = tuple(files)
        self.scripts = frozenset(self.files)
        self.unread: dict[str, str] = {}
        self._facts: dict[str, F | None] = {}
        self._lines: dict[str, Lines] = {}

    def source(self, path: str) -> bytes | None:
        """The bytes of a file, None (and an entry in `unread`) when it cannot be read."""
        found = self.snapshot.read(path)
        if isinstance(found, Unreadable):
            self.unread[path] = found.reason
            return None
        return found

    def parsed(self) -> tuple[str, ...]:
        """The files that have been looked into so far."""
        return tuple(sorted(path for path, facts in self._facts.items() if facts is not None))

    def lines(self, path: str) -> Lines:
        """The lines of a file that was read."""
        if path not in self._lines:
            self._lines[path] = Lines(self.source(path) or b"")
        return self._lines[path]

    def position(self, path: str, offset: int) -> Position:
        """Line and column of a byte offset."""
        return self.lines(path).position(offset)
