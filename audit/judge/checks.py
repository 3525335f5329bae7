"""Filters and checks on one chain: are flagged rows left out before the access, or found out too late?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from audit.judge.caches import Caches
from audit.judge.decisions import Decisions
from audit.judge.feeding import Feeding
from audit.judge.guards import Guards
from audit.judge.late import Late
from audit.judge.local import Local

if TYPE_CHECKING:
    from audit.judge.chains import Chain
    from audit.model import Defect, Evidence
    from audit.rulebook import Rules
    from audit.trace import Engine


class Checked(NamedTuple):
    """What stands between flagged rows and an access on one chain; `state` None: nothing does."""

    state: Literal["filter", "guard", "late"] | None = None
    evidence: tuple[Evidence, ...] = ()
    defects: tuple[Defect, ...] = ()


class Checks:
    """Answers of one program; what chains have in common is found once."""

    def __init__(self, engine: Engine, rules: Rules) -> None:
        decisions = Decisions(engine, rules)
        local = Local(decisions)
        self._feeding, self._guards = Feeding(decisions, rules), Guards(decisions, local)
        self._caches, self._late = Caches(decisions, self._guards, local), Late(decisions, local)

    def of(self, chain: Chain) -> Checked:
        """The first that holds: a filter of the feeding query, a check that dominates the access, one that is late."""
        fed, late = self._feeding.of(chain), None
        guard = self._guards.of(chain)
        if fed.origin != "filter" and guard is None:
            late = self._late.of(chain)
        rows = fed.origin in ("rows", "guard") or guard is not None or late is not None
        defects = self._caches.of(chain, rows=rows)
        if fed.origin == "filter":
            return Checked("filter", fed.evidence, defects)
        if late is not None:
            return Checked("late", (late,), defects)
        if guard is not None:
            return Checked("guard", (guard,), defects)
        return Checked("guard", fed.evidence, defects) if fed.origin == "guard" else Checked(defects=defects)
