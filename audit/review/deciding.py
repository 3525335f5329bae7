"""`ungated decide`: show what is about to be judged, then record the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.ledger import Request, Side, Written, facts_of
from audit.ledger import decide as record_decision
from audit.ledger.deciding import about
from audit.pipeline import candidates_for, nothing_found, root_of
from audit.review.sides import tree_of, work_for
from audit.source import WorkTree, person

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audit.ledger import Judged
    from audit.model import Access


class Asked(NamedTuple):
    """What a decision would be about: the accesses, their facts, and who git says is deciding."""

    root: str
    side: Side
    accesses: tuple[Access, ...]
    facts: Judged
    person: str | None


def preview(
    root: str | None,
    subject: str,
    sites: Sequence[str],
    *,
    rules: str | None = None,
    cache: bool = True,
    note: Callable[[str], None] = lambda _: None,
) -> Asked:
    """What a decision on `subject` (or a group) at `sites` would judge. Raises UserError."""
    chosen = root_of(root)
    with WorkTree(chosen) as files, work_for(chosen, note, cache=cache) as work:
        tree, candidates = tree_of(files, work), candidates_for(files, rules)
        side = tree.side(candidates)
        if side is None:
            raise nothing_found(candidates, files.files())
        side = side.but(records=tree.records(side.rules, strict=True))
        judged = about(side, subject, sites)
        return Asked(chosen, side, judged, facts_of(judged), person(chosen))


def decide(asked: Asked, request: Request) -> Written:
    """Write or amend the one file of this decision. Raises UserError."""
    return record_decision(asked.root, asked.side.rules.check.decisions, asked.side, request)
