"""What the evidence speaks for, per subject. The rules are stated in docs/verdicts.md; a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.judge.verdict.flagged import Around, off_topic
from audit.judge.verdict.places import SETTLED, calls, filters, is_about_rows, lookups, ties
from audit.judge.verdict.wording import keyed_by, queries, shown, stated
from audit.model import Recommendation

if TYPE_CHECKING:
    from audit.model import Access, Report, Subject


def proposal(around: Around, report: Report, subject: Subject) -> Recommendation:
    """The first rule that decides about a subject."""
    accesses = production(report, subject.id)
    if subject.exempt is not None:
        return _stay(f"The rules exempt it: {subject.exempt}.")
    twin = export_for(report, subject)
    if twin is not None and any(one.language != "python" for one in accesses):
        return _migrate(around, subject, twin, accesses)
    return judge(around, subject, accesses)


def judge(around: Around, subject: Subject, accesses: tuple[Access, ...]) -> Recommendation:
    """What speaks for a gate before accesses, and what against."""
    reason = off_topic(around.rules, subject)
    if reason is not None:
        return _stay(f"It {reason}.", *shown(accesses))
    if not accesses:
        return _stay("Nothing in production reaches it.")
    if any(one.reach is None for one in accesses):
        lost = next(one for one in accesses if one.reach is None)
        return Recommendation(because=(f"Where the result of {lost.file}:{lost.line} ends up was not followed.",))
    open_ = tuple(one for one in accesses if one.gate is None or one.gate.state not in SETTLED)
    if not open_:
        return Recommendation(because=("Nothing to decide: the gate holds, or is bypassed deliberately, everywhere.",))
    kept = tuple(one for one in open_ if one.reach not in ("contained", "unreachable"))
    if not kept:
        return _stay("Nothing that it gives is shown, kept or decides anything.")
    keyed = tuple(one for one in kept if is_about_rows(around, one))
    if keyed:
        return _gate(around, subject, keyed, len(accesses))
    return _without_rows(around, kept)


def production(report: Report, subject: str) -> tuple[Access, ...]:
    """The accesses of a subject that count: in production, wrappers' own lines left out."""
    return tuple(
        one for one in report.accesses if one.subject == subject and one.scope == "production" and not one.wrapper
    )


def export_for(report: Report, subject: Subject) -> Subject | None:
    """The export of the client that reaches the same endpoint as a direct access; gated ones first."""
    if subject.kind != "endpoint":
        return None
    found = [one for one in report.subjects if one.kind == "export" and subject.id in one.endpoints]
    found.sort(key=lambda one: (one.protection is None or not one.protection.gate, len(one.endpoints), one.id))
    return found[0] if found else None


def _migrate(around: Around, subject: Subject, twin: Subject, accesses: tuple[Access, ...]) -> Recommendation:
    because = [f"The client exports {twin.id} for {subject.id}."]
    if off_topic(around.rules, subject) is None and twin.protection is not None:
        rest = "the flag still has to be passed" if twin.protection.gate else "the export has no gate"
        because.append(f"Migrating alone closes nothing: {rest}.")
    return Recommendation(decision="migrate", because=tuple(because), places=calls(accesses, f"call {twin.id} here"))


def _gate(around: Around, subject: Subject, keyed: tuple[Access, ...], of: int) -> Recommendation:
    if around.unflagged is not None:
        reason = around.unflagged[0].upper() + around.unflagged[1:]
        return Recommendation(because=(f"{reason}; a gate has nothing to ask.",))
    columns = dict.fromkeys(
        row.key.column or "a catalogue row"
        for one in keyed
        for row in around.facts.rows(one)
        if row.key.kind == "catalogue-row" and row.spared is None
    )
    because = [f"Keyed by rows that can be flagged: {', '.join(columns)}.", *stated(keyed)]
    if subject.protection is not None and subject.protection.gate:
        because.append(f"{len(keyed)} of {of} accesses let flagged rows pass; the export takes the flag.")
        return Recommendation(decision="gate", because=tuple(because), places=calls(keyed, "pass the flag here"))
    places = filters(around.facts, keyed)
    if not places:
        because.append("The query that resolves the key was not found, so the check belongs before the call.")
        return Recommendation(decision="gate", because=tuple(because), places=calls(keyed, "check the flag first"))
    because.append(f"No check of the flag stands before it; {queries(len(places))}, before any cache.")
    return Recommendation(decision="gate-by-filter", because=tuple(because), places=places)


def _without_rows(around: Around, kept: tuple[Access, ...]) -> Recommendation:
    """No access is keyed by a row that can be flagged: at the call there is nothing whose flag could be asked."""
    rows = {one.id: around.facts.rows(one) for one in kept}
    lost = next((one for one in kept if not rows[one.id]), None)
    if lost is not None:
        return Recommendation(because=(f"What keys {lost.file}:{lost.line} was not found.",))
    lost = next((one for one in kept if any(row.key.kind == "unknown" for row in rows[one.id])), None)
    if lost is not None:
        return Recommendation(because=(f"A key of {lost.file}:{lost.line} could not be followed.",))
    words = keyed_by((row for several in rows.values() for row in several), around.rules.gate.aside)
    because = [f"Keyed by {words}: at the call there is no row whose flag could be asked."]
    asked, tied = lookups(around, kept), ties(kept)
    if asked:
        because.append("What it finds reaches flagged rows by a lookup about them, which takes the flag itself.")
    elif tied:
        because.append("What it finds is tied to rows that can be flagged later: their flag can be asked there.")
    elif any(path.flagged is not None and path.flagged.state == "unknown" for one in kept for path in one.paths):
        because.append("Whether what it finds meets a flagged row later is not known.")
    places = tuple(sorted({*asked, *tied}))
    return Recommendation(decision="stay-ungated", because=(*because, *shown(kept)), places=places)


def _stay(*because: str) -> Recommendation:
    return Recommendation(decision="stay-ungated", because=because)
