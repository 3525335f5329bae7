"""What the service's own code says about a subject; only with `--server`."""

from typing import Literal

import msgspec

from audit.model.places import Evidence, Place

ClaimState = Literal["proven", "refuted", "partly", "unknown"]
Via = Literal["call", "mention", "depends"]


class Hop(msgspec.Struct, frozen=True, kw_only=True):
    """One function on the way from a route's handler to what it reaches."""

    function: str
    file: str
    line: int
    via: Via


class Reached(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the service that a route reaches, and how."""

    file: str
    line: int
    chain: tuple[Hop, ...] = ()


class Server(msgspec.Struct, frozen=True, kw_only=True):
    """The route of a subject in the service's checkout; kinds not reached are absent from `reaches`."""

    commit: str | None = None
    route: Literal["present", "absent"]
    handler: str | None = None
    at: Place | None = None
    reaches: dict[str, tuple[Reached, ...]] = {}
    claims: dict[str, ClaimState] = {}
    when: tuple[str, ...] = ()
    unresolved: tuple[Evidence, ...] = ()
