"""Names of tables and columns as constant texts; what is open in one is "?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.tables.trace import Frames, Trace

_SAME = frozenset(("replace", "replaceAll", "trim", "toLowerCase", "toString", "normalize", "concat"))
_DEEP = 12


def text_of(trace: Trace, spot: Spot, frames: Frames = (), depth: int = 0) -> str:
    """The text at a node: of several the one with the fewest open parts."""
    found = [_one(trace, one, way, depth) for one, way in trace.through(spot, frames)] if depth < _DEEP else []
    return min(found, key=lambda text: (text.count("?"), -len(text)), default="?")


def _one(trace: Trace, spot: Spot, frames: Frames, depth: int) -> str:
    graph = trace.code.graph(spot.file, spot.unit)
    source = graph.source[spot.node]
    if isinstance(source, lowered.Literal):
        return str(source.value) if source.value is not None else "?"
    parts = [Spot(spot.file, spot.unit, node) for node, op, _ in graph.back[spot.node] if op is Op.BUILD]
    if isinstance(source, lowered.Template) and source.tag is None:
        inner = [text_of(trace, one, frames, depth + 1) for one in parts]
        return "".join(piece for pair in zip(source.parts, [*inner, ""], strict=False) for piece in pair)
    if isinstance(source, lowered.Binary | lowered.Assign) and source.op in ("+", "+=") and parts:
        return "".join(text_of(trace, one, frames, depth + 1) for one in parts)
    receiver = trace.receiver(spot)
    site = trace.site(spot)
    if receiver is not None and site is not None and site.method in _SAME:
        return text_of(trace, receiver, frames, depth + 1)
    return "?"
