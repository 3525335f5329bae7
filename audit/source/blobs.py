"""Blobs of a git repository, through one long-lived `git cat-file --batch`."""

from __future__ import annotations

import os
from itertools import islice
from typing import IO, TYPE_CHECKING

from audit.source import git
from audit.source.snapshot import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from subprocess import Popen

    from audit.model.coverage import UnanalysedReason

# Questions in flight: they fit the smallest pipe, so that git and we never wait for each other.
_BATCH = 100
_BLOCK = 1 << 20


class Blobs:
    """Contents by object id; what is not in the repository is `missing`, and nothing is fetched for it."""

    def __init__(self, root: str, commit: str) -> None:
        self._root, self._commit = root, commit
        self._process: Popen[bytes] | None = None
        self._owner = os.getpid()
        self._inherited: Popen[bytes] | None = None  # kept, for letting it go would end it
        self._absent: frozenset[str] | None = None
        self._broken: set[str] = set()

    def read(self, blobs: Iterable[str]) -> Iterator[bytes | UnanalysedReason]:
        """The content of each blob, in order; `too-large` above LARGEST bytes."""
        rest = iter(blobs)
        while batch := list(islice(rest, _BATCH)):
            yield from self._read_batch(batch)

    def blocks(self, blob: str) -> Iterator[bytes]:
        """The content of one blob in pieces, whatever its size."""
        answers = self._ask([blob])
        size = -1 if answers is None else _size(answers.readline())
        if answers is None or size < 0:
            return
        try:
            while size > 0 and (block := answers.read(min(size, _BLOCK))):
                size -= len(block)
                yield block
        finally:
            _drain(answers, size + 1)

    def close(self) -> None:
        """End git, unless it is that of the process we were forked from."""
        if self._owner == os.getpid():
            git.end(self._process)
        self._process = None

    def _read_batch(self, batch: list[str]) -> list[bytes | UnanalysedReason]:
        """Git dies of a blob it wants to fetch and may not: then the rest is asked anew, without that one."""
        while True:
            asked = [blob for blob in batch if blob not in self._broken and blob not in (self._absent or ())]
            found = self._answers(asked)
            if len(found) == len(asked):
                known = dict(zip(asked, found, strict=True))
                return [known.get(blob, "missing") for blob in batch]
            self.close()
            if self._absent is None:
                self._absent = self._find_absent()
            if asked[len(found)] not in self._absent:
                self._broken.add(asked[len(found)])

    def _answers(self, asked: list[str]) -> list[bytes | UnanalysedReason]:
        """The answers up to the death of git, normally one for each question."""
        found: list[bytes | UnanalysedReason] = []
        answers = self._ask(asked) if asked else None
        if answers is None:
            return found
        for _ in asked:
            header = answers.readline()
            if not header:
                break
            content = _content(answers, header)
            if content is None:
                break
            found.append(content)
        return found

    def _ask(self, blobs: list[str]) -> IO[bytes] | None:
        if self._owner != os.getpid():
            # Two processes at the ends of one pipe would take each other's answers.
            self._inherited, self._process, self._owner = self._process, None, os.getpid()
        if self._process is None:
            self._process = git.start(self._root, "cat-file", "--batch", answers=True)
        if self._process is None or self._process.stdin is None:
            return None
        try:
            self._process.stdin.write("".join(f"{blob}\n" for blob in blobs).encode("ascii"))
            self._process.stdin.flush()
        except OSError:
            return None
        return self._process.stdout

    def _find_absent(self) -> frozenset[str]:
        """Every object of the commit that is not here: a partial clone may lack thousands."""
        process = git.start(
            self._root, "rev-list", "--objects", "--missing=print", "--no-walk", f"{self._commit}^{{tree}}"
        )
        found = git.output_of(process)
        lines = b"" if found is None else found[0]
        return frozenset(line[1:].decode("ascii") for line in lines.split(b"\n") if line.startswith(b"?"))


def _content(answers: IO[bytes], header: bytes) -> bytes | UnanalysedReason | None:
    """The content that follows `header`, None when git ended in the middle."""
    size = _size(header)
    if size < 0:
        return "missing"
    if size > LARGEST:
        _drain(answers, size + 1)
        return "too-large"
    data = answers.read(size + 1)
    return data[:-1] if len(data) == size + 1 else None


def _size(header: bytes) -> int:
    """Bytes announced by `<id> blob <size>`; -1 for `<id> missing`."""
    words = header.split()
    return int(words[2]) if len(words) == 3 and words[1] == b"blob" else -1


def _drain(answers: IO[bytes], size: int) -> None:
    while size > 0 and (block := answers.read(min(size, _BLOCK))):
        size -= len(block)
