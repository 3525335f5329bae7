"""From an access to where its result is seen or kept."""

from typing import Literal

import msgspec

from audit.model.orders import FlaggedState
from audit.model.places import Evidence, Step

SinkKind = Literal["http", "view", "message", "database", "file", "request", "log", "control"]
Flow = Literal["explicit", "argument", "implicit"]
Confidence = Literal["proven", "possible"]
EscapeReason = Literal["unresolved-call", "unmodelled-code", "dynamic-key", "language", "exported", "budget"]


class Sink(msgspec.Struct, frozen=True, kw_only=True):
    """Where a value is seen or kept.

    `routes`: for `http` method and full mounted path, for `view` the page; `columns`: for `database`;
    `channel`: for `message`, such as "slack" or "email".
    """

    kind: SinkKind
    file: str
    line: int
    column: int
    routes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    channel: str | None = None


class Flagged(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a path can show data for a flagged row."""

    state: FlaggedState
    evidence: tuple[Evidence, ...] = ()


class Condition(msgspec.Struct, frozen=True, order=True):
    """What must hold for a path to be live: a variable that is set, a column that is written."""

    kind: Literal["env", "dormant"]
    name: str


class Path(msgspec.Struct, frozen=True, kw_only=True):
    """One way of the result to one sink; `steps` begin at the access and end at the sink.

    `flagged` is null where it was not computed. `fields` are read from the result on the way, `["*"]` when
    the whole value goes on. `stored_in` names the columns the value passed through, in that order.
    """

    sink: Sink
    flow: Flow
    confidence: Confidence
    flagged: Flagged | None = None
    conditions: tuple[Condition, ...] = ()
    stored_in: tuple[str, ...] = ()
    guard: Evidence | None = None
    fields: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


class Escape(msgspec.Struct, frozen=True, order=True):
    """A place where the value was lost from sight; never rounded down to "is not shown"."""

    file: str
    line: int
    column: int
    reason: EscapeReason
    note: str
