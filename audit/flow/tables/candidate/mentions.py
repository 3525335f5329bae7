"""Where names stand in the text of files, and what stands around them: cheap answers before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from audit.link.questions import holds, matches
from audit.link.questions.constants import constants
from audit.link.questions.prisma import calls_of_model, including
from audit.link.questions.tables import (
    handed,
    held_by_constant,
    in_sql,
    is_given,
    means_table,
    renamings,
    stands,
    stars,
)
from audit.link.questions.words import words

if TYPE_CHECKING:
    from audit.flow.code import Code

Unit = tuple[str, int]
"""A top-level statement of a file."""
_MARKS = (b".select", b".returning", b".execute", b".query", b".find", b".unsafe", b"sql`", b"sql<")
_WHOLE = re.compile(
    rb"\.(?:select\w*|returning)\(\s*\)|\.find\w*\(|\.get(?:Raw)?(?:Many|One)\w*\("
    rb"|getTableColumns|getViewSelectedFields|getColumns"
)
_HEIR = re.compile(rb"\bclass\s+(?:[\w$]+(?:<[^{};]*>)?\s+)?extends\b|^[ \t]*class\s+\w+\(", re.MULTILINE)
_WRITES = re.compile(rb"\.(?:insert|update|values|set|save|create|upsert|bulkCreate)\(")
_CHANGES = re.compile(rb"(?i)\b(?:insert|update|merge|replace|copy)\s|\.(?:insert|update)\(")
"""Sieves of text before anything is parsed: names that many query builders share. What a call is, vocabulary says."""


class Mentions:
    """Names among the given files; every answer is kept."""

    def __init__(self, code: Code, files: Iterable[str]) -> None:
        self._code, self._program = code, code.program
        self._among = tuple(files)
        self._files: dict[str, frozenset[str]] = {}
        self._offsets: dict[tuple[str, str], tuple[int, ...]] = {}
        self._means: dict[tuple[str, str], bool] = {}
        self._units: dict[tuple[str, str], tuple[Unit, ...]] = {}
        self._marked: dict[Unit, tuple[bool, bool, bool]] = {}
        self._changes: dict[Unit, bool] = {}

    def files(self, name: str) -> frozenset[str]:
        """Files whose text holds a name."""
        if name not in self._files:
            self._files[name] = frozenset(self._program.holding(name, self._among)) if name else frozenset()
        return self._files[name]

    def among(self, name: str, files: frozenset[str]) -> tuple[str, ...]:
        """Those of a few files whose text holds a name, in order; others are not searched for it."""
        if name in self._files:
            return tuple(sorted(self._files[name] & files))
        return tuple(self._program.holding(name, sorted(files)))

    def units(self, file: str, name: str) -> tuple[Unit, ...]:
        """The statements of a file in which a name stands."""
        key = (file, name)
        if key not in self._units:
            self._units[key] = tuple(dict.fromkeys(self._at(file, self.offsets(file, name))))
        return self._units[key]

    def quoting(self, name: str, files: frozenset[str]) -> Iterator[str]:
        """Those of a few files in which a name stands alone in a text, in order."""
        text = name.encode()
        for file in self.among(name, files):
            if self.holds(file, b"'%s'" % text) or self.holds(file, b'"%s"' % text):
                yield file

    def putting(self, file: str, name: str) -> Iterator[Unit]:
        """The statements of a file that put a name, or a member of it, into a text or give it to a call."""
        put = re.compile(rb"(?:\$\{|\(|\.\.\.)\s*(?:[\w$]+\.)*%s(?![\w$])" % re.escape(name.encode()))
        yield from (unit for unit in self.units(file, name) if put.search(self._text(unit)))

    def constants_of(self, file: str, name: str) -> Iterator[Unit]:
        """The statements of a file by which a constant is what a name stands for, or holds that."""
        if self._program.ask(file, held_by_constant, name.encode()):
            units = (unit for unit in self.units(file, name) if not self._marks(unit)[0])
            yield from (unit for unit in units if held_by_constant(self._text(unit), name.encode()))

    def starred(self, file: str) -> tuple[Unit, ...]:
        """The statements of a file in which SQL takes all columns of something."""
        key = (file, "*")
        if key not in self._units:
            hits = self._program.ask(file, stars)
            self._units[key] = tuple(dict.fromkeys(self._at(file, hits)))
        return self._units[key]

    def calls_of_model(self, key: str) -> set[Unit]:
        """The statements in which a method of a model's client is called."""
        name = key.encode()
        return {
            unit
            for file in self.files(f".{key}.")
            for unit in self._at(file, self._program.ask(file, calls_of_model, name))
        }

    def including(self, field: str, options: Iterable[str]) -> set[Unit]:
        """The statements in which rows are asked for with those that a field holds, by one of these options."""
        name = field.encode()
        asked = self.files(field) & frozenset[str]().union(*map(self.files, options))
        return {unit for file in asked for unit in self._at(file, self._program.ask(file, including, name))}

    def means_table(self, file: str, name: str) -> bool:
        """May the name be a table's in a file: imported, a member, quoted, in a hole or behind a keyword of SQL?"""
        key = (file, name)
        if key not in self._means:
            self._means[key] = self._program.ask(file, means_table, name.encode())
        return self._means[key]

    def in_sql(self, file: str, name: str) -> bool:
        """Is the name a table's by the SQL around it: quoted, or behind a keyword?"""
        return self._program.ask(file, in_sql, name.encode())

    def constants(self, file: str, text: str) -> tuple[str, ...]:
        """What names a file declares with the name of a table or column as a text."""
        return self._program.ask(file, constants, text.encode())

    def holds(self, file: str, text: bytes) -> bool:
        """Does a file hold a text?"""
        return self._program.ask(file, holds, text)

    def speaks(self, unit: Unit, names: Iterable[bytes]) -> bool:
        """Does a statement query, or hold one of the names?"""
        return self._marks(unit)[0] or self.has(unit, names)

    def has(self, unit: Unit, texts: Iterable[bytes]) -> bool:
        """Does a statement hold one of the texts?"""
        text = self._text(unit)
        return any(one in text for one in texts)

    def given(self, file: str, name: str, *, writing: bool) -> bool:
        """Does a file have a name for a value, or read a member of it, and read (or write) rows somewhere?"""
        if not self._program.ask(file, matches, _WRITES if writing else _WHOLE):
            return False
        return self._program.ask(file, is_given, name.encode())

    def handed(self, file: str, name: str, known: re.Pattern[bytes]) -> tuple[int, ...]:
        """Where a name is given to a call of another name than the known ones."""
        return self._program.ask(file, handed, name.encode(), known)

    def in_heirs(self, file: str, name: str) -> bool:
        """Does a file have a class with a class above, and a name that stands for a value by itself?"""
        return self._program.ask(file, matches, _HEIR) and self._program.ask(file, stands, name.encode())

    def begins(self, unit: Unit, table: str) -> bool:
        """Does a statement begin a query with a name as a text (`db("items")`)?"""
        text, name = self._text(unit), table.encode()
        return b"('" + name in text or b'("' + name in text

    def reads_rows(self, unit: Unit) -> bool:
        """Does a statement read rows without naming columns?"""
        return self._marks(unit)[1]

    def writes_rows(self, unit: Unit) -> bool:
        """Does a statement write rows by methods?"""
        return self._marks(unit)[2]

    def changes(self, unit: Unit) -> bool:
        """May a statement hold SQL that writes?"""
        if unit not in self._changes:
            self._changes[unit] = _CHANGES.search(self._text(unit)) is not None
        return self._changes[unit]

    def aliases(self, file: str, name: str) -> set[str]:
        """The name itself, and what an import calls it in a file."""
        return {name, *self._program.ask(file, renamings, name.encode())}

    def offsets(self, file: str, name: str) -> tuple[int, ...]:
        """Where a name stands as a whole word."""
        key = (file, name)
        if key not in self._offsets:
            self._offsets[key] = self._program.ask(file, words, name.encode())
        return self._offsets[key]

    def _at(self, file: str, offsets: Iterable[int]) -> Iterator[Unit]:
        for at in offsets:
            unit = self._code.unit_at(file, at)
            if unit >= 0:
                yield file, unit

    def _marks(self, unit: Unit) -> tuple[bool, bool, bool]:
        if unit not in self._marked:
            text = self._text(unit)
            queries = any(mark in text for mark in _MARKS)
            self._marked[unit] = (queries, _WHOLE.search(text) is not None, _WRITES.search(text) is not None)
        return self._marked[unit]

    def _text(self, unit: Unit) -> bytes:
        facts = self._program.facts(unit[0])
        one = facts.outline().units[unit[1]] if facts is not None else None
        return self._program.text(unit[0], one.start, one.end) if one is not None else b""
