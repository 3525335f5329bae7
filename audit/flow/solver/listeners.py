"""Functions that are kept in a list, a set or a map, and are called out of it: `listeners.add(f)`, later `f(event)`.

Looked for are those that a file puts somewhere, forwards to where they are called: in this file for the most part, as
whoever keeps listeners calls them.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT, VALUE
from audit.flow.graph import Op
from audit.flow.solver.parameters import arguments_for, parameters_of
from audit.flow.solver.promises import CALLEE, Arriving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.callers import Callers
    from audit.flow.backward.origins import Origins
    from audit.flow.graph import CallSite, Graph
    from audit.flow.solver.run import Solver

_PUTS = ("push", "unshift", "add", "set", "append")
"""Methods of the languages' own collections; rows say what they do."""
_MADE = "Map"
_MOST, _DEEPEST = 60, 3
"""Functions that are followed for one file, of more none is; and calls that hand one on before it is put there."""


class Listeners:
    """Answers are kept with the origins: they are the same for every value."""

    def __init__(self, origins: Origins, callers: Callers, solver: type[Solver]) -> None:
        self._origins, self._callers, self._solver = origins, callers, solver

    def at(self, file: str, unit: int, call: int) -> tuple[Func, ...]:
        """The functions that a call may run which were put into something before."""
        known = self._origins.listeners
        if file not in known:
            known[file] = {}
            known[file] = self._find(file)
        return known[file].get((file, unit, call), ())

    def _find(self, file: str) -> dict[tuple[str, int, int], tuple[Func, ...]]:
        watch = Arriving()
        engine = self._solver(self._origins, watch)
        put = dict(islice(self._put(file, engine), _MOST + 1))
        if not put or len(put) > _MOST:
            return {}
        for number, spot in enumerate(put):
            engine.seed(spot, 0, (), f"name{number}")
        engine.run()
        functions = list(put.values())
        return {
            (there, unit, call): tuple(dict.fromkeys(one for number in sorted(numbers) for one in functions[number]))
            for (there, unit, call, slot, part), numbers in watch.found.items()
            if slot == CALLEE and not part
        }

    def _put(self, file: str, engine: Solver) -> Iterator[tuple[Spot, tuple[Func, ...]]]:
        """Where functions are put into something that holds several, each with what it may be."""
        code = self._origins.code
        units = dict.fromkeys(unit for name in _PUTS for unit in code.holding(file, name))
        for unit in units:
            for call, site in enumerate(code.graph(file, unit).calls):
                if site.method in _PUTS and site.arguments and not any(site.spread):
                    spot = Spot(file, unit, site.arguments[-1])
                    functions = tuple(self._functions(spot, _DEEPEST)) if _keeps(engine, spot, call, site) else ()
                    if functions:
                        yield spot, functions
        yield from self._made_with(file, engine)

    def _made_with(self, file: str, engine: Solver) -> Iterator[tuple[Spot, tuple[Func, ...]]]:
        """The functions that a map is made with (`new Map([["a", f]])`)."""
        for unit in self._origins.code.holding(file, _MADE):
            graph = self._origins.code.graph(file, unit)
            for call, site in enumerate(graph.calls):
                rows = engine.library.flows(file, unit, call) if site.new and site.arguments else None
                if any(target.path == (VALUE,) for flow in rows or () for target in flow.targets):
                    for node in _inside(graph, site.arguments[0]):
                        functions = tuple(self._functions(Spot(file, unit, node), 0))
                        if functions:
                            yield Spot(file, unit, node), functions

    def _functions(self, spot: Spot, deep: int) -> Iterator[Func]:
        """The functions that a node may have, those that come in by a parameter from all who call."""
        own = [one for one in self._origins.of(spot) if isinstance(one, Func)]
        yield from own
        graph = self._origins.code.graph(spot.file, spot.unit)
        for number, position, path in parameters_of(graph, spot.node, ()) if deep and not own else ():
            for file, unit, call in self._callers.of(FunctionId(spot.file, spot.unit, number)) if not path else ():
                site = self._origins.code.graph(file, unit).calls[call]
                for node, _ in arguments_for(site, position, (), -1):
                    yield from self._functions(Spot(file, unit, node), deep - 1)


def _inside(graph: Graph, node: int) -> list[int]:
    """What stands in a list that is written out, and in lists in it."""
    held = [source for source, op, _ in graph.back[node] if op is Op.STORE]
    return [one for source in held for one in (source, *_inside(graph, source))]


def _keeps(engine: Solver, spot: Spot, call: int, site: CallSite) -> bool:
    """Is the last argument an element of what the method is called on from then on?"""
    last = len(site.arguments) - 1
    return any(
        target.root == "this" and target.path in {(ELEMENT,), (VALUE,)}
        for flow in engine.library.flows(spot.file, spot.unit, call) or ()
        for target in flow.targets
        if any(source.root == "args" or source.number == last for source in flow.sources)
    )
