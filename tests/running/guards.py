"""Random programs that ask for rows of a database, leave some out, and ask the service for the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_HOLE = re.compile(r"@([A-Za-z])(?:\((\w+)\))?")
_NAME = re.compile(r"\$\d")
_STATEMENTS = "GA"
_WAITING = re.compile("@[LRQ]")
"""What is waited for, which is no part of a function within."""


class Guarded:
    """One program; `text` is it. It asks the service at one place."""

    def __init__(self, grammar: dict[str, Any], random: Random, number: int, deep: int) -> None:
        self._grammar, self._random, self._count = grammar, random, 0
        self._top: list[str] = []
        frame = random.choice(grammar["frames"])
        self._leave: list[str] = frame["leave"]
        body = [f"  {line}" for line in self._lines(frame["lines"], "", deep, pure=False)]
        parts = {"number": str(number), "top": "\n".join(self._top), "body": "\n".join(body)}
        self.text = re.sub("%([a-z]+)%", lambda one: parts[one[1]], grammar["file"].lstrip())

    def _lines(self, template: list[str], row: str, deep: int, *, pure: bool) -> Iterator[str]:
        """The lines of a construct about a row, each behind those that what stands in it needs before it."""
        names: dict[str, str] = {}
        for one in template:
            line = _NAME.sub(lambda found: names.setdefault(found[0], self._name()), one).replace("#", row)
            if line.startswith("top "):
                self._top.extend(each.removeprefix("top ") for each in self._filled(line, row, deep, pure=True))
            else:
                left = line.replace("%", self._random.choice(self._leave))
                yield from self._filled(left, row, deep, pure=pure)

    def _filled(self, line: str, row: str, deep: int, *, pure: bool) -> Iterator[str]:
        """A line with what stands in its holes, behind the statements of that; or several in the place of a hole."""
        indent, only = line[: len(line) - len(line.lstrip())], _HOLE.fullmatch(line.strip())
        if only and only[1] in _STATEMENTS:
            lines = self._lines(self._chosen(only[1], deep, pure=pure), only[2], deep - 1, pure=pure)
            yield from (indent + one for one in lines)
            return
        for found in _HOLE.finditer(line):
            kind, simple = found[1].upper(), pure or found[1].islower()
            chosen = self._chosen(kind, deep, pure=simple)
            *before, value = self._lines(chosen, found[2] or row, deep - 1, pure=simple)
            yield from (indent + one for one in before)
            line = line.replace(found[0], value, 1)
        yield line

    def _chosen(self, kind: str, deep: int, *, pure: bool) -> list[str]:
        """The lines of one of the constructs of a kind."""
        known = self._grammar[kind]
        some = known["parts"] if deep > 0 and self._random.random() < 0.7 else known["ends"]
        constructs = [[one] if isinstance(one, str) else one for one in some]
        return self._random.choice([one for one in constructs if not pure or _is_pure(one)])

    def _name(self) -> str:
        self._count += 1
        return f"v{self._count}"


def _is_pure(construct: list[str]) -> bool:
    """Has a construct no statements where it is used?"""
    *lines, value = construct
    return all(one.startswith("top ") for one in lines) and not _WAITING.search(value)
