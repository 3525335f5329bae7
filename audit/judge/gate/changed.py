"""Names that functions share (`rows.some((one) => one.id === row.id)`) and that are given something else between a
check and a call: the check was about another row. What other names have at a place is known without that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId
from audit.flow.pieces import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.frames import Call
    from audit.flow.graph import Graph, Place
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
                loops = [(first, last) for first, last in self._places.loops(function) if first <= at <= last]
                for one in asked:
                    end = max(part.at for part in inside(one.expression))
                    again = any(first <= site.at <= last and not first <= end <= last for first, last in loops)
                    if end < at < site.at or again:
                        yield id(one.expression)

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
                running = self._local.running(FunctionId(function.file, function.unit, number))
                yield from (one.at for one, _ in running if one.function == function.number)


def _are_apart(tests: Tests, others: Tests) -> bool:
    """Is code that stands behind some tests never followed by what stands behind others?"""
    wanted = {id(one.expression): one.wanted for one in others}
    return any(wanted.get(id(one.expression), one.wanted) != one.wanted for one in tests)
