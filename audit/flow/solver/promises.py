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
from audit.flow.contexts import ELEMENT, REJECTED
from audit.flow.graph.functions import FIELD
from audit.flow.solver.wanted import Wanted
from audit.link.questions import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.callers import Callers
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.contexts import Fact, Path
    from audit.flow.graph import CallSite, Graph
    from audit.flow.solver.run import Solver

_MAKES = re.compile(rb"new\s+Promise\b")
_STEPS = {"*": ELEMENT, "thrown": REJECTED[0]}
CALLEE = -2
"""The slot of an event at what is called itself."""


_Key = tuple[str, int, int, int, "Path"]
"""A call by file, unit and number, the slot and the part of it that is called."""


class Settled(Struct, frozen=True, order=True):
    """A promise, or another object, as the node of what makes it; `path` is the part of it that a function fills with
    its argument at `slot`, or, where it `runs` that, with what that returns.
    """

    spot: Spot
    path: Path
    slot: int = 0
    runs: bool = False


class Promises:
    """Answers are found file by file: what that file and those that it imports make. `cut`: not all was found."""

    def __init__(self, origins: Origins, callers: Callers, solver: type[Solver]) -> None:
        self._origins, self._callers, self._solver = origins, callers, solver
        self.cut = False
        self._known: dict[str, dict[_Key, tuple[Settled, ...]]] = {}

    def settled(self, file: str, unit: int, call: int, slot: int = CALLEE, part: Path = ()) -> tuple[Settled, ...]:
        """What a call settles; with a `slot`, what is settled when its argument is called, or a `part` of that."""
        if file not in self._known:
            self._known[file] = {}
            self._known[file] = self._find(file)
        return self._known[file].get((file, unit, call, slot, part), ())

    def updating(self, spot: Spot, path: Path) -> list[tuple[_Key, Path]]:
        """The calls that run what they are given to fill the part of a node, each with the path below that part."""
        if spot.file not in self._known:
            self.settled(spot.file, -1, -1)
        return [
            (key, path[len(one.path) :])
            for key, several in self._known[spot.file].items()
            for one in several
            if one.runs and one.spot == spot and path[: len(one.path)] == one.path and key[3] == CALLEE
        ]

    def _find(self, file: str) -> dict[_Key, tuple[Settled, ...]]:
        made: list[Settled] = []
        watch = Arriving()
        engine = self._solver(self._origins, watch)
        program = self._origins.code.program
        files = (file, *self._imported(file))
        holding = (
            name for text in ("new Promise", *self._origins.handing.by_name) for name in program.holding(text, files)
        )
        for one in dict.fromkeys(holding):
            for number, settled in self._handed_out(one):
                engine.seed(replace(settled.spot, node=number), 0, (), f"name{len(made)}")
                for spot, field in self._seated(settled):
                    engine.seed(spot, 0, (field,), f"name{len(made)}")
                made.append(settled)
            for spot, at, settled in self._filled(one):
                engine.seed(spot, 0, at, f"name{len(made)}")
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

    def _seated(self, settled: Settled) -> Iterator[tuple[Spot, str]]:
        """The instances that keep in a field what settles a promise that is a field's initial value."""
        graph = self._origins.code.graph(settled.spot.file, settled.spot.unit)
        seat = graph.seats.get((settled.spot.node, int(settled.path == REJECTED)))
        if seat is not None and seat.made == FIELD:
            for one in self._callers.instances(settled.spot.file, settled.spot.unit, seat.class_at):
                yield one, seat.field

    def _filled(self, file: str) -> Iterator[tuple[Spot, Path, Settled]]:
        """What hands out functions, in its result or to functions that it is given: where, and what these fill."""
        for name, rows in self._origins.handing.by_name.items():
            for spot, site, callees in self._sites(file, name):
                for fills in rows:
                    if any(fills.row in self._origins.results.rows_for(callee) for callee in callees):
                        for at, part in self._origins.handing.places(spot, site, fills.out):
                            yield at, part, Settled(spot, fills.path, fills.slot, fills.runs)

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

    def _sites(self, file: str, name: str) -> Iterator[tuple[Spot, CallSite, tuple[Value, ...]]]:
        """The calls in a file of what has a name, whatever it is called there."""
        for unit in self._origins.code.holding(file, name):
            for site in self._origins.code.graph(file, unit).calls:
                callees = self._origins.callees(file, unit, site)
                if callees:
                    yield Spot(file, unit, site.result), site, callees


class Arriving(Wanted):
    """Notes where the functions are called, and which calls they are given to."""

    callables = True
    instances = True

    def __init__(self) -> None:
        self.found: dict[_Key, set[int]] = {}

    def reached(self, solver: Solver, fact: Fact, call: int, slot: int) -> bool:
        if isinstance(fact.carried, str) and slot != -1:
            file, unit = fact.context.function.file, fact.context.function.unit
            number = int(fact.carried.removeprefix("name"))
            self.found.setdefault((file, unit, call, slot, fact.path), set()).add(number)
        return False
