"""The verdicts of a report, in order. Each line: report = step(previous report)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.judge.verdict.drifting import drift
from audit.judge.verdict.flagged import Around, flagged, off_topic, unflagged
from audit.judge.verdict.live import conditions
from audit.judge.verdict.options import group
from audit.judge.verdict.proposals import production, proposal
from audit.judge.verdict.reasons import grounds, triggers
from audit.model import likeliest
from audit.stages import doing, each

if TYPE_CHECKING:
    from audit.judge.verdict.facts import Facts
    from audit.model import Access, FlaggedState, Report, Subject
    from audit.rulebook import Rules


def verdicts(facts: Facts, rules: Rules, report: Report) -> Report:
    """The report with what follows from its facts; facts that were not computed are never guessed."""
    accesses = {(one.file, one.line): one for one in report.accesses if one.scope == "production"}
    around = Around(facts, rules, accesses, unflagged(rules, report.found))
    report = _paths(around, report)
    doing("judging reasons and triggers")
    report = replace(report, grounds=grounds(facts, rules, report), triggers=triggers(facts, rules, report))
    around = replace(around, accesses={(one.file, one.line): one for one in report.accesses})
    report = replace(
        report,
        subjects=tuple(_subject(around, report, one) for one in report.subjects),
        groups=tuple(group(around, report, one) for one in report.groups),
    )
    return replace(report, drift=drift(facts, rules, report))


def _paths(around: Around, report: Report) -> Report:
    subjects = {one.id: one for one in report.subjects}
    judged = each("judging paths", report.accesses)
    return replace(report, accesses=tuple(_access(around, subjects.get(one.subject), one) for one in judged))


def _access(around: Around, subject: Subject | None, access: Access) -> Access:
    if subject is None or access.scope != "production":
        return access
    paths = (
        replace(
            path,
            flagged=flagged(around, subject, access, path),
            conditions=conditions(around.facts, access, path),
        )
        for path in access.paths
    )
    return replace(access, paths=tuple(paths))


def _subject(around: Around, report: Report, subject: Subject) -> Subject:
    return replace(
        subject,
        flagged=_flagged(around, report, subject),
        recommendation=proposal(around, report, subject),
    )


def _flagged(around: Around, report: Report, subject: Subject) -> FlaggedState | None:
    """The strongest over the paths; what was lost from sight may be shown anywhere."""
    if off_topic(around.rules, subject) is not None:
        return "no"
    accesses = production(report, subject.id)
    states: list[FlaggedState] = [
        path.flagged.state for one in accesses for path in one.paths if path.flagged is not None
    ]
    states.extend("unknown" for one in accesses if one.reach is None or (one.escapes and not one.paths))
    return likeliest(states) or ("no" if accesses else None)
