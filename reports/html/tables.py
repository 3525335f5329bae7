"""The tables of the first sheet: the same rows and the same words as in every other format."""

from typing import Any

import msgspec

from audit.model import Access, FlaggedState, Group, Report, Subject
from reports import facts, screen
from reports.facts import Row
from reports.shown import Shown
from reports.words import phrases, prose, terms

Json = dict[str, Any]


def tables(report: Report) -> Json:
    """What people decide about, what else is reached, and a sentence about the calls of gated exports."""
    return {
        "rows": [_row(row) for row in facts.rows(report)],
        "others": [_row(row) for row in facts.others(report)] if _has_listed(report) else [],
        "through": screen.gated(report),
    }


def reasons(report: Report) -> Json:
    """Grounds that do not hold and triggers that are met come first, each with the word for its state."""
    grounds = sorted(report.grounds, key=lambda one: (terms.ground_order(one.state), one.id))
    triggers = sorted(report.triggers, key=lambda one: (terms.trigger_order(one.state), one.id))
    return {
        "grounds": [msgspec.to_builtins(one) | {"says": terms.ground(one)} for one in grounds],
        "triggers": [msgspec.to_builtins(one) | {"says": terms.trigger(one.state)} for one in triggers],
    }


def ordered(report: Report) -> list[Subject]:
    """The subjects in the order of the tables, then those that no table holds."""
    listed = [row.about for row in (*facts.rows(report), *facts.others(report)) if isinstance(row.about, Subject)]
    return list({subject.id: subject for subject in (*listed, *report.subjects)}.values())


def decided(report: Report) -> dict[str, str]:
    """For each access what was decided about it: a choice, "exempt", "none needed" or "open"."""
    made = [*(one.decisions for one in report.subjects), *(one.decisions for one in report.groups)]
    choices = {access: decision.decision for several in made for decision in several for access in decision.covers}
    subjects = {subject.id: subject for subject in report.subjects}
    return {one.id: choices.get(one.id) or _undecided(one, subjects.get(one.subject)) for one in report.accesses}


def _undecided(access: Access, subject: Subject | None) -> str:
    if subject is not None and subject.exempt is not None:
        return "exempt"
    gated = subject is not None and facts.is_gated(subject)
    needed = access.scope == "production" and not access.wrapper and not (gated and facts.passes(access))
    return "open" if needed else "none needed"


def _has_listed(report: Report) -> bool:
    # Without any, the rows are all that is reached.
    return bool(report.groups) or any(subject.listed for subject in report.subjects)


def _row(row: Row) -> Json:
    return {
        "id": row.id,
        "is": "group" if isinstance(row.about, Group) else "subject",
        "accesses": len(row.accesses),
        "carries": prose.joined(row.carries),
        "shown": phrases.shown_at(row),
        "reach": row.reach,
        "flagged": [_flagged(row), phrases.flagged(row)],
        "gate": [row.gate, terms.gate(row.gate)] if row.accesses else [None, ""],
        "server": phrases.server(row),
        "proposal": phrases.proposal(row.recommendation),
        "decision": phrases.decision(row),
        "record": phrases.record(row) if row.is_open else "",
        "places": [_place(one) for one in row.shown],
    }


def _flagged(row: Row) -> FlaggedState | None:
    """The state of what people see: what gets to a log alone is seen by nobody."""
    if row.flagged != "yes" or row.leaks or not row.unseen:
        return row.flagged
    return "unknown" if any(one.state == "unknown" for one in row.shown) else "no"


def _place(shown: Shown) -> Json:
    """A place where people see the row's results, and the path that shows it best, by its number from 0."""
    number = next(at for at, path in enumerate(shown.access.paths) if path is shown.path)
    return {
        "name": shown.name,
        "state": [shown.state, phrases.state(shown)],
        "columns": shown.columns,
        "access": shown.access.id,
        "path": number,
    }
