"""Conditions that are said by the name of a column, an operator and a value (`where("a", "=", 1)`), as SQL."""

from __future__ import annotations

import re

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.contexts import Path
from audit.flow.tables.holes import Values
from audit.flow.tables.trace import Frames
from audit.flow.tables.wording import quoted
from audit.rulebook import QueryRow, places_of

_DEEP = 20
_EQUALS = {"=": " is null", "is": " is null", "!=": " is not null", "<>": " is not null", "is not": " is not null"}
"""What is said of a column that is compared with NULL."""
_PARAMETER = re.compile(r"(?<![:\w]):(\w+)")


class Comparing(Values):
    """A text in the making to which calls of a query builder add."""

    def _several(self, spot: Spot, path: Path, frames: Frames, depth: int) -> None:
        """`one.where("a", 1).orWhere("b", 2)`: what several calls say, one behind the other."""
        calls: list[tuple[Spot, QueryRow]] = []
        here: Spot | None = spot
        while here is not None and len(calls) < _DEEP:
            row = next((row for row in self.trace.rows(here) if is_compared(row)), None)
            if row is None:
                break
            calls.append((here, row))
            receiver = self.trace.receiver(here)
            made = self.trace.made(receiver) if receiver is not None else ()
            here = made[0] if len(made) == 1 and made[0] != here else None
        self.write("(")
        for position, (one, row) in enumerate(reversed(calls)):
            self.write(("" if not position else " OR " if row.means == "or" else " AND "), "(")
            self.condition(row, one, path, frames, depth + 1)
            self.write(")")
        self.write(")")

    def condition(self, row: QueryRow, spot: Spot, path: Path, frames: Frames, depth: int) -> None:
        """What one call says of a column that it names, or by an object, a function or SQL."""
        first = self.trace.argument(spot, 0)
        if first is None:
            return
        self.write("NOT (" if row.says == "not" else "(")
        if not self._is_text(first):
            returned = self.trace.returns(first)
            if len(returned) < 2:
                self.value(returned[0] if returned else first, path, frames, depth + 1)
            else:
                self.hole(first, path)
        elif self._given(spot, row.compared) or row.says not in (None, "not"):
            self.write(_dotted(self.tables.text(first, frames)))
            self._compare(row, spot, path, frames)
        else:
            self._bound(self.tables.text(first, frames), spot, row, path)
        self.write(")")

    def _compare(self, row: QueryRow, spot: Spot, path: Path, frames: Frames) -> None:
        """The operator, and what the column is compared with."""
        value = next(iter(self._given(spot, row.compared)), None)
        named = [one for one in self._given(spot, row.operator) if one != value]
        operator = self.tables.text(named[0], frames).lower() if named else row.says or "="
        operator = "=" if operator == "not" else operator
        if value is None:
            self.write(f" {operator}")
            return
        made = self.trace.made(value)
        source = self.trace.source(made[0]) if len(made) == 1 else None
        if isinstance(source, lowered.Literal) and source.value is None and operator in _EQUALS:
            self.write(_EQUALS[operator])
        elif operator not in ("in", "not in"):
            self.write(" > " if "?" in operator else f" {operator} ")
            self._plain(value, path, [])
        else:
            items = [item for item, _, _ in self.trace.elements(made[0])] if isinstance(source, lowered.Array) else []
            self.write(f" {operator} (")
            for position, item in enumerate(items or [value]):
                self.write(", " if position else "")
                self._plain(item, path, [])
            self.write(")")

    def _bound(self, text: str, spot: Spot, row: QueryRow, path: Path) -> None:
        """A text with names of parameters (`a = :shown`), and what an object says that they are."""
        held = next(iter(self._given(spot, row.rows)), None)
        made = self.trace.made(held) if held is not None else ()
        named = {key: value for one in made for key, value in self.trace.properties(one)}
        for position, piece in enumerate(_PARAMETER.split(text)):
            if position % 2 == 0:
                self.write(piece)
            elif piece in named:
                self._plain(named[piece], path, [])
            elif held is not None:
                self.hole(held, (*path, piece))
            else:
                self.write(f":{piece}")

    def _given(self, spot: Spot, places: str | None) -> list[Spot]:
        """The arguments at places that are given."""
        numbers = [one.number for one in places_of(places) if one.number is not None] if places else []
        return [held for held in (self.trace.argument(spot, number) for number in numbers) if held is not None]

    def _is_text(self, spot: Spot) -> bool:
        """Is an argument a constant text?"""
        made = self.trace.made(spot)
        source = self.trace.source(made[0]) if len(made) == 1 else None
        return isinstance(source, lowered.Literal) and isinstance(source.value, str)


def is_compared(row: QueryRow) -> bool:
    """Does a row say what a column that is named must be?"""
    return row.step in ("where", "operator") and bool(row.compared or row.says or row.rows)


def _dotted(name: str) -> str:
    return ".".join(quoted(one) for one in name.split("."))
