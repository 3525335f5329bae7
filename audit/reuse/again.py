"""Whether a run on another tree would hear what an earlier one has heard.

A run does what it does because of the answers it gets: where every question has the same answer, it asks the same
questions and comes to the same report. In a tree of the same files only those that have changed can answer otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from audit.link.told import OfFile, digest, question_of
from audit.reuse.manifest import Kept, Manifest, start_of
from audit.source import Unreadable, content_id, dialect_of, judge_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.extract.reading import Reader
    from audit.source import Snapshot

REMARKS = re.compile(rb"\n(?:[ \t\r\n]|//[\x20-\x7e\t]*(?=[\r\n]|\Z)|/\*(?:(?!\*/)[\x20-\x7e\s])*\*/)*")
"""Nothing but comments, from a new line on. What is not ASCII may end a line, and is left to the parser."""
_kept: msgspec.msgpack.Decoder[Kept] = msgspec.msgpack.Decoder(Kept)
_manifest: msgspec.msgpack.Decoder[Manifest] = msgspec.msgpack.Decoder(Manifest)


class Again:
    """The questions of an earlier run, asked again of another tree with the same files."""

    def __init__(self, manifest: Manifest, paths: tuple[str, ...], ids: tuple[str, ...]) -> None:
        self._manifest, self._paths, self._ids = manifest, paths, ids

    def same(self, changed: Iterable[int], snapshot: Snapshot, reader: Callable[[], Reader]) -> bool:
        """Does each of these files answer as it did?"""
        return all(self._answers(number, snapshot, reader) for number in changed)

    def _answers(self, number: int, snapshot: Snapshot, reader: Callable[[], Reader]) -> bool:
        path = self._paths[number]
        raw = self._manifest.files.get(number)
        kept = _kept.decode(raw) if raw is not None else None
        if kept is None and number not in self._manifest.troubled and not any(self._searched(number)):
            return True  # nothing was asked of it
        source = snapshot.peek(path)
        if isinstance(source, Unreadable):  # a commit does not tell before it is asked what of it is not here
            return source.reason == self._ids[number]
        asked_whole = kept is not None and kept.asked.whole
        if asked_whole or number in self._manifest.troubled or judge_bytes(source) is not None:
            return False
        if not self._is_found(number, source):
            return False
        return kept is None or (
            self._starts(kept, source)
            and self._answered(kept, source)
            and self._imports(kept.asked, source)
            and self._has_facts(kept, number, source, snapshot, reader)
        )

    def _is_found(self, number: int, source: bytes) -> bool:
        """Does it hold the texts that were searched for in it, and no others of these?"""
        return all((text in source) == (number in files) for text, files in self._searched(number))

    @staticmethod
    def _starts(kept: Kept, source: bytes) -> bool:
        """Is what was seen of its text the same?"""
        return kept.asked.until < 0 or start_of(source, kept.asked.until) == kept.start

    @staticmethod
    def _answered(kept: Kept, source: bytes) -> bool:
        """Do the questions about its text have the same answers?"""
        asked = ((question_of(text), answer) for text, answer in kept.asked.answers.items())
        return all(digest(question(source, *args)) == answer for (question, args), answer in asked)

    @staticmethod
    def _imports(asked: OfFile, source: bytes) -> bool:
        """Does it name the same modules, and take the same of those whose importers were asked for?"""
        from audit.link.imports import Imports

        if asked.specifiers is None:
            return True
        now = Imports(("",), lambda _: source)
        ((_, specifiers),) = now.by_file
        if digest(specifiers) != asked.specifiers:
            return False
        return all(now.clauses(specifier) == clauses for specifier, clauses in asked.taken.items())

    def _has_facts(
        self, kept: Kept, number: int, source: bytes, snapshot: Snapshot, reader: Callable[[], Reader]
    ) -> bool:
        """Are the facts that were asked for the same?

        Where the file only goes on behind its old end and has the same statements, each of them is the same text in
        the same place: what is read off it need not be read again. Nor need the statements be counted again where
        nothing but comments was added.
        """
        if kept.asked.names is None:
            return True
        goes_on = 0 <= kept.size <= len(source) and content_id(source[: kept.size]) == self._ids[number]
        if goes_on and REMARKS.fullmatch(source, kept.size):
            return True
        from audit.extract.reading import FileFacts

        path = self._paths[number]
        found = reader().file(path, snapshot.digest(path), source, dialect_of(path) or "typescript")
        if not isinstance(found, FileFacts) or found.outline_digest() != kept.outline:
            return False
        return goes_on or found.digest(kept.asked.names, kept.asked.units) == kept.facts

    def _searched(self, number: int) -> Iterator[tuple[bytes, tuple[int, ...]]]:
        for one in self._manifest.searches:
            if one.among is None or number in one.among:
                yield from one.found.items()


def again_of(value: bytes, paths: tuple[str, ...], ids: tuple[str, ...]) -> Again | None:
    """The questions as they were kept; None for what something else has written."""
    try:
        return Again(_manifest.decode(value), paths, ids)
    except msgspec.DecodeError:
        return None
