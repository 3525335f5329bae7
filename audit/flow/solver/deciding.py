"""What a value only decides: what is chosen, counted or compared by it."""

from __future__ import annotations

from audit.extract.facts import code
from audit.flow.contexts import (
    DEEPER,
    ELEMENT,
    IMPLICIT,
    KEY,
    REJECTED,
    STANDING,
    Fact,
    Reason,
    deciding,
    is_over,
    is_position,
)
from audit.flow.graph import COUNT, LACKING, LEFT, Graph
from audit.flow.solver.asked import outlives_calls
from audit.flow.solver.calls import Calls
from audit.flow.solver.outside import is_held, starts, stood
from audit.flow.solver.parts import COUNTS, OF_KINDS

_NAMELESS = (*"[!~#", LACKING)


class Deciding(Calls):
    """Rules of what rests on a value and is not the value."""

    def decide(self, fact: Fact, graph: Graph, to: int, key: str = "") -> None:
        if key == COUNT:
            if fact.path in ((), (COUNT,)):
                self.count(fact, to, (COUNT,), fact)
            return
        op = getattr(graph.source[to], "op", "")
        if is_over(fact.context) or (fact.path[:1] == (STANDING,) and not _compares(graph, to)):
            return
        if op == "in" and fact.path == (KEY,) and outlives_calls(graph, fact.node):
            return
        if op == code.CATCHES or (fact.path and (fact.path[0] == DEEPER or op in OF_KINDS)):
            return
        if isinstance(graph.source[to], code.Try) and (is_held(fact) or stood(fact) or self._is_let_go(fact, key)):
            return
        if fact.path[:1] == REJECTED and not isinstance(graph.source[to], code.Call):
            return  # it is awaited first, or nobody hears of it
        if graph.keys.get(to) == fact.node and self.subscribed(fact, graph, to):
            return
        asked = self.as_asked(fact, to)
        self.wanted.decided(self.whole(), asked, to)
        if self.wanted.implicit and fact.carried == "value" and starts(fact):
            path = (key,) if key[:1] == LACKING else ()
            there = self.below(graph, fact.context, graph.function[to])  # what is called for each element is inside
            self.add(Fact(there or fact.context, to, path, fact.carried, deciding(fact.label)), asked)

    def _is_let_go(self, fact: Fact, key: str) -> bool:
        """Is it a promise that nobody waits for where the call is tried?"""
        return key == LEFT and self.is_promised(fact)

    @staticmethod
    def as_asked(fact: Fact, to: int) -> Fact:
        """A fact as it decides: whether there is an object is hardly decided by what stands in it."""
        graph = fact.context.graph
        if fact.label >= IMPLICIT or not any(step[:1] not in _NAMELESS for step in fact.path) or _compares(graph, to):
            return fact
        asked = fact.at(fact.node)
        asked.reason, asked.doubt = Reason(fact, guess=True), True
        return asked

    def counts(self, fact: Fact, graph: Graph, to: int, key: str) -> bool:
        """Does a member say how many there are, and not what stands in a list? That hangs on how many the value holds,
        and on what decides whether something is put there (or on what else decides that: it is a guess).
        """
        if fact.path[:1] == (STANDING,):
            return True
        if not (_is_of_many(fact.path[0]) if fact.path else self._is_count(fact, key)):
            return False
        if fact.path == (ELEMENT,) and fact.label >= IMPLICIT:
            self.count(fact, to, (), Reason(fact, guess=True))
        else:
            self.decide(fact, graph, to)
        return True

    @staticmethod
    def _is_count(fact: Fact, key: str) -> bool:
        """Is a member of the value itself how many it holds? Lists and texts have a length; a size is a member like any
        other of what came as JSON, which knows no sets and maps.
        """
        return key == "length" and fact.label < IMPLICIT


def _compares(graph: Graph, to: int) -> bool:
    """Is it an operator that asks for what an object holds, or how much? In Python also those that compare."""
    source = graph.source[to]
    if isinstance(source, code.Member):
        return source.key in COUNTS
    return isinstance(source, code.Binary) and (graph.python or source.op == "in")


def _is_of_many(step: str) -> bool:
    """Does a step lead to one of many things? Those at places that the code says are as many as it says,
    and those that were written into as many as there were.
    """
    return step[0] == "[" and step != STANDING and not is_position(step[1:-1])
