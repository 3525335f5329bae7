"""Rows that nobody has waited for: of `const row = load(id)`, where that gives a promise, no member is ever there, and
a check of one lets every row pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.given import given_to
from audit.flow.backward.heap import aliases
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.judge.deciding.unrun import AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.frames import Call, Env
    from audit.flow.graph import Graph
    from audit.judge.deciding.decisions import Decisions

_DEEP = 8
_WAITED = "await"
_SETTLING = ("then", "catch", "finally")
_TAKEN = (lowered.Await, lowered.Yield)
"""What gives what a promise does, by itself or by who runs the generator."""


class Unwaited:
    """Answers by node and frames."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._code = decisions, decisions.engine.code
        self._known: dict[tuple[Spot, Env], bool] = {}

    def is_read_of(self, spot: Spot, env: Env) -> bool:
        """May what a member is read of be a promise, or nothing, as a part of one is?"""
        back = self._code.graph(spot.file, spot.unit).back[spot.node]
        return any(self._is_at(replace(spot, node=node), env, _DEEP) for node, op, _ in back if op is Op.LOAD)

    def _is_at(self, spot: Spot, env: Env, depth: int) -> bool:
        if (spot, env) not in self._known:
            self._known[spot, env] = False
            self._known[spot, env] = depth > 0 and self._find(spot, env, depth - 1)
        return self._known[spot, env]

    def _find(self, spot: Spot, env: Env, depth: int) -> bool:
        graph = self._code.graph(spot.file, spot.unit)
        if isinstance(graph.source[spot.node], _TAKEN):
            return False
        if spot.node in graph.results:
            return self._is_given(spot, env, graph, depth)
        if spot.node in graph.of_parameter and self._is_element(spot, env, graph, depth):
            return True
        near = self._decisions.near(spot, env, graph)
        return any(self._is_at(*one, depth) for one in near) or any(
            self._is_part(replace(spot, node=node), key, env, depth)
            for node, op, key in graph.back[spot.node]
            if op is Op.LOAD
        )

    def _is_part(self, spot: Spot, key: str, env: Env, depth: int) -> bool:
        """Is a part of a value a promise, or of one? What a loop takes of a promise is nothing: it fails."""
        if self._holds(spot, key, env, depth):
            return True
        listed = key.startswith("[") and self._has_some(spot, env, depth)
        return listed or (key != "[*]" and self._is_at(spot, env, depth))

    def _holds(self, spot: Spot, key: str, env: Env, depth: int) -> bool:
        """Is a promise put under a key of the object at a node, be it in the function that gives it?"""
        graph = self._code.graph(spot.file, spot.unit)
        if any(self._is_at(replace(spot, node=node), env, depth) for node in _put(graph, spot.node, key)):
            return True
        made = self._made(spot, env, graph) if depth else ()
        return any(self._holds(one, key, entered, depth - 1) for one, entered in made)

    def _made(self, spot: Spot, env: Env, graph: Graph) -> Iterator[tuple[Spot, Env]]:
        """What functions of the tree return whose call gives the object at a node."""
        stack, seen = [spot.node], {spot.node}
        while stack:
            node = stack.pop()
            if node in graph.results:
                call = (spot.file, spot.unit, graph.results[node])
                yield from self._decisions.engine.backwards.returned_by(call, env)
            near = [before for before, op, _ in graph.back[node] if op is Op.COPY and before not in seen]
            seen.update(near)
            stack += near

    def _is_given(self, spot: Spot, env: Env, graph: Graph, depth: int) -> bool:
        """Does a call give a promise?"""
        call = (spot.file, spot.unit, graph.results[spot.node])
        site = graph.calls[call[2]]
        if site.method in _SETTLING and site.receiver >= 0:
            return True
        targets = self._decisions.engine.backwards.targets(spot.file, spot.unit, site, env)
        for target in targets:
            there, source = target.function, self._code.graph(target.function.file, target.function.unit)
            shape = source.functions[there.number].source
            if shape is not None and shape.is_async:
                return not shape.generator
            entered = self._decisions.engine.backwards.entered(target, call, env)
            nodes = source.returned.get(there.number, ())
            if any(self._is_at(Spot(there.file, there.unit, node), entered, depth) for node in nodes):
                return True
        return not targets and (self._only_promises(call) or (not graph.python and self._is_query(spot)))

    def _only_promises(self, call: Call) -> bool:
        """Does outside code give what it gives in a promise alone (`Promise.resolve(row)`)?"""
        flows = self._decisions.engine.backwards.library.flows(*call) or ()
        paths = [to.path for flow in flows if not flow.implicit for to in flow.targets if to.root == "result"]
        return bool(paths) and all(path[:1] == (_WAITED,) for path in paths)

    def _is_query(self, spot: Spot) -> bool:
        chain = self._decisions.engine.queries.chains.of(spot)
        asks = chain is not None and (chain.kind or any(one.row.step == "narrow" for one in chain.steps))
        return chain is not None and bool(asks) and not chain.steps[-1].row.at_once

    def _has_some(self, spot: Spot, env: Env, depth: int) -> bool:
        """Is a value a list of promises, written out or made by a function for each element?"""
        graph = self._code.graph(spot.file, spot.unit)
        if isinstance(graph.source[spot.node], lowered.Array):
            back = graph.back[spot.node]
            return any(self._is_at(replace(spot, node=node), env, depth) for node, op, _ in back if op is Op.STORE)
        number = graph.results.get(spot.node)
        if number is not None:
            site = graph.calls[number]
            made = [graph.made.get(node, -1) for node in site.arguments[:1]]
            return site.method == "map" and any(self._makes(one, spot, env, graph, depth) for one in made if one > 0)
        near = self._decisions.near(spot, env, graph)
        return depth > 0 and any(self._has_some(*one, depth - 1) for one in near)

    def _makes(self, number: int, spot: Spot, env: Env, graph: Graph, depth: int) -> bool:
        """Does a function give a promise?"""
        source = graph.functions[number].source
        if source is None or source.generator:
            return False
        nodes = graph.returned.get(number, ())
        return source.is_async or any(self._is_at(replace(spot, node=node), env, depth) for node in nodes)

    def _is_element(self, spot: Spot, env: Env, graph: Graph, depth: int) -> bool:
        """Is a function called with the elements of a list of promises?"""
        number, position = graph.of_parameter[spot.node]
        given = (
            given_to(graph, graph.functions[number].node) if not position and graph.functions[number].node >= 0 else ()
        )
        sites = (graph.calls[call] for call, _, path in given if not path)
        return any(
            site.method in AT_ONCE
            and site.receiver >= 0
            and self._has_some(replace(spot, node=site.receiver), env, depth)
            for site in sites
        )


def _put(graph: Graph, holder: int, key: str) -> Iterator[int]:
    """What stands under a key in the object at a node: what it was set to last, or, where others may hold the object,
    whatever is put there.
    """
    found, stack = {holder}, [holder]
    while stack:
        node = stack.pop()
        put = [one for one, op, name in graph.back[node] if op is Op.STORE and name == key]
        yield from put
        if put and graph.source[node] is None:
            continue
        if isinstance(graph.source[node], lowered.Object):
            for one in aliases(graph, {node}):
                yield from graph.written.get((one, key), ())
            if put:
                continue
        place = graph.place_of.get(node)
        near = [one for one, op, _ in graph.back[node] if op is Op.COPY]
        near += graph.kept.get(place, ()) if place is not None and place.kind == "name" and place.owner else ()
        stack += [one for one in near if one not in found]
        found.update(near)
