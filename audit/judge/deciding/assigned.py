"""Names that are given something by several ways: which of these the flagged row comes by, and what is lost on them
(`let open = true; if (row.flag) open = false`, `hidden ||= row.flag`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.flow.graph.scopes import names_of
from audit.flow.pieces import inside
from audit.judge.deciding.kinds import ANYTHING, FALSY, NOTHING, TRUTHY, Kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.frames import Env
    from audit.flow.graph import Graph
    from audit.flow.structure import Tests
    from audit.judge.deciding.decisions import Decisions

_LOST: dict[str, Kinds] = {"=": ANYTHING, "||=": FALSY, "&&=": TRUTHY, "??=": NOTHING}
"""What a name had before and has no more behind an assignment."""
_APART = (lowered.Loop, lowered.Try, lowered.Switch)


class Given(Struct, frozen=True):
    """What a name is given at a node. `assigned` None where it is declared."""

    node: int
    at: int
    assigned: lowered.Assign | None


class Assigned:
    """Questions about names of one program."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._places, self._code = decisions, decisions.places, decisions.engine.code
        self._around: dict[FunctionId, list[tuple[lowered.Node, int, int]]] = {}

    def tests(self, it: lowered.Assign, spot: Spot) -> Iterator[lowered.Expr]:
        """The tests that decide whether a name is given what stands at a node."""
        graph = self._code.graph(spot.file, spot.unit)
        before = self._before(it, FunctionId(spot.file, spot.unit, graph.function[spot.node]))
        yield from (test.expression for test in before if test.wanted != "returns")

    def kinds(self, spot: Spot, near: list[tuple[Spot, Env]], graph: Graph) -> Kinds | None:
        """What a name can be where the flag is set; None where each thing that it was given counts."""
        function = graph.function[spot.node]
        if any((one.file, one.unit) != (spot.file, spot.unit) for one, _ in near):
            return None
        nodes = [one.node for one, _ in near]
        given = _given(nodes, graph)
        if not any(one.assigned for one in given) or any(graph.function[node] != function for node in nodes):
            return None
        known = FunctionId(spot.file, spot.unit, function)
        use, env = graph.at[spot.node], near[0][1]
        since = self._places.structure(known).at.get(use, ())
        begun = self._begun(given, known, since, env)
        if begun is None or given[-1].at >= use or not self._is_of_round(begun, use, known):
            return None
        found: Kinds = frozenset()
        for one in given:
            comes = self._comes(one, known, since, env)
            if comes is False:
                continue
            if comes and one.assigned is not None and self.is_run(one.at, use, known):
                found -= _LOST.get(one.assigned.op, frozenset())
            found |= self._decisions.at(Spot(spot.file, spot.unit, one.node), env)
        return found

    def _comes(self, one: Given, function: FunctionId, since: Tests, env: Env) -> bool | None:
        return True if one.assigned is None else self._decisions.comes(one.assigned, function, since, env)

    def _before(self, it: lowered.Assign, function: FunctionId) -> Tests:
        return self._places.structure(function).before.get(id(it), ())

    def _begun(self, given: list[Given], function: FunctionId, since: Tests, env: Env) -> int | None:
        """Where a name has nothing of what it was given before: at its declaration, or where it is given something
        whatever comes.
        """
        first, graph = given[0], self._code.graph(function.file, function.unit)
        name = graph.source[first.node]
        if isinstance(name, lowered.Name):
            ats = (
                one.at
                for one in self._places.nodes(function)
                if isinstance(one, lowered.Declare) and _names(one, name.name)
            )
            declared = [at for at in ats if at <= first.at]
            if declared:
                return declared[-1]
        sure = first.assigned is not None and first.assigned.op == "=" and self._comes(first, function, since, env)
        return first.at if sure else None

    def _is_of_round(self, begun: int, use: int, function: FunctionId) -> bool:
        """Is nothing of it left from another round of a loop, in which the row was another one?"""
        loops = [one for one in self._parts(function) if isinstance(one[0], lowered.Loop)]
        return not any(start < use <= end and not start < begun <= end for _, start, end in loops)

    def is_run(self, at: int, use: int, function: FunctionId) -> bool:
        """Does code stand in no loop, `try` or `switch` that the use of its name is not in, too?"""
        return not any(start < at <= end and not start < use <= end for _, start, end in self._parts(function))

    def _parts(self, function: FunctionId) -> list[tuple[lowered.Node, int, int]]:
        """What code may not come to an end of, or more than once, with where it begins and ends."""
        if function not in self._around:
            parts = (one for one in self._places.nodes(function) if isinstance(one, _APART))
            self._around[function] = [(one, one.at, max(part.at for part in inside(one))) for one in parts]
        return self._around[function]


def _names(it: lowered.Declare, name: str) -> bool:
    return any(one.name == name for one in names_of(it.target))


def _given(nodes: Iterable[int], graph: Graph) -> list[Given]:
    """What a name was given at some nodes, in the order of the code."""
    found: list[Given] = []
    for node in nodes:
        sources = [graph.source[before] for before, op, _ in graph.back[node] if op is Op.COPY]
        assigned = next((one for one in sources if isinstance(one, lowered.Assign)), None)
        found.append(Given(node, graph.at[node], assigned))
    return sorted(found, key=lambda one: one.at)
