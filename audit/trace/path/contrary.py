"""What a way takes for true and for false: code behind `if (quick)` and code behind its `else` are not run by one call,
where the name holds the same.

Asked is the value itself, as long as it stays with the run of the function: what is kept for others may come back to a
run in which the name holds something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.contexts import EXPLICIT
from audit.flow.graph import Op
from audit.trace.path.ways import comes_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.contexts import Fact
    from audit.flow.graph import Graph
    from audit.flow.solver import Solver
    from audit.flow.structure import Structure, Structures
    from audit.trace.path.ways import Way

Taken = dict[int, bool]
"""What names are taken for, by the node at which they are given what they hold."""
_NOTHING: Taken = {}


class Contrary:
    """Answers about facts; what is taken for what before a node is read off once."""

    def __init__(self, structures: Structures) -> None:
        self._structures = structures
        self._known: dict[tuple[Graph, int], Taken] = {}
        self._answers: dict[tuple[Fact, Fact], bool] = {}

    def on(self, solver: Solver, way: Way) -> frozenset[Fact]:
        """The facts of a way at which the value is not, by what the way takes for true before."""
        found: set[Fact] = set()
        seen: list[Fact] = []
        for fact in way.facts:
            if fact.label != EXPLICIT or _is_kept(fact):
                break
            if self._taken(fact):
                found.update((fact,) if any(self.is_contrary(solver, one, fact) for one in seen) else ())
                seen.append(fact)
        return frozenset(found)

    def is_contrary(self, solver: Solver, before: Fact, fact: Fact) -> bool:
        """Is the value that comes from a fact never at another one of the same run?"""
        if before.context is not fact.context or not self._differ(before, fact):
            return False
        key = (before, fact)
        if key not in self._answers:
            self._answers[key] = self._never_comes(solver, fact)
        return self._answers[key]

    def _never_comes(self, solver: Solver, fact: Fact) -> bool:
        """Does each way to a fact come from where the contrary holds, and stay with the run?"""
        shared = [fact] if _is_kept(fact) else []

        def is_apart(one: Fact) -> bool:
            if _is_kept(one):
                shared.append(one)
            return one.context is fact.context and self._differ(one, fact)

        return not comes_otherwise(solver, fact, barred=is_apart) and not shared

    def _differ(self, one: Fact, other: Fact) -> bool:
        taken = self._taken(one)
        return bool(taken) and any(taken.get(name, truth) != truth for name, truth in self._taken(other).items())

    def _taken(self, fact: Fact) -> Taken:
        graph = fact.context.graph
        key = (graph, fact.node)
        known = self._known.get(key)
        if known is None:
            source = graph.source[fact.node]
            structure = self._structures.around(fact.context.function) if source is not None else None
            known = dict(_read(structure, graph, source)) if structure is not None else _NOTHING
            self._known[key] = known
        return known


def _read(structure: Structure, graph: Graph, source: object) -> Iterator[tuple[int, bool]]:
    for test in structure.before.get(id(source), ()):
        it, truth = test.expression, test.wanted == "true"
        while isinstance(it, lowered.Unary) and it.op in ("!", "not"):
            it, truth = it.value, not truth
        if test.wanted in ("true", "false") and isinstance(it, lowered.Name) and it.at in graph.named:
            given = _given(graph, graph.named[it.at])
            if given >= 0 and not any(start <= graph.at[given] < end for start, end in structure.loops):
                yield given, truth


def _given(graph: Graph, node: int) -> int:
    """Where a name is given what it holds at a node; -1 where others may give it something, or it is in a loop."""
    before = [source for source, op, _ in graph.back[node] if op is Op.COPY]
    return before[0] if len(before) == 1 and node not in graph.place_of and before[0] not in graph.place_of else -1


def _is_kept(fact: Fact) -> bool:
    """Is a fact at a name or field that other functions use, or other runs of this one?"""
    return fact.node in fact.context.graph.place_of
