"""Filters and checks on one chain: are flagged rows left out before the access, or found out too late?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

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


def checked(engine: Engine, rules: Rules, chain: Chain) -> Checked:  # noqa: ARG001 - not yet
    """The first that holds: a filter of the feeding query, a check that dominates the access, one that is late."""
    return Checked()
