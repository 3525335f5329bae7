"""What people decided, and what the tool proposes."""

from typing import Literal

import msgspec

from audit.model.places import Evidence

Choice = Literal["stay-ungated", "gate", "gate-by-filter", "migrate", "deferred"]
DecisionState = Literal["current", "expired", "overdue", "changed", "orphaned", "unfulfilled"]


class Recommendation(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal, its reasons and the lines to edit; without a decision `because` says what is missing."""

    decision: Choice | None = None
    because: tuple[str, ...] = ()
    places: tuple[Evidence, ...] = ()


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One way to decide about a group, and what it needs."""

    decision: Choice
    needs: tuple[str, ...] = ()


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A recorded choice; dates are ISO 8601 days, `covers` are ids of accesses, `changed` is new since."""

    file: str
    decision: Choice
    reason: str
    decided_by: str
    decided_on: str
    review_by: str | None = None
    due: str | None = None
    covers: tuple[str, ...] = ()
    state: DecisionState
    changed: tuple[str, ...] = ()
