"""Rows that are written with the row they belong to: `{ items: { create: [{ title }] } }`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal

from audit.extract.sql import Column
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.flow.contexts import Path
    from audit.flow.tables.model import Table
    from audit.flow.tables.schema.models import Relation
    from audit.flow.tables.trace import Trace

Row = tuple["Spot", "Path", bool]
"""Where rows stand, by which path, and whether they stand in a list."""
Inner = Callable[["Spot", str], "list[Spot]"]
_ANY = "[*]"


def rows_of(trace: Trace, inner: Inner, value: Spot, path: Path) -> Iterator[Row]:
    """The rows of another table that are written at a field."""
    for steps in _paths(trace, "rows"):
        for spot, way in _along(inner, value, path, steps):
            listed = steps[-1] != _ANY and bool(trace.elements(spot))
            if not listed:
                yield spot, way, steps[-1] == _ANY


def tied(
    trace: Trace, inner: Inner, value: Spot, path: Path, relation: Relation, table: Table
) -> Iterator[tuple[Column, Spot, Path]]:
    """The own columns that get what the other row is known by (`connect: { id }`)."""
    for steps in _paths(trace, "where"):
        for spot, way in _along(inner, value, path, steps):
            for own, other in relation.ties:
                for one in inner(spot, other):
                    yield Column(table.name, own), one, (*way, other)


def _paths(trace: Trace, place: Literal["rows", "where"]) -> tuple[Path, ...]:
    """Where vocabulary says that such things stand below the name of a relation."""
    rows = (row for row in trace.origins.vocabulary.queries.rows if row.step == "related")
    texts = (row.rows if place == "rows" else row.where for row in rows)
    return tuple(one.path for text in texts if text is not None for one in places_of(text))


def _along(inner: Inner, value: Spot, path: Path, steps: Path) -> list[tuple[Spot, Path]]:
    spots = [(value, path)]
    for step in steps:
        spots = [(made, (*way, step)) for one, way in spots for made in inner(one, step)]
    return spots
