"""Questions about the bytes of a file, for `Sources.ask`; here those that many ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re


def holds(source: bytes, text: bytes) -> bool:
    """Does the text stand in the file?"""
    return text in source


def matches(source: bytes, pattern: re.Pattern[bytes], start: int = 0, end: int | None = None) -> bool:
    """Is there a match, in a part of the file?"""
    return pattern.search(source, start, len(source) if end is None else end) is not None


def starts(source: bytes, pattern: re.Pattern[bytes]) -> tuple[int, ...]:
    """Where the matches begin."""
    return tuple(match.start() for match in pattern.finditer(source))


def every(source: bytes, pattern: re.Pattern[bytes]) -> tuple[bytes, ...]:
    """All that the pattern's group matches, each once, sorted."""
    return tuple(sorted(set(pattern.findall(source))))


def offsets(source: bytes, text: bytes) -> tuple[int, ...]:
    """Where the text stands."""
    found = []
    at = source.find(text)
    while at >= 0:
        found.append(at)
        at = source.find(text, at + 1)
    return tuple(found)


def first(source: bytes, text: bytes, start: int, end: int) -> int:
    """Where the text stands first in a part of the file, -1 where it does not."""
    return source.find(text, start, end)
