"""Comparisons by which a function that is asked of each element looks for one (`rows.some((one) => one.id === id)`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.judge.deciding.kinds import FALSE, IDENTITY, TRUE

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.flow.frames import Env
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.deciding.kinds import Kinds


class Identity:
    """Answers as the decisions stand."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions

    def of(self, it: lowered.Binary, spot: Spot, env: Env, *, same: bool | None) -> Kinds | None:
        """What a function says that compares what its element is called by with what this one is called by (`same`), or
        another one, which it tells only by what no two are called by. None for other comparisons.
        """
        if same is None or not self._looks_for(it, spot, env, same=same):
            return None
        return TRUE if IDENTITY[it.op] is same else FALSE

    def _looks_for(self, it: lowered.Binary, spot: Spot, env: Env, *, same: bool) -> bool:
        if it.op not in IDENTITY or isinstance(it.left, lowered.Literal) or isinstance(it.right, lowered.Literal):
            return False
        left, right = (self._decisions.places.node(spot.file, spot.unit, one) for one in (it.left, it.right))
        if self._is_of_element(left, spot) is self._is_of_element(right, spot):
            return False
        columns, others = self._columns(left, env), self._columns(right, env)
        if not columns or not others:
            return True
        return not columns.isdisjoint(others) and (same or columns & others <= self._decisions.ties)

    def _is_of_element(self, held: Spot | None, spot: Spot) -> bool:
        graph = self._decisions.engine.code.graph(spot.file, spot.unit)
        function = graph.function[spot.node]
        nodes = (held.node, *self._decisions.local.near(held)) if held is not None else ()
        return any(graph.of_parameter.get(node, (-1, 0))[0] == function for node in nodes)

    def _columns(self, held: Spot | None, env: Env) -> set[tuple[str, str]]:
        """The columns that a value is read from, as far as these are known."""
        rows = self._decisions.held.rows(held, (), env) if held is not None else ()
        return {(one.column.table, one.column.name) for row in rows for one in row.columns}
