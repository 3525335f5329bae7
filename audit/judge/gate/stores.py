"""Calls that read and fill something that is kept under a key: caches, maps of what is under way, memos.

Vocabulary says which calls these are; a function of the tree that makes such a call does what the call does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.outside.places import last_name
from audit.flow.pieces import inside

if TYPE_CHECKING:
    from audit.flow.frames import Env
    from audit.flow.graph import CallSite
    from audit.judge.deciding.decisions import Decisions

Does = Literal["read", "put"]
Identity = frozenset[tuple[Spot, tuple[str, ...]]]
_KEY = ("[key]",)
_PLAIN = (("[value]",), ("[*]",), _KEY)


class Touch(Struct, frozen=True, order=True):
    """Code that reads a store or puts something into it: a call, `store[key]`, an assignment to that."""

    does: Does
    store: Identity
    node: lowered.Node
    held: lowered.Expr | None
    key: tuple[lowered.Expr, ...]
    value: lowered.Expr | None
    kind: str


class Stores:
    """Touches by call."""

    def __init__(self, decisions: Decisions) -> None:
        self._engine, self._places = decisions.engine, decisions.places
        self._known: dict[tuple[FunctionId, Env], tuple[Touch, ...]] = {}

    def puts(self, function: FunctionId, env: Env) -> tuple[Touch, ...]:
        """Everything in a function, and in those that it makes, that puts something into a store."""
        key = (self._places.code.outermost(function), env)
        if key not in self._known:
            structure = self._places.structure(function)
            nodes = [one for one in structure.nodes if isinstance(one, (lowered.Call, lowered.Assign))]
            found = (touch for one in nodes for touch in self.at(one, function.file, function.unit, env))
            self._known[key] = tuple(one for one in found if one.does == "put")
        return self._known[key]

    def at(self, it: lowered.Node, file: str, unit: int, env: Env) -> list[Touch]:
        """What a piece of code does to stores by itself."""
        if isinstance(it, lowered.Call):
            return self._touches(it, file, unit, env, 1) if it.args else []
        if isinstance(it, lowered.Assign) and isinstance(it.target, lowered.Index) and it.op in ("=", "??=", "||="):
            return self._indexed("put", it, it.target, it.value, (file, unit, env))
        return self._indexed("read", it, it, None, (file, unit, env)) if isinstance(it, lowered.Index) else []

    def _indexed(
        self,
        does: Does,
        it: lowered.Node,
        index: lowered.Index,
        value: lowered.Expr | None,
        where: tuple[str, int, Env],
    ) -> list[Touch]:
        """`memo[key]`, read or assigned to."""
        held = self._places.node(where[0], where[1], index.object)
        if held is None or isinstance(index.key, lowered.Literal):
            return []
        store, _ = self._store(held, where[2])
        return [Touch(does, store, it, index.object, (index.key,), value, "object")]

    def _touches(self, it: lowered.Call, file: str, unit: int, env: Env, depth: int) -> list[Touch]:
        spot = self._places.node(file, unit, it)
        graph = self._engine.code.graph(file, unit)
        if spot is None or spot.node not in graph.results or it.new:
            return []
        number = graph.results[spot.node]
        site = graph.calls[number]
        does = self._does(file, unit, number, site)
        if does is not None and site.receiver >= 0:
            held = replace(spot, node=site.receiver)
            store, kind = self._store(held, env)
            value = it.args[1] if does == "put" and len(it.args) > 1 else None
            return [Touch(does, store, it, _held(it), it.args[:1], value, kind)]
        return self._inside(it, site, file, unit, env) if depth and site.method else []

    def _does(self, file: str, unit: int, number: int, site: CallSite) -> Does | None:
        flows = self._engine.backwards.library.flows(file, unit, number) or ()
        for flow in flows:
            if any(target.root == "this" and tuple(target.path) == _KEY for target in flow.targets):
                return "put" if len(site.arguments) > 1 else None
        for flow in flows:
            read = any(source.root == "this" and tuple(source.path) in _PLAIN for source in flow.sources)
            if read and any(target.root == "result" and not target.path for target in flow.targets):
                return "read"
        return None

    def _inside(self, it: lowered.Call, site: CallSite, file: str, unit: int, env: Env) -> list[Touch]:
        """A method of the tree that touches a store of its own object."""
        backwards = self._engine.backwards
        spot = self._places.node(file, unit, it)
        found: list[Touch] = []
        for target in backwards.targets(file, unit, site, env) if spot is not None else ():
            there = target.function
            shape = self._engine.code.graph(there.file, there.unit).functions[there.number]
            if shape.class_at < 0 or shape.source is None:
                continue
            number = self._engine.code.graph(file, unit).results[spot.node] if spot is not None else -1
            entered = backwards.entered(target, (file, unit, number), env)
            for one in inside(shape.source.body):
                if isinstance(one, lowered.Call) and one.args:
                    for touch in self._touches(one, there.file, there.unit, entered, 0):
                        put = touch.does == "put"
                        keys = it.args[:-1] if put and len(it.args) > 1 else it.args
                        found.append(
                            replace(touch, node=it, held=_held(it), key=keys, value=it.args[-1] if put else None)
                        )
        return found

    def _store(self, held: Spot, env: Env) -> tuple[Identity, str]:
        """What is kept, by where it was made; and what it is called in its package."""
        ends = self._engine.backwards.ends(held, (), env)
        kinds = [name for end in ends for name in [self._made(end.spot)] if name]
        return frozenset((end.spot, end.path) for end in ends), kinds[0] if kinds else ""

    def _made(self, spot: Spot) -> str:
        graph = self._engine.code.graph(spot.file, spot.unit)
        number = graph.results.get(spot.node)
        if number is None:
            return ""
        callees = self._engine.origins.callees(spot.file, spot.unit, graph.calls[number])
        return next((name for name in map(last_name, callees) if name), "")


def _held(it: lowered.Call) -> lowered.Expr | None:
    return it.callee.object if isinstance(it.callee, lowered.Member) else None
