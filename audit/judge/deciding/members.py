"""Members of what functions of the tree give where the flag is set (`const found = await open(id); if (!found.ok)`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.heap import put_into
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT
from audit.flow.graph import Op
from audit.flow.tables.altered import altered
from audit.flow.tables.overwritten import is_overwriting
from audit.judge.deciding.kinds import FALSY, TRUTHY, UNDEFINED
from audit.judge.deciding.listed import waited_item

if TYPE_CHECKING:
    from audit.flow.frames import Env
    from audit.flow.graph import Graph
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.deciding.kinds import Kinds

_DEEP, _MOST = 3, 60
"""Functions that give what others gave; steps on the way back."""


class Members:
    """Answers as the decisions stand."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._backwards = decisions, decisions.engine.backwards
        self._others: dict[Spot, set[str]] = {}
        self._open: set[tuple[Spot, str, Env]] = set()

    def of(self, spot: Spot, env: Env, graph: Graph) -> Kinds | None:
        """What a member can be; None where not each object is known that it may be read of."""
        loads = [(before, key) for before, op, key in graph.back[spot.node] if op is Op.LOAD]
        if len(loads) != 1:
            return None
        node, key = loads[0]
        return self._at(replace(spot, node=node), key, env, _DEEP)

    def _at(self, spot: Spot, key: str, env: Env, depth: int) -> Kinds | None:
        """Of what a node holds; what comes round a loop brings nothing that it had not before."""
        asked = (spot, key, env)
        if asked in self._open:
            return frozenset()
        if len(self._open) > _MOST:
            return None
        self._open.add(asked)
        try:
            return self._find(spot, key, env, depth)
        finally:
            self._open.discard(asked)

    def _find(self, spot: Spot, key: str, env: Env, depth: int) -> Kinds | None:
        graph = self._decisions.engine.code.graph(spot.file, spot.unit)
        source, back = graph.source[spot.node], graph.back[spot.node]
        if isinstance(source, lowered.Object):
            last = _is_last(graph, spot.node, key) and not self._altered(spot) & {key, ELEMENT}
            return self._written(source, key, spot, env, depth) if last else None
        if spot.node in graph.results:
            return self._called(spot, key, env, depth) if depth else None
        if isinstance(source, lowered.Default) and len(back) > 1:
            return self._or_default(spot, [replace(spot, node=node) for node, _, _ in back[:2]], key, env, depth)
        if isinstance(source, (lowered.Await, lowered.Cond)):
            return self._of_each(self._chosen(source, spot, env), key, spot, env, depth)
        item = waited_item(self._backwards.library, spot, graph)
        if item is not None:
            return self._at(item, key, env, depth)
        stored = [(node, name) for node, op, name in back if op is Op.STORE] if source is None else []
        for node, name in stored:
            if name == key:
                value = replace(spot, node=node)
                return self._decisions.at(value, env) if _is_last(graph, spot.node, key) else None
        ways = [node for node, op, _ in back if op is Op.COPY]
        if len(ways) + len(stored) != len(back) or len(stored) > 1 or any(name == ELEMENT for _, name in stored):
            return None
        if spot.node in graph.of_parameter or not ways:
            return None
        if len(ways) == 1:
            return self._at(replace(spot, node=ways[0]), key, env, depth)
        return self._joined(spot, ways, key, env, depth)

    def _altered(self, spot: Spot) -> set[str]:
        if spot not in self._others:
            self._others[spot] = altered(self._decisions.engine.queries.trace, spot)
        return self._others[spot]

    def _joined(self, spot: Spot, ways: list[int], key: str, env: Env, depth: int) -> Kinds | None:
        """Of what a name holds where ways meet on which members were put into it: on those that are gone."""
        found: Kinds = frozenset()
        for node in self._gone(spot, ways, env):
            given = self._at(replace(spot, node=node), key, env, depth)
            if given is None:
                return None
            found |= given
        return found

    def _gone(self, spot: Spot, ways: list[int], env: Env) -> list[int]:
        """The ways on which a member was put into an object that are gone where the flag is set, or that may be. What
        was there before is gone where it is surely put there.
        """
        graph = self._decisions.engine.code.graph(spot.file, spot.unit)
        function, use = FunctionId(spot.file, spot.unit, graph.function[spot.node]), graph.at[spot.node]
        since = self._decisions.places.structure(function).at.get(use, ())
        put = {node: _assigned(graph, node) for node in ways}
        found: list[int] = []
        for node in sorted(ways, key=lambda one: at.at if (at := put[one]) is not None else -1):
            it = put[node]
            comes = self._decisions.comes(it, function, since, env) if it is not None else None
            if comes and it is not None and self._decisions.assigned.is_run(it.at, use, function):
                found = []
            if comes is not False:
                found.append(node)
        return found

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

    def _written(self, it: lowered.Object, key: str, spot: Spot, env: Env, depth: int) -> Kinds | None:
        """Of an object that is written out: what stands there last, or in what is spread before."""
        found: Kinds = frozenset()
        for one in reversed(it.properties):
            if one.key == key and not isinstance(one.value, lowered.Function):  # a getter may be one
                return found | self._decisions.expression(one.value, spot.file, spot.unit, env)
            if one.key == key or isinstance(one.key, lowered.Node):
                return None
            if one.key is None:
                spread = self._of_each([one.value], key, spot, env, depth)
                if spread is None or not spread & UNDEFINED:
                    return found | spread if spread is not None else None
                found |= spread - UNDEFINED
        return found | UNDEFINED

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


def _is_last(graph: Graph, node: int, key: str) -> bool:
    """Is a member of what a node is as it stands there, unless a later node says that it is overwritten?"""
    put = (value for name, value in put_into(graph, node) if name in (key, ELEMENT))
    return all(is_overwriting(graph, value) for value in put)


def _assigned(graph: Graph, node: int) -> lowered.Assign | None:
    """The assignment that has put a member into what a node is, last of all."""
    stored = [before for before, op, _ in graph.back[node] if op is Op.STORE] if graph.source[node] is None else []
    sources = [graph.source[before] for one in stored for before, op, _ in graph.back[one] if op is Op.COPY]
    return next((one for one in sources if isinstance(one, lowered.Assign)), None)
