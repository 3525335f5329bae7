"""Checks around a function that runs later, when a name that it uses may have been given something else: of
`for (var row of rows) { if (row.flag) continue; later(() => ask(row.id)); }` each call asks for the last row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId
from audit.flow.graph import Op
from audit.flow.graph.scopes import names_of
from audit.flow.pieces import inside
from audit.judge.deciding.unrun import AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.frames import Call
    from audit.flow.graph import CallSite, Function, Graph, Place
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.deciding.local import Local

_OF_ROUND = ("const", "let", "using")
"""Declarations that each round of a loop has anew."""
_PLAIN = (lowered.Literal, lowered.Binary, lowered.Unary, lowered.Template, lowered.Array, lowered.Object)
"""What says of no row which one it is."""


class _Change(Struct, frozen=True):
    """A name is given something else at an offset; what must be over by then stands between two others."""

    at: int
    first: int
    last: int


class _Within(Struct, frozen=True):
    """A function in which others are made, with its code."""

    function: FunctionId
    nodes: tuple[lowered.Node, ...]

    def of_round(self) -> Iterator[int]:
        """The names that each round of a loop has anew, by offset."""
        for one in self.nodes:
            if isinstance(one, (lowered.Declare, lowered.Loop)):
                kind = one.kind if isinstance(one, lowered.Declare) else one.declares
                yield from (name.at for name in names_of(one.target) if kind in _OF_ROUND)


class Outlived:
    """Answers by call."""

    def __init__(self, decisions: Decisions, local: Local) -> None:
        self._places, self._code, self._local = decisions.places, decisions.engine.code, local
        self._known: dict[Call, frozenset[int]] = {}

    def of(self, call: Call) -> frozenset[int]:
        """The tests, by identity, that say nothing more of the arguments of a call when it runs."""
        if call not in self._known:
            self._known[call] = frozenset(self._find(call))
        return self._known[call]

    def _find(self, call: Call) -> Iterator[int]:
        file, unit, site = *call[:2], self._code.graph(*call[:2]).calls[call[2]]
        graph, number, later = self._code.graph(file, unit), site.function, list[FunctionId]()
        places = self._captured(site, file, unit) if number > 0 else set()
        while number > 0 and places:
            function, made = FunctionId(file, unit, number), graph.functions[number]
            parent = FunctionId(file, unit, made.parent)
            outer = _Within(parent, tuple(self._places.nodes(parent)))
            later.append(function)
            structure = self._places.structure(function)
            for change in {each for one in places for each in self._changes(one, made.at, outer, graph)}:
                if any(self._is_later(one, outer, graph, change) for one in later):
                    behind = {id(one.expression) for one in structure.at.get(change.at, ()) if change.at < made.at}
                    around = (id(one.expression) for one in structure.around.get(made.at, ()))
                    yield from (one for one in around if one not in behind)
            number = made.parent

    def _captured(self, site: CallSite, file: str, unit: int) -> set[Place]:
        """The names of functions around that say which row the arguments of a call are of."""
        graph = self._code.graph(file, unit)
        function = graph.functions[site.function]
        parts = [it for it in self._local.parts(site.expression, file, unit) if function.at <= it.at <= function.end]
        keys = {id(it) for one in parts if isinstance(one, lowered.Index) for it in inside(one.key)}
        before = _begun_outside(function) if graph.python else frozenset()
        found: set[Place] = set()
        for one in parts:
            if id(one) in before:
                continue
            spot = self._places.node(file, unit, one) if isinstance(one, lowered.Name) else None
            place = graph.place_of.get(spot.node) if spot is not None else None
            if place is not None and (id(one) in keys or _may_be_row(place, graph)):
                found.add(place)
        return found

    def _changes(self, place: Place, made: int, outer: _Within, graph: Graph) -> Iterator[_Change]:
        """Where a function gives a name something after it has made another function."""
        ats = [graph.at[node] for node in graph.kept.get(place, ()) if graph.function[node] == outer.function.number]
        yield from (_Change(at, 0, at) for at in ats if at > made)
        own = bool(ats) and place.at in outer.of_round()
        for first, last in self._places.loops(outer.function) if ats else ():
            if first <= made <= last and not (own and first <= place.at <= last):
                yield from (_Change(at, first, last) for at in ats if first <= at <= last)

    def _is_later(self, function: FunctionId, outer: _Within, graph: Graph, change: _Change) -> bool:
        """May a function run, or go on, when a name was given something else?"""
        made, file, unit = graph.functions[function.number], function.file, function.unit
        sites = list(self._local.running(function))
        waits = made.source is not None and made.source.is_async
        return not sites or not all(
            (not waits and (not given or one.method in AT_ONCE))
            or (not (waits and one.method == "forEach") and self._is_waited_for(one, outer, file, unit, change))
            for one, given in sites
        )

    def _is_waited_for(self, site: CallSite, outer: _Within, file: str, unit: int, change: _Change) -> bool:
        """Is a call waited for before a name is given something else, or is what it gives returned?"""
        ends = (one for one in outer.nodes if isinstance(one, (lowered.Await, lowered.Return)))
        values = (one.value for one in ends if change.first <= one.at <= change.last)
        return any(
            part is site.expression for it in values if it is not None for part in self._local.parts(it, file, unit)
        )


def _may_be_row(place: Place, graph: Graph) -> bool:
    """May a name be given a row, or what says which one is meant?"""
    given = (graph.back[node] for node in graph.kept.get(place, ()))
    sources = (graph.source[held] for back in given for held, op, _ in back if op is Op.COPY)
    return not all(isinstance(one, _PLAIN) or (isinstance(one, lowered.Assign) and one.op != "=") for one in sources)


def _begun_outside(function: Function) -> frozenset[int]:
    """What parameters of Python begin with: it is there when the function is made (`lambda row=row: …`)."""
    params = function.source.params if function.source is not None else ()
    given = (one.target.value for one in params if isinstance(one.target, lowered.Default))
    return frozenset(id(it) for value in given for it in inside(value))
