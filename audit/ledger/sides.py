"""What findings are made from: one state of the tree with its rules and decisions, or two and what is
between.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from audit.ledger.covering import Cover, covers
from audit.ledger.matching import Matched, compared, unwrapped
from audit.ledger.records import Record
from audit.model import Access, GateState, Report
from audit.rulebook import Rules, matches

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from audit.model import Subject

HOLDS: frozenset[GateState] = frozenset(("argument", "guard", "filter"))
"""The states of a gate that keeps flagged rows away."""
OPEN: frozenset[GateState] = frozenset(("none", "unarmed", "late", "partly"))
"""The states of a gate that lets them through although nobody meant it to."""


class Side(msgspec.Struct, frozen=True, dict=True):
    """A tree, audited; `rules_file` are the bytes of its own rules, if it has some."""

    report: Report
    rules: Rules
    records: tuple[Record, ...] = ()
    rules_file: bytes | None = None

    def but(self, **changed: Any) -> Side:
        """The same with other fields."""
        return msgspec.structs.replace(self, **changed)

    @cached_property
    def counted(self) -> tuple[Access, ...]:
        """The accesses that a check is about: production, no wrappers."""
        return tuple(one for one in self.report.accesses if one.scope == "production" and not one.wrapper)

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """The subjects by id."""
        return {one.id: one for one in self.report.subjects}

    def exemption(self, access: Access) -> str | None:
        """Why the access needs no decision, None when it needs one."""
        subject = self.subjects.get(access.subject)
        if subject is not None and subject.exempt is not None:
            return subject.exempt
        rows = (row for row in self.rules.exempt if row.paths and matches(row.paths, access.file))
        return next((row.because for row in rows), None)

    def is_outside(self, access: Access) -> bool:
        """Does the access reach an audited export, an endpoint or a database, and no gate is known to hold
        there?
        """
        subject = self.subjects.get(access.subject)
        if subject is None or (subject.kind == "export" and not subject.listed):
            return False
        return not is_gated(access)

    def is_flag_missing(self, access: Access) -> bool:
        """Is it a call of a gated export, keyed by a row that can be flagged, whose gate never closes?

        Where the client does not know the flag, nobody can pass it.
        """
        subject = self.subjects.get(access.subject)
        if subject is None or subject.kind != "export" or subject.id not in gated_names(self.rules):
            return False
        if self.is_gate_unknown(access):
            return False
        carried = any(key.kind in ("catalogue-row", "unknown") for key in access.keyed_by[:1])
        return access.gate is not None and access.gate.state in OPEN and carried

    def is_gate_unknown(self, access: Access) -> bool:
        """Does the client's own code not know the flag for what the access calls?"""
        subject = self.subjects.get(access.subject)
        return subject is not None and subject.protection is not None and not subject.protection.gate


class Tree(NamedTuple):
    """One side, judged against its decisions on a day; `today` is None where nobody asks for the day."""

    side: Side
    covers: tuple[Cover, ...]
    today: dt.date | None

    def decided(self) -> frozenset[str]:
        """The ids of accesses that a decision covers."""
        return frozenset(access.id for cover in self.covers for access in cover.accesses)


class Change(NamedTuple):
    """Two sides, which access is which, and the head with its decisions. `renames` leads from base to
    head.
    """

    base: Side
    head: Tree
    matched: Matched
    renames: Mapping[str, str]

    def before(self) -> dict[str, Access]:
        """The base's access by the id of the head's."""
        return {pair.head.id: pair.base for pair in self.matched.pairs}


def tree_of(side: Side, today: dt.date | None) -> Tree:
    """The side with what its decisions cover."""
    return Tree(side, covers(side.records, side.counted), today)


def change_of(base: Side, head: Side, renames: Mapping[str, str], today: dt.date | None) -> Change:
    """What is between two sides; decisions follow their accesses through it."""
    matched = unwrapped(
        compared(base.counted, head.counted, renames), base.report.accesses, head.report.accesses, renames
    )
    return Change(base, Tree(head, covers(head.records, head.counted, matched), today), matched, renames)


def is_gated(access: Access) -> bool:
    """Is a gate known to hold at the access?"""
    return access.gate is not None and access.gate.state in HOLDS


def gated_names(rules: Rules) -> tuple[str, ...]:
    """The exports that the rules call gated."""
    return rules.client.gated if rules.client is not None else ()
