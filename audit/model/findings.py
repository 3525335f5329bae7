"""What the facts mean for reasons on record, and what a check says about them."""

from typing import Literal

import msgspec

from audit.model.places import Evidence

GroundState = Literal["holds", "no-longer", "never-held", "cannot-check"]
TriggerState = Literal["met", "dormant", "not-met", "unknown"]
DriftKind = Literal["comment", "rules", "decision", "server", "client"]
Level = Literal["error", "warning", "note"]
FindingState = Literal["new", "moved", "changed", "known", "accepted"]


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """A reason on which something was deferred, and whether it still holds.

    `unwritten`: it holds only while nothing is written to these columns.
    """

    id: str
    quote: str
    source: str
    state: GroundState
    evidence: tuple[Evidence, ...] = ()
    unwritten: tuple[str, ...] = ()


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A condition that reopens a decision; `confirm` is SQL for a person to run, never run by the tool."""

    id: str
    state: TriggerState
    evidence: tuple[Evidence, ...] = ()
    confirm: str | None = None


class Drift(msgspec.Struct, frozen=True, order=True):
    """What is said, and what the code does."""

    kind: DriftKind
    file: str
    line: int
    note: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What a check says about one access or subject; `help` is the one command or edit that resolves it.

    `related` are the further sites of the same cause.
    """

    rule: str
    level: Level
    access: str | None = None
    subject: str | None = None
    file: str
    line: int
    message: str
    help: str
    state: FindingState
    related: tuple[Evidence, ...] = ()
