"""What accesses reach, and what decisions are about."""

from typing import Literal

import msgspec

from audit.model.decisions import Decision, Option, Recommendation
from audit.model.orders import FlaggedState, Reach
from audit.model.places import Place
from audit.model.servers import Server

SubjectKind = Literal["export", "endpoint", "database"]


class Protection(msgspec.Struct, frozen=True):
    """What the client's own source puts before the request."""

    gate: bool
    limiter: bool


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """An export, an endpoint reached directly, or a database.

    `listed`: named in the rules as audited; else discovered. `exempt`: the reason why it needs no decision.
    `reach`, `flagged` and `recommendation` are null where they were not computed, `protection` where there is
    no client's source to read it from.
    """

    id: str
    kind: SubjectKind
    listed: bool
    exempt: str | None = None
    carries: str | None = None
    defined_at: Place | None = None
    protection: Protection | None = None
    endpoints: tuple[str, ...] = ()
    server: Server | None = None
    reach: Reach | None = None
    flagged: FlaggedState | None = None
    recommendation: Recommendation | None = None
    decisions: tuple[Decision, ...] = ()


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Accesses that people decide about as one thing."""

    id: str
    title: str
    accesses: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    recommendation: Recommendation | None = None
    decisions: tuple[Decision, ...] = ()
