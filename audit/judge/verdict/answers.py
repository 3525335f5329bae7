"""What the facts answer to the condition of a ground or trigger, with evidence that a person can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.judge.verdict.live import is_dormant
from audit.judge.verdict.matching import Match, matches
from audit.judge.verdict.tables import of_table
from audit.judge.verdict.telling import Answer, named, note, places
from audit.model import Evidence, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judge.verdict.facts import Facts
    from audit.model import Access, Report, Subject
    from audit.rulebook.conditions import Condition


def answer(condition: Condition, facts: Facts, report: Report) -> Answer:
    """The state of one condition, as if `is` were true."""
    if condition.family == "table":
        return of_table(condition, facts, report)
    if condition.family == "claim":
        return _claim(condition, report)
    if condition.family == "outside":
        return _outside(condition, report)
    return _access(condition, facts, report)


# accesses


def _access(condition: Condition, facts: Facts, report: Report) -> Answer:
    fitting, more = matches(condition, report)
    if not fitting:
        return Answer("unknown" if more else "not-met", tuple(_instead(condition, report)))
    evidence = [fact for match in fitting for fact in _ways(match)]
    live = [match for match in fitting if _is_live(condition, facts, match)]
    if condition.flagged:
        evidence.extend(facts.setters())
    if live:
        return Answer("met", tuple(dict.fromkeys(evidence)))
    keys = [one for one in condition.keyed_by if "." in one]
    dormant = [c.name for match in fitting for path in match.paths for c in path.conditions if c.kind == "dormant"]
    columns = dict.fromkeys([*keys, *dormant])
    evidence.extend(one.at for name in columns for one in facts.writers(name))
    return Answer("dormant", tuple(dict.fromkeys(evidence)), tuple(filter(facts.is_empty, columns)))


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
        yield note(match.access, named(match.access))
    for path in match.paths:
        dormant = [one.name for one in path.conditions if one.kind == "dormant"]
        rest = f" (dormant: nothing writes {', '.join(dormant)})" if dormant else ""
        for place in path.sink.columns if path.sink.kind == "database" else places(path):
            yield note(match.access, f"{named(match.access)} is shown at {place}{rest}")


def _instead(condition: Condition, report: Report) -> Iterator[Evidence]:
    """What is there in place of the access that was expected: the same subject or group, another kind or gate."""
    for access in report.accesses:
        if access.scope == "production" and not access.wrapper and (condition.group or condition.subject):
            if (condition.group and access.group not in condition.group) or not _is_of(condition.subject, access):
                continue
            gate = f" (gate: {access.gate.state})" if access.gate is not None else ""
            yield note(access, f"{named(access)}{gate} today")


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
    claim = server.claims[str(condition.claim)]
    state = "partly proven" if claim == "partly" else claim
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


def _at(report: Report, subject: Subject, note: str) -> Evidence:
    """A fact about an export; one that the client lacks is told at the client's first module."""
    place = subject.defined_at or Place((report.found.client or ("",))[0], 1)
    return Evidence(place.file, place.line, note)
