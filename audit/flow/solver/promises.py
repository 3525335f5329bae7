"""Which promise a call settles: the functions that `new Promise` hands out are followed to where they are called.

So are those of other code that hands out a function and what it was given (`const [item, setItem] = useState()`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.backward.values import Global
from audit.flow.code import Spot
from audit.flow.contexts import REJECTED
from audit.flow.solver.wanted import Wanted
from audit.link.questions import matches
from audit.rulebook import flow_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.contexts import Fact, Path
    from audit.flow.graph import CallSite, Graph
    from audit.flow.solver.run import Solver
    from audit.rulebook import LibraryRow

_MAKES = re.compile(rb"new\s+Promise\b")
_STEPS = {"thrown": REJECTED[0]}
CALLEE = -2
"""The slot of an event at what is called itself."""


class Settled(Struct, frozen=True, order=True):
    """A promise, or another object, as the node of what makes it; `path` is the part of it that a function fills."""

    spot: Spot
    path: Path


class Promises:
    """Answers are found file by file: what that file and those that it imports make. `cut`: not all was found."""

    def __init__(self, origins: Origins, solver: type[Solver]) -> None:
        self._origins, self._solver = origins, solver
        self.cut = False
        self._filling = _filling(origins.vocabulary.library.rows)
        self._known: dict[str, dict[tuple[str, int, int, int], tuple[Settled, ...]]] = {}

    def settled(self, file: str, unit: int, call: int, slot: int = CALLEE) -> tuple[Settled, ...]:
        """What a call settles; with a `slot`, what is settled when its argument is called."""
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
        holding = (name for text in ("new Promise", *self._filling) for name in program.holding(text, files))
        for one in dict.fromkeys(holding):
            for number, settled in self._handed_out(one):
                engine.seed(replace(settled.spot, node=number), 0, (), f"name{len(made)}")
                made.append(settled)
            for at, settled in self._filled(one):
                engine.seed(settled.spot, 0, at, f"name{len(made)}")
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
        for spot, graph, site in self._promises(file):
            number = graph.made.get(site.arguments[0]) if site.arguments else None
            parameters = graph.functions[number].parameters if number is not None else ()
            for node, path in zip(parameters, ((), REJECTED), strict=False):
                yield node, Settled(spot, path)

    def _filled(self, file: str) -> Iterator[tuple[Path, Settled]]:
        """What hands out functions as parts of its result: the part that is such a function, and the one it fills."""
        for name, rows in self._filling.items():
            for spot, callees in self._sites(file, name):
                for row, at, path in rows:
                    if any(row in self._origins.results.rows_for(callee) for callee in callees):
                        yield at, Settled(spot, path)

    def _promises(self, file: str) -> Iterator[tuple[Spot, Graph, CallSite]]:
        """Where a promise is made by its constructor."""
        code = self._origins.code
        facts = code.program.facts(file)
        units = facts.outline().units if facts is not None and code.program.ask(file, matches, _MAKES) else ()
        for unit in code.holding(file, "Promise") if units else ():
            if not code.program.ask(file, matches, _MAKES, units[unit].start, units[unit].end):
                continue
            graph = code.graph(file, unit)
            for site in graph.calls:
                if site.new and Global("Promise") in self._origins.callees(file, unit, site):
                    yield Spot(file, unit, site.result), graph, site

    def _sites(self, file: str, name: str) -> Iterator[tuple[Spot, tuple[Value, ...]]]:
        """The calls in a file of what has a name, whatever it is called there."""
        for unit in self._origins.code.holding(file, name):
            for site in self._origins.code.graph(file, unit).calls:
                callees = self._origins.callees(file, unit, site)
                if callees:
                    yield Spot(file, unit, site.result), callees


def _filling(rows: Iterable[LibraryRow]) -> dict[str, list[tuple[LibraryRow, Path, Path]]]:
    """The rows of what hands out functions that fill a part of its result, by their last name, with both parts."""
    found: dict[str, list[tuple[LibraryRow, Path, Path]]] = {}
    for row in rows:
        for flow in (flow_of(text) for text in row.flows if text.startswith("given(")):
            parts = [
                (row, one.path, tuple(_STEPS.get(step, step) for step in target.path))
                for source in flow.sources
                for one in source.callee
                for target in flow.targets
            ]
            for name in (*row.export, *row.globals):
                found.setdefault(name.rpartition(".")[2], []).extend(parts)
    return found


class _Handed(Wanted):
    """Notes where the functions are called, and which calls they are given to."""

    callables = True
    instances = True

    def __init__(self) -> None:
        self.found: dict[tuple[str, int, int, int], set[int]] = {}

    def reached(self, solver: Solver, fact: Fact, call: int, slot: int) -> bool:
        if isinstance(fact.carried, str) and not fact.path and slot != -1:
            file, unit = fact.context.function.file, fact.context.function.unit
            number = int(fact.carried.removeprefix("name"))
            self.found.setdefault((file, unit, call, slot), set()).add(number)
        return False
