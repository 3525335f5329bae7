"""What outside code makes of a value itself, a text or a number of it (`String(row.flag)`), is not that value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.judge.deciding.kinds import ANYTHING, FALSE, SOMETHING, TRUE, Kinds

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.trace import Engine


def made_of(engine: Engine, spot: Spot, one: Kinds) -> Kinds:
    """What a call gives that is known to give on a value; what containers hold is what was put there."""
    number = engine.code.graph(spot.file, spot.unit).results[spot.node]
    flows = engine.backwards.library.flows(spot.file, spot.unit, number) or ()
    whole = any(
        not source.path and source.root in ("arg", "args", "this") and any(to.root == "result" for to in flow.targets)
        for flow in flows
        if not flow.implicit
        for source in flow.sources
    )
    if not whole:
        return one
    return ANYTHING if one & FALSE else one | SOMETHING if one & TRUE else one
