"""What a decision is judged on: gate, reach, flagged and where people see it, in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.ledger.records import Judged
from audit.model import FLAGGED_STATES, GATE_STATES, REACHES, likeliest, strongest, weakest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.model import Access, Path


def facts_of(accesses: Iterable[Access]) -> Judged:
    """The facts of these accesses taken together; None for what was not computed on any of them."""
    several = list(accesses)
    gates = [one.gate.state for one in several if one.gate is not None]
    reaches = [one.reach for one in several if one.reach is not None]
    flags = [path.flagged.state for one in several for path in one.paths if path.flagged is not None]
    shown = sorted({place for one in several for place in shown_at(one)})
    return Judged(
        gate=weakest(gates),
        reach=strongest(reaches),
        flagged=likeliest(flags),
        shown_at=tuple(shown) if reaches else None,
    )


def shown_at(access: Access) -> Iterator[str]:
    """Where people see what the access gives: routes, channels and columns of explicit and argument flows."""
    for path in access.paths:
        if path.flow != "implicit":
            yield from _places(path)


def beyond(judged: Judged, now: Judged) -> tuple[str, ...]:
    """What of `now` goes beyond what was judged, in plain lines; unwatched and uncomputed facts never do."""
    lines = []
    if judged.gate and now.gate and GATE_STATES.index(now.gate) < GATE_STATES.index(judged.gate):
        lines.append(f"gate: {judged.gate} → {now.gate}")
    if judged.reach and now.reach and REACHES.index(now.reach) < REACHES.index(judged.reach):
        lines.append(f"reach: {judged.reach} → {now.reach}")
    if judged.flagged and now.flagged and FLAGGED_STATES.index(now.flagged) < FLAGGED_STATES.index(judged.flagged):
        lines.append(f"flagged: {judged.flagged} → {now.flagged}")
    if judged.shown_at is not None and now.shown_at is not None:
        lines += [f"+ shown at {place}" for place in now.shown_at if place not in judged.shown_at]
    return tuple(lines)


def _places(path: Path) -> Iterator[str]:
    sink = path.sink
    if sink.kind in ("http", "view"):
        yield from sink.routes
    elif sink.kind == "message":
        yield f"message {sink.channel or 'unknown'}"
    elif sink.kind == "database":
        yield from (f"column {column}" for column in sink.columns)
