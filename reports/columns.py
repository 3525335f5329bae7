"""The columns of the table that answers the question, and which of them there is room for."""

import textwrap
from collections.abc import Callable
from typing import Final, NamedTuple

from reports.facts import Row
from reports.safe import safe_terminal
from reports.words import phrases, prose, terms
from reports.words.sentences import FLAGGED, Flagged
from reports.words.terms import UNKNOWN

GAP: Final = 2
"""Blanks between two columns."""
MARK: Final = 2
"""The room before a name."""
FOLDED: Final = 24
"""Letters of a cell in a line, where whole names leave no room for the rest."""
NARROW: Final = 14
"""The same where nothing else helps."""


class Column(NamedTuple):
    """What stands above it, and what it says of a row."""

    name: str
    said: Callable[[Row], str]


class Layout(NamedTuple):
    """A choice of columns, and how many letters of a name and of another cell stand in a line; None: all of them."""

    columns: tuple[Column, ...]
    name: int | None = None
    cell: int | None = None


class Fitted(NamedTuple):
    """Columns with their widths, and a line of cells for each row.

    The first cell is the name, before which the mark stands; a cell can be of several lines.
    """

    names: tuple[str, ...]
    widths: tuple[int, ...]
    marks: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


def table(rows: list[Row], called: Flagged = FLAGGED) -> list[list[str]]:
    """All headings and a line of cells for each row; columns of which nothing was computed are left out."""
    kept = (_MARK, *_told(_ALL, rows))
    return [[_head(one, called) for one in kept], *([one.said(row) for one in kept] for row in rows)]


def fitted(rows: list[Row], called: Flagged, width: int, *, all_of_it: bool = False) -> Fitted | None:
    """The richest choice of columns that there is room for, cells on one line if possible; None: there is none.

    `all_of_it` leaves no choice.
    """
    for layout in _LAYOUTS[:1] if all_of_it else _LAYOUTS:
        made = _laid(layout, rows, called)
        if sum(made.widths) + GAP * (len(made.widths) - 1) <= width:
            return made._replace(widths=_widened(made, width))
    return None


def stacked(rows: list[Row], called: Flagged, *, all_of_it: bool = False) -> list[tuple[str, str, str]]:
    """The same as a mark, a name and a sentence for each row, for where no table fits."""
    made = _laid(_LAYOUTS[0] if all_of_it else Layout(_SHORT), rows, called)
    return [
        (
            mark,
            name,
            "; ".join(f"{head.rstrip('?')}: {cell}" for head, cell in zip(made.names[1:], cells, strict=True) if cell),
        )
        for mark, (name, *cells) in zip(made.marks, made.lines, strict=True)
    ]


def blank(rows: list[Row]) -> str:
    """Which columns were left out, since nothing of them was computed; "" for none."""
    kept = _told(_ALL, rows)
    missing = [one.name.rstrip("?") for one in _ALL if one not in (*kept, _SERVER)]
    return f"{UNKNOWN}: {prose.joined(missing)}" if missing else ""


def _told(columns: tuple[Column, ...], rows: list[Row]) -> tuple[Column, ...]:
    return tuple(one for one in columns if one in _KEPT or any(one.said(row) not in ("", UNKNOWN) for row in rows))


def _laid(layout: Layout, rows: list[Row], called: Flagged) -> Fitted:
    kept = _told(layout.columns, rows)
    names = tuple(_head(one, called) for one in kept)
    lines = tuple(tuple(_cell(one, row, layout) for one in kept) for row in rows)
    cells = zip(*lines, strict=True) if lines else [()] * len(kept)
    first, *others = (max(map(len, _parts(name, several))) for name, several in zip(names, cells, strict=True))
    return Fitted(names, (first + MARK, *others), tuple(map(_MARK.said, rows)), lines)


def _parts(name: str, cells: tuple[str, ...]) -> list[str]:
    """What a column has to be as wide as: each word of the heading, each line of a cell."""
    return [*(name.split() or [""]), *(line for cell in cells for line in cell.split("\n"))]


def _cell(column: Column, row: Row, layout: Layout) -> str:
    said = safe_terminal(column.said(row))
    letters = layout.name if column is _SUBJECT else layout.cell
    return said if letters is None else "\n".join(textwrap.wrap(said, letters))


def _widened(made: Fitted, width: int) -> tuple[int, ...]:
    """Room that is left goes to headings of several words, from the left."""
    spare = width - sum(made.widths) - GAP * (len(made.widths) - 1)
    widened: list[int] = []
    for name, needed in zip(made.names, made.widths, strict=True):
        more = len(name) - needed if 0 < len(name) - needed <= spare else 0
        spare -= more
        widened.append(needed + more)
    return tuple(widened)


def _head(column: Column, called: Flagged) -> str:
    return f"{called.one}?" if column is _FLAGGED else column.name


def _mark(row: Row) -> str:
    """For what shows data of flagged rows and is not decided."""
    return "✗" if row.leaks and row.is_open else ""


def _outcome(row: Row) -> str:
    """The decision, or what is proposed while there is none: "open: filter"."""
    said = phrases.decision(row, dated=False)
    proposed = row.recommendation is not None and row.recommendation.decision is not None
    return f"{said}: {phrases.proposal(row.recommendation, counted=False)}" if row.is_open and proposed else said


_MARK: Final = Column("", _mark)
_SUBJECT: Final = Column("subject", lambda row: row.id)
_ACCESSES: Final = Column("accesses", lambda row: f"{len(row.accesses):,}")
_SHOWN: Final = Column("shown to people at", lambda row: phrases.shown_at(row, most=0))
_COUNTED: Final = Column("shown at", phrases.shown_count)
_FLAGGED: Final = Column(f"{FLAGGED.one}?", phrases.flagged)
_GATE: Final = Column("gate", lambda row: terms.gate(row.gate) if row.accesses else "")
_SERVER: Final = Column("the service's code", phrases.server)
_CLAIMS: Final = Column("claims proven", phrases.proven)
_PROPOSAL: Final = Column("proposal", lambda row: phrases.proposal(row.recommendation))
_DECISION: Final = Column("decision", phrases.decision)
_OUTCOME: Final = Column("decision", _outcome)

_ALL: Final = (_SUBJECT, _ACCESSES, _SHOWN, _FLAGGED, _GATE, _SERVER, _PROPOSAL, _DECISION)
_KEPT: Final = (_SUBJECT, _ACCESSES, _SHOWN, _COUNTED)
"""Also where nothing was computed."""
_SHORT: Final = (_SUBJECT, _ACCESSES, _COUNTED, _FLAGGED, _GATE, _OUTCOME)
_SHORTEST: Final = (_SUBJECT, _COUNTED, _FLAGGED, _GATE, _OUTCOME)
_LAYOUTS: Final = (
    Layout(_ALL),
    Layout((_SUBJECT, _ACCESSES, _SHOWN, _FLAGGED, _GATE, _CLAIMS, _PROPOSAL, _DECISION)),
    Layout((_SUBJECT, _ACCESSES, _COUNTED, _FLAGGED, _GATE, _CLAIMS, _PROPOSAL, _DECISION)),
    Layout((_SUBJECT, _ACCESSES, _COUNTED, _FLAGGED, _GATE, _CLAIMS, _OUTCOME)),
    Layout(_SHORT),
    Layout(_SHORT, FOLDED, FOLDED),
    Layout(_SHORTEST, FOLDED, FOLDED),
    Layout(_SHORTEST, FOLDED, NARROW),
    Layout(_SHORTEST, NARROW, NARROW),
)
"""The richest one first."""
