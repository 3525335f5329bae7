"""The closed vocabularies of the report, and the orders in which states outrank each other."""

from collections.abc import Iterable
from typing import Final, Literal

Language = Literal["typescript", "javascript", "python"]
Scope = Literal["production", "test", "tooling", "client"]

Reach = Literal["renders", "escapes", "stores", "decides", "contained", "unreachable"]
REACHES: Final[tuple[Reach, ...]] = ("renders", "escapes", "stores", "decides", "contained", "unreachable")
"""Strongest first."""

GateState = Literal["none", "unarmed", "late", "forced", "partly", "argument", "guard", "filter"]
GATE_STATES: Final[tuple[GateState, ...]] = (
    "none",
    "unarmed",
    "late",
    "forced",
    "partly",
    "argument",
    "guard",
    "filter",
)
"""Weakest first."""

FlaggedState = Literal["yes", "no", "unknown"]
FLAGGED_STATES: Final[tuple[FlaggedState, ...]] = ("yes", "unknown", "no")
"""Strongest first: what is not known must not be rounded down to `no`."""


def strongest(reaches: Iterable[Reach]) -> Reach | None:
    """The reach that a subject takes from its accesses; None where there are none."""
    return min(reaches, key=REACHES.index, default=None)


def weakest(states: Iterable[GateState]) -> GateState | None:
    """The gate state that an access takes from its chains; None where there are none."""
    return min(states, key=GATE_STATES.index, default=None)


def likeliest(states: Iterable[FlaggedState]) -> FlaggedState | None:
    """Whether a flagged row can be shown, over all paths; None where there are none."""
    return min(states, key=FLAGGED_STATES.index, default=None)
