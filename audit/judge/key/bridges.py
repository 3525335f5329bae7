"""Flows that the rules declare: rows of a table that come to a parameter by no edge of the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.model import Evidence, Key

if TYPE_CHECKING:
    from audit.flow.frames import End, Env, Path
    from audit.judge.chain.chains import Chain
    from audit.judge.chain.outward import Outward
    from audit.rulebook import Rules
    from audit.rulebook.rules import Bridge
    from audit.trace import Engine


class Bridges:
    """The declared bridges from tables to functions."""

    def __init__(self, engine: Engine, rules: Rules, outward: Outward) -> None:
        self._engine, self._rules, self._outward = engine, rules, outward
        self._ends = [one for one in rules.bridges if one.source.table and one.target.function]

    def env(self, chain: Chain) -> Env:
        """The frames of an access, as far as the innermost function of the chain that a bridge leads to."""
        for number, stand in enumerate(chain.stands):
            if any(self._is_end(stand.function, one) for one in self._ends):
                return self._outward.within(chain, number)
        return chain.access.env

    def key(self, end: End) -> Key | None:
        """The column that stands at a parameter, where it is the end of a bridge or is handed on to it."""
        for bridge in self._ends:
            rest = self._behind(end.path, bridge)
            table = self._engine.queries.tables.named(bridge.source.table or "") if rest else None
            if rest and table is not None and self._comes_to(end.spot, bridge):
                name = f"{table.name}.{table.column(rest[0]) or rest[0]}"
                kind = "catalogue-row" if table.name in self._rules.gate.rows else "other-row"
                graph = self._engine.code.graph(end.spot.file, end.spot.unit)
                line = self._engine.code.program.position(end.spot.file, graph.at[end.spot.node]).line
                return Key(kind=kind, column=name, evidence=(Evidence(end.spot.file, line, bridge.why),))  # type: ignore[arg-type]
        return None

    def _behind(self, path: Path, bridge: Bridge) -> Path:
        steps = tuple(bridge.target.path.split(".")) if bridge.target.path else ()
        return path[len(steps) :] if path[: len(steps)] == steps else ()

    def _comes_to(self, spot: Spot, bridge: Bridge) -> bool:
        graph = self._engine.code.graph(spot.file, spot.unit)
        number, position = graph.of_parameter[spot.node]
        if self._is_end(FunctionId(spot.file, spot.unit, number), bridge) and position == bridge.target.parameter:
            return True
        seen, stack = {spot.node}, [spot.node]
        while stack:
            for edge in graph.out[stack.pop()]:
                if edge.op is Op.ARGUMENT and edge.key == str(bridge.target.parameter):
                    targets = self._engine.backwards.targets(spot.file, spot.unit, graph.calls[edge.to], ())
                    if any(self._is_end(one.function, bridge) for one in targets):
                        return True
                elif edge.op is Op.COPY and edge.to not in seen:
                    seen.add(edge.to)
                    stack.append(edge.to)
        return False

    def _is_end(self, function: FunctionId, bridge: Bridge) -> bool:
        shape = self._engine.code.graph(function.file, function.unit).functions[function.number]
        return bridge.target.function == f"{function.file}#{shape.name}"
