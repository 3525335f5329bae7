"""What keeps flagged rows away from an access, and by which rows the access is keyed."""

from typing import Literal

import msgspec

from audit.model.orders import GateState
from audit.model.places import Evidence

DefectKind = Literal["cache-before-gate", "cache-key-omits-flag", "skip-cached", "flag-in-scope-unused"]
KeyKind = Literal["catalogue-row", "unknown", "other-row", "free-text", "request", "constant"]


class Chain(msgspec.Struct, frozen=True, order=True):
    """One chain of callers, and the state of the gate along it."""

    file: str
    line: int
    function: str
    state: GateState
    note: str


class Defect(msgspec.Struct, frozen=True, order=True):
    """A gate that is there and does not hold."""

    kind: DefectKind
    file: str
    line: int
    note: str


class Gate(msgspec.Struct, frozen=True, kw_only=True):
    """The weakest of its chains."""

    state: GateState
    evidence: tuple[Evidence, ...] = ()
    chains: tuple[Chain, ...] = ()
    defects: tuple[Defect, ...] = ()


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """Where the argument that selects the answer comes from; `column` where it is one."""

    kind: KeyKind
    column: str | None = None
    evidence: tuple[Evidence, ...] = ()
