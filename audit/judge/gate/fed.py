"""Where values come from, and what parts and alternatives make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.code import Spot
    from audit.flow.frames import Env
    from audit.model import Evidence

Origin = Literal["rows", "filter", "guard", "other", "none"]


class Fed(Struct, frozen=True, order=True):
    """Where a value comes from: rows that may be flagged, rows without those, anything else, or constants only.

    `queries` are the queries of whatever tables that have a part in it, as they are asked on this chain.
    """

    origin: Origin
    evidence: tuple[Evidence, ...] = ()
    queries: frozenset[tuple[Spot, Env]] = frozenset()


NONE, OTHER = Fed("none"), Fed("other")


def together(parts: Iterable[Fed], *, briefly: bool = False) -> Fed:
    """Parts of one value: rows that may be flagged spoil it, filtered ones decide the rest.

    `briefly`: no more parts are looked at than decide the origin.
    """
    return _first(parts, ("rows", "filter", "guard", "other", "none"), briefly=briefly)


def either(ways: Iterable[Fed], *, briefly: bool = False) -> Fed:
    """Alternatives: what holds in all of them but constants."""
    return _first(ways, ("rows", "other", "guard", "filter", "none"), briefly=briefly)


def _first(several: Iterable[Fed], order: tuple[Origin, ...], *, briefly: bool) -> Fed:
    found: list[Fed] = []
    for one in several:
        if briefly and one.origin == order[0]:
            return one
        found.append(one)
    queries = frozenset(query for one in found for query in one.queries)
    for origin in order:
        same = [one for one in found if one.origin == origin]
        if same:
            facts = dict.fromkeys(fact for one in same for fact in one.evidence)
            return Fed(origin, tuple(facts), queries)
    return NONE
