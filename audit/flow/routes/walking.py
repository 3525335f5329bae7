"""The facts of one walk forwards: they grow until nothing new follows, and are wherever something keeps the value."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op, Place
from audit.flow.routes.model import (
    DEEPEST,
    Bindings,
    Called,
    Ends,
    Exported,
    Fact,
    Handed,
    Path,
)  # fmt: skip

if TYPE_CHECKING:
    from audit.flow.graph import Graph
    from audit.flow.routes.trails import Trails


class Walking:
    """One walk. What follows from a fact is said by who builds on this."""

    def __init__(self, trails: Trails, *, callers: bool) -> None:
        self._all, self._code, self._callers = trails, trails.code, callers
        self._seen: set[Fact] = set()
        self._queue: deque[Fact] = deque()
        self._ends: dict[Handed | Called | Exported, None] = {}
        self._stands: dict[FunctionId, None] = {}
        self._given: dict[Called, None] = {}
        self._methods: dict[tuple[FunctionId, bool], None] = {}

    def run(self, spot: Spot, bindings: Bindings) -> Ends:
        """Follow everything from one node."""
        self._add(Fact(spot, (), bindings, own=True))
        while self._queue:
            self._step(self._queue.popleft())
        handed = tuple(end for end in self._ends if isinstance(end, Handed))
        called = tuple(end for end in self._ends if isinstance(end, Called))
        exported = tuple(end for end in self._ends if isinstance(end, Exported))
        return Ends(handed, called, exported, tuple(self._stands), tuple(self._given), tuple(self._methods))

    def _add(self, fact: Fact) -> None:
        if fact in self._seen or len(fact.path) > DEEPEST:
            return
        if not self._all.asked.may_take(len(self._seen)):
            return
        self._seen.add(fact)
        self._queue.append(fact)

    def _to(self, fact: Fact, node: int, path: Path) -> None:
        self._add(replace(fact, spot=replace(fact.spot, node=node), path=path))

    def _step(self, fact: Fact) -> None:
        """What follows from a fact."""
        raise NotImplementedError

    # what is kept

    def _written(self, fact: Fact, graph: Graph, node: int, path: Path) -> None:
        """Written into an object: it is there wherever the object is, so go back to where that comes from."""
        stack, seen = [node], {node}
        while stack:
            here = stack.pop()
            self._to(fact, here, path)
            place = graph.place_of.get(here)
            if place is not None:
                self._kept(replace(fact, path=path), graph, place)
            for source, op, _ in graph.back[here]:
                if op is Op.COPY and source not in seen:
                    seen.add(source)
                    stack.append(source)

    def _kept(self, fact: Fact, graph: Graph, place: Place) -> None:
        """In a name or a field: at every reading of it."""
        for spot, path in self._all.readers.of(graph, fact.spot, place):
            self._add(replace(fact, spot=spot, path=(*path, *fact.path)))
        for file, name in self._all.readers.exports(fact.spot.file, place):
            self._exported(fact, file, name)

    def _exported(self, fact: Fact, file: str, name: str) -> None:
        self._ends[Exported(file, name, fact.path, fact.bindings, fact.own, fact.guess)] = None
        for spot, path in self._all.readers.loading(file, name):
            self._add(replace(fact, spot=spot, path=(*path, *fact.path)))

    def _exports(self, fact: Fact, graph: Graph) -> None:
        """`export default …` and `module.exports.x = …` of an expression that has no name."""
        for name, at in self._all.readers.anonymous(fact.spot.file, graph, fact.spot.node):
            self._exported(fact, fact.spot.file, name)
            for spot, path in self._all.readers.of_export(fact.spot.file, name, at):
                self._add(replace(fact, spot=spot, path=(*path, *fact.path)))
