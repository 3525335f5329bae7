"""Under which conditions a query reads or writes rows. What does not hold in every case stands in an arm."""

from __future__ import annotations

from audit.extract.facts import code as lowered
from audit.extract.sql import Column, Predicate
from audit.flow.code import Spot
from audit.flow.tables.chains import Chain, Step
from audit.flow.tables.fragments import LEAST
from audit.flow.tables.objects import Objects, Said
from audit.flow.tables.read.reads import Reads
from audit.flow.tables.write.comparing import is_compared
from audit.rulebook import places_of


class Filters:
    """Conditions of chains and of statements."""

    def __init__(self, reads: Reads) -> None:
        self.reads, self.projections = reads, reads.projections
        self.chains, self.trace = reads.chains, reads.trace
        self._objects: dict[str, Objects] = {}

    def objects(self, models: str) -> Objects:
        """How objects are read as conditions, by a client that has models with its own words for operators."""
        if models not in self._objects:
            rows = self.trace.origins.vocabulary.queries.rows
            found = [one for one in rows if one.step == "operator" and models and one.models == models]
            words = {key[:-1]: one.means for one in found for key in one.method if one.means}
            self._objects[models] = Objects(self.trace, words)
        return self._objects[models]

    def said(self, step: Step, spot: Spot, kind: str) -> list[Said] | None:
        """What the object at a node says of each column; None where the condition is none."""
        is_object = kind == "condition" and isinstance(self.trace.source(spot), lowered.Object)
        return self.objects(step.row.models).said(spot, sure=step.row.says != "not") if is_object else None

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
        if step.row.step == "where" and is_compared(step.row) and not self._is_object(step):
            return [(step.spot, "compared")]
        found: list[tuple[Spot, str]] = []
        for place in places_of(step.row.where) if step.row.where and step.row.step != "operator" else ():
            held = self.chains.place(step.spot, place)
            if held is not None:
                spots = self.trace.member(held, place.path[0]) if place.path else [held]
                found.extend((one, "condition") for one in spots)
        return found

    def _is_object(self, step: Step) -> bool:
        """Does a step say what columns must be by an object, and not by their names?"""
        held = self.trace.argument(step.spot, 0)
        made = self.trace.made(held) if held is not None else ()
        return any(isinstance(self.trace.source(one), (lowered.Object, lowered.Array)) for one in made)

    def _predicates(self, spot: Spot, kind: str, step: Step) -> list[Predicate]:
        said = self.said(step, spot, kind)
        if said is not None:
            return [_predicate(one) for one in said]
        text = self.projections.text(spot, kind)
        ways = (self.projections.facts(spot, kind, way).predicates for way in range(text.ways))
        most = tuple(dict.fromkeys(one for way in ways for one in way))
        if text.open:
            least = frozenset(self.projections.facts(spot, kind, LEAST).predicates)
            most = tuple(one if one in least else one._replace(arm=True) for one in most)
        clause = {"join": "on", "upsert": "write"}.get(step.row.step) if kind else None
        return [one._replace(clause=clause) if clause and one.clause == "where" else one for one in most]


def _predicate(one: Said) -> Predicate:
    """What an object says of a column; the value stands in it."""
    return Predicate(Column("", one.key), one.op, holes=() if one.constant else ("0",), arm=not one.sure)
