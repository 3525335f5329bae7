"""Ways on from the columns that an access writes: a way to a column, and a way from it, are one path.

Every column that the access writes itself keeps a path to each sink that is read from it. What lies behind further
columns is listed once for each sink and flow, by the fewest columns: that the same sink is reached through other
columns too, in another order, says nothing that a decision rests on, and there are hundreds of such ways.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.model import Flow, Path, Sink, Step

MOST = 3
"""Columns on one path; none is on it twice."""
_FLOWS: tuple[Flow, ...] = ("explicit", "argument", "implicit")


class _Way(Struct, frozen=True, order=True):
    """A value on its way through `columns`, by `parts` of a path. `flow` is an index: strongest first."""

    guess: bool
    flow: int
    length: int
    columns: tuple[str, ...]
    parts: tuple[Path, ...]

    @property
    def sink(self) -> Sink:
        return self.parts[-1].sink

    def into(self, column: str) -> _Way:
        return replace(self, columns=(*self.columns, column))

    def on(self, part: Path) -> _Way:
        """The way on by a path that begins where this one ends."""
        guess, flow = part.confidence != "proven", _FLOWS.index(part.flow)
        length = self.length + len(part.steps)
        return _Way(self.guess or guess, max(self.flow, flow), length, self.columns, (*self.parts, part))

    def order(self) -> tuple[object, ...]:
        """Proven before possible, short before long; then by names."""
        return self.guess, self.length, self.columns, [(one.sink.file, one.sink.line) for one in self.parts]

    def path(self) -> Path:
        return replace(
            self.parts[-1],
            flow=_FLOWS[self.flow],
            confidence="possible" if self.guess else "proven",
            stored_in=self.columns,
            fields=self.parts[0].fields,
            steps=tuple(self._steps()),
        )

    def _steps(self) -> Iterator[Step]:
        """All steps; the first behind a column says from which one the value comes."""
        yield from self.parts[0].steps
        for column, part in zip(self.columns, self.parts[1:], strict=True):
            for number, step in enumerate(part.steps):
                yield step if number else replace(step, note=f"read from {column}: {step.note}")


_START = _Way(guess=False, flow=0, length=0, columns=(), parts=())


class _Best:
    """The best way to each thing, by flow."""

    def __init__(self) -> None:
        self._ways: dict[tuple[object, int], _Way] = {}

    def add(self, to: object, way: _Way) -> None:
        key = (to, way.flow)
        self._ways[key] = min(self._ways.get(key, way), way, key=_Way.order)

    def has(self, to: object, way: _Way) -> bool:
        """Is there a way that is no weaker and no less certain?"""
        known = (self._ways.get((to, flow)) for flow in range(way.flow + 1))
        return any(one is not None and one.guess <= way.guess for one in known)

    def ways(self) -> tuple[_Way, ...]:
        return tuple(sorted(self._ways.values(), key=_Way.order))


def joined(direct: tuple[Path, ...], read: dict[str, tuple[Path, ...]]) -> tuple[Path, ...]:
    """The paths that lead on from the columns that `direct` paths write; `read` has those that begin at a column."""
    found, sinks, columns = list[_Way](), _Best(), _Best()
    ways = tuple(_START.on(one) for one in direct)
    for depth in range(MOST):
        ends = _Best()
        for way in _entering(ways, columns):
            for part in read.get(way.columns[-1], ()):
                end = way.on(part)
                ends.add((end.sink, end.columns if depth == 0 else ()), end)
        for way in ways:
            sinks.add(way.sink, way)
        ways = tuple(way for way in ends.ways() if depth == 0 or not sinks.has(way.sink, way))
        found.extend(ways)
    return tuple(way.path() for way in found)


def _entering(ways: Iterable[_Way], known: _Best) -> Iterator[_Way]:
    """The best ways into the columns that no earlier way came to. Implicit data crosses no column."""
    new = _Best()
    for way in ways:
        for column in way.sink.columns if _FLOWS[way.flow] != "implicit" else ():
            if column not in way.columns and not known.has(column, way):
                new.add(column, way.into(column))
    for way in new.ways():
        known.add(way.columns[-1], way)
        yield way
