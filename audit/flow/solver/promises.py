"""Which promise a call settles: the functions that `new Promise` hands out are followed to where they are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from audit.flow.code import Spot
from audit.flow.solver.wanted import Wanted
from audit.flow.values import Global
from audit.link.questions import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.contexts import Fact
    from audit.flow.graph import CallSite, Graph
    from audit.flow.origins import Origins
    from audit.flow.solver.run import Solver

_MAKES = re.compile(rb"new\s+Promise\b|withResolvers")
CALLEE = -2
"""The slot of an event at what is called itself."""


class Settled(NamedTuple):
    """A promise, as the node of what makes it; `how` is "resolve" or "reject"."""

    spot: Spot
    how: str


class Promises:
    """Answers are found file by file: promises of the file and of those that it imports. `cut`: not all were found."""

    def __init__(self, origins: Origins, solver: type[Solver]) -> None:
        self._origins, self._solver = origins, solver
        self.cut = False
        self._known: dict[str, dict[tuple[str, int, int, int], tuple[Settled, ...]]] = {}

    def settled(self, file: str, unit: int, call: int, slot: int = CALLEE) -> tuple[Settled, ...]:
        """The promises that a call settles; with a `slot`, those that are settled when its argument is called."""
        if file not in self._known:
            self._known[file] = {}
            self._known[file] = self._find(file)
        return self._known[file].get((file, unit, call, slot), ())

    def _find(self, file: str) -> dict[tuple[str, int, int, int], tuple[Settled, ...]]:
        made: list[Settled] = []
        watch = _Handed()
        engine = self._solver(self._origins, watch)
        program = self._origins.code.program
        files = (file, *self._imported(file))
        holding = (name for text in ("new Promise", ".withResolvers") for name in program.holding(text, files))
        for one in dict.fromkeys(holding):
            for number, settled in self._handed_out(one):
                engine.seed(settled.spot._replace(node=number), 0, (), f"name{len(made)}")
                made.append(settled)
            for settled in self._with_resolvers(one):
                engine.seed(settled.spot, 0, (settled.how,), f"name{len(made)}")
                made.append(settled)
        if made:
            engine.run()
            self.cut = self.cut or engine.cut
        return {key: tuple(made[number] for number in sorted(numbers)) for key, numbers in watch.found.items()}

    def _imported(self, file: str) -> list[str]:
        program = self._origins.code.program
        facts = program.facts(file)
        modules = [one.module for one in facts.outline().imports] if facts is not None else []
        found = (program.resolve(file, module) for module in dict.fromkeys(modules))
        return [path for path in found if path is not None]

    def _handed_out(self, file: str) -> Iterator[tuple[int, Settled]]:
        """The parameters of the functions that are given to `new Promise`."""
        for spot, graph, site in self._calls(file, "Promise"):
            number = graph.made.get(site.arguments[0]) if site.new and site.arguments else None
            parameters = graph.functions[number].parameters if number is not None else ()
            for node, how in zip(parameters, ("resolve", "reject"), strict=False):
                yield node, Settled(spot, how)

    def _with_resolvers(self, file: str) -> Iterator[Settled]:
        for spot, _, _ in self._calls(file, "Promise.withResolvers"):
            yield Settled(spot, "resolve")
            yield Settled(spot, "reject")

    def _calls(self, file: str, name: str) -> Iterator[tuple[Spot, Graph, CallSite]]:
        code = self._origins.code
        facts = code.program.facts(file)
        units = facts.outline().units if facts is not None and code.program.ask(file, matches, _MAKES) else ()
        for unit in code.holding(file, "Promise") if units else ():
            if not code.program.ask(file, matches, _MAKES, units[unit].start, units[unit].end):
                continue
            graph = code.graph(file, unit)
            for site in graph.calls:
                may_be = site.new or site.method == "withResolvers"
                if may_be and Global(name) in self._origins.callees(file, unit, site):
                    yield Spot(file, unit, site.result), graph, site


class _Handed(Wanted):
    """Notes where the functions are called, and which calls they are given to."""

    callables = True
    instances = True

    def __init__(self) -> None:
        self.found: dict[tuple[str, int, int, int], set[int]] = {}

    def reached(self, solver: Solver, fact: Fact, call: int, slot: int) -> bool:
        if isinstance(fact.carried, str) and not fact.path and slot != -1:
            file, unit, _ = fact.context.function
            number = int(fact.carried.removeprefix("name"))
            self.found.setdefault((file, unit, call, slot), set()).add(number)
        return False
