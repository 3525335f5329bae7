"""What a statement that writes rows, and gives them back at once, has put into a column of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from audit.extract.sql import Column
    from audit.flow.frames import End
    from audit.trace import Engine

_UNSET = ("false", "null", "default")
"""Constants with which no row is flagged."""


def is_given(engine: Engine, end: End, column: Column) -> bool:
    """Does the statement at an end give the column a value that may be true?"""
    queries = engine.queries
    chain = queries.chains.of(end.spot)
    for step in chain.steps if chain is not None else ():
        number = engine.code.graph(step.spot.file, step.spot.unit).results.get(step.spot.node)
        for one in queries.writes(step.spot.file, step.spot.unit, number) if number is not None else ():
            if one.column == column and (one.literal or "").lower() not in _UNSET:
                held = replace(step.spot, node=one.node)
                return one.node < 0 or bool(engine.backwards.ends(held, one.path, end.env))
    return False
