"""Values that nobody but a client decides about: a flag that one of them is passed for closes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.judge.verdict.leaves import Leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.frames import End
    from audit.judge.deciding.decisions import Decisions

_DEEP = 4
"""Operators within operators that are looked into."""


class Told:
    """Answers by end."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._engine = decisions, decisions.engine
        self._leaves = Leaves(decisions.engine)

    def is_by_client(self, end: End) -> bool:
        """Is a value made of what a client sends, and of nothing else (`req.query.flag === "true"`)?"""
        leaves = [leaf for one in self._operands(end, _DEEP) for leaf in self._leaves.of(one.spot, one.path, one.env)]
        others = [one for one in leaves if not self._is_sent(one)]
        sources = (self._engine.code.graph(one.spot.file, one.spot.unit).source[one.spot.node] for one in others)
        return len(others) < len(leaves) and all(isinstance(one, lowered.Literal) for one in sources)

    def _is_sent(self, end: End) -> bool:
        return self._decisions.foreign.is_request(end) or self._decisions.foreign.is_sent(end)

    def _operands(self, end: End, depth: int) -> Iterator[End]:
        """What an operator compares or turns, or code outside makes a truth of; else the value itself."""
        inner = [*self._compared(end), *self._asked(end)] if depth and not end.path else []
        for one in inner:
            yield from self._operands(one, depth - 1)
        if not inner:
            yield end

    def _compared(self, end: End) -> Iterator[End]:
        spot = end.spot
        source = self._engine.code.graph(spot.file, spot.unit).source[spot.node]
        operands = (source.left, source.right) if isinstance(source, lowered.Binary) else ()
        for it in (source.value,) if isinstance(source, lowered.Unary) else operands:
            node = self._decisions.places.node(spot.file, spot.unit, it)
            yield from self._engine.backwards.ends(node, (), end.env) if node is not None else ()

    def _asked(self, end: End) -> Iterator[End]:
        """What decides about the result of a call of code outside (`Boolean(req.query.flag)`)."""
        spot, backwards = end.spot, self._engine.backwards
        graph = self._engine.code.graph(spot.file, spot.unit)
        number = graph.results.get(spot.node)
        if number is None:
            return
        for flow in backwards.library.flows(spot.file, spot.unit, number) or ():
            if flow.implicit and any(target.root == "result" for target in flow.targets):
                for one in flow.sources:
                    yield from backwards.source(spot, graph.calls[number], one, (), end.env)
