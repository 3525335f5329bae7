"""The columns that hold the flag, where the tree declares them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.model import Place

if TYPE_CHECKING:
    from audit.link.program import Program
    from audit.rulebook import Rules

_NEAR = 20_000
"""Bytes from the name of a table within which its columns are declared."""
_BEFORE = 80
_DECLARES = re.compile(
    rb"(?:[tT]able|[dD]efine|[eE]ntity|[mM]odel)\w*\(\s*\{?\s*(?:\w+:\s*)?['\"`]$"
    rb"|(?i:(?:create|alter)\s+table\s+(?:if\s+not\s+exists\s+|if\s+exists\s+|only\s+)*[\w.\"`]*?[\"`.]?)$"
)
_STOP = re.compile(rb"\n(?:export |const |\}?\);?[ \t]*\n)|;[ \t]*\n|-->")


def flag_columns(program: Program, rules: Rules) -> dict[str, Place]:
    """The columns of the rules that are declared, and where: in a script's table first, else in SQL text."""
    found: dict[str, Place] = {}
    for column in rules.gate.columns:
        place = _declared(program, column)
        if place is not None:
            found[column] = place
    return found


def _declared(program: Program, column: str) -> Place | None:
    """Scripts are asked first: SQL text is searched only where none of them declares the column."""
    path, _, name = column.rpartition(".")
    table = path.rpartition(".")[2]
    for among in (program.files, [file for file in program.snapshot.files() if file.endswith(".sql")]):
        named = program.snapshot.containing([name.encode()], among)[name.encode()]
        for file in program.snapshot.containing([table.encode()], named)[table.encode()]:
            at = program.ask(file, _column_at, table, name)
            if at is not None:
                return Place(file, program.position(file, at).line)
    return None


def _column_at(source: bytes, table: str, name: str) -> int | None:
    """Where a table's declaration (`pgTable("t", {`, `@Table("t")`, `create table t (`) has the column."""
    field = re.compile(rb"(?<![\w$])['\"`]?" + re.escape(name.encode()) + rb"(?![\w$])")
    at = source.find(table.encode())
    while at >= 0:
        end = at + len(table.encode())
        if _declares(source[max(0, at - _BEFORE) : at]):
            stop = _STOP.search(source, end, end + _NEAR)
            inner = field.search(source, end, stop.start() if stop is not None else end + _NEAR)
            if inner is not None:
                return inner.start()
        at = source.find(table.encode(), end)
    return None


def _declares(before: bytes) -> bool:
    """Does a table's declaration end in its name here? Most mentions of it follow neither a quote nor a `table`."""
    return (before[-1:] in b"'\"`" or b"table" in before.lower()) and _DECLARES.search(before) is not None
