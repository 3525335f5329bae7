"""Values that come from rows: which column of which query stands at the end of a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.frames import matches
from audit.flow.tables.wrapped import leads

if TYPE_CHECKING:
    from audit.flow.frames import Call, End, Path
    from audit.flow.tables import ColumnRead
    from audit.trace import Engine

_ANY = "*"
_HELD = "rows"
"""What drivers call the list of rows in a result that holds more."""


class Row(Struct, frozen=True, order=True):
    """A value of a row: the query as a call, the columns that stand at the end (none: the query selects no such
    thing), and all that the query reads.
    """

    call: Call
    columns: tuple[ColumnRead, ...]
    reads: tuple[ColumnRead, ...]


def row_of(engine: Engine, end: End) -> Row | None:
    """The row that an end stands in; None where it is no result of a query."""
    spot = end.spot
    number = engine.code.graph(spot.file, spot.unit).results.get(spot.node)
    if number is None:
        return None
    call, path = (spot.file, spot.unit, number), end.path
    reads = engine.queries.reads(*call)
    if not reads:
        call, path = _sent(engine, end, call)
        reads = engine.queries.reads(*call)
    if not reads:
        return None
    columns = tuple(_named(one, path) for one in reads if _same(_plain(one.path), _plain(path)))
    return Row(call, columns, reads)


def related(engine: Engine, end: End) -> End | None:
    """What a method gives that is called like the rows of its table which come with a row (`row.getParent()`), as the
    member that these are: `row.parent`. None for another end.
    """
    spot, graph = end.spot, engine.code.graph(end.spot.file, end.spot.unit)
    site = graph.calls[graph.results[spot.node]] if spot.node in graph.results else None
    if site is None or site.receiver < 0 or site.new or not site.method:
        return None
    held, method = replace(spot, node=site.receiver), site.method.lower()
    for one in engine.backwards.ends(held, (), end.env):
        number = engine.code.graph(one.spot.file, one.spot.unit).results.get(one.spot.node)
        call = (one.spot.file, one.spot.unit, number) if number is not None else None
        tables = {read.column.table for read in engine.queries.reads(*call)} if call is not None else set()
        names = (name for table in sorted(tables) for name in sorted(engine.queries.selves(table)))
        name = next((name for name in names if method.endswith(name.lower())), None)
        if name is not None:
            return replace(end, spot=held, path=(name, *end.path))
    return None


def _named(read: ColumnRead, path: Path) -> ColumnRead:
    """A column of a row that is read as a whole, of a table whose columns are not known, by what is taken of it."""
    if read.column.name != _ANY or not path:
        return read
    return replace(read, column=read.column._replace(name=path[-1]), path=path)


def _sent(engine: Engine, end: End, call: Call) -> tuple[Call, Path]:
    """The call of a function that sends what it is given as SQL, and where the end is in what that gives back."""
    path, wrappers, frames = end.path, engine.queries.chains.wrappers, list(end.env)
    while frames:
        frame = frames.pop(0)
        sending = frame.written
        wrapper = wrappers.of(frame.function) if sending is not None else None
        if sending is not None and wrapper is not None and wrappers.is_sent_at(wrapper, call):
            taken = wrapper.takes or ()
            call, path, frames = sending, path[len(taken) :] if leads(taken, path) else path, list(frame.outer)
    return call, path


def beside(row: Row, column: ColumnRead) -> tuple[ColumnRead, ...]:
    """What the query reads of the same row as a column."""
    return tuple(one for one in row.reads if one.path[:-1] == column.path[:-1])


def without_row(engine: Engine, row: Row, table: str, tie: str) -> bool:
    """Does a query ask only for rows of a table that belong to no catalogue row: whose tie is NULL?"""
    return any(
        (one.column.table, one.column.name) == (table, tie)
        and one.op == "is null"
        and one.positive
        and not one.arm
        and one.clause == "where"
        for one in engine.queries.filters(*row.call)
    )


def _plain(path: Path) -> Path:
    return path[1:] if path[:1] == (_HELD,) else path


def _same(one: Path, other: Path) -> bool:
    """Are two paths the same, elements whose position is not known being any?"""
    if len(one) != len(other):
        return False
    return all(a in (b, _ANY) or (a[:1] == b[:1] == "[" and matches(a, b)) for a, b in zip(one, other, strict=True))
