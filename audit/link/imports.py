"""Which texts name modules, file by file: read off the bytes, without parsing, once for a whole snapshot."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.typescript.loaders import constant, loaders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_COMMENTS = rb"\s*(?:/\*.*?\*/\s*|//[^\n]*\n\s*)*"
_TYPES = rb"(?:<[^;{}]*?>\s*)?"
_SOURCE = rb"""(?P<quote>['"`])(?P<source>[^'"`\n\\]+)(?P=quote)"""
_NAMED_SO = rb"\((?P<name>[A-Za-z_$][\w$]*)\)"
"""What a constant names is loaded."""
_LOADERS = (b"module", b"node:module")
# Patterns that begin with a literal: the search for it runs at the speed of memory.
_FROM = re.compile(rb"from" + _COMMENTS + _SOURCE)
_CALLS = (
    re.compile(rb"import(?:" + _NAMED_SO + rb"|\w*" + _COMMENTS + _TYPES + rb"\(?" + _COMMENTS + _SOURCE + rb")"),
    re.compile(rb"require(?:" + _NAMED_SO + rb"|\w*" + _COMMENTS + _TYPES + rb"\(" + _COMMENTS + _SOURCE + rb")"),
)
_CLAUSE = re.compile(rb"(?<![\w$.])(?:import|export)(?=[\s{*])")
_NAMED = re.compile(rb"(?:import|export)\s*(?:type\s*)?\{")
_FAR = 1 << 14
_DOTS = (b".", b"..", b"./", b"../")
_ENDINGS = re.compile(r"\.(?:[cm]?[jt]sx?)$")


Specifiers = tuple[tuple[bytes, bool], ...]
"""Sorted, each with whether it stands behind a clause."""


Named = tuple[tuple[bytes, int], ...]
"""What a text names, and where."""


class Mention(Struct, frozen=True, order=True):
    """A specifier in a file. `at` is the offset of its `from`, -1 where it is taken in another way."""

    file: str
    at: int


class Imports:
    """Every specifier of a snapshot with the files that have it."""

    def __init__(
        self,
        files: Iterable[str],
        read: Callable[[str], bytes | None],
        named: Callable[[str, bytes], Named] = lambda _, source: named_in(source),
    ) -> None:
        """`named` says what `named_in` says, for whoever knows it already."""
        self._read, self._files = read, tuple(files)
        self._mentions: dict[bytes, list[Mention]] = defaultdict(list)
        self._dots: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
        for file in self._files:
            source = read(file)
            if source is not None:
                for specifier, at in named(file, source):
                    self._mentions[specifier].append(Mention(file, at))
        self._index()

    def of(self, path: str, needles: Iterable[bytes]) -> Iterator[tuple[str, Mention]]:
        """Specifiers that hold one of the texts, each with a mention from where it may lead to the path."""
        for specifier in self._holding(needles):
            text = specifier.decode("utf-8", "replace")
            leads = _leading(text, path)
            yield from ((text, one) for one in self._mentions[specifier] if one.file != path and leads(one.file))
        for folder in _above(path):
            yield from ((text, one) for text, one in self._dots.get(folder, ()) if one.file != path)

    def naming(self, text: bytes) -> frozenset[str]:
        """The files with a specifier that holds the text."""
        return frozenset(one.file for specifier in self._holding((text,)) for one in self._mentions[specifier])

    def names(self, mention: Mention) -> bytes | None:
        """The clause that says which exports are taken, None when it may be any."""
        source = self._read(mention.file)
        if mention.at < 0 or source is None:
            return None
        start = _clause_at(source, max(0, mention.at - _FAR), mention.at)
        clause = source[start : mention.at]
        return clause if start >= 0 and b"*" not in clause and _NAMED.match(clause) else None

    @cached_property
    def by_file(self) -> tuple[tuple[str, Specifiers], ...]:
        """Every file with its specifiers."""
        found: dict[str, list[tuple[bytes, bool]]] = {file: [] for file in self._files}
        for specifier, mentions in self._mentions.items():
            for one in mentions:
                found[one.file].append((specifier, one.at >= 0))
        for dots in self._dots.values():
            for text, one in dots:
                found[one.file].append((text.encode(), one.at >= 0))
        return tuple((file, tuple(sorted(specifiers))) for file, specifiers in found.items())

    def clauses(self, specifier: str) -> tuple[bytes | None, ...]:
        """The clauses behind a specifier, wherever it stands."""
        mentions = self._mentions.get(specifier.encode("utf-8", "replace"), [])
        dotted = [one for dots in self._dots.values() for text, one in dots if text == specifier]
        return tuple(map(self.names, [*mentions, *dotted]))

    def _holding(self, needles: Iterable[bytes]) -> list[bytes]:
        """Specifiers that hold one of the texts, in their order."""
        found = set()
        for needle in needles:
            at = self._all.find(needle)
            while at >= 0:
                found.add(bisect_right(self._starts, at) - 1)
                at = self._all.find(needle, at + 1)
        return [self._specifiers[index] for index in sorted(found)]

    def _index(self) -> None:
        """All specifiers as one text: a search in it costs what a search in a small file does."""
        for dots in _DOTS:
            for one in self._mentions.pop(dots, ()):
                folder = posixpath.normpath(posixpath.join(posixpath.dirname(one.file), dots.decode()))
                self._dots["" if folder == "." else folder].append((dots.decode(), one))
        self._specifiers = sorted(self._mentions)
        self._all = b"\n".join(self._specifiers)
        self._starts = list(accumulate((len(one) + 1 for one in self._specifiers), initial=0))


def named_in(source: bytes) -> Named:
    """Every specifier of a text, with the offset of its `from`, -1 where it is taken in another way."""
    found = [(match["source"], match.start()) for match in _FROM.finditer(source)] if b"from" in source else []
    for pattern in _CALLS:
        for match in pattern.finditer(source):
            name = match["name"]
            specifier = match["source"] if name is None else constant(source, name)
            if specifier is not None:
                found.append((specifier, -1))
    if any(specifier in _LOADERS for specifier, _ in found):
        for name in loaders(source):
            loaded = re.finditer(rb"(?<![\w$.])" + re.escape(name) + rb"\s*\(\s*" + _SOURCE, source)
            found.extend((match["source"], -1) for match in loaded)
    return tuple(found)


def _clause_at(source: bytes, start: int, end: int) -> int:
    """Where the last clause before `end` begins, -1 where none does behind `start`."""
    at = end
    while at >= 0:
        at = max(source.rfind(b"import", start, at), source.rfind(b"export", start, at))
        if at >= 0 and _CLAUSE.match(source, at, end):
            return at
    return at


def _above(path: str) -> Iterator[str]:
    """The folders around a path, nearest first; the root is ""."""
    while path:
        path = path.rpartition("/")[0]
        yield path


def _leading(specifier: str, path: str) -> Callable[[str], bool]:
    """From which files may the specifier lead? A relative one only if the path begins with what it says."""
    said = _ENDINGS.sub("", specifier)
    if said.startswith("./") and "/.." not in said:
        return lambda file: path.startswith(file[: file.rfind("/") + 1] + said[2:])
    if said.startswith("."):
        return lambda file: path.startswith(posixpath.normpath(posixpath.join(posixpath.dirname(file), said)))
    return lambda _: True
