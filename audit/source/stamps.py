"""Which files of a work tree are as they were, by what the file system says of them: as git's own index does it."""

# Plain strings: pathlib would take longer than the system calls.

from __future__ import annotations

import os
import stat
import time
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SETTLED = 3_000_000_000
"""Nanoseconds: a file that has changed since then may change again without its stamp telling so."""


_SECOND = 1_000_000_000
_TICK = 50_000_000
"""Nanoseconds by which the file system's clock may be behind the one that programs ask."""


class Stamp(msgspec.Struct, array_like=True, gc=False, frozen=True):
    """A file by its size, number and times, with the id of the content that it had then."""

    size: int
    number: int
    modified: int
    changed: int
    id: str = ""

    def is_of(self, other: Stamp) -> bool:
        """Is it the same file, untouched?"""
        return (self.size, self.number, self.modified, self.changed) == (
            other.size,
            other.number,
            other.modified,
            other.changed,
        )


def stamps(start: str, paths: Iterable[str]) -> Iterator[Stamp | None]:
    """The stamp of each path below `start`, without an id; None for what is no plain file or has only just changed."""
    latest = time.time_ns() - _SETTLED
    for path in paths:
        try:
            one = os.lstat(start + path)
        except OSError:
            yield None
            continue
        settled = one.st_mtime_ns < latest and one.st_ctime_ns < latest
        plain = stat.S_ISREG(one.st_mode)
        yield Stamp(one.st_size, one.st_ino, one.st_mtime_ns, one.st_ctime_ns) if plain and settled else None


def untouched(path: str, since: int) -> bool:
    """Has a file not changed since a time in nanoseconds? Where the file system counts in whole seconds it may have."""
    try:
        one = os.lstat(path)
    except OSError:
        return False
    return all(at + (_TICK if at % _SECOND else _SETTLED) < since for at in (one.st_mtime_ns, one.st_ctime_ns))


def unchanged(known: Stamp | None, now: Stamp | None) -> str | None:
    """The id of a file that is as it was."""
    return known.id if known is not None and now is not None and known.is_of(now) else None
