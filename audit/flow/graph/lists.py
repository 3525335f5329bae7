"""Lists that nothing else has yet: what is put into them, and taken out of them, at places that the code says."""

from __future__ import annotations

from audit.extract.facts import code
from audit.flow.graph.functions import Functions
from audit.flow.graph.model import Op
from audit.flow.graph.moving import CLEARED, CLEARING, FILLING, MIXED, MOVING, move, moves_of, shortened
from audit.flow.graph.patterns import ELEMENT
from audit.flow.graph.scopes import Binding


class Lists(Functions):
    """Methods of lists, without a call: nobody else runs code there."""

    def of_list(self, it: code.Call) -> int:
        """The node of what a method of such a list gives; -1 where it is another one, or where it does not say which
        elements it moves.
        """
        callee = it.callee
        if not isinstance(callee, code.Member) or callee.key not in MOVING:
            return -1
        if callee.key == CLEARING:
            return self._cleared(it, callee)
        if self.list_alone(callee.object) is None:
            return -1
        moves = moves_of(it, callee.key)
        if moves == MIXED:
            return -1
        given = [self.value(one) for one in it.args]
        binding = self.list_alone(callee.object)
        if binding is None or self.versions is None:
            return -1  # it is among its own arguments
        made = self._taken(it, binding, callee.key, moves)
        version = self.without(binding, moves, Op.COPY)
        start = int(moves.partition(":")[0])
        for number, node in enumerate(given[2:] if callee.key == "splice" else given):
            self.under_control(node)
            self.graph.edge(Op.STORE, node, version, ELEMENT if callee.key == FILLING else f"[{start + number}]")
        return made

    def _cleared(self, it: code.Call, callee: code.Member) -> int:
        """`rows.clear()` in Python: a list or dictionary that nothing else has holds nothing any more."""
        binding = self.held_alone(callee.object) if self.python and not it.args else None
        if binding is None or self.versions is None:
            return -1
        self.without(binding, CLEARED, Op.COPY)
        return self.node(it)

    def _taken(self, it: code.Call, binding: Binding, method: str, moves: str) -> int:
        """What comes out of the list: its first element (`shift`), or those between two places (`splice`)."""
        made = self.node(it)
        start, gone, _ = map(int, moves.split(":"))
        for version in (self.versions or {})[binding] if method in ("shift", "splice") else ():
            if method == "shift":
                self.graph.edge(Op.LOAD, version, made, "[0]")
                continue
            behind = self.graph.node(it.at, self.function, None)
            self.graph.edge(Op.COPY, version, behind, move(0, start, 0))
            self.graph.edge(Op.COPY, behind, made, shortened(gone) if gone >= 0 else move(0, 0, 0))
        return made
