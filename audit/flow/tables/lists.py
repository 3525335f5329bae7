"""What is done to a list of conditions between where it is written out and where it is used: what is put into it
(`where.push(eq(…))`), for certain or perhaps, and whether something may be taken out again (`where.length = 0`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.heap import aliases, is_version
from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.link.names import Declared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.frames import Call
    from audit.flow.graph import CallSite, Graph
    from audit.flow.structure import Tests
    from audit.flow.tables.trace import Frames, Trace

_DEEP = 3
"""Functions that return what another one has returned."""
_ADDING = ("push", "unshift")
_READING = frozenset((
    "at", "concat", "entries", "every", "filter", "find", "findIndex", "findLast", "flat", "flatMap", "forEach",
    "includes", "indexOf", "join", "keys", "map", "reduce", "reverse", "slice", "some", "sort", "toReversed",
    "toSorted", "toString", "values", "with",
))  # fmt: skip
"""Methods that leave in a list what is in it."""


class Changes(Struct, frozen=True):
    """What is put into a list: surely, before it is used, or `perhaps`; None where that is not known. `cut`: what it
    had may be gone.
    """

    surely: tuple[Spot | None, ...] = ()
    perhaps: tuple[Spot | None, ...] = ()
    cut: bool = False


def changes(trace: Trace, made: Spot, use: Spot, frames: Frames = ()) -> Changes:
    """What is done to a list that is made at a node: within the statement of the file, and, where it has a name of the
    module or is returned, in others; of the calls that return it by those of `frames`, where these are known.
    """
    graph = trace.code.graph(made.file, made.unit)
    held = _with_members(graph, aliases(graph, {made.node}))
    cut = _is_moved(graph, held) or any(_is_cut(held, (), graph))
    surely: list[Spot | None] = []
    perhaps: list[Spot | None] = []
    for site in graph.calls:
        spread = any(site.spread)
        if site.receiver in held and site.method in _ADDING:
            given: list[Spot | None] = [replace(made, node=node) for node in site.arguments]
            uses = _uses(graph, made, use) if not spread else []
            before = bool(uses) and all(_is_before(trace, site, one) for one in uses)
            (surely if before else perhaps).extend([None] if spread else given)
        elif site.receiver in held:
            cut = cut or site.method not in _READING
        else:
            done = [
                _done(trace, made, site, at) for at, node in enumerate(site.arguments) if node in held and not spread
            ]
            cut = cut or any(one is None for one in done)
            perhaps.extend(None for one in done if one)
    for spot, there in elsewhere(trace, made, held, frames):
        other = trace.code.graph(spot.file, spot.unit)
        methods = [one.method for one in other.calls if one.receiver in there]
        cut = cut or any(_is_cut(there, methods, other)) or _is_moved(other, there)
        perhaps.extend(None for one in methods if one in _ADDING)
    return Changes(tuple(surely), tuple(perhaps), cut)


def _uses(graph: Graph, made: Spot, use: Spot) -> list[Spot]:
    """Where a list is used: that place, or where the function that makes it returns, for uses in others."""
    function = graph.function[made.node]
    if (made.file, made.unit) == (use.file, use.unit) and graph.function[use.node] == function:
        return [use]
    return [replace(made, node=node) for node in graph.returned.get(function, ())]


def elsewhere(trace: Trace, made: Spot, held: set[int], frames: Frames = ()) -> Iterator[tuple[Spot, set[int]]]:
    """Where others hold an object, and the nodes there that do: other statements by its name of the module, the callers
    of a function that returns it, of `frames` where there are any. `held` are those of its own.
    """
    yield from _by_name(trace, made, held)
    yield from _returned(trace, made, held, frozenset((one.file, one.unit, one.call) for one in frames), _DEEP)


def _returned(
    trace: Trace, made: Spot, held: set[int], within: frozenset[Call], depth: int
) -> Iterator[tuple[Spot, set[int]]]:
    graph = trace.code.graph(made.file, made.unit)
    giving = {edge.to for node in held for edge in graph.out[node] if edge.op is Op.RETURN} if depth else set()
    for number in sorted(giving):
        for file, unit, call in trace.origins.callers.of(FunctionId(made.file, made.unit, number)):
            if within and (file, unit, call) not in within:
                continue
            there = trace.code.graph(file, unit)
            spot = Spot(file, unit, there.calls[call].result)
            holding = _with_members(there, aliases(there, {spot.node}))
            yield spot, holding
            yield from _returned(trace, spot, holding, within, depth - 1)


def _with_members(graph: Graph, held: set[int]) -> set[int]:
    """Those that hold an object, with those that read it of one that it is put into (`const query = { where }`)."""
    found = set(held)
    for node in held:
        for edge in graph.out[node]:
            if edge.op is Op.STORE and isinstance(graph.source[edge.to], lowered.Object):
                holders = aliases(graph, {edge.to})
                read = {
                    one.to for each in holders for one in graph.out[each] if one.op is Op.LOAD and one.key == edge.key
                }
                found |= aliases(graph, read)
    return found


def _by_name(trace: Trace, made: Spot, held: set[int]) -> Iterator[tuple[Spot, set[int]]]:
    graph = trace.code.graph(made.file, made.unit)
    kept = {graph.places[edge.to] for node in held for edge in graph.out[node] if edge.op is Op.KEEP}
    for place in sorted(one for one in kept if one.kind == "name" and not one.owner and one.at >= 0):
        for use in trace.origins.names.references(Declared(made.file, place.name, place.at)):
            spot = trace.code.named(use.file, use.at) if not use.path else None
            if spot is not None and (spot.file, spot.unit) != (made.file, made.unit):
                yield spot, aliases(trace.code.graph(spot.file, spot.unit), {spot.node})


def _is_moved(graph: Graph, held: set[int]) -> bool:
    """Does a list go on without elements that it had, or with others in their place?"""
    edges = (edge for node in held for edge in graph.out[node])
    return any(is_version(graph, edge) or (edge.op is Op.COPY and edge.key != "") for edge in edges)


def _is_before(trace: Trace, site: CallSite, use: Spot) -> bool:
    """Is a call run whenever code further down in its function is?"""
    graph = trace.code.graph(use.file, use.unit)
    if site.function != graph.function[use.node] or site.at >= graph.at[use.node]:
        return False
    structure = trace.code.structures.around(FunctionId(use.file, use.unit, site.function))
    here, there = structure.before.get(id(site.expression)), structure.before.get(id(graph.source[use.node]))
    return here is not None and there is not None and _begins(here, there)


def _begins(here: Tests, there: Tests) -> bool:
    return len(here) <= len(there) and all(a.expression is b.expression for a, b in zip(here, there, strict=False))


def _done(trace: Trace, made: Spot, site: CallSite, position: int) -> bool | None:
    """Do functions of the tree put something into a list that they are given? None: they may take something out."""
    found = False
    for callee in trace.callees(replace(made, node=site.result)):
        if isinstance(callee, Func):
            graph = trace.code.graph(callee.id.file, callee.id.unit)
            parameters = graph.functions[callee.id.number].parameters
            held = aliases(graph, {parameters[position]}) if position < len(parameters) else set()
            methods = [one.method for one in graph.calls if one.receiver in held]
            if any(_is_cut(held, methods, graph)):
                return None
            found = found or any(one in _ADDING for one in methods)
    return found


def _is_cut(held: set[int], methods: Iterable[str], graph: Graph) -> Iterator[bool]:
    yield any(one not in _ADDING and one not in _READING for one in methods)
    yield any(holder in held and (key == "length" or key.startswith("[")) for holder, key in graph.written)


__all__ = ["Changes", "changes", "elsewhere"]
