"""The walk from a handler along what is named; of methods that override each other, those that can be meant."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from audit.server.meaning.model import Cls, Func, Node

if TYPE_CHECKING:
    from audit.server.bodies.doing import Edge
    from audit.server.bodies.memo import Bodies
    from audit.server.meaning.classes import Classes


class Way(NamedTuple):
    """How a node was reached first: from which, by which edge; neither for the handler."""

    source: Node | None = None
    edge: Edge | None = None


class Walk:
    """One walk. A method that only some class has is taken where that class, or an object of it, stands on the way.

    Where none of those that may be meant does, all are taken: the object comes from where nobody can see it.
    """

    def __init__(self, bodies: Bodies, classes: Classes, root: Func) -> None:
        self._bodies, self._classes, self._root = bodies, classes, root
        self.ways: dict[Node, Way] = {root: Way()}
        self.inside: dict[Node, list[tuple[Node, Edge]]] = {}
        self.active: dict[Node, list[Edge]] = {}
        self._injected: set[Node] = {root}
        self._waiting: deque[Node] = deque([root])
        self._seen: set[Cls] = set()
        self._made: set[Cls] = set()
        self._held: dict[tuple[Node, int], list[Edge]] = {}

    def run(self, given: tuple[Edge, ...]) -> None:
        """Walk until nothing new turns up; `given` are edges of the handler that stand elsewhere."""
        for edge in given:
            self._take(self._root, edge)
        while self._waiting:
            while self._waiting:
                self._visit(self._waiting.popleft())
            self._release()

    def _visit(self, node: Node) -> None:
        doing = self._bodies.of(node)
        for cls in (*doing.classes, *doing.made):
            self._seen.update(self._classes.order(cls))
        self._made.update(doing.made)
        for edge in doing.edges:
            if edge.injected and node not in self._injected:
                continue
            if edge.variant and not self._is_seen(edge):
                held = self._held.setdefault((node, edge.at), [])
                held.extend([] if any(one is edge for one in held) else [edge])
            else:
                self._take(node, edge)

    def _release(self) -> None:
        """Take what has been seen meanwhile; with nothing else to do, what nobody can tell."""
        for (node, at), edges in list(self._held.items()):
            fitting = [edge for edge in edges if self._is_seen(edge)]
            for edge in fitting:
                self._take(node, edge)
            self._held[node, at] = [edge for edge in edges if not self._is_seen(edge)]
        if self._waiting:
            return
        for (node, at), edges in list(self._held.items()):
            if edges and not self._is_told(node, at):
                self._held[node, at] = []
                for edge in edges:
                    self._take(node, edge)

    def _is_seen(self, edge: Edge) -> bool:
        return isinstance(edge.target, Func) and edge.target.owner in self._seen

    def _is_told(self, node: Node, at: int) -> bool:
        """Whether a method is taken there that does something, of a class that stands on the way."""
        taken = [edge for edge in self.active.get(node, ()) if edge.at == at and isinstance(edge.target, Func)]
        return any(edge.variant or self._is_own(edge.target) for edge in taken)

    def _is_own(self, target: Node) -> bool:
        assert isinstance(target, Func)
        return not self._classes.is_abstract(target) and target.owner in self._made

    def _is_injected(self, node: Node, edge: Edge) -> bool:
        """Whether the framework fills in the parameters: of a dependency, and of functions that its factory makes."""
        inner = (
            node in self._injected and edge.target.file == node.file and edge.target.name.startswith(f"{node.name}.")
        )
        return inner or (edge.via == "depends" and edge.injected)

    def _take(self, node: Node, edge: Edge) -> None:
        taken = self.active.setdefault(node, [])
        if not any(one is edge for one in taken):
            taken.append(edge)
            self.inside.setdefault(edge.target, []).append((node, edge))
        known = edge.target in self.ways
        self.ways.setdefault(edge.target, Way(node, edge))
        if self._is_injected(node, edge) and edge.target not in self._injected:
            self._injected.add(edge.target)
            known = False
        if not known:
            self._waiting.append(edge.target)
