"""Under which conditions a query reads or writes rows. What does not hold in every case stands in an arm."""

from __future__ import annotations

from audit.extract.sql import Predicate
from audit.flow.code import Spot
from audit.flow.tables.chains import Chain, Step
from audit.flow.tables.fragments import LEAST
from audit.flow.tables.read.reads import Reads
from audit.rulebook import places_of


class Filters:
    """Conditions of chains and of statements."""

    def __init__(self, reads: Reads) -> None:
        self.reads, self.projections = reads, reads.projections
        self.chains, self.trace = reads.chains, reads.trace

    def of(self, chain: Chain) -> tuple[Predicate, ...]:
        """Every predicate of a chain's steps, in order, each once."""
        found: dict[Predicate, None] = {}
        for step in chain.steps:
            for spot, kind in self.conditions(step):
                for one in self._predicates(spot, kind, step):
                    found[one._replace(arm=True) if step.maybe else one] = None
        return tuple(found)

    def conditions(self, step: Step) -> list[tuple[Spot, str]]:
        """The nodes of a step's conditions, and how each is read: a condition, or a whole statement."""
        if step.row.step == "sql":
            statement = self.reads.statement(step)
            return [statement] if statement is not None else []
        found: list[tuple[Spot, str]] = []
        for place in places_of(step.row.where) if step.row.where and step.row.step != "operator" else ():
            held = self.chains.place(step.spot, place)
            if held is not None:
                spots = self.trace.member(held, place.path[0]) if place.path else [held]
                found.extend((one, "condition") for one in spots)
        return found

    def _predicates(self, spot: Spot, kind: str, step: Step) -> list[Predicate]:
        text = self.projections.text(spot, kind)
        ways = (self.projections.facts(spot, kind, way).predicates for way in range(text.ways))
        most = tuple(dict.fromkeys(one for way in ways for one in way))
        if text.open:
            least = frozenset(self.projections.facts(spot, kind, LEAST).predicates)
            most = tuple(one if one in least else one._replace(arm=True) for one in most)
        clause = {"join": "on", "upsert": "write"}.get(step.row.step) if kind else None
        return [one._replace(clause=clause) if clause and one.clause == "where" else one for one in most]
