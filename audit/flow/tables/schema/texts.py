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
_MOST = 4
"""Texts of one node that are looked at."""


def text_of(trace: Trace, spot: Spot, frames: Frames = ()) -> str:
    """The text at a node: of several the one with the fewest open parts."""
    return texts_of(trace, spot, frames)[0]


def texts_of(trace: Trace, spot: Spot, frames: Frames = (), depth: int = 0) -> list[str]:
    """The texts at a node with the fewest open parts, the longest first."""
    ways = trace.through(spot, frames) if depth < _DEEP else ()
    found = [text for one, way in ways for text in _several(trace, one, way, depth)]
    least = min((text.count("?") for text in found), default=0)
    kept = dict.fromkeys(text for text in found if text.count("?") == least)
    return sorted(kept, key=len, reverse=True)[:_MOST] or ["?"]


def _several(trace: Trace, spot: Spot, frames: Frames, depth: int) -> list[str]:
    graph = trace.code.graph(spot.file, spot.unit)
    source = graph.source[spot.node]
    if isinstance(source, lowered.Literal):
        return [str(source.value) if source.value is not None else "?"]
    parts = [Spot(spot.file, spot.unit, node) for node, op, _ in graph.back[spot.node] if op is Op.BUILD]
    if isinstance(source, lowered.Template) and source.tag is None:
        inner = [texts_of(trace, one, frames, depth + 1) for one in parts]
        pairs = zip(([one] for one in source.parts), [*inner, [""]], strict=False)
        return _put_together([piece for pair in pairs for piece in pair])
    if isinstance(source, (lowered.Binary, lowered.Assign)) and source.op in ("+", "+=") and parts:
        return _put_together([texts_of(trace, one, frames, depth + 1) for one in parts])
    receiver = trace.receiver(spot)
    site = trace.site(spot)
    if receiver is not None and site is not None and site.method in _SAME:
        return texts_of(trace, receiver, frames, depth + 1)
    return ["?"]


def _put_together(pieces: list[list[str]]) -> list[str]:
    """Every text that pieces with several ways make, up to a few."""
    found = [""]
    for ways in pieces:
        found = [text + way for text in found for way in ways][:_MOST]
    return found
