"""What the facts answer to the condition of a ground or trigger, with evidence that a person can check."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.judge.verdict.live import is_dormant
from audit.judge.verdict.matching import Match, matches
from audit.model import Evidence, Place, TriggerState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judge.verdict.facts import Facts
    from audit.model import Access, Path, Report, Subject
    from audit.rulebook.conditions import Condition


class Answer(NamedTuple):
    """`met`: so it is; `dormant`: so it would be, but there is nothing to read; `evidence` says where."""

    state: TriggerState
    evidence: tuple[Evidence, ...] = ()


def answer(condition: Condition, facts: Facts, report: Report) -> Answer:
    """The state of one condition, as if `is` were true."""
    if condition.family == "table":
        return _table(condition, facts, report)
    if condition.family == "claim":
        return _claim(condition, report)
    if condition.family == "outside":
        return _outside(condition, report)
    return _access(condition, facts, report)


# tables


class _Reading(NamedTuple):
    """One place where people see, or wait for, what is read from columns of a table."""

    at: Evidence
    columns: tuple[str, ...]


def _table(condition: Condition, facts: Facts, report: Report) -> Answer:
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
    for place, column, at in (*_answering(condition, facts, table), *_flowing(condition, facts, table)):
        if wanted is None or column in wanted:
            before = found.get(place, _Reading(at, ()))
            found[place] = _Reading(before.at, tuple(sorted({*before.columns, column})))
    return found


def _flowing(condition: Condition, facts: Facts, table: str) -> Iterator[tuple[str, str, Evidence]]:
    """The value comes to a sink that is asked for."""
    for column, paths in (facts.shown(table) or {}).items():
        for path in paths:
            if path.sink.kind in condition.read_on and path.steps:
                for place in _places(path):
                    yield place, column, Evidence(path.steps[0].file, path.steps[0].line, "")


def _answering(condition: Condition, facts: Facts, table: str) -> Iterator[tuple[str, str, Evidence]]:
    """The value is read while a request is answered, whatever becomes of it."""
    if "http" in condition.read_on:
        for one in facts.readings(table):
            for route in one.routes:
                yield route, one.column, one.at


def _route(table: str, place: str, reading: _Reading, live: set[str]) -> Evidence:
    rest = "" if live & set(reading.columns) else " (dormant: nothing writes it)"
    return Evidence(reading.at.file, reading.at.line, f"{place} reads {_columns(table, reading.columns)}{rest}")


def _stored(table: str, access: Access, columns: tuple[str, ...]) -> Evidence:
    return _note(access, f"{named(access)} is stored in {_columns(table, columns)}")


def _columns(table: str, names: tuple[str, ...], most: int = 3) -> str:
    """Columns in a sentence; the count tells when one joins."""
    first = ", ".join(f"{table}.{one}" for one in names[:most])
    return f"{first} and {len(names) - most} more" if len(names) > most else first


def _places(path: Path) -> tuple[str, ...]:
    sink = path.sink
    return sink.routes or (sink.channel or f"{sink.kind} at {sink.file}:{sink.line}",)


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


# accesses


def _access(condition: Condition, facts: Facts, report: Report) -> Answer:
    fitting, more = matches(condition, report)
    if not fitting:
        return Answer("unknown" if more else "not-met", tuple(_instead(condition, report)))
    evidence = [note for match in fitting for note in _ways(match)]
    live = [match for match in fitting if _is_live(condition, facts, match)]
    if condition.flagged:
        evidence.extend(facts.setters())
    if not live:
        dormant = [one.name for match in fitting for path in match.paths for one in path.conditions]
        columns = [*(one for one in condition.keyed_by if "." in one), *dormant]
        evidence.extend(one.at for name in dict.fromkeys(columns) for one in facts.writers(name))
    return Answer("met" if live else "dormant", tuple(dict.fromkeys(evidence)))


def _is_live(condition: Condition, facts: Facts, match: Match) -> bool:
    if match.paths:
        return not all(is_dormant(path) for path in match.paths) and _by_column(condition, facts)
    return _by_column(condition, facts)


def _by_column(condition: Condition, facts: Facts) -> bool:
    """Of the key columns that are asked for, does anybody write one?"""
    columns = [one for one in condition.keyed_by if "." in one]
    return not columns or any(not facts.is_empty(one) for one in columns)


def _ways(match: Match) -> Iterator[Evidence]:
    if not match.paths:
        yield _note(match.access, named(match.access))
    for path in match.paths:
        dormant = [one.name for one in path.conditions if one.kind == "dormant"]
        rest = f" (dormant: nothing writes {', '.join(dormant)})" if dormant else ""
        for place in path.sink.columns if path.sink.kind == "database" else _places(path):
            yield _note(match.access, f"{named(match.access)} is shown at {place}{rest}")


def _instead(condition: Condition, report: Report) -> Iterator[Evidence]:
    """What is there in place of the access that was expected: the same subject or group, another kind or gate."""
    for access in report.accesses:
        if access.scope == "production" and not access.wrapper and (condition.group or condition.subject):
            if (condition.group and access.group not in condition.group) or not _is_of(condition.subject, access):
                continue
            yield _note(access, f"{named(access)} today")


def _is_of(subjects: tuple[str, ...], access: Access) -> bool:
    return not subjects or ("*" not in subjects and access.subject in subjects)


# claims about the service, and what the client's exports have


def _claim(condition: Condition, report: Report) -> Answer:
    found = [one for one in report.subjects if not condition.subject or one.id in condition.subject]
    states = {one.id: one.server.claims.get(str(condition.claim)) if one.server is not None else None for one in found}
    against = [one for one in found if states[one.id] in ("refuted", "partly")]
    if against:
        return Answer("not-met", tuple(note for one in against for note in _refuted(condition, report, one)))
    if not found or any(states[one.id] != "proven" for one in found):
        open_ = [one for one in found if states[one.id] != "proven"]
        return Answer("unknown", tuple(_at(report, one, f"{one.id}: {_untold(one)}") for one in open_))
    return Answer("met", tuple(_at(report, one, f"{one.id}: {condition.claim} is proven") for one in found))


def _refuted(condition: Condition, report: Report, subject: Subject) -> Iterator[Evidence]:
    server = subject.server
    assert server is not None
    reached = ", ".join(sorted(server.reaches)) or "nothing known"
    state = server.claims[str(condition.claim)]
    yield _at(report, subject, f"{subject.id}: {condition.claim} is {state}; the service's route reaches {reached}")


def _untold(subject: Subject) -> str:
    if subject.server is None:
        return "needs a checkout of the service (--server)"
    return "the route is not in the service's checkout" if subject.server.route == "absent" else "not decided"


def _outside(condition: Condition, report: Report) -> Answer:
    known = [one for one in report.subjects if one.kind == "export" and one.protection is not None]
    if not known:
        return Answer("unknown")
    found = [one for one in known if not any(getattr(one.protection, word) for word in condition.outside)]
    more = [one for one in found if one.id not in condition.exactly]
    less = [one for one in known if one.id in condition.exactly and one not in found]
    words = " nor ".join(condition.outside)
    evidence = [_at(report, one, f"{one.id} has neither {words}, and is not named") for one in more]
    evidence.extend(_at(report, one, f"{one.id} is named, and has {_protected(condition, one)}") for one in less)
    if evidence:
        return Answer("not-met", tuple(evidence))
    return Answer("met", tuple(_at(report, one, f"{one.id} has neither {words}") for one in found))


def _protected(condition: Condition, subject: Subject) -> str:
    return " and ".join(f"the {word}" for word in condition.outside if getattr(subject.protection, word))


# words


def named(access: Access) -> str:
    """An access in a sentence. Names of functions change with edits that mean nothing, and are left out."""
    gate = f" (gate: {access.gate.state})" if access.gate is not None else ""
    return f"{access.kind} of {access.subject}{gate}"


def _note(access: Access, note: str) -> Evidence:
    return Evidence(access.file, access.line, note)


def _at(report: Report, subject: Subject, note: str) -> Evidence:
    """A fact about an export; one that the client lacks is told at the client's first module."""
    place = subject.defined_at or Place((report.found.client or ("",))[0], 1)
    return Evidence(place.file, place.line, note)
