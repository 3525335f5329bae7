"""What stands where a way back from an argument ends: what decides whether it is a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Global, Variable
from audit.flow.code import FunctionId
from audit.flow.graph import Op
from audit.flow.outside.rows import section_rows
from audit.flow.settings.variables import Variables
from audit.judge.key.rows import row_of

if TYPE_CHECKING:
    from audit.flow.frames import End
    from audit.flow.graph import Graph
    from audit.trace import Engine

_KEPT = (("[*]",), ("[value]",))


class Ends:
    """Questions about one end."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._variables = engine, Variables(engine.backwards, ())

    def repeats(self, end: End) -> bool:
        """Is it what a cache, a map or a list holds, or what outside code gives a function that it calls?"""
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        number = graph.results.get(end.spot.node)
        if number is not None:
            flows = self._engine.backwards.library.flows(end.spot.file, end.spot.unit, number) or ()
            sources = [one for flow in flows if not flow.implicit for one in flow.sources]
            return graph.calls[number].new or any(one.root == "this" and one.path[:1] in _KEPT for one in sources)
        if end.spot.node not in graph.of_parameter:
            return isinstance(graph.source[end.spot.node], lowered.Array)
        number = graph.of_parameter[end.spot.node][0]
        if self._engine.routes.is_entry(FunctionId(end.spot.file, end.spot.unit, number)):
            return False  # what a client sends was nowhere before
        shape = graph.functions[number]
        return any(edge.op is Op.ARGUMENT for edge in graph.out[shape.node]) if shape.node >= 0 else False

    def is_whole(self, end: End) -> bool:
        """Is it what a query gives, and no column of it?"""
        row = row_of(self._engine, end)
        return row is not None and not row.columns

    def is_function(self, end: End) -> bool:
        """`fetch`, handed on to be called: no part of what is asked for."""
        requests = self._engine.origins.vocabulary.requests
        return not end.path and any(section_rows(requests, one) for one in self._engine.origins.of(end.spot))

    def is_environment(self, end: End) -> bool:
        """`process.env.NAME`, which ends at the global with a path, and whatever else reads a variable."""
        if self._variables.read_at(end) is not None:
            return True
        index = self._engine.origins.vocabulary.envs
        for value in self._engine.origins.of(end.spot):
            names = (
                [Global(".".join((value.name, *end.path[:one]))) for one in (0, 1)] if isinstance(value, Global) else []
            )
            if isinstance(value, Variable) or any(section_rows(index, name) for name in names):
                return True
        return False


def is_shared(graph: Graph, node: int) -> bool:
    """Does an object leave the function that makes it, so that others may fill it?"""
    seen, stack = {node}, [node]
    while stack:
        for edge in graph.out[stack.pop()]:
            if edge.op in (Op.RETURN, Op.KEEP):
                return True
            if edge.op in (Op.COPY, Op.STORE) and edge.to not in seen:
                seen.add(edge.to)
                stack.append(edge.to)
    return False
