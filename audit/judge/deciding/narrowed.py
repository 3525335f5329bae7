"""Rows of queries that nobody reads, which are asked for with some of their members only (`Item.findById(id).select(
'title')`): another one is never there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.frames import End
    from audit.flow.tables.chains import Step
    from audit.trace import Engine

_LESS, _MORE = "-", "+"
"""Begin the name of a member that comes not, or besides all others."""


class Narrowed:
    """Answers by end."""

    def __init__(self, engine: Engine) -> None:
        self._queries = engine.queries
        self._trace = engine.queries.trace

    def is_left_out(self, end: End) -> bool:
        """Is it a member of a row, or of one in a list, that does not come?"""
        chain = self._queries.chains.of(end.spot)
        if chain is None or not end.path or any(not one.startswith("[") for one in end.path[:-1]):
            return False
        steps = [one for one in chain.steps if one.row.step == "narrow" and one.row.columns]
        return any(_lacks(list(self._names(one)), end.path[-1]) for one in steps)

    def _names(self, step: Step) -> Iterator[str]:
        """The members that a step names; "" for one that is not known."""
        for place in places_of(step.row.columns or ""):
            held = self._queries.chains.place(step.spot, place)
            for one in self._trace.made(held) if held is not None else ():
                yield from self._named(one)

    def _named(self, spot: Spot) -> Iterator[str]:
        source = self._trace.source(spot)
        if isinstance(source, lowered.Literal):
            yield from source.value.split() if isinstance(source.value, str) else ()
        elif isinstance(source, lowered.Array):
            for _, value in self._trace.properties(spot):
                yield from (one for each in self._trace.made(value) for one in self._named(each))
        elif isinstance(source, lowered.Object) and all(isinstance(one.key, str) for one in source.properties):
            for key, value in self._trace.properties(spot):
                made = [self._trace.source(one) for one in self._trace.made(value)]
                off = all(isinstance(one, lowered.Literal) and not one.value for one in made)
                yield f"{_LESS}{key}" if off else key
        else:
            yield ""


def _lacks(names: list[str], name: str) -> bool:
    """Is a member not among those that are named, or is it named as one that does not come?"""
    if not names or "" in names or any(one.lstrip(_MORE) == name for one in names):
        return False
    named = [one for one in names if not one.startswith((_LESS, _MORE)) and one != "_id"]
    return bool(named) or f"{_LESS}{name}" in names
