"""Conditions of grounds and triggers: the facts of a report that a rules file may ask about."""

from typing import Literal

import msgspec
from msgspec import field

from audit.model import AccessKind, FlaggedState, GateState, Reach, SinkKind
from audit.rulebook.words import Claim, Protection

Family = Literal["table", "claim", "outside", "access"]


class AccessMatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which accesses are meant: all given keys must fit, any word of a key will do; `*` is every subject."""

    subject: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    kind: tuple[AccessKind, ...] = ()
    carries: tuple[str, ...] = ()
    flagged: tuple[FlaggedState, ...] = ()
    gate: tuple[GateState, ...] = ()
    reach: tuple[Reach, ...] = ()
    keyed_by: tuple[str, ...] = ()


class Condition(AccessMatch, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One fact and whether it is expected; which keys are given decides what it is about (`family`).

    - table: `table` or `column` is read on the way to one of `read_on`, and written by accesses as
      `written_by` says
    - claim: the service's code proves `claim` for every one of `subject`
    - outside: the exports that have none of the protections `outside` are `exactly` these
    - access: there is a production access that fits
    """

    table: str | None = None
    column: str | None = None
    read_on: tuple[SinkKind, ...] = ()
    written_by: AccessMatch | None = None
    claim: Claim | None = None
    outside: tuple[Protection, ...] = ()
    exactly: tuple[str, ...] = ()
    expected: bool = field(default=True, name="is")

    @property
    def family(self) -> Family:
        """What the condition is about."""
        if self.table is not None or self.column is not None:
            return "table"
        if self.claim is not None:
            return "claim"
        return "outside" if self.outside else "access"


FAMILY_KEYS: dict[Family, frozenset[str]] = {
    "table": frozenset({"table", "column", "read_on", "written_by", "is"}),
    "claim": frozenset({"claim", "subject", "is"}),
    "outside": frozenset({"outside", "exactly", "is"}),
    "access": frozenset({*AccessMatch.__struct_fields__, "is"}),
}
"""The keys that make sense together."""

LISTED = frozenset({*AccessMatch.__struct_fields__, "read_on", "outside", "exactly"})
"""The keys that take one word or a list of words."""
