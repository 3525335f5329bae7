"""Who hears what is told under a name: the workers of a queue, those who listen to an application's events.

Rows with a `topic` say so. A name is as many texts as the row has places for: that of the queue and that of the job.
What is not known of a name may be any: then who hears it is a guess.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import DEEPEST
from audit.flow.outside.matching import inside_of
from audit.flow.outside.places import placed
from audit.flow.routes.named import Names, heard_by, same_names
from audit.flow.routes.recalled import Recalled
from audit.link.questions import matches
from audit.rulebook import flow_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.extract.facts import code
    from audit.flow.contexts import Path
    from audit.flow.graph import CallSite, Graph
    from audit.flow.routes.decorators import Decorators
    from audit.flow.routes.sources import Sources
    from audit.flow.routes.texts import PathTexts
    from audit.rulebook import LibraryRow

_MOST = 5
"""Functions that may hear what is told under a name that is not known."""


class Heard(Struct, frozen=True):
    """A function that is given what is told, at a part of a parameter, or a node that is it; a `guess` where the names
    may differ.
    """

    to: FunctionId | Spot
    position: int
    path: Path
    guess: bool


class _Hearer(Struct, frozen=True, order=True):
    """A function that hears a part of what is told under names of a topic, and where it is given that."""

    topic: str
    names: Names
    part: Path
    function: FunctionId
    position: int
    path: Path


class Topics(Recalled):
    """Who hears is looked for once, when something is told."""

    def __init__(self, sources: Sources, texts: PathTexts, decorators: Decorators) -> None:
        super().__init__(sources, texts, decorators)
        self._found: tuple[_Hearer, ...] | None = None

    def told(self, file: str, unit: int, call: int, path: Path) -> tuple[Heard, ...]:
        """Who hears the part `path` of what is told by a call."""
        site = self._code.graph(file, unit).calls[call]
        spot = Spot(file, unit, site.result)
        found: dict[Heard, None] = {}
        for row in filter(_tells, self._rows_of(spot, site)):
            names = self._names(spot, site, row)
            for one in self._hearers() if row.topic else ():
                rest = inside_of(path, one.part) if one.topic == row.topic else None
                same = same_names(names, one.names) if rest is not None else None
                if same is not None:
                    found[Heard(one.function, one.position, (*one.path, *(rest or ())), not same)] = None
            asked = self._asked(row.topic, names)
            found.update((Heard(spot, 0, (*part, *path)[:DEEPEST], guess), None) for spot, part, guess in asked)
        sure = [one for one in found if not one.guess or isinstance(one.to, Spot)]
        return tuple(sure or (found if len(found) <= _MOST else ()))

    def hears(self, function: FunctionId) -> bool:
        """Is a function given what others tell?"""
        return any(one.function == function for one in self._hearers())

    def _hearers(self) -> tuple[_Hearer, ...]:
        if self._found is None:
            calling = [row for row in self._hearing if any(target.root == "call" for _, target in heard_by(row))]
            found = (one for row in calling if self._is_named(row) for one in self._of_row(row))
            self._found = tuple(dict.fromkeys(found))
        return self._found

    def _is_named(self, row: LibraryRow) -> bool:
        """Does the tree name the module that a row is about?"""
        modules = (*row.module, *(kind.partition("#")[0] for kind in row.on if "#" in kind))
        return not modules or any(self._code.program.naming(module) for module in modules)

    def _of_row(self, row: LibraryRow) -> Iterator[_Hearer]:
        if row.decorator:
            yield from self._decorated(row)
            return
        for file in self._files(row):
            for unit, graph in self._graphs(file):
                for site in graph.calls:
                    spot = Spot(file, unit, site.result)
                    if row in self._rows_of(spot, site):
                        yield from self._given(spot, site, row)

    def _files(self, row: LibraryRow) -> Iterable[str]:
        """The files that may hold a call that a row is about."""
        if row.method:
            calls = [re.compile(rb"\." + name.encode() + rb"\s*[(<]") for name in row.method]
            files = dict.fromkeys(file for name in row.method for file in self._code.files_holding(f".{name}"))
            return [file for file in files if any(self._code.program.ask(file, matches, one) for one in calls)]
        modules = {file for module in row.module for file in self._code.program.naming(module)}
        return [file for file in sorted(modules) if not self._code.ignored(file)]

    def _graphs(self, file: str) -> Iterator[tuple[int, Graph]]:
        facts = self._code.program.facts(file)
        for unit in range(len(facts.outline().units) if facts is not None else 0):
            yield unit, self._code.graph(file, unit)

    # calls

    def _given(self, spot: Spot, site: CallSite, row: LibraryRow) -> Iterator[_Hearer]:
        names = self._names(spot, site, row)
        for part, target in heard_by(row):
            for place in target.callee:
                for node, inner in placed(site, place):
                    for value in self._values(replace(spot, node=node), (*inner, *place.path)):
                        if isinstance(value, Func):
                            yield _Hearer(row.topic, names, part, value.id, target.number or 0, target.path)

    def _values(self, spot: Spot, path: Path) -> Iterable[object]:
        values = self._origins.of(spot)
        for step in path:
            values = tuple(one for value in values for one in self._origins.member(value, step))
        return values

    # decorators

    def _decorated(self, row: LibraryRow) -> Iterator[_Hearer]:
        for file in self._files(row):
            for unit, graph in self._graphs(file):
                for number, function in enumerate(graph.functions):
                    written = graph.classes.get(function.class_at)
                    if function.source is None or written is None:
                        continue
                    spot = FunctionId(file, unit, number)
                    own = function.source.decorators
                    yield from self._of_decorators(spot, own, row, self._outer(file, written.decorators, row), "")
                    yield from self._of_decorators(spot, written.decorators, row, (), function.name)

    def _outer(self, file: str, decorators: tuple[code.Expr, ...], row: LibraryRow) -> Names:
        """The names that the decorator of a class gives those of its methods."""
        found = self._decorators.rows(file, decorators, self._library)
        return next((self._said(file, one, other) for one, other, _ in found if other.topic == row.topic), ())

    def _said(self, file: str, decorator: code.Expr, row: LibraryRow) -> Names:
        return tuple(self._decorators.at(file, decorator, places) for places in row.names)

    def _of_decorators(
        self, function: FunctionId, decorators: tuple[code.Expr, ...], row: LibraryRow, outer: Names, method: str
    ) -> Iterator[_Hearer]:
        """What a method hears by its own decorator, or (`method`: its name) by that of its class."""
        for decorator, found, _ in self._decorators.rows(function.file, decorators, self._library):
            for part, target in heard_by(found) if found == row else ():
                if any(place.root == "decorated" and ".".join(place.path) == method for place in target.callee):
                    names = (*outer, *self._said(function.file, decorator, row))
                    yield _Hearer(row.topic, names, part, function, target.number or 0, target.path)


def _tells(row: LibraryRow) -> bool:
    """Does a call tell something by a row? By another one it may only hear, of another topic."""
    return any(target.root == "told" for flow in map(flow_of, row.flows) for target in flow.targets)
