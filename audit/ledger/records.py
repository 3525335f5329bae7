"""A decision as its file has it. Format: docs/decisions.md."""

from typing import Final

import msgspec

from audit.model import Choice, FlaggedState, GateState, Reach

REVIEWED: Final[tuple[Choice, ...]] = ("stay-ungated", "deferred")
"""Choices that leave the access as it is: they need a `review_by`; the others need a `due`."""
YEAR_DAYS: Final = 366


class Site(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A readable anchor of one access: its file, the function around it, and its normalised text."""

    file: str
    function: str = msgspec.field(name="in")
    call: str


class Judged(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The facts that a reason rests on; what is None, or not there, is not watched.

    `shown_at` names routes, channels (`message slack`) and columns (`column concerts.image_url`).
    """

    gate: GateState | None = None
    reach: Reach | None = None
    flagged: FlaggedState | None = None
    shown_at: tuple[str, ...] | None = None


class Stated(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What stands in a decision file; days are ISO 8601."""

    subject: str
    decision: Choice
    reason: str
    decided_by: str
    decided_on: str
    review_by: str | None = None
    due: str | None = None
    links: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    judged: Judged = Judged()
    sites: tuple[Site, ...] = msgspec.field(default=(), name="site")


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A decision file: its path below the root, what it states, and its bytes."""

    path: str
    stated: Stated
    data: bytes

    @property
    def is_migration(self) -> bool:
        """Is the direct access to become a call of the client?"""
        return self.stated.decision == "migrate"

    @property
    def leaves_open(self) -> bool:
        """Does the decision leave the access outside the gate?"""
        return self.stated.decision in REVIEWED
