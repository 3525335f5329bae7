"""One sqlite file of values by key, bounded, and never a reason for a run to fail."""

# ruff: noqa: PTH103, PTH120

from __future__ import annotations

import hashlib
import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping

LIMIT = 256 << 20
"""Bytes: a larger store drops the values that were not used for longest."""
_APPLICATION = 0x756E6774  # "ungt"
_LAYOUT = 1
_BUSY_SECONDS = 0.1
_BATCH = 500
_LARGE = 1 << 18
"""Bytes from which a value is written in pieces: a statement would hold it three times over."""
_HOUR = 3600
_LAYOUT_SQL = (
    "CREATE TABLE facts (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, used INTEGER NOT NULL, "
    "digest BLOB NOT NULL, value BLOB NOT NULL)"
)


class Shelf:
    """The store in the file `path`, opened at the first question.

    A database that is corrupt, locked, not ours or not writable costs one note and what it holds, no more.
    `limit` in bytes; `now` in seconds.
    """

    def __init__(self, path: str, limit: int = LIMIT, now: Callable[[], float] = time.time) -> None:
        self.notes: list[str] = []
        self._path, self._limit = path, limit
        self._hour = int(now()) // _HOUR
        self._connection: sqlite3.Connection | None = None
        self._usable = True
        self._stale: list[int] = []

    def is_new(self) -> bool:
        """Is there no database yet?"""
        return self._connection is None and not os.path.exists(self._path)  # noqa: PTH110

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values that are kept, by key; one whose checksum does not fit is left out."""
        wanted = {key.encode("utf-8", "surrogatepass"): key for key in keys}
        found: dict[str, bytes] = {}
        self._attempt(lambda connection: self._read(connection, wanted, found))
        return found

    def put_many(self, values: Mapping[str, bytes]) -> None:
        """Keep these values; earlier ones of the same keys are replaced."""
        rows = [_row(key, value, self._hour) for key, value in values.items()]
        if rows:
            self._attempt(lambda connection: _write(connection, rows))

    def close(self) -> None:
        """Remember what was used; past the limit drop what was not used for longest; let the file go."""
        if self._connection is not None:
            self._attempt(self._tidy)
        self._let_go()

    def _read(self, connection: sqlite3.Connection, wanted: Mapping[bytes, str], found: dict[str, bytes]) -> None:
        keys = list(wanted)
        for start in range(0, len(keys), _BATCH):
            batch = keys[start : start + _BATCH]
            marks = ",".join("?" * len(batch))
            rows = connection.execute(
                f"SELECT id, key, used, digest, value FROM facts WHERE key IN ({marks})",  # noqa: S608
                batch,
            )
            for row, key, used, digest, value in rows:
                if isinstance(value, bytes) and digest == _checksum(key, value):
                    found[wanted[key]] = value
                    if used != self._hour:
                        self._stale.append(row)

    def _tidy(self, connection: sqlite3.Connection) -> None:
        used = _used_bytes(connection)
        if not self._stale and used <= self._limit:
            return
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("UPDATE facts SET used = ? WHERE id = ?", [(self._hour, row) for row in self._stale])
        if used > self._limit:
            _prune(connection, self._limit * 3 // 4)
        connection.execute("COMMIT")

    def _attempt(self, action: Callable[[sqlite3.Connection], None]) -> None:
        """Do it, or give the store up with one note."""
        if not self._usable:
            return
        import sqlite3

        try:
            if self._connection is None:
                self._connection = _connect(self._path)
            action(self._connection)
        except (sqlite3.Error, sqlite3.Warning, OSError, OverflowError, _ForeignError) as error:
            self._give_up(str(error))

    def _give_up(self, why: str) -> None:
        self._usable = False
        self._let_go()
        self.notes.append(f"Facts are not kept between runs: {os.path.basename(self._path)}: {why}.")  # noqa: PTH119

    def _let_go(self) -> None:
        """Closing rolls back what was not committed."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class _ForeignError(Exception):
    """A database that something else has made."""


def _connect(path: str) -> sqlite3.Connection:
    import sqlite3

    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        # Checksums tell what a power failure spoils; waiting for the disk would cost more than the facts.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA trusted_schema = OFF")
        _make_sure(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_sure(connection: sqlite3.Connection) -> None:
    """The database is ours, or new and made ours. Raises _ForeignError."""
    if _stamp(connection) == (_APPLICATION, _LAYOUT):
        return
    connection.execute("BEGIN IMMEDIATE")
    # Another process may have made it in the meantime.
    if _stamp(connection) != (_APPLICATION, _LAYOUT):
        if _stamp(connection) != (0, 0) or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise _ForeignError("the file belongs to another program or version")
        connection.execute(_LAYOUT_SQL)
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {_LAYOUT}")
    connection.execute("COMMIT")


def _stamp(connection: sqlite3.Connection) -> tuple[int, int]:
    return _number(connection, "application_id"), _number(connection, "user_version")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _row(key: str, value: bytes, hour: int) -> tuple[bytes, int, bytes, bytes]:
    name = key.encode("utf-8", "surrogatepass")
    return name, hour, _checksum(name, value), value


def _checksum(key: bytes, value: bytes) -> bytes:
    """Of both, so that a value under a wrong key is noticed too."""
    return hashlib.blake2b(value, digest_size=16, key=hashlib.blake2b(key, digest_size=32).digest()).digest()


def _write(connection: sqlite3.Connection, rows: list[tuple[bytes, int, bytes, bytes]]) -> None:
    into = "INSERT OR REPLACE INTO facts (key, used, digest, value)"
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(f"{into} VALUES (?, ?, ?, ?)", [row for row in rows if len(row[-1]) < _LARGE])
    for key, used, digest, value in (row for row in rows if len(row[-1]) >= _LARGE):
        made = connection.execute(f"{into} VALUES (?, ?, ?, zeroblob(?))", (key, used, digest, len(value)))
        with connection.blobopen("facts", "value", made.lastrowid or 0) as room:
            for start in range(0, len(value), _LARGE):
                room.write(value[start : start + _LARGE])
    connection.execute("COMMIT")


def _used_bytes(connection: sqlite3.Connection) -> int:
    """Free pages are filled again before the file grows, so they do not count."""
    pages = _number(connection, "page_count") - _number(connection, "freelist_count")
    return pages * _number(connection, "page_size")


def _prune(connection: sqlite3.Connection, goal: int) -> None:
    """Drop what was not used for longest until the values take at most `goal` bytes."""
    kept = 0
    dropped: list[tuple[int]] = []
    for row, size in connection.execute("SELECT id, length(value) FROM facts ORDER BY used DESC, id DESC"):
        kept += size
        if kept > goal:
            dropped.append((row,))
    connection.executemany("DELETE FROM facts WHERE id = ?", dropped)
