"""What the facts answer to a condition on a table: who reads it, who writes it, is there anything to read?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.judge.verdict.matching import matches
from audit.judge.verdict.telling import Answer, named, note, places
from audit.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judge.verdict.facts import Facts
    from audit.model import Access, Report
    from audit.rulebook.conditions import Condition


class _Reading(Struct, frozen=True, order=True):
    """One place where people see, or wait for, what is read from columns of a table."""

    at: Evidence
    columns: tuple[str, ...]


def of_table(condition: Condition, facts: Facts, report: Report) -> Answer:
    """Readers of a table on the way to sinks that are asked for, written by accesses that fit."""
    table, _, only = (condition.column or condition.table or "").partition(".")
    if condition.read_on and not facts.is_table(table):
        return Answer("unknown")
    written = _writers(condition, table, report)
    if written is None:
        return Answer("unknown")
    wanted = {only} if only else None
    if condition.written_by is not None:
        wanted = {one for columns in written.values() for one in columns} & (wanted or _all(written))
    read = _read(condition, facts, table, wanted) if condition.read_on else {}
    notes = [_stored(table, access, columns) for access, columns in written.items()]
    columns = {one for reading in read.values() for one in reading.columns} if condition.read_on else wanted or set()
    if not columns:
        return Answer("not-met", tuple(sorted(notes)))
    live = {one for one in columns if not facts.is_empty(f"{table}.{one}")}
    shown = [_route(table, place, reading, live) for place, reading in sorted(read.items())]
    empty = [one.at for name in sorted(columns - live) for one in facts.writers(f"{table}.{name}")]
    return Answer("met" if live else "dormant", tuple(dict.fromkeys((*shown, *sorted(notes), *empty))))


def _all(written: dict[Access, tuple[str, ...]]) -> set[str]:
    return {one for columns in written.values() for one in columns}


def _read(condition: Condition, facts: Facts, table: str, wanted: set[str] | None) -> dict[str, _Reading]:
    """What is read of a table, by the place that shows it: routes, pages, channels."""
    found: dict[str, _Reading] = {}
    for place, column, at in (
        *_answering(condition, facts, table, wanted),
        *_flowing(condition, facts, table, wanted),
    ):
        before = found.get(place, _Reading(at, ()))
        found[place] = _Reading(before.at, tuple(sorted({*before.columns, column})))
    return found


def _flowing(
    condition: Condition, facts: Facts, table: str, wanted: set[str] | None
) -> Iterator[tuple[str, str, Evidence]]:
    """The value comes to a sink that is asked for."""
    for column, paths in facts.shown(table, wanted).items():
        for path in paths:
            if path.sink.kind in condition.read_on and path.steps:
                for place in places(path):
                    yield place, column, Evidence(path.steps[0].file, path.steps[0].line, "")


def _answering(
    condition: Condition, facts: Facts, table: str, wanted: set[str] | None
) -> Iterator[tuple[str, str, Evidence]]:
    """The value is read while a request is answered, whatever becomes of it."""
    if "http" in condition.read_on:
        for one in facts.readings(table, wanted):
            for route in one.routes:
                yield route, one.column, one.at


def _route(table: str, place: str, reading: _Reading, live: set[str]) -> Evidence:
    rest = "" if live & set(reading.columns) else " (dormant: nothing writes it)"
    return Evidence(reading.at.file, reading.at.line, f"{place} reads {_columns(table, reading.columns)}{rest}")


def _stored(table: str, access: Access, columns: tuple[str, ...]) -> Evidence:
    return note(access, f"{named(access)} is stored in {_columns(table, columns)}")


def _columns(table: str, names: tuple[str, ...], most: int = 3) -> str:
    """Columns in a sentence; the count tells when one joins."""
    first = ", ".join(f"{table}.{one}" for one in names[:most])
    return f"{first} and {len(names) - most} more" if len(names) > most else first


def _writers(condition: Condition, table: str, report: Report) -> dict[Access, tuple[str, ...]] | None:
    """The accesses that write a table as `written_by` says, and the columns; None where that is not known."""
    if condition.written_by is None:
        return {}
    found: dict[Access, tuple[str, ...]] = {}
    fitting, more = matches(condition.written_by, report)
    for match in fitting:
        columns = {
            one.partition(".")[2]
            for path in match.access.paths
            if not path.stored_in and path.flow != "implicit"
            for one in path.sink.columns
            if one.partition(".")[0] == table
        }
        if columns:
            found[match.access] = tuple(sorted(columns))
    return None if more and not found else found
