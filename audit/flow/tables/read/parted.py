"""Queries that give only some of the rows which their conditions let through: limits, pages, groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.tables.spreads import spreads
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.flow.tables.chains import Chain, Step
    from audit.flow.tables.read.filters import Filters


class Parted:
    """Answers by chain."""

    def __init__(self, filters: Filters) -> None:
        self._filters, self._trace = filters, filters.trace

    def is_part(self, chain: Chain) -> bool:
        """May rows be missing that no condition leaves out?"""
        return any(self._by(step) for step in chain.steps)

    def _by(self, step: Step) -> bool:
        if step.row.step == "sql":
            conditions = self._filters.conditions(step)
            return any(self._filters.projections.facts(spot, kind).part for spot, kind in conditions)
        for place in places_of(step.row.part) if step.row.part else ():
            held = self._filters.chains.place(step.spot, place)
            if held is not None and (not place.path or self._may_have(held, place.path[0])):
                return True
        return False

    def _may_have(self, options: Spot, key: str) -> bool:
        """Do options have a member, or may they, as it is not known what they are?"""
        return any(
            not isinstance(self._trace.source(one), lowered.Object)
            or key in dict(self._trace.properties(one))
            or spreads(self._trace, one)
            for one in self._trace.made(options)
        )
