"""Rows that are written with the row they belong to: `{ items: { create: [{ title }] } }`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from audit.extract.sql import Column

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
_ROWS = (
    ("create",), ("create", _ANY), ("createMany", "data"), ("createMany", "data", _ANY),
    ("connectOrCreate", "create"), ("connectOrCreate", _ANY, "create"),
    ("update",), ("update", "data"), ("update", _ANY, "data"), ("updateMany", "data"), ("updateMany", _ANY, "data"),
    ("upsert", "create"), ("upsert", "update"), ("upsert", _ANY, "create"), ("upsert", _ANY, "update"),
)  # fmt: skip
_TIED = (("connect",), ("connectOrCreate", "where"))


def rows_of(trace: Trace, inner: Inner, value: Spot, path: Path) -> Iterator[Row]:
    """The rows of another table that are written at a field."""
    for steps in _ROWS:
        for spot, way in _along(inner, value, path, steps):
            listed = steps[-1] != _ANY and bool(trace.elements(spot))
            if not listed:
                yield spot, way, steps[-1] == _ANY


def tied(
    inner: Inner, value: Spot, path: Path, relation: Relation, table: Table
) -> Iterator[tuple[Column, Spot, Path]]:
    """The own columns that get what the other row is known by (`connect: { id }`)."""
    for steps in _TIED:
        for spot, way in _along(inner, value, path, steps):
            for own, other in relation.ties:
                for one in inner(spot, other):
                    yield Column(table.name, own), one, (*way, other)


def _along(inner: Inner, value: Spot, path: Path, steps: tuple[str, ...]) -> list[tuple[Spot, Path]]:
    spots = [(value, path)]
    for step in steps:
        spots = [(made, (*way, step)) for one, way in spots for made in inner(one, step)]
    return spots
