"""Which route answers an endpoint, and one answer for a subject with several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.model import Server
from audit.server.framework.routes import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.model import ClaimState
    from audit.server.framework.routes import Route

_WEAKEST: tuple[ClaimState, ...] = ("refuted", "unknown", "partly", "proven")


def matched(routes: tuple[Route, ...], endpoint: str) -> Route | None:
    """The route with the same path; else the one whose parameters take the endpoint's words, fewest first."""
    verb, _, path = endpoint.partition(" ")
    asked = normal(path.partition("?")[0])
    fitting = [one for one in routes if one.verb == verb and _takes(one.path, asked)]
    return min(fitting, key=lambda one: (one.path != asked, one.path.count("{}"), one.path), default=None)


def merged(many: Sequence[Server]) -> Server:
    """What holds of all endpoints: the weakest of each claim, everything that any of them reaches."""
    first, *others = many
    for one in others:
        reaches = dict(first.reaches)
        for kind, places in one.reaches.items():
            reaches[kind] = tuple(dict.fromkeys((*reaches.get(kind, ()), *places)))
        claims = {claim: min(first.claims[claim], one.claims[claim], key=_WEAKEST.index) for claim in first.claims}
        first = Server(
            commit=first.commit,
            route="present" if first.route == one.route == "present" else "absent",
            handler=", ".join(filter(None, (first.handler, one.handler))) or None,
            at=first.at or one.at,
            reaches=reaches,
            claims=claims,
            when=tuple(sorted({*first.when, *one.when})),
            unresolved=tuple(dict.fromkeys((*first.unresolved, *one.unresolved))),
        )
    return first


def _takes(route: str, asked: str) -> bool:
    """A parameter of the route takes any word, but a variable part of the endpoint fits a parameter only."""
    ours, theirs = route.split("/"), asked.split("/")
    return len(ours) == len(theirs) and all(one in ("{}", other) for one, other in zip(ours, theirs, strict=True))
