"""The two claims about an endpoint: that it is cached in PostgreSQL, and that it resolves no string.

A claim is proven only where nothing on the way was unclear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.server.bodies.sinks import UNKNOWN_KIND
from audit.server.reaching import Event, Reach

if TYPE_CHECKING:
    from audit.model import ClaimState
    from audit.server.bodies.doing import Edge
    from audit.server.meaning.model import Node

CACHED, NOT_STRINGS = "pg-cached", "not-string-resolve"
CONFIGURED = "cache configured"

_READS = frozenset(("cache-by-key", "cache-fuzzy", "identity-by-key", "identity-by-name"))
_WRITES = frozenset(("cache-write",))
_FETCHES = frozenset(("discogs-by-id", "discogs-string-search", "external-string-search"))
_STRINGS = frozenset(("cache-fuzzy", "discogs-string-search"))
_OTHER_STRINGS = frozenset(("identity-by-name", "external-string-search"))


class Claims(NamedTuple):
    """What can be said of an endpoint, and on which condition."""

    states: dict[str, ClaimState]
    when: tuple[str, ...]


def claims_of(reach: Reach) -> Claims:
    """Both claims for one handler."""
    kinds = {kind for marks in reach.marks.values() for kind, _ in marks}
    unclear = bool(reach.doubts) or UNKNOWN_KIND in kinds
    caching = _Caching(reach)
    cached, when = caching.state(kinds)
    if unclear:
        cached, when = "unknown", ()
    return Claims({CACHED: cached, NOT_STRINGS: _strings(kinds, unclear=unclear)}, when)


def absent() -> Claims:
    """Nothing can be said of a route that is not there."""
    return Claims({CACHED: "unknown", NOT_STRINGS: "unknown"}, ())


def _strings(kinds: set[str], *, unclear: bool) -> ClaimState:
    """Refuted by any search of Discogs or its copy for a text; in part by a search of something else."""
    if kinds & _STRINGS:
        return "refuted"
    if unclear:
        return "unknown"
    return "partly" if kinds & _OTHER_STRINGS else "proven"


class _Caching:
    """Whether what is fetched from elsewhere is looked for in the cache first, and kept there."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._kinds = _behind(reach)
        self._events = {node: self._of(node) for node in reach.ways}
        self._conditions: set[str] = set()

    def state(self, kinds: set[str]) -> tuple[ClaimState, tuple[str, ...]]:
        """Proven where every fetch is covered by a read before it, and kept by a write."""
        if not kinds & _READS:
            return "refuted", ()
        fetches = [(node, at) for node, marks in self._reach.marks.items() for kind, at in marks if kind in _FETCHES]
        whole = all(self._covered(node, at, _READS, frozenset()) for node, at in fetches)
        whole = whole and all(self._covered(node, at, _WRITES, frozenset()) for node, at in fetches)
        if not fetches:
            self._note_alone()
        return ("proven" if whole else "partly"), tuple(sorted(self._conditions))

    def _of(self, node: Node) -> tuple[Event, ...]:
        marks = [Event(at, frozenset((kind,))) for kind, at in self._reach.marks[node]]
        edges = [
            Event(edge.at, self._kinds[edge.target], edge)
            for target, sources in self._reach.inside.items()
            for source, edge in sources
            if source is node and self._kinds[target]
        ]
        return tuple(sorted((*marks, *edges), key=lambda event: event.at))

    def _covered(self, node: Node, at: int, wanted: frozenset[str], seen: frozenset[Node]) -> bool:
        """Whether the cache is asked in this function, or in all that call it: reads before, writes anywhere.

        What is handed over in one call (`fall_through(cache.get, fetch)`) has no order of its own.
        """
        for event in self._events[node]:
            if event.kinds & wanted and not event.kinds & _FETCHES and self._fits(node, event, at, wanted):
                self._note(event.edge)
                return True
        if node is self._reach.root:
            return False
        callers = [(source, edge) for source, edge in self._reach.inside.get(node, ()) if source not in seen]
        return bool(callers) and all(self._covered(source, edge.at, wanted, seen | {node}) for source, edge in callers)

    def _fits(self, node: Node, event: Event, at: int, wanted: frozenset[str]) -> bool:
        if wanted is _WRITES or event.at < at:
            return True
        return any(
            one.edge is not None
            and one.edge.call is not None
            and _spans(one.edge.call, at)
            and _spans(one.edge.call, event.at)
            for one in self._every(node)
        )

    def _every(self, node: Node) -> list[Event]:
        return [
            Event(edge.at, frozenset(), edge)
            for sources in self._reach.inside.values()
            for source, edge in sources
            if source is node
        ]

    def _note_alone(self) -> None:
        """Without a fetch: the cache is all there is, on the condition of the ways that lead to it."""
        for node in self._events:
            for event in self._events[node]:
                if event.kinds & _READS:
                    self._note(event.edge)

    def _note(self, edge: Edge | None) -> None:
        if edge is not None and edge.optional:
            self._conditions.add(CONFIGURED)


def _behind(reach: Reach) -> dict[Node, frozenset[str]]:
    """The kinds that stand in each node or behind it."""
    kinds = {node: {kind for kind, _ in reach.marks[node]} for node in reach.ways}
    waiting = [node for node in kinds if kinds[node]]
    while waiting:
        node = waiting.pop()
        for source, _ in reach.inside.get(node, ()):
            if not kinds[node] <= kinds[source]:
                kinds[source] |= kinds[node]
                waiting.append(source)
    return {node: frozenset(many) for node, many in kinds.items()}


def _spans(call: object, at: int) -> bool:
    start, end = getattr(call, "at", 0), getattr(call, "end", 0)
    return isinstance(start, int) and isinstance(end, int) and start <= at < end
