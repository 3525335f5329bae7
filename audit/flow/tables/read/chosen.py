"""What decides which rows a query gives back: the values in its conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.sql import Column, Part
from audit.flow.contexts import Path
from audit.flow.tables.model import ColumnWrite
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.tables.chains import Step
    from audit.flow.tables.write.sent import Sent

_READING = ("select", "find")
_NOWHERE = Column("", "")


class Chosen:
    """Conditions of one call: of the step of a chain that it is, of a statement that it sends."""

    def __init__(self, sent: Sent) -> None:
        self._sent, self._reads, self._projections = sent, sent.reads, sent.projections

    def of(self, spot: Spot) -> tuple[tuple[int, Path], ...]:
        """Arguments of the call whose result a node is, and the part in each that decides which rows come."""
        chain = self._reads.chains.of(spot)
        if chain is None:
            return ()
        step = chain.steps[-1]
        if step.row.step == "sql":
            return tuple(dict.fromkeys(self._of_statement(step)))
        if chain.kind not in _READING:
            return ()
        if step.row.step == "pass" and step.row.rows:
            held = self._reads.trace.argument(spot, 0)  # placeholders of a query that gives rows only choose them
            return ((held.node, ()),) if held is not None else ()
        return tuple(self._of_step(step)) if step.row.step in ("where", "join", "find") else ()

    def _of_step(self, step: Step) -> Iterator[tuple[int, Path]]:
        for place in places_of(step.row.where) if step.row.where else ():
            held = self._reads.chains.place(step.spot, place)
            if held is not None:
                yield held.node, tuple(place.path)

    def _of_statement(self, step: Step) -> Iterator[tuple[int, Path]]:
        statement = self._reads.statement(step)
        facts = self._projections.facts(*statement) if statement is not None else None
        if facts is None or statement is None or facts.kind != "select":
            return
        holes = self._projections.text(*statement).holes
        shown = {part.hole for one in facts.outputs for part in one.value.parts if not part.decides}
        asked = [hole for one in facts.predicates for hole in one.holes]
        for hole in dict.fromkeys((*asked, *facts.asked, *range(len(holes)))):
            if hole not in shown:
                for one in self._sent.put(step, Part(hole=hole, decides=True), holes, ColumnWrite(_NOWHERE)):
                    if one.implicit:
                        yield one.node, one.path
