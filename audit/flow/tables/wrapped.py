"""Functions of the tree that send what they are given as SQL (`query(text, params)`): a call is a step of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import matches
from audit.flow.graph import Op
from audit.rulebook import QueryRow, places_of

if TYPE_CHECKING:
    from audit.flow.contexts import Path
    from audit.flow.graph import CallSite, Graph
    from audit.flow.tables.chains import Chains, Step

_DEEPEST = 40
"""Functions inside of each other that are looked into for a statement."""
_DEEP = 12
_SENDS = ("select", "insert", "update", "delete", "with", "merge", "call", "replace")


class Wrapper(Struct, frozen=True, order=True):
    """The row that calls of the function are read by, the step that sends in it, and what it takes of the answer: the
    members from the driver's answer to what it gives back; None where that is made into something else.
    """

    row: QueryRow
    sends: Step
    takes: Path | None


def may_wrap(site: CallSite) -> bool:
    """Is the call given a text of SQL?"""
    arguments = site.expression.args if isinstance(site.expression, lowered.Call) else ()
    return any(_is_sql(one) for one in arguments[:3])


def _is_sql(given: lowered.Expr) -> bool:
    if isinstance(given, lowered.Object):
        return any(
            isinstance(one.value, (lowered.Literal, lowered.Template)) and _is_sql(one.value)
            for one in given.properties
        )
    text = given.value if isinstance(given, lowered.Literal) else ""
    if isinstance(given, lowered.Template) and given.tag is None:
        text = given.parts[0]
    return isinstance(text, str) and text.lstrip()[:8].lower().startswith(_SENDS)


class Wrappers:
    """Answers by function, each found once."""

    def __init__(self, chains: Chains) -> None:
        self._chains, self._trace = chains, chains.trace
        self._known: dict[FunctionId, Wrapper | None] = {}
        self._depth = 0

    def rows(self, spot: Spot) -> list[QueryRow]:
        """The rows of a call whose result a node is, by the functions of the tree that it calls."""
        found = (self.of(one.id) for one in self._trace.callees(spot) if isinstance(one, Func))
        return [one.row for one in found if one is not None]

    def of(self, function: FunctionId) -> Wrapper | None:
        """How a function sends what it is given; None where it does not."""
        if function not in self._known:
            if self._depth >= _DEEPEST:
                return None
            self._known[function] = None
            self._depth += 1
            self._known[function] = self._find(function)
            self._depth -= 1
        return self._known[function]

    def is_sent_at(self, wrapper: Wrapper, call: tuple[str, int, int]) -> bool:
        """Is it that call by which a function sends?"""
        spot = wrapper.sends.spot
        graph = self._trace.code.graph(spot.file, spot.unit)
        return (spot.file, spot.unit, graph.results[spot.node]) == call

    def takes(self, step: Step) -> tuple[Step, Path | None]:
        """The step that sends the statement at last, and the members that are taken of its answer on the way."""
        path: Path | None = ()
        for _ in range(_DEEP):
            inner = next(
                filter(None, (self.of(one.id) for one in self._trace.callees(step.spot) if isinstance(one, Func))), None
            )
            if inner is None:
                return step, path
            path = (*inner.takes, *path) if inner.takes is not None and path is not None else None
            step = inner.sends
        return step, path

    def _find(self, function: FunctionId) -> Wrapper | None:
        graph = self._trace.code.graph(function.file, function.unit)
        for site in graph.calls:
            if site.function != function.number:
                continue
            chain = self._chains.of(Spot(function.file, function.unit, site.result))
            step = chain.steps[-1] if chain is not None else None
            sql = (
                self._given(graph, site, step.row.sql, function) if step is not None and step.row.step == "sql" else []
            )
            if step is not None and sql:
                rows = self._given(graph, site, step.row.rows, function)
                row = QueryRow(step="sql", sql="|".join(sql), rows="|".join(rows) or None, on=step.row.on)
                return Wrapper(row, step, self._taken(graph, function, site.result))
        return None

    def _given(self, graph: Graph, site: CallSite, places: str | None, function: FunctionId) -> list[str]:
        """Places of a row, as places of the calls of the function around it."""
        found: dict[str, None] = {}
        for place in places_of(places) if places else ():
            if place.root == "args" and self._hands_on(graph, site, place.number or 0, function.number):
                found[f"args[{graph.functions[function.number].rest}:]"] = None
            if place.root != "arg" or place.number is None or place.number >= len(site.arguments):
                continue
            for position, steps in self._parameters(graph, site.arguments[place.number], function.number):
                path = (*steps, *place.path)
                shape = graph.functions[function.number]
                if position != shape.rest:
                    found[f"arg{position}{_written(path)}"] = None
                elif path[:1] == ("[*]",):
                    found[f"args[{position}:]"] = None
        return list(found)

    def _hands_on(self, graph: Graph, site: CallSite, number: int, function: int) -> bool:
        """Does a call get the rest of what its function was given, from an argument on (`send(sql, *args)`)?"""
        if number >= len(site.arguments) or not site.spread[number]:
            return False
        rest = graph.functions[function].rest
        return any(position == rest >= 0 for position, _ in self._parameters(graph, site.arguments[number], function))

    @staticmethod
    def _parameters(graph: Graph, node: int, function: int) -> list[tuple[int, Path]]:
        """The parameters of a function, and the members of them, that a node is."""
        found: list[tuple[int, Path]] = []
        seen = {node}
        work: list[tuple[int, Path]] = [(node, ())]
        while work and len(seen) < _DEEP * _DEEP:
            here, path = work.pop()
            if here in graph.of_parameter and graph.of_parameter[here][0] == function:
                found.append((graph.of_parameter[here][1], path))
                continue
            for before, op, key in graph.back[here]:
                if op in (Op.COPY, Op.LOAD) and before not in seen:
                    seen.add(before)
                    work.append((before, path if op is Op.COPY else (key, *path)))
        return found

    @staticmethod
    def _taken(graph: Graph, function: FunctionId, result: int) -> Path | None:
        """The members that lead from a call's result to what a function gives back."""
        work: list[tuple[int, Path]] = [(node, ()) for node in graph.returned.get(function.number, ())]
        seen: set[int] = set()
        while work:
            here, path = work.pop(0)
            if here == result:
                return path
            for before, op, key in graph.back[here] if here not in seen else ():
                if op in (Op.COPY, Op.LOAD):
                    work.append((before, path if op is Op.COPY or key == "await" else (key, *path)))
            seen.add(here)
        return None


def leads(taken: Path, path: Path) -> bool:
    """Do the members that are taken lead to a part?"""
    return len(taken) <= len(path) and all(matches(one, other) for one, other in zip(taken, path, strict=False))


def _written(path: Path) -> str:
    return "".join(step if step.startswith("[") else f".{step}" for step in path)
