"""Members of what functions of the tree give where the flag is set (`const found = await open(id); if (!found.ok)`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.judge.deciding.kinds import FALSY, TRUTHY, UNDEFINED

if TYPE_CHECKING:
    from audit.flow.code import FunctionId
    from audit.flow.frames import Env
    from audit.flow.graph import Graph
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.deciding.kinds import Kinds

_DEEP = 3
"""Functions that give what others gave."""


class Members:
    """Answers as the decisions stand."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._backwards = decisions, decisions.engine.backwards

    def of(self, spot: Spot, env: Env, graph: Graph) -> Kinds | None:
        """What a member can be; None where not each object is known that it may be read of."""
        loads = [(before, key) for before, op, key in graph.back[spot.node] if op is Op.LOAD]
        if len(loads) != 1:
            return None
        node, key = loads[0]
        return self._at(replace(spot, node=node), key, env, _DEEP)

    def _at(self, spot: Spot, key: str, env: Env, depth: int) -> Kinds | None:
        graph = self._decisions.engine.code.graph(spot.file, spot.unit)
        source, back = graph.source[spot.node], graph.back[spot.node]
        if isinstance(source, lowered.Object):
            return self._written(source, key, spot, env)
        if spot.node in graph.results:
            return self._called(spot, key, env, depth) if depth else None
        if isinstance(source, lowered.Default) and len(back) > 1:
            return self._or_default(spot, [replace(spot, node=node) for node, _, _ in back[:2]], key, env, depth)
        if isinstance(source, (lowered.Await, lowered.Cond)):
            return self._of_each(self._chosen(source, spot, env), key, spot, env, depth)
        if len(back) != 1 or back[0][1] is not Op.COPY or spot.node in graph.of_parameter:
            return None
        return self._at(replace(spot, node=back[0][0]), key, env, depth)

    def _or_default(self, spot: Spot, ways: list[Spot], key: str, env: Env, depth: int) -> Kinds | None:
        """Of what a parameter is given, where it is given something, or else of what stands there by default."""
        kinds = self._decisions.at(ways[0], env)
        taken = [*(ways[:1] if kinds - UNDEFINED else []), *(ways[1:] if kinds & UNDEFINED else [])]
        found = [self._at(one, key, env, depth) for one in taken if one != spot]
        known = [one for one in found if one is not None]
        return frozenset().union(*known) if known and len(known) == len(taken) else None

    def _chosen(self, it: lowered.Await | lowered.Cond, spot: Spot, env: Env) -> list[lowered.Expr]:
        """What is waited for, or what a condition chooses where the flag is set."""
        if isinstance(it, lowered.Await):
            return [it.value]
        said = self._decisions.expression(it.test, spot.file, spot.unit, env)
        return [one for one, wanted in ((it.then, TRUTHY), (it.other, FALSY)) if said & wanted]

    def _of_each(self, them: list[lowered.Expr], key: str, spot: Spot, env: Env, depth: int) -> Kinds | None:
        found: Kinds = frozenset()
        for it in them:
            held = self._decisions.places.node(spot.file, spot.unit, it)
            given = self._at(held, key, env, depth) if held is not None else None
            if given is None:
                return None
            found |= given
        return found

    def _written(self, it: lowered.Object, key: str, spot: Spot, env: Env) -> Kinds | None:
        named = [one for one in it.properties if one.key == key]
        made = any(isinstance(one.value, lowered.Function) for one in named)  # a getter may be one
        if any(not isinstance(one.key, str) for one in it.properties) or len(named) > 1 or made:
            return None
        return self._decisions.expression(named[0].value, spot.file, spot.unit, env) if named else UNDEFINED

    def _called(self, spot: Spot, key: str, env: Env, depth: int) -> Kinds | None:
        """What is there in what functions of the tree give, by the returns that the flag lets them come to."""
        graph = self._decisions.engine.code.graph(spot.file, spot.unit)
        call = (spot.file, spot.unit, graph.results[spot.node])
        targets = self._backwards.targets(spot.file, spot.unit, graph.calls[call[2]], env)
        found: Kinds = frozenset()
        for target in targets:
            given = self._given(target.function, key, self._backwards.entered(target, call, env), depth)
            if given is None:
                return None
            found |= given
        return found if targets else None

    def _given(self, function: FunctionId, key: str, env: Env, depth: int) -> Kinds | None:
        returned = [it.value if it is not None else None for it in self._decisions.come_to(function, env)]
        values = [one for one in returned if one is not None]
        there = self._decisions.engine.code.graph(function.file, function.unit).functions[function.number].node
        spot = Spot(function.file, function.unit, there)
        return self._of_each(values, key, spot, env, depth - 1) if len(values) == len(returned) else None
