"""What was given to code of which nothing is known, and whether anybody uses what that gave back.

Such code may keep what it is given. Where its answer is used the value goes on in that; where nobody uses it, the value
is lost from sight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.code import Spot
from audit.flow.contexts import Context, Fact, Path, joined, longer, rest_of
from audit.flow.graph import ENTERED, CallSite, Edge, Graph, Op, Place

if TYPE_CHECKING:
    from audit.flow.contexts import Caller, Reason
    from audit.flow.outside.library import Library
    from audit.flow.solver.leaving import Leaving
    from audit.flow.solver.run import Solver

_MOST = 200
"""Nodes that are looked at for one call; what leads to more is taken for dropped."""
_CHAINED = ("then", "catch", "finally")


class Handed(Struct, frozen=True, order=True):
    """How a value came to a call of outside code: the strongest label, and why."""

    label: int
    reason: Reason


class Drop(Struct, frozen=True, order=True):
    """A context in which an answer is used by nobody. `back`: its function gives the answer back, and no call of that
    is known.
    """

    context: Context
    label: int
    back: bool = False


class _At(Struct, frozen=True, order=True):
    """The part of a node that holds an answer; the label is relative to the context, as that of a fact is."""

    context: Context
    node: int
    path: Path
    label: int


class Dropping:
    """To be asked when all facts are known: callers turn up one after the other."""

    def __init__(self, solver: Leaving, library: Library) -> None:
        self._solver, self._library = solver, library
        self._seen: set[tuple[Context, int, Path]] = set()

    def drops(self, context: Context, call: int, label: int) -> list[Drop]:
        """Where what a call gave back is used by nobody; no place at all where it is used in its own function."""
        self._seen = set()
        found = self._of(_At(context, self._site(context, call).result, (), label))
        return found if len(self._seen) < _MOST else [Drop(context, label)]

    def _of(self, start: _At) -> list[Drop]:
        """First inside of a function, then, where that gives it back, at everybody who calls it."""
        returned: list[_At] = []
        stack = [start]
        while stack and len(self._seen) < _MOST:
            here = stack.pop()
            part = (here.context, here.node, here.path)
            if part in self._seen:
                continue
            self._seen.add(part)
            graph = here.context.graph
            if here.node in graph.tests:
                return []
            for edge in graph.out[here.node]:
                if edge.op is Op.RETURN:
                    returned.append(here)
                    continue
                ways = self._along(here, graph, edge)
                if ways is None:
                    return []
                stack.extend(ways)
        if not returned:
            return [Drop(start.context, start.label)]
        return [drop for one in returned for drop in self._left(one)]

    def _left(self, at: _At) -> list[Drop]:
        callers = self._solver.callers.get(at.context)
        if not callers:
            return [Drop(at.context, at.label, back=True)]
        return [drop for caller, brought in callers.items() for drop in self._at_caller(at, caller, brought)]

    def _at_caller(self, at: _At, caller: Caller, brought: Fact | None) -> list[Drop]:
        label = joined(at.label, brought.label) if brought is not None else at.label
        file, unit = caller.context.function.file, caller.context.function.unit
        if caller.argument < 0:
            result = self._site(caller.context, caller.call).result
            return self._of(_At(caller.context, result, at.path, label))
        if self._library.is_unknown(file, unit, caller.call, caller.argument):
            return []  # handed to outside code once more: asked for that call
        on = self._library.returned(file, unit, caller.call, caller.argument, at.path)
        if on.decided:
            return []
        if not on.results:
            return [Drop(caller.context, label)]
        return [drop for node, path in on.results for drop in self._of(_At(caller.context, node, path, label))]

    def _along(self, at: _At, graph: Graph, edge: Edge) -> list[_At] | None:
        """Where an answer goes on inside of its function; None when it is used."""
        op, to, key = edge.op, edge.to, edge.key
        if op is Op.COPY:
            return [replace(at, node=to)]
        if op is Op.STORE:
            return [replace(at, node=to, path=longer(key, at.path))]
        if op is Op.DECIDE:
            return [] if _asks_nothing(graph.source[to]) else None
        if op is Op.LOAD:
            return self._read(at, graph, to, key)
        if op is Op.RECEIVER:
            return [] if graph.calls[to].method in _CHAINED else None  # what becomes of it is told by the member
        if op is Op.CALLEE and not at.path:
            return [replace(at, node=graph.calls[to].result)]  # `pipe(item, show)()`: what that gives has it
        if op is Op.ARGUMENT:
            return self._given(at, to, int(key))
        if op is Op.KEEP:
            file, unit = at.context.function.file, at.context.function.unit
            return None if self._is_read(file, unit, graph.places[to], at.path) else []
        return None

    def _is_read(self, file: str, unit: int, place: Place, path: Path) -> bool:
        """Does anybody read the part of a name or field that keeps an answer (`urlpatterns`, not `handle.id`)?"""
        whole = self._solver.whole()
        seen: set[tuple[Spot, Path]] = set()
        stack = [(spot, path) for spot in whole.wanted.readers(whole, file, unit, place)]
        while stack:
            spot, rest = stack.pop()
            if (spot, rest) in seen:
                continue
            seen.add((spot, rest))
            graph = whole.code.graph(spot.file, spot.unit)
            if len(seen) > _MOST or (not rest and spot.node in graph.tests):
                return True
            for edge in graph.out[spot.node]:
                ways = self._kept_on(whole, spot, edge, rest)
                if ways is None:
                    return True
                stack.extend(ways)
        return False

    def _kept_on(self, whole: Solver, spot: Spot, edge: Edge, path: Path) -> list[tuple[Spot, Path]] | None:
        """Where what holds an answer is put, and its part that is the answer; None where that may be used."""
        op, to, key = edge.op, edge.to, edge.key
        if op is Op.COPY:
            return [(replace(spot, node=to), path)]
        if op is Op.STORE:
            return [(replace(spot, node=to), longer(key, path))]
        if op is Op.LOAD and path:
            rest = rest_of(path, key)
            return [(replace(spot, node=to), rest)] if rest is not None else []
        if op is Op.RECEIVER and path:
            return []  # the method is a part of it, which is told by the member
        if op is Op.KEEP:
            place = whole.code.graph(spot.file, spot.unit).places[to]
            return [(one, path) for one in whole.wanted.readers(whole, spot.file, spot.unit, place)]
        return None

    @staticmethod
    def _read(at: _At, graph: Graph, to: int, key: str) -> list[_At] | None:
        """A part is used, unless it is part of what holds the answer, or a `then` that does not look at the answer. Who
        enters an answer (`with`) has it.
        """
        if key == ENTERED:
            return [replace(at, node=to)]
        rest = rest_of(at.path, key)
        if at.path:
            return [replace(at, node=to, path=rest)] if rest is not None else []
        calls = [graph.calls[edge.to] for edge in graph.out[to] if edge.op is Op.CALLEE]
        if key not in _CHAINED or not calls or any(key == "then" and _looks(graph, site) for site in calls):
            return None
        return [replace(at, node=site.result) for site in calls]

    def _given(self, at: _At, call: int, slot: int) -> list[_At] | None:
        """Known code that only hands it on (`Promise.all`); all other code uses it."""
        file, unit = at.context.function.file, at.context.function.unit
        if self._library.flows(file, unit, call) is None:
            return None
        effects = self._library.effects(file, unit, call, slot, at.path, modelled=False)
        if effects.guess or not effects.results:
            return None
        if effects.writes or effects.calls or effects.decided or effects.answers:
            return None
        return [replace(at, node=node, path=path) for node, path in effects.results]

    def _site(self, context: Context, call: int) -> CallSite:
        return context.graph.calls[call]


def _asks_nothing(source: code.Node | None) -> bool:
    """Is all that is decided whether a `try` around a call, or a `catch` after it, takes something?"""
    return isinstance(source, (code.Try, code.Call))


def _looks(graph: Graph, site: CallSite) -> bool:
    """May the first function that `then` is given look at the answer?"""
    number = graph.made.get(site.arguments[0]) if site.arguments else None
    return bool(site.arguments) and (number is None or bool(graph.functions[number].parameters))
