"""What is done to an object that is written out, other than by assignments in its own statement: members are taken away
(`delete where.open`), put there by `Object.assign`, or set by functions that are given it or know its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.heap import aliases
from audit.flow.backward.values import Func
from audit.flow.contexts import ELEMENT
from audit.flow.tables.lists import elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.graph import CallSite, Graph
    from audit.flow.tables.trace import Trace

_PUTS = ("assign", "defineProperty", "defineProperties")
_OF_DICTS = ("update", "setdefault", "pop", "popitem", "clear")
"""Methods of Python's dictionaries that change what they hold."""


def altered(trace: Trace, made: Spot) -> set[str]:
    """The members of an object that may be gone or be others later; `[*]`: any."""
    graph = trace.code.graph(made.file, made.unit)
    held = aliases(graph, {made.node})
    found = set(_without_assignment(graph, held))
    for site in graph.calls:
        for position, node in enumerate(site.arguments):
            if node in held:
                found.update(_done(trace, made, site, position))
    for spot, there in elsewhere(trace, made, held):
        found.update(_set(trace.code.graph(spot.file, spot.unit), there))
    return found


def _done(trace: Trace, made: Spot, site: CallSite, position: int) -> Iterator[str]:
    """What a call does to an argument."""
    for callee in trace.callees(replace(made, node=site.result)):
        if isinstance(callee, Func):
            graph = trace.code.graph(callee.id.file, callee.id.unit)
            parameters = graph.functions[callee.id.number].parameters
            if position < len(parameters):
                yield from _set(graph, aliases(graph, {parameters[position]}))


def _set(graph: Graph, held: set[int]) -> Iterator[str]:
    yield from (key for holder, key in graph.written if holder in held)
    yield from _without_assignment(graph, held)


def _without_assignment(graph: Graph, held: set[int]) -> Iterator[str]:
    yield from (key for holder, key in deletions(graph) if holder in held)
    if any(_changes(site, graph, held) for site in graph.calls):
        yield ELEMENT


def _changes(site: CallSite, graph: Graph, held: set[int]) -> bool:
    """Does a call put something into an object, or take it away, whatever that is?"""
    if graph.python and site.receiver in held and site.method in _OF_DICTS:
        return True
    return site.method in _PUTS and bool(site.arguments) and site.arguments[0] in held


def deletions(graph: Graph) -> Iterator[tuple[int, str]]:
    """What is taken away of which objects, by node (`delete where.open`, `delete where[name]`)."""
    for source in graph.source:
        gone = source.value if isinstance(source, lowered.Unary) and source.op == "delete" else None
        if isinstance(gone, (lowered.Member, lowered.Index)):
            node = graph.named.get(gone.object.at)
            if node is not None:
                yield node, gone.key if isinstance(gone, lowered.Member) else ELEMENT
