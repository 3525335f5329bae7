"""Where the code branches on what a value decided: the lines that a decision which reaches no sink comes down to."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code
from audit.flow.backward.values import Func
from audit.flow.binding import is_named
from audit.flow.contexts import IMPLICIT, Caller, Context, Entered, Fact, Seed, entered_at, longer, rest_of
from audit.flow.graph import COUNT, LACKING, Op
from audit.flow.surrounding import holder_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import FunctionId
    from audit.flow.contexts import Path
    from audit.flow.graph import Edge
    from audit.flow.outside.library import Effects
    from audit.flow.solver import Reason, Solver

_MOST = 2_000
"""Facts that are looked at for one decision; the decision itself stands for what is behind more."""
_COUNTS = ("length", "size")
Left = tuple[tuple[Context, Caller], ...]


class Branch(Struct, frozen=True):
    """`at`: where the `if`, loop, `switch` or conditional expression stands; `facts` lead there from the decision."""

    file: str
    at: int
    facts: tuple[Fact, ...]


class _At(Struct, frozen=True):
    """A fact that rests on the decision. `left`: the calls by which its context is left, innermost first."""

    fact: Fact
    left: Left
    before: _At | None = None


class Branches:
    """Asked of a search that has come to its end: all facts that rest on a decision are known."""

    def __init__(self, solver: Solver) -> None:
        self._solver = solver

    def of(self, reason: Reason) -> list[Branch]:
        """The branches that a decision comes to; none where the code does something else with it."""
        start = reason.fact
        assert start is not None
        graph, file = start.context.graph, start.context.function.file
        if start.node in graph.tests:
            return [Branch(file, graph.tests[start.node], ())]
        found: dict[tuple[str, int], Branch] = {}
        seen: set[tuple[Context, int, Path, Left]] = set()
        waiting = deque([_At(start, reason.left)])
        while waiting and len(seen) < _MOST:
            here = waiting.popleft()
            at = (here.fact.context, here.fact.node, here.fact.path, here.left)
            if at in seen:
                continue
            seen.add(at)
            branch = _branches_at(here) if here.before is not None else -1
            if branch >= 0:
                file = here.fact.context.function.file
                found.setdefault((file, branch), Branch(file, branch, _trail(here)))
            elif here.before is None or here.fact.label >= IMPLICIT:
                waiting.extend(self._after(here))
        return list(found.values())

    def _after(self, here: _At) -> Iterator[_At]:
        """Where a decision is one step on; from the value itself only to what it decides."""
        fact, first = here.fact, here.before is None
        for edge in fact.context.graph.out[fact.node]:
            if edge.op is Op.RETURN:
                yield from self._returned(here)
            elif edge.op in (Op.ARGUMENT, Op.RECEIVER):
                yield from self._given(here, edge)
            elif edge.op is Op.KEEP and not first:
                yield from self._kept(here, edge)
            else:
                path = _along(edge, fact.path, first=first)
                if path is not None and not isinstance(fact.context.graph.source[edge.to], code.Try):
                    yield self._on(here, fact.context, edge.to, path, here.left)

    def _on(self, here: _At, context: Context, node: int, path: Path, left: Left) -> _At:
        """The fact as the search knows it; it knows none where a decision decides something in its turn (`!ok`)."""
        known = context.facts.get((node, path, "value"))
        return _At(known or Fact(context, node, path, "value", IMPLICIT), left, here)

    def _returned(self, here: _At) -> Iterator[_At]:
        """To the call that the way has left its context by; where it was in none, to every caller."""
        context, path = here.fact.context, here.fact.path
        callers = self._solver.callers.get(context, {})
        known = next((at for at, (one, _) in enumerate(here.left) if one is context), None)
        ways = [here.left[known][1]] if known is not None else [] if _is_entered(context) else list(callers)
        left = here.left[known + 1 :] if known is not None else here.left
        for caller in ways:
            site = caller.context.graph.calls[caller.call]
            if caller.argument < 0:
                if here.before is not None:
                    yield self._on(here, caller.context, site.result, path, left)
                continue
            file, unit = caller.context.function.file, caller.context.function.unit
            effects = self._solver.library.returned(file, unit, caller.call, caller.argument, path)
            yield from self._made(here, caller.context, effects, left)

    def _made(self, here: _At, context: Context, effects: Effects, left: Left) -> Iterator[_At]:
        for node, path in (*effects.decided, *(effects.results if here.before is not None else ())):
            yield self._on(here, context, node, path, left)

    def _given(self, here: _At, edge: Edge) -> Iterator[_At]:
        """Into a function of the tree, or through outside code."""
        fact, call = here.fact, edge.to
        slot = int(edge.key) if edge.op is Op.ARGUMENT else -1
        context, site = fact.context, fact.context.graph.calls[call]
        file, unit = context.function.file, context.function.unit
        inside = False
        for callee in self._solver.callees(context, site):
            if isinstance(callee, Func) and slot >= 0 and not is_named(site, slot) and here.before is not None:
                inside = True
                yield from self._entered(here, callee.id, slot + site.tag, Caller(context, call, -1))
        effects = self._solver.library.effects(file, unit, call, slot, fact.path, modelled=inside)
        yield from self._made(here, context, effects, here.left)
        asked = context.facts.get((site.result, (), "value"))
        if asked is not None and asked.label >= IMPLICIT:  # a query whose condition it is
            yield self._on(here, context, site.result, (), here.left)

    def _entered(self, here: _At, function: FunctionId, position: int, caller: Caller) -> Iterator[_At]:
        graph = self._solver.code.graph(function.file, function.unit)
        parameters, path = graph.functions[function.number].parameters, here.fact.path
        if position < len(parameters):
            context = self._solver.context(function, Entered(position, ("~", *path), "value"))
            yield self._on(here, context, parameters[position], path, ((context, caller), *here.left))

    def _kept(self, here: _At, edge: Edge) -> Iterator[_At]:
        """To the reads of a name that functions of one statement share."""
        fact, graph = here.fact, here.fact.context.graph
        place = graph.places[edge.to]
        owner = holder_of(fact.context, place.owner)
        for node in graph.reads.get(place, ()) if owner is not None else ():
            context = self._solver.below(graph, owner, graph.function[node]) if owner is not None else None
            if context is not None:
                yield self._on(here, context, node, fact.path, here.left)


def _along(edge: Edge, path: Path, *, first: bool) -> Path | None:
    """The part that a decision is at the end of an edge; None when it does not go there."""
    op, key = edge.op, edge.key
    if op is Op.DECIDE and key == COUNT:
        return (COUNT,) if path in ((), (COUNT,)) else None
    if op is Op.DECIDE:
        return (key,) if key[:1] == LACKING else ()
    if op is Op.BUILD or (op is Op.LOAD and key in _COUNTS):
        return () if op is not Op.BUILD or not first else None
    if first:
        return None
    if op is Op.COPY:
        return path
    if op is Op.STORE:
        return longer(key, path)
    return rest_of(path, key) if op is Op.LOAD else None


def _branches_at(here: _At) -> int:
    """Where the code branches on a fact, -1 where it does not."""
    graph, node = here.fact.context.graph, here.fact.node
    if node in graph.tests:
        return graph.tests[node]
    source = graph.source[node]
    before = here.before.fact if here.before is not None else here.fact
    if not isinstance(source, code.Cond) or before.context is not here.fact.context:
        return -1
    return source.at if any(edge.op is Op.DECIDE and edge.to == node for edge in graph.out[before.node]) else -1


def _trail(here: _At) -> tuple[Fact, ...]:
    found: list[Fact] = []
    at: _At | None = here
    while at is not None and at.before is not None:
        found.append(at.fact)
        at = at.before
    return tuple(reversed(found))


def _is_entered(context: Context) -> bool:
    return not isinstance(entered_at(context).entry, Seed)
