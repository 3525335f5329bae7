"""Accesses followed to the sinks that their results come to themselves, columns among them, and not on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audit.flow.code import FunctionId
from audit.model import Escape, Path
from audit.trace.reach import reach_of
from audit.trace.search import Search
from audit.trace.seeds import start_of
from audit.trace.wrapped import begin_inside, from_call

if TYPE_CHECKING:
    from audit.model import Access
    from audit.trace.engine import Engine
    from audit.trace.path.needing import Needing
    from audit.trace.search import Events
    from audit.trace.seeds import Start

FOLLOWED = ("production", "client")
"""Scopes whose accesses are followed."""


class Followed(msgspec.Struct, frozen=True, array_like=True):
    """What became of the result of one access; `controls`: the lines on which it decides, where that is all it does.

    `cut`: a search for routes was cut by then; `fields_cut`: one for what is read on the ways to a sink.
    """

    paths: tuple[Path, ...]
    escapes: tuple[Escape, ...]
    reachable: bool = True
    controls: tuple[Path, ...] = ()
    cut: bool = False
    fields_cut: bool = False


class Ends(msgspec.Struct, frozen=True, array_like=True):
    """What became of all that were followed, by their positions in the report, and the columns they were written to.

    `cut`: there were too many facts.
    """

    followed: dict[int, Followed]
    columns: tuple[str, ...]
    cut: bool


class Direct:
    """The search of accesses in one language. What it has found when it is made is what results and their parts are; it
    is whole, with what they decide, when it is asked for the ends.
    """

    def __init__(
        self, engine: Engine, accesses: tuple[Access, ...], *, python: bool = False, needs: Needing | None = None
    ) -> None:
        self._engine, self._search, self._accesses = engine, Search(engine, needs), accesses
        engine.routes.start()
        self._starts = {
            number: start_of(engine.code, access)
            for number, access in enumerate(accesses)
            if access.scope in FOLLOWED and (access.language == "python") == python
        }
        self._seeds: dict[Start, int] = {}
        """Several accesses stand at one place where an address may be one of several: they are followed once."""
        for number, start in self._starts.items():
            if start is not None and self._seeds.setdefault(start, number) == number:
                self._search.solver.seed(start.spot, number, (), start.carried)
                self._search.solver.answer(start.spot, number)
                begin_inside(self._search.solver, accesses[number], start.spot, number)
        self._search.solver.begin()

    def columns(self) -> tuple[str, ...]:
        """The columns that results were written to, as far as it is known."""
        return tuple(sorted(self._search.columns()))

    def ends(self) -> Ends:
        """Paths and losses."""
        self._search.solver.run()
        events = self._search.events()
        found = {start: self._of(number, start, events.get(number, [])) for start, number in self._seeds.items()}
        followed = {
            number: found[start] if start is not None else self._lost(number) for number, start in self._starts.items()
        }
        return Ends(followed, self.columns(), self._search.solver.cut)

    def _of(self, number: int, start: Start, events: Events) -> Followed:
        graph = self._engine.code.graph(start.spot.file, start.spot.unit)
        function = FunctionId(start.spot.file, start.spot.unit, graph.function[start.spot.node])
        paths, cut = self._search.paths(events, number), self._engine.routes.cut
        if self._accesses[number].through:
            paths = tuple(from_call(self._engine.code, start.spot, path) for path in paths)
        escapes, reachable = tuple(sorted(self._search.escapes(events))), self._engine.entries.reachable(function)
        alone = reach_of(paths, escapes, reachable=reachable) == "contained"
        controls = self._search.controls(events, number) if alone else ()
        return Followed(paths, escapes, reachable, controls, cut, number in self._search.fields_cut)

    def _lost(self, number: int) -> Followed:
        access = self._accesses[number]
        place = (access.file, access.line, access.column)
        return Followed((), (Escape(*place, "unresolved-call", "the code at this place was not understood"),))
