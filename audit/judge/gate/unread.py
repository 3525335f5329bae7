"""Rows that code from outside gives whose queries nobody can read (`Item.findById(id)`): which of them is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.frames import End
from audit.flow.graph import Op
from audit.flow.pieces import everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.frames import Env
    from audit.flow.graph import CallSite
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.gate.given import Keys
    from audit.judge.gate.tested import Tested

_DEEP = 4
"""Objects in objects in what a call is given."""
_Call = tuple["Spot", "Env"]


class _Of(Struct, frozen=True):
    """What rows are asked of: where the object comes from on which methods are called, and the texts that they are
    given (`db.collection("items")`).
    """

    roots: frozenset[End]
    texts: tuple[str, ...]


class Unread:
    """Answers by check and access."""

    def __init__(self, decisions: Decisions, tested: Tested) -> None:
        self._decisions, self._tested = decisions, tested
        self._code, self._backwards = decisions.engine.code, decisions.engine.backwards
        self._own = frozenset(("id", "_id", *(name for _, name in decisions.ties)))

    def is_other(self, flags: list[End], keys: Keys) -> bool:
        """Is the row that a flag is read of certainly another one than that which an access is about?"""
        read = [end for one in flags for end in self._backwards.ends(one.spot, one.path, one.env)]
        asked = [end for one in keys for end in self._backwards.ends(one.spot, one.path, one.env)]
        asked = [one for one in asked if not self._is_literal(one)]
        if not read or not asked or not all(one.path and self._site(one) is not None for one in read):
            return False
        checked = {(one.spot, one.env) for one in read}
        if not all(one.path and self._site(one) is not None for one in asked):
            values = [one for call in checked for one in self._given(*call)]
            return self._tested.are_of_others(values, keys)
        return all(self._is_apart(one, checked, flags, keys) for one in asked)

    def _is_apart(self, key: End, checked: set[_Call], tested: list[End], keys: Keys) -> bool:
        own = key.spot, key.env
        if own in checked:
            return self._tested.is_other_row(own, tested, keys)
        return all(self._asks_otherwise(own, one) for one in checked)

    def _asks_otherwise(self, call: _Call, other: _Call) -> bool:
        """Do two calls ask the same object for rows, and by different values?"""
        if self._of(*call) != self._of(*other) or not self._of(*call).roots:
            return False
        asked, others = set(self._given(*call)), set(self._given(*other))
        same = any((one.spot, one.env) == other and one.path[-1:] and one.path[-1] in self._own for one in asked)
        return bool(asked) and bool(others) and asked.isdisjoint(others) and not same

    def _given(self, spot: Spot, env: Env) -> Iterator[End]:
        """Where the values come from that a call, and those that its chain began with, are given."""
        for at in self._chain(spot):
            for node in at.arguments:
                yield from self._values(replace(spot, node=node), env, _DEEP)

    def _values(self, spot: Spot, env: Env, deep: int) -> Iterator[End]:
        for end in self._backwards.ends(spot, (), env):
            graph = self._code.graph(end.spot.file, end.spot.unit)
            if isinstance(graph.source[end.spot.node], (lowered.Object, lowered.Array)) and deep and not end.path:
                parts = (node for node, op, _ in graph.back[end.spot.node] if op in (Op.STORE, Op.COPY))
                for node in parts:
                    yield from self._values(replace(end.spot, node=node), end.env, deep - 1)
            elif not self._is_literal(end):
                yield end

    def _of(self, spot: Spot, env: Env) -> _Of:
        chain = list(self._chain(spot))
        it = chain[-1].expression
        held = it.callee.object if isinstance(it, lowered.Call) and isinstance(it.callee, lowered.Member) else None
        root = self._decisions.places.node(spot.file, spot.unit, held) if held is not None else None
        given = (one for at in chain for one in (at.expression.args if isinstance(at.expression, lowered.Call) else ()))
        nodes = (part for one in given for part in everything(one))
        texts = (one.value for one in nodes if isinstance(one, lowered.Literal) and isinstance(one.value, str))
        return _Of(frozenset(self._backwards.ends(root, (), env)) if root is not None else frozenset(), tuple(texts))

    def _chain(self, spot: Spot) -> Iterator[CallSite]:
        """A call, and the calls on whose results it is called, as they stand there one after the other."""
        graph = self._code.graph(spot.file, spot.unit)
        number = graph.results.get(spot.node)
        while number is not None:
            site = graph.calls[number]
            yield site
            number = graph.results.get(site.receiver) if site.receiver >= 0 else None

    def _site(self, end: End) -> CallSite | None:
        """The call that gives a value, where that is no query that can be read."""
        spot = end.spot
        graph = self._code.graph(spot.file, spot.unit)
        number = graph.results.get(spot.node)
        if number is None or self._decisions.engine.queries.reads(spot.file, spot.unit, number):
            return None
        return graph.calls[number]

    def _is_literal(self, end: End) -> bool:
        return isinstance(self._code.graph(end.spot.file, end.spot.unit).source[end.spot.node], lowered.Literal)
