"""The columns that the declaration of a table lists in an object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.flow.tables.schema.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.tables.trace import Trace

_DEEP = 6


def listed(trace: Trace, spot: Spot) -> list[tuple[str, str]]:
    """Keys of the object of columns, with the names that the builders at its values are given."""
    if not isinstance(trace.source(spot), lowered.Object):
        return []
    return [(key, _name(trace, value) or key) for key, value in trace.properties(spot)]


def is_whole(trace: Trace, spot: Spot, depth: int = 0) -> bool:
    """Is an object written out, with all that is spread into it?"""
    if depth > _DEEP or not isinstance(trace.source(spot), lowered.Object):
        return False
    return all(is_whole(trace, one, depth + 1) for one in _spread(trace, spot))


def _spread(trace: Trace, spot: Spot) -> Iterator[Spot]:
    for before, op, _ in trace.code.graph(spot.file, spot.unit).back[spot.node]:
        if op is Op.COPY:
            yield from trace.made(Spot(spot.file, spot.unit, before))


def _name(trace: Trace, spot: Spot) -> str:
    """`varchar('artist_name', …).notNull()`: the text given to the innermost call; `{ field: 'name' }` too."""
    for one in trace.made(spot):
        source = trace.source(one)
        while isinstance(source, lowered.Call) and isinstance(source.callee, lowered.Member):
            inner = source.callee.object
            if not isinstance(inner, lowered.Call):
                break
            source = inner
        named = _first_text(trace, one, source) if isinstance(source, lowered.Call) else ""
        if named:
            return named
        field = trace.member(one, "field")
        if field:
            return text_of(trace, field[0])
    return ""


def _first_text(trace: Trace, spot: Spot, source: lowered.Call) -> str:
    """The text that a call is given first, be it by the name of a constant; `spot` is a node of its statement."""
    given = source.args[0] if source.args else None
    if isinstance(given, lowered.Literal):
        return str(given.value)
    if not isinstance(given, (lowered.Name, lowered.Member)):
        return ""
    calls = trace.code.graph(spot.file, spot.unit).calls
    nodes = (one.arguments[0] for one in calls if one.expression is source and one.arguments)
    return next((text_of(trace, replace(spot, node=node)) for node in nodes), "")
