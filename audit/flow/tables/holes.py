"""What stands in a hole of SQL: a table, a column, a constant, a list of columns, or a value of the program."""

from __future__ import annotations

from typing import Self

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.extract.sql import Piece
from audit.flow.code import Spot
from audit.flow.contexts import Path
from audit.flow.tables.model import Table
from audit.flow.tables.schema.declared import Tables
from audit.flow.tables.trace import Frames, Held
from audit.flow.tables.wording import literal_text, quoted

LEAST = -1
"""The way of a text that leaves out what only one of several ways says."""
_DEEP = 16


class Hole(Struct, frozen=True, order=True):
    """A value that the program puts in: the node of the hole in its template, and the path from the outermost
    piece.
    """

    spot: Spot
    path: Path


class Values:
    """One text in the making: names, constants, and the choice between several ways."""

    def __init__(self, tables: Tables, way: int) -> None:
        self.tables, self.trace, self.way = tables, tables.trace, way
        self.pieces: list[Piece] = []
        self.holes: list[Hole] = []
        self.ways, self.choices = 1, 0
        self.open = False
        self.inside: frozenset[Spot] = frozenset()

    def write(self, *texts: str) -> None:
        """Go on with these."""
        self.pieces.extend(texts)

    def hole(self, spot: Spot, path: Path) -> None:
        """Go on with a hole."""
        self.pieces.append(len(self.holes))
        self.holes.append(Hole(spot, path))

    def value(self, spot: Spot, path: Path, frames: Frames, depth: int) -> None:
        """What stands in a hole, or is asked about: a table, a column, a fragment, a value."""
        if depth > _DEEP or self._named(spot):
            if depth > _DEEP:
                self.hole(spot, path)
            return
        ways = self.trace.through(spot, frames)
        whole = self._projection(spot)
        if whole:
            self.write(whole)
            return
        texts = [self._tried(way, spot, path, depth) for way in ways]
        known = [one for one in texts if one.pieces and not (len(one.pieces) == 1 and isinstance(one.pieces[0], int))]
        if not known:
            self._plain(spot, path, texts)
            return
        if self._is_optional(spot):
            texts.append(self.fresh())
        differing = len({tuple(one.pieces) for one in texts}) > 1
        self.open = self.open or differing or any(one.open for one in known)
        known.extend(one for one in texts if not one.pieces)
        self.ways = max(self.ways, len(known), *(one.ways for one in known))
        choices = self.choices + differing + max(one.choices for one in known)
        if not (differing and self.way == LEAST):
            self.take(known[max(self.way, 0) % len(known)])
        self.choices = choices

    def _is_optional(self, spot: Spot) -> bool:
        """May nothing be there (`short && eq(a, b)`)?"""
        source = self.trace.source(spot)
        return isinstance(source, lowered.Logical) and source.op == "&&"

    def _plain(self, spot: Spot, path: Path, texts: list[Self]) -> None:
        """A value: its constant where it is one, else a hole."""
        single = self.trace.made(spot)
        source = self.trace.source(single[0]) if len(single) == 1 else None
        constant = literal_text(source) if isinstance(source, lowered.Literal) else None
        if constant is not None:
            self.write(constant)
        elif any(one.pieces for one in texts) or not texts:
            self.hole(spot, path)

    def _tried(self, way: Held, spot: Spot, path: Path, depth: int) -> Self:
        tried = self.fresh()
        tried.made(way[0], spot, path, way[1], depth)
        return tried

    def fresh(self) -> Self:
        """Another text that becomes a part of this one, or does not."""
        other = type(self)(self.tables, self.way)
        other.inside = self.inside
        return other

    def made(self, spot: Spot, hole: Spot, path: Path, frames: Frames, depth: int) -> None:
        """What was made at a node."""
        raise NotImplementedError

    def take(self, other: Values) -> None:
        """Go on with another text."""
        start = len(self.holes)
        self.holes.extend(other.holes)
        self.pieces.extend(piece + start if isinstance(piece, int) else piece for piece in other.pieces)
        self.open = self.open or other.open
        self.ways, self.choices = max(self.ways, other.ways), self.choices + other.choices

    def _named(self, spot: Spot) -> bool:
        """A table or column of the program, by its name in the database."""
        table = self.tables.of(spot)
        if table is not None and (table.name or table.alias):
            name = quoted(table.name or table.alias)
            self.write(f"{name} {quoted(table.alias)}" if table.alias and table.name else name)
            return True
        names = [_name(table, key) for table, key in self.tables.columns(spot)]
        if len(names) > 1:
            self.open, self.ways, self.choices = True, max(self.ways, len(names)), self.choices + 1
        if names and not (len(names) > 1 and self.way == LEAST):
            self.write(names[max(self.way, 0) % len(names)])
        return bool(names)

    def _projection(self, spot: Spot) -> str:
        """`rawProjection(columns)`: a function of the tree turns an object of columns into a list of them."""
        for one in self.trace.made(spot):
            argument = self.trace.argument(one, 0)
            if argument is None or self.trace.rows(one):
                continue
            items = [f"{name} AS {quoted(key)}" for key, name in self._listed(argument)]
            if items:
                return ", ".join(items)
        return ""

    def _listed(self, spot: Spot) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for one in self.trace.made(spot):
            parts = self.trace.properties(one) if isinstance(self.trace.source(one), lowered.Object) else ()
            for key, value in parts:
                column = self.tables.column(value)
                if column is None:
                    inner = type(self)(self.tables, self.way)
                    inner.value(value, (), (), 0)
                    text = "".join(piece for piece in inner.pieces if isinstance(piece, str))
                    found.append((key, text or "NULL"))
                else:
                    found.append((key, _name(*column)))
        return found if any("." in text for _, text in found) else []


def _name(table: Table, key: str) -> str:
    """A column as SQL names it."""
    return f"{quoted(table.alias or table.name)}.{quoted(table.column(key) or key)}"
