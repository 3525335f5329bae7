"""What a finished report rests on: all that was asked of the tree that it is about."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from audit.link.told import OfFile, Searched, told
from audit.source import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.link.program import Program

_SIZE = 16


class Kept(msgspec.Struct, array_like=True, gc=False, frozen=True):
    """What was asked of one file. `start` is a digest of its text up to `asked.until`, `outline` and `facts` are
    digests of its facts; `size` is that of a file in which the parser found nothing wrong, else -1.
    """

    asked: OfFile
    start: bytes = b""
    outline: bytes = b""
    facts: bytes = b""
    size: int = -1


class Manifest(msgspec.Struct, array_like=True, gc=False, frozen=True):
    """Everything that was asked; by number of a file its `Kept`, decoded for those that have changed.

    `troubled` are files that could not be read, or that hide names from a search.
    """

    files: dict[int, bytes]
    searches: tuple[Searched, ...]
    troubled: frozenset[int]


def manifest_of(program: Program) -> Manifest:
    """All that a run has asked through a program."""
    snapshot = program.snapshot
    found = told(program)
    paths = snapshot.files()
    encode = msgspec.msgpack.Encoder().encode
    troubled = {path for path, _ in snapshot.problems()}
    return Manifest(
        {number: encode(_kept(program, paths[number], one)) for number, one in found.files.items()},
        found.searches,
        frozenset(number for number, path in enumerate(paths) if path in troubled),
    )


def unasked_in(manifest: Manifest, paths: Sequence[str]) -> frozenset[str]:
    """The files on which nothing rests but that they are there."""
    asked = {*manifest.files, *manifest.troubled}
    for one in manifest.searches:
        if one.among is None:
            return frozenset()
        asked.update(one.among)
    return frozenset(path for number, path in enumerate(paths) if number not in asked)


def start_of(source: bytes, end: int) -> bytes:
    """What stands for the text of a file up to an offset."""
    return hashlib.blake2b(source[: max(end, 0)], digest_size=_SIZE).digest()


def _kept(program: Program, path: str, one: OfFile) -> Kept:
    if one.whole:  # nothing else is asked of it again
        return Kept(OfFile(whole=True))
    source = program.snapshot.peek(path)
    if isinstance(source, Unreadable):
        return Kept(OfFile(whole=True))
    start = b"" if one.until < 0 else start_of(source, one.until)
    facts = program.facts(path) if one.names is not None else None
    if facts is None:
        return Kept(one, start)
    size = -1 if facts.outline().damaged else len(source)
    return Kept(one, start, facts.outline_digest(), facts.digest(one.names or (), one.units), size)
