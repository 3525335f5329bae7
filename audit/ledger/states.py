"""In what state each decision is, and the decisions as the report shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from audit.ledger.facts import beyond, facts_of
from audit.ledger.reading import day
from audit.ledger.sides import is_gated
from audit.model import Decision, Group, Report, Subject

if TYPE_CHECKING:
    import datetime as dt

    from audit.ledger.covering import Cover
    from audit.ledger.sides import Tree
    from audit.model import Access, DecisionState

Holder = TypeVar("Holder", Subject, Group)


def with_decisions(tree: Tree) -> Report:
    """The report of the tree with the decisions on its subjects and groups."""
    report = tree.side.report
    made = [(cover.record.stated.subject, _decision(cover, tree)) for cover in tree.covers]
    return msgspec.structs.replace(
        report,
        subjects=tuple(_holding(subject, made) for subject in report.subjects),
        groups=tuple(_holding(group, made) for group in report.groups),
    )


def state_of(cover: Cover, tree: Tree) -> DecisionState:
    """The most urgent of the states that the decision is in."""
    if not cover.found:
        return _without_sites(cover, tree)
    if is_late(cover, tree.today) and not is_fulfilled(cover):
        return "expired" if cover.record.leaves_open else "overdue"
    return "changed" if changed(cover) else "current"


def changed(cover: Cover) -> tuple[str, ...]:
    """What goes beyond the facts that were judged, in plain lines."""
    return beyond(cover.record.stated.judged, facts_of(cover.accesses))


def is_late(cover: Cover, today: dt.date | None) -> bool:
    """Has the day passed that the decision names?"""
    stated = cover.record.stated
    limit = day(stated.review_by if cover.record.leaves_open else stated.due)
    return today is not None and limit is not None and limit < today


def is_fulfilled(cover: Cover) -> bool:
    """Was the access to be gated, and is it now?"""
    if cover.record.leaves_open or not cover.found:
        return False
    if cover.record.stated.decision == "gate-by-filter":
        return all(one.gate is not None and one.gate.state == "filter" for one in cover.accesses)
    return all(is_gated(one) and not _is_direct(one) for one in cover.accesses)


def is_migrated(cover: Cover, tree: Tree) -> bool:
    """Is the direct access gone, and the call that it became known to be gated?"""
    calls = became(cover, tree)
    return not cover.found and bool(calls) and all(map(is_gated, calls))


def became(cover: Cover, tree: Tree) -> tuple[Access, ...]:
    """The calls of the client that stand where the direct accesses of a migration stood."""
    if not cover.record.is_migration:
        return ()
    places = {(site.file, site.function) for site in cover.lost}
    subject = cover.record.stated.subject
    return tuple(
        one
        for one in tree.side.counted
        if not _is_direct(one) and ((one.file, one.function) in places or one.group == subject)
    )


def _without_sites(cover: Cover, tree: Tree) -> DecisionState:
    """A migration is fulfilled only when the call that it became is gated; of an unknown gate nothing is
    said.
    """
    calls = became(cover, tree)
    if not calls:
        return "orphaned"
    return "unfulfilled" if any(one.gate is not None and not is_gated(one) for one in calls) else "current"


def _is_direct(access: Access) -> bool:
    return access.kind in ("request", "database")


def _decision(cover: Cover, tree: Tree) -> Decision:
    stated = cover.record.stated
    return Decision(
        file=cover.record.path,
        decision=stated.decision,
        reason=stated.reason,
        decided_by=stated.decided_by,
        decided_on=stated.decided_on,
        review_by=stated.review_by,
        due=stated.due,
        covers=tuple(sorted(one.id for one in cover.accesses)),
        state=state_of(cover, tree),
        changed=changed(cover),
    )


def _holding(holder: Holder, made: list[tuple[str, Decision]]) -> Holder:
    mine = tuple(decision for subject, decision in made if subject == holder.id)
    return msgspec.structs.replace(holder, decisions=mine) if mine else holder
