"""Findings about decisions themselves: late, about nothing, fulfilled or not, with anchors out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.ledger.findings.making import elsewhere, listed, named
from audit.ledger.states import became, is_fulfilled, is_late, is_migrated, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.ledger.covering import Cover
    from audit.ledger.sides import Tree
    from audit.model import Finding


def about_decisions(tree: Tree) -> Iterator[Finding]:
    """What is to be said about each decision by itself."""
    for cover in tree.covers:
        yield from _about(cover, tree)


def _about(cover: Cover, tree: Tree) -> Iterator[Finding]:
    record, stated = cover.record, cover.record.stated
    state = state_of(cover, tree)
    if state == "orphaned":
        where = listed(f"{site.file}#{site.function}" for site in cover.lost)
        near = _near(stated.subject, tree)
        message = f"the decision on {stated.subject} is about {where}, and no such access is there{near}"
        yield _finding(
            cover,
            "decision-orphaned",
            message,
            f"delete {record.path}, or name the sites anew with `ungated decide`",
        )
    elif state == "unfulfilled":
        calls = listed(named(one) for one in became(cover, tree))
        message = f"{stated.subject} was to migrate and became a {calls}, which is not gated"
        yield _finding(
            cover,
            "decision-unfulfilled",
            message,
            "pass the flag to the call, or select without flagged rows",
        )
    if is_fulfilled(cover) or is_migrated(cover, tree):
        message = f"what was decided about {stated.subject} is fulfilled: {stated.decision}"
        yield _finding(cover, "improvement", message, f"{record.path} may be deleted")
    elif cover.found and is_late(cover, tree.today):
        yield _late(cover)
    if cover.found and (cover.is_stale or cover.lost):
        yield _out_of_date(cover)


def _near(subject: str, tree: Tree) -> str:
    """For a subject that nothing in the tree is called: what it may be meant to be."""
    from difflib import get_close_matches

    report = tree.side.report
    known = [*(one.id for one in report.subjects), *(one.id for one in report.groups)]
    near = [] if subject in known else get_close_matches(subject, known, n=1, cutoff=0.6)
    return f" (no subject has that name; did you mean {near[0]}?)" if near else ""


def _late(cover: Cover) -> Finding:
    stated, path = cover.record.stated, cover.record.path
    if cover.record.leaves_open:
        message = (
            f"the decision that {stated.subject} is to be {stated.decision} was to be reviewed by {stated.review_by}"
        )
        return _finding(
            cover,
            "decision-expired",
            message,
            f"review {path} and set a new `review_by`, at most a year ahead",
        )
    message = f"{stated.subject} was to be changed ({stated.decision}) by {stated.due}, and its gate is still open"
    return _finding(cover, "decision-overdue", message, f"do it, or set another `due` in {path}")


def _out_of_date(cover: Cover) -> Finding:
    gone = f"; {len(cover.lost)} of its sites are gone" if cover.lost else ""
    message = f"the decision on {cover.record.stated.subject} names places that have changed{gone}"
    remedy = (
        f"remove the `[[site]]` in {cover.record.path}" if cover.lost and not cover.is_stale else "ungated check --fix"
    )
    return _finding(cover, "drift", message, remedy)


def _finding(cover: Cover, rule: str, message: str, remedy: str) -> Finding:
    return elsewhere(rule, cover.record.path, 1, message, remedy, "known", cover.record.stated.subject)
