"""Names of tables and columns as constant texts; what is open in one is "?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.tables.trace import Frames, Trace

_SAME = frozenset(("replace", "replaceAll", "trim", "toLowerCase", "toString", "normalize", "concat"))
_REPLACING = frozenset(("replace", "replaceAll"))
_DEEP = 12
_MOST = 4
"""Texts of one node that are looked at."""


def text_of(trace: Trace, spot: Spot, frames: Frames = ()) -> str:
    """The text at a node: of several the one with the fewest open parts."""
    return texts_of(trace, spot, frames)[0]


def texts_of(trace: Trace, spot: Spot, frames: Frames = ()) -> list[str]:
    """The texts at a node with the fewest open parts, the longest first."""
    return _Asked(trace).texts(spot, frames, 0)


def is_textual(method: str) -> bool:
    """Does a method of texts, or of lists of them, give a text?"""
    return method in _SAME or method == "join"


class _Asked:
    """One question. What it comes to again, at the same depth, is known: a text that is put together in many steps
    (`sql += …` under a condition each) has as many ways as these have together.
    """

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._known: dict[tuple[Spot, Frames, int], list[str]] = {}

    def texts(self, spot: Spot, frames: Frames, depth: int) -> list[str]:
        key = (spot, frames, depth)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._found(spot, frames, depth)
        return found

    def _found(self, spot: Spot, frames: Frames, depth: int) -> list[str]:
        ways = self._trace.through(spot, frames) if depth < _DEEP else ()
        found = [text for one, way in ways for text in self._several(one, way, depth)]
        least = min((text.count("?") for text in found), default=0)
        kept = dict.fromkeys(text for text in found if text.count("?") == least)
        return sorted(kept, key=len, reverse=True)[:_MOST] or ["?"]

    def _several(self, spot: Spot, frames: Frames, depth: int) -> list[str]:
        trace = self._trace
        graph = trace.code.graph(spot.file, spot.unit)
        source = graph.source[spot.node]
        if isinstance(source, lowered.Literal):
            return [str(source.value) if source.value is not None else "?"]
        parts = [Spot(spot.file, spot.unit, node) for node, op, _ in graph.back[spot.node] if op is Op.BUILD]
        if isinstance(source, lowered.Template) and source.tag is None:
            inner = [self.texts(one, frames, depth + 1) for one in parts]
            pairs = zip(([one] for one in source.parts), [*inner, [""]], strict=False)
            return _put_together([piece for pair in pairs for piece in pair])
        if isinstance(source, (lowered.Binary, lowered.Assign)) and source.op in ("+", "+=") and parts:
            return _put_together([self.texts(one, frames, depth + 1) for one in parts])
        receiver, site = trace.receiver(spot), trace.site(spot)
        if receiver is None or site is None:
            return ["?"]
        if site.method == "join":
            return self._joined(spot, receiver, frames, depth)
        found = self.texts(receiver, frames, depth + 1) if site.method in _SAME else ["?"]
        return _replaced(trace, spot, site.method, found) if site.method in _REPLACING else found

    def _joined(self, spot: Spot, items: Spot, frames: Frames, depth: int) -> list[str]:
        """The texts of a list that is written out, with what stands between each two."""
        given = self._trace.argument(spot, 0)
        between = self.texts(given, frames, depth + 1) if given is not None else [","]
        pieces: list[list[str]] = []
        for item, inner, key in self._trace.elements(items, frames):
            if key == "[*]":
                return ["?"]
            pieces.extend([between, self.texts(item, inner, depth + 1)])
        return _put_together(pieces[1:]) if pieces else ["?"]


def _replaced(trace: Trace, spot: Spot, method: str, found: list[str]) -> list[str]:
    """The same where one constant stands in the place of another."""
    old, new = (trace.argument(spot, position) for position in (0, 1))
    if old is None or new is None or _is_pattern(trace, old):
        return found
    before, after = texts_of(trace, old)[0], texts_of(trace, new)[0]
    if not before or "?" in before + after:
        return found
    return [one.replace(before, after, -1 if method == "replaceAll" else 1) for one in found]


def _is_pattern(trace: Trace, spot: Spot) -> bool:
    sources = map(trace.source, trace.made(spot))
    return any(isinstance(one, lowered.Literal) and bool(one.kind) for one in sources)


def _put_together(pieces: list[list[str]]) -> list[str]:
    """Every text that pieces with several ways make, up to a few."""
    found = [""]
    for ways in pieces:
        found = [text + way for text in found for way in ways][:_MOST]
    return found
