"""Findings about the tree as a whole: the client, triggers, drift, and edits of rules and decisions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from audit.ledger.findings.making import about, elsewhere, listed, named
from audit.ledger.sides import gated_names
from audit.rulebook import ROOT_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.ledger.sides import Change, Side
    from audit.model import Evidence, Finding, Trigger

_ORDER = ("not-met", "dormant", "met")


def client_lost(change: Change) -> Iterator[Finding]:
    """What of the rules stood in the base and stands no longer in the head."""
    before, after = change.base, change.head.side
    homes = before.report.found.client
    if homes and not after.report.found.client:
        yield _lost(change, f"the client {before.report.found.package or homes[0]}", homes[0])
        return
    for name, file in _names(before).items():
        if name not in _names(after):
            yield _lost(change, f"the export {name}", file)
    flagged, still = _with_flag(before), _with_flag(after)
    for name in sorted((flagged & set(_names(after))) - still):
        yield _lost(change, f"the flag of {name}", _names(after)[name])
    if after.report.found.columns < before.report.found.columns:
        columns = listed(before.rules.gate.columns)
        yield _lost(change, f"a flag column of {columns}", ROOT_FILE)


def triggers_met(change: Change) -> Iterator[Finding]:
    """Triggers whose state rose, or which a route or a writer joined.

    Nothing is said where the change made a file unreadable: a value that goes through it may go anywhere.
    """
    if _blinded(change):
        return
    known = {trigger.id: trigger for trigger in change.base.report.triggers}
    for trigger in change.head.side.report.triggers:
        before = known.get(trigger.id)
        if before is None or "unknown" in (before.state, trigger.state):
            continue
        fresh = _joined(before, trigger)
        rose = _ORDER.index(trigger.state) > _ORDER.index(before.state)
        if not rose and (trigger.state == "not-met" or not fresh):
            continue
        shown = fresh or list(trigger.evidence)
        place = shown[0] if shown else None
        state = f"{before.state} → {trigger.state}" if rose else trigger.state
        notes = listed(one.note for one in shown)
        message = f"trigger {trigger.id}: {state}{f' ({notes})' if notes else ''}"
        remedy = (
            f"reopen what was deferred; ask the database: {trigger.confirm}"
            if trigger.confirm
            else "reopen what was deferred"
        )
        yield elsewhere(
            "trigger-met",
            place.file if place else ROOT_FILE,
            place.line if place else 1,
            message,
            remedy,
            "changed",
        )


def exempted_here(change: Change) -> Iterator[Finding]:
    """Accesses that come together with what excuses them, and every edit of rules and decisions."""
    head, edited = change.head.side, edits(change)
    by_id = {one.id: cover.record.path for cover in change.head.covers for one in cover.accesses}
    for access in change.matched.added:
        path = by_id.get(access.id)
        if path in edited:
            message = f"the new {named(access)} is covered by {path}, which this change {edited[path]}"
            yield about(access, "exempted-here", message, f"review {path}", "accepted")
        elif head.exemption(access) and not change.base.exemption(access) and head.is_outside(access):
            message = f"the new {named(access)} is exempted by the rules of this change: {head.exemption(access)}"
            yield about(access, "exempted-here", message, f"review {ROOT_FILE}", "accepted")
    for path, verb in edited.items():
        yield elsewhere("exempted-here", path, 1, f"this change {verb} {path}", "review it like code", "changed")


def drifted(change: Change) -> Iterator[Finding]:
    """What has come to disagree with the code."""
    known = {(one.kind, one.note) for one in change.base.report.drift}
    for finding, drift in zip(drifting(change.head.side), change.head.side.report.drift, strict=True):
        if (drift.kind, drift.note) not in known:
            yield finding


def drifting(side: Side) -> Iterator[Finding]:
    """What disagrees with the code."""
    for drift in side.report.drift:
        yield elsewhere("drift", drift.file, drift.line, drift.note, "correct what is said", "known")


def edits(change: Change) -> dict[str, str]:
    """The rules and decision files that the change touches, and what it does to each."""
    base, head = change.base, change.head.side
    before = {record.path: record.data for record in base.records}
    after = {record.path: record.data for record in head.records}
    if base.rules_file is not None:
        before[ROOT_FILE] = base.rules_file
    if head.rules_file is not None:
        after[ROOT_FILE] = head.rules_file
    verbs = {path: "adds" if path not in before else "edits" for path in after if before.get(path) != after[path]}
    return {**verbs, **{path: "deletes" for path in before if path not in after}}


def _lost(change: Change, what: str, file: str) -> Finding:
    here = change.renames.get(file, file)
    message = f"{what} stood in {file} at the base and is not found any more: the check would look past it"
    return elsewhere("client-lost", here, 1, message, f"name its new home in {ROOT_FILE}, or undo the loss", "changed")


def _names(side: Side) -> dict[str, str]:
    """The configured exports that the client has, each with its file."""
    wanted = gated_names(side.rules)
    return {
        one.id: one.defined_at.file
        for one in side.report.subjects
        if one.kind == "export" and one.defined_at is not None and (one.listed or one.id in wanted)
    }


def _with_flag(side: Side) -> set[str]:
    wanted = gated_names(side.rules)
    return {
        one.id
        for one in side.report.subjects
        if one.id in wanted and one.protection is not None and one.protection.gate
    }


def _blinded(change: Change) -> bool:
    """Is a file that matters not read any more?"""
    known = {one.file for one in change.base.report.coverage.unanalysed}
    unread = change.head.side.report.coverage.unanalysed
    return any(one.in_scope and one.reason != "language" and one.file not in known for one in unread)


def _joined(before: Trigger, after: Trigger) -> list[Evidence]:
    """What a change added; a line that only moved, in its file or to another one, says what it said.

    The same is said of several files: who is still where it was is known first.
    """
    there = Counter((one.file, one.note) for one in before.evidence)
    rest = []
    for one in after.evidence:
        if there[one.file, one.note] > 0:
            there[one.file, one.note] -= 1
        else:
            rest.append(one)
    gone: Counter[str] = Counter()
    for (_, note), count in there.items():
        gone[note] += count
    found = []
    for one in rest:
        if gone[one.note] > 0:
            gone[one.note] -= 1
        else:
            found.append(one)
    return found
