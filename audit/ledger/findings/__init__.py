"""What a check says, by kind of finding: one table for a tree, one for a change."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from audit.ledger.findings.accesses import improved, lost_sight, new_accesses, open_accesses, weakened
from audit.ledger.findings.decisions import about_decisions
from audit.ledger.findings.evidence import changed_by, changed_since, widened
from audit.ledger.findings.tree import client_lost, drifted, drifting, exempted_here, triggers_met

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.ledger.sides import Change, Tree
    from audit.model import Finding

__all__ = ["of_change", "of_tree"]

_OF_CHANGE: Final[tuple[Callable[[Change], Iterable[Finding]], ...]] = (
    exempted_here,
    client_lost,
    new_accesses,
    weakened,
    changed_by,
    triggers_met,
    lost_sight,
    widened,
    lambda change: about_decisions(change.head),
    drifted,
    improved,
)
_OF_TREE: Final[tuple[Callable[[Tree], Iterable[Finding]], ...]] = (
    open_accesses,
    changed_since,
    about_decisions,
    lambda tree: drifting(tree.side),
)


def of_change(change: Change) -> list[Finding]:
    """What the change did."""
    return list(chain.from_iterable(kind(change) for kind in _OF_CHANGE))


def of_tree(tree: Tree) -> list[Finding]:
    """What stands, whoever did it."""
    return list(chain.from_iterable(kind(tree) for kind in _OF_TREE))
