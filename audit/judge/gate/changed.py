"""Names that functions share (`rows.some((one) => one.id === row.id)`) and that are given something else between a
check and a call: the check was about another row. What other names have at a place is known without that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.given import given_to
from audit.flow.code import FunctionId
from audit.flow.pieces import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.frames import Call
    from audit.flow.graph import CallSite, Graph, Place
    from audit.flow.structure import Tests
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.deciding.local import Local


class Changed:
    """Answers by call."""

    def __init__(self, decisions: Decisions, local: Local) -> None:
        self._places, self._code, self._local = decisions.places, decisions.engine.code, local
        self._known: dict[Call, frozenset[int]] = {}

    def of(self, call: Call) -> frozenset[int]:
        """The tests, by identity, of names that are given something else before a call."""
        if call not in self._known:
            self._known[call] = frozenset(self._find(*call))
        return self._known[call]

    def _find(self, file: str, unit: int, number: int) -> Iterator[int]:
        graph = self._code.graph(file, unit)
        site = graph.calls[number]
        function = FunctionId(file, unit, site.function)
        structure = self._places.structure(function)
        tests = structure.before.get(id(site.expression), ())
        for place in self._shared(site.expression, file, unit) if tests else ():
            asked = [one for one in tests if place in self._shared(one.expression, file, unit)]
            for at in self._changes(place, function, graph) if asked else ():
                if _are_apart(structure.at.get(at, ()), tests):
                    continue
                loops = [(first, last) for first, last in self._loops(function) if first <= at <= last]
                for one in asked:
                    end = max(part.at for part in inside(one.expression))
                    again = any(first <= site.at <= last and not first <= end <= last for first, last in loops)
                    if end < at < site.at or again:
                        yield id(one.expression)

    def _loops(self, function: FunctionId) -> list[tuple[int, int]]:
        """Where the loops of a function begin and end."""
        loops = (one for one in self._places.nodes(function) if isinstance(one, lowered.Loop))
        return [(one.at, max(part.at for part in inside(one))) for one in loops]

    def _shared(self, it: lowered.Node, file: str, unit: int) -> set[Place]:
        """The names that several functions share and that have a part in an expression."""
        graph = self._code.graph(file, unit)
        found: set[Place] = set()
        for one in self._local.parts(it, file, unit):
            spot = self._places.node(file, unit, one) if isinstance(one, lowered.Name) else None
            place = graph.place_of.get(spot.node) if spot is not None else None
            if place in graph.kept:
                found.add(place)
        return found

    def _changes(self, place: Place, function: FunctionId, graph: Graph) -> Iterator[int]:
        """Where a function gives a name something, or runs a function within that does."""
        for node in graph.kept[place]:
            number = graph.function[node]
            if number == function.number:
                yield graph.at[node]
            else:
                yield from (one.at for one in self._running(number, function, graph) if one.function == function.number)

    def _running(self, number: int, function: FunctionId, graph: Graph) -> Iterator[CallSite]:
        """The calls of a function of a graph, and those that it is given to."""
        yield from (graph.calls[call] for call, _, _ in given_to(graph, graph.functions[number].node))
        inner = FunctionId(function.file, function.unit, number)
        for site in graph.calls:
            it = site.expression
            if isinstance(it, lowered.Call) and inner in self._local.called(it, function.file, function.unit):
                yield site


def _are_apart(tests: Tests, others: Tests) -> bool:
    """Is code that stands behind some tests never followed by what stands behind others?"""
    wanted = {id(one.expression): one.wanted for one in others}
    return any(wanted.get(id(one.expression), one.wanted) != one.wanted for one in tests)
