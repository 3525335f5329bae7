"""Events of an emitter that is a part of an object of the tree: `bus.emit('item', item)` comes to no listener of
`bus.on('other', show)`, where both names are given to methods of the tree that hand them on.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise, product
from typing import TYPE_CHECKING

from audit.flow.backward.classes import parameters_at
from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT
from audit.flow.keys import keys_of, may_be_same
from audit.flow.outside.places import placed
from audit.rulebook import places_of
from audit.trace.path.asking import ANY
from audit.trace.path.ways import on_way

if TYPE_CHECKING:
    from audit.flow.contexts import Caller, Context, Fact
    from audit.flow.graph import Graph
    from audit.flow.solver import Solver
    from audit.trace.path.asking import Asking
    from audit.trace.path.ways import Way

Names = frozenset[str]
"""The texts that the name of an event may be; empty where that is not known."""


def other_heard(solver: Solver, way: Way, asking: Asking) -> frozenset[Fact]:
    """The facts on a way in listeners that were registered for another event than the one that was told on the way."""
    found: list[Fact] = []
    told: Names = frozenset()
    for before, fact in pairwise(way.facts):
        if fact.context is before.context and fact.path[:1] == (ELEMENT,):
            told = _told(solver, way, before, fact, asking) or told
        caller = way.calls.get(fact.context) if told and before.path[:1] == (ELEMENT,) else None
        if caller is not None and caller.argument >= 0 and caller.context is before.context:
            heard = _heard(solver, caller, fact.context, asking)
            found.extend((fact,) if heard and not any(may_be_same(*two) for two in product(told, heard)) else ())
    return frozenset(found)


def _told(solver: Solver, way: Way, value: Fact, holder: Fact, asking: Asking) -> Names:
    """The name under which a call tells a value, by the calls of a way."""
    for call, site in enumerate(holder.context.graph.calls):
        if site.receiver == holder.node and value.node in site.arguments:
            name = _name_at(solver, holder.context, call)
            on = partial(on_way, way)
            return _known(asking.keys(solver.makers, name, holder.context, on)) if name >= 0 else frozenset()
    return frozenset()


def _heard(solver: Solver, caller: Caller, listener: Context, asking: Asking) -> Names:
    """The names for which a listener is registered by those who give it to the function around a call."""
    context, graph = caller.context, caller.context.graph
    number, position = _parameter(graph, graph.calls[caller.call].argument(caller.argument))
    name = _parameter(graph, _name_at(solver, context, caller.call))
    if number < 0 or name[0] != number:
        return frozenset()
    found: set[str] = set()
    around = FunctionId(context.function.file, context.function.unit, number)
    for file, unit, call in solver.origins.callers.of(around):
        site = solver.code.graph(file, unit).calls[call]
        given = site.argument(position)
        values = solver.origins.of(Spot(file, unit, given)) if given >= 0 else ()
        if any(isinstance(one, Func) and one.id == listener.function for one in values):
            node = site.argument(name[1])
            found |= (keys_of(asking.texts.of(Spot(file, unit, node))) if node >= 0 else None) or ANY
    return _known(frozenset(found))


def _parameter(graph: Graph, node: int) -> tuple[int, int]:
    """The one parameter that a node is, with its function."""
    found = parameters_at(graph, node) if node >= 0 else []
    return found[0] if len(found) == 1 else (-1, -1)


def _name_at(solver: Solver, context: Context, call: int) -> int:
    """The node of the name of the event that a call is about; -1 for another call."""
    key = (context.function.file, context.function.unit, call)
    said = solver.library.events.get(key)
    nodes = [node for place in places_of(said) for node, _ in placed(context.graph.calls[call], place)] if said else []
    return nodes[0] if len(nodes) == 1 else -1


def _known(names: Names) -> Names:
    return names if ANY.isdisjoint(names) else frozenset()
