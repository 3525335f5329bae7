"""SQL as the program writes it, put together again: templates, fragments in fragments, joined lists, raw
names, conditions made by functions. Holes that stay remember where in the value of the outermost piece they
are.

A tag that makes a fragment is an object with parts `$0`, `$1`, …: what stands in its holes.
"""

from __future__ import annotations

from msgspec import Struct

from audit.extract.sql import Piece
from audit.flow.code import Spot
from audit.flow.tables.holes import LEAST, Hole
from audit.flow.tables.schema.declared import Tables
from audit.flow.tables.write.writing import Writing
from audit.rulebook import QueryRow

_WAYS = 4
"""Ways of one text that are looked at."""


class Text(Struct, frozen=True, order=True):
    """The pieces of a text; integers are positions in `holes`. `open`: `ways` ways lead to other texts, or to less.

    `every` counts all ways, `ways` those that are worth a look where what only one says is still worth something.
    `apart`: there are several choices, which are made together in a way but need not be.
    """

    pieces: tuple[Piece, ...]
    holes: tuple[Hole, ...]
    open: bool
    ways: int
    every: int = 1
    apart: bool = False


NOTHING = Text((), (), open=False, ways=1)


class Fragments:
    """`way` chooses among the ways to a text, LEAST leaves out what only one of them says."""

    def __init__(self, tables: Tables) -> None:
        self.tables, self.trace = tables, tables.trace
        self._known: dict[tuple[Spot, int], Text] = {}
        self._tagged: dict[tuple[Spot, int], Text] = {}
        self._compared: dict[tuple[Spot, int], Text] = {}

    def text(self, spot: Spot, way: int = 0) -> Text:
        """The SQL that a node is: a template, a condition, a text."""
        key = (spot, way)
        if key not in self._known:
            writing = Writing(self.tables, way)
            writing.value(spot, (), (), 0)
            self._known[key] = _text(writing)
        return self._known[key]

    def tagged(self, spot: Spot, way: int = 0) -> Text:
        """The SQL of a tagged template that is sent as it stands: holes are its arguments."""
        key = (spot, way)
        if key not in self._tagged:
            writing = Writing(self.tables, way)
            writing.template(spot, (), (), 0)
            self._tagged[key] = _text(writing)
        return self._tagged[key]

    def compared(self, spot: Spot, row: QueryRow, way: int = 0) -> Text:
        """The condition that a call says by the names of a column and an operator."""
        key = (spot, way)
        if key not in self._compared:
            writing = Writing(self.tables, way)
            writing.condition(row, spot, (), (), 0)
            self._compared[key] = _text(writing)
        return self._compared[key]


def _text(writing: Writing) -> Text:
    ways, apart = writing.ways, writing.choices > 1
    return Text(tuple(writing.pieces), tuple(writing.holes), writing.open, min(ways, _WAYS), ways, apart)


__all__ = ["LEAST", "Fragments", "Hole", "Text"]
