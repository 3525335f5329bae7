"""Reads of a table by functions that are given it, or a column of it: each call that gives it has readers of its own.

`const all = (table) => db.select().from(table)` reads what each of its calls names, and so does a method of an object
that was made for a table (`new Repository(items)`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.backward.values import ClassValue, Func, Instance
from audit.flow.code import FunctionId, Spot
from audit.flow.surrounding import around
from audit.flow.tables.bound import BoundTrace, Given
from audit.flow.tables.chains import ends
from audit.flow.tables.model import Reader, Through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.graph import CallSite
    from audit.flow.tables.candidate.candidates import Candidates
    from audit.flow.tables.candidate.mentions import Unit
    from audit.flow.tables.model import Table
    from audit.flow.tables.queries import Queries

_DEEP = 4
"""Functions that hand a table on to each other."""
_MOST = 400
"""Functions that are looked into for one table."""
Ways = tuple[Through, ...]


class _Call(Struct, frozen=True):
    """A call by file, unit and number, a function that it runs, and which argument is the table, or has it."""

    at: tuple[str, int, int]
    function: FunctionId
    position: int
    held: Spot


class Handed:
    """Answers by table, each found once."""

    def __init__(self, queries: Queries, places: Candidates) -> None:
        self._queries, self._places, self._code = queries, places, queries.trace.code
        self._origins = queries.trace.origins
        self._known: dict[str, tuple[Reader, ...]] = {}
        self._left = 0

    def readers(self, name: str) -> tuple[Reader, ...]:
        """The reads of any column of a table, by its name in the database."""
        if name not in self._known:
            self._left = _MOST
            places = sorted(set(self._places.handing(name)))
            table = self._queries.tables.named(name) if places else None
            found = (one for place in places for one in self._given_at(*place, table)) if table is not None else ()
            self._known[name] = tuple(dict.fromkeys(found))
        return self._known[name]

    def _given_at(self, file: str, at: int, table: Table) -> Iterator[Reader]:
        """By the call in whose arguments a place is, the innermost that stands there."""
        unit = file, self._code.unit_at(file, at)
        calls = list(enumerate(self._code.graph(*unit).calls)) if unit[1] >= 0 else []
        around = [(one.end - one.at, call) for call, one in calls if one.at <= at < one.end]
        if around:
            yield from self._given(unit, min(around)[1], table, self._queries, ())

    def _given(self, unit: Unit, call: int, table: Table, queries: Queries, before: Ways) -> Iterator[Reader]:
        """The reads of what a call runs that is given the table."""
        site = self._code.graph(*unit).calls[call]
        functions = tuple(self._run_by(unit, site))
        for position, node in enumerate(site.arguments if functions else ()):
            if any(site.spread[: position + 1]):
                return
            spot = Spot(*unit, node)
            if not self._is_about(spot, table, queries):
                continue
            for function in functions:
                if self._left > 0 and all(one.function != function for one in before):
                    self._left -= 1
                    yield from self._entered(_Call((*unit, call), function, position, spot), table, queries, before)

    def _run_by(self, unit: Unit, site: CallSite) -> Iterator[FunctionId]:
        for callee in self._origins.callees(*unit, site):
            made = self._origins.classes.constructor(callee) if isinstance(callee, ClassValue) else None
            function = callee.id if isinstance(callee, Func) else made
            if function is not None:
                yield function

    def _entered(self, one: _Call, table: Table, queries: Queries, before: Ways) -> Iterator[Reader]:
        file, unit = one.function.file, one.function.unit
        graph = self._code.graph(file, unit)
        shape = graph.functions[one.function.number]
        if one.position >= len(shape.parameters):
            return
        bound = queries.bound(self._more(queries, Spot(file, unit, shape.parameters[one.position]), one.held))
        if shape.kind != "constructor":
            way = Through(one.function, one.position, *one.at)
            yield from self.inside(one.function, bound, table, (*before, way))
            return
        for number, other in enumerate(graph.functions):
            if other.class_at == shape.class_at and other.kind not in ("constructor", "get", "set"):
                method = FunctionId(file, unit, number)
                reads = tuple(self.inside(method, bound, table, ()))
                for way in self._on_instances(one.at, method) if reads else ():
                    yield from (replace(read, through=(way, *read.through)) for read in reads)

    @staticmethod
    def _more(queries: Queries, parameter: Spot, held: Spot) -> Given:
        known = queries.trace.given if isinstance(queries.trace, BoundTrace) else {}
        return {**known, parameter: held}

    def inside(self, function: FunctionId, bound: Queries, table: Table, ways: Ways) -> Iterator[Reader]:
        """What a function reads of what it is given, and what others read that it hands that on to."""
        graph, unit = self._code.graph(function.file, function.unit), (function.file, function.unit)
        for call in ends(bound.chains, graph):
            if self._is_in(function, graph.calls[call]):
                usual = set(self._queries.reads(*unit, call))
                reads = (one for one in bound.reads(*unit, call) if one.column.table == table.name and not one.fresh)
                yield from (Reader(*unit, call, one, ways) for one in reads if one not in usual)
        for call, site in enumerate(graph.calls) if len(ways) < _DEEP else ():
            if self._is_in(function, site):
                yield from self._given(unit, call, table, bound, ways)

    def _is_in(self, function: FunctionId, site: CallSite) -> bool:
        return function.number in around(self._code.graph(function.file, function.unit), site.function)

    def _is_about(self, spot: Spot, table: Table, queries: Queries) -> bool:
        """Is it the table, a column of it, or an object that has one of these?"""
        parts = (spot, *(value for one in queries.trace.made(spot) for _, value in queries.trace.properties(one)))
        for one in parts:
            if any(each.name == table.name for each in queries.tables.every(one)):
                return True
            if any(each.name == table.name for each, _ in queries.tables.columns(one)):
                return True
        return False

    def _on_instances(self, made: tuple[str, int, int], method: FunctionId) -> Iterator[Through]:
        """The calls of a method on what a call makes, by `new`, or by `super(…)` in a class that extends its own."""
        site = self._code.graph(made[0], made[1]).calls[made[2]]
        new = Spot(made[0], made[1], site.result)
        heir = self._around(made[0], made[1], site.function) if not site.new else None
        for file, unit, call in self._origins.callers.of(method):
            receiver = self._code.graph(file, unit).calls[call].receiver
            held = Spot(file, unit, receiver)
            if receiver < 0:
                continue
            if heir is not None:
                objects = [one for one in self._origins.of(held) if isinstance(one, Instance)]
                if any(self._origins.classes.extends(one.file, one.at, heir) for one in objects):
                    yield Through(method, -1, file, unit, call)
                continue
            origin = self._queries.trace.made(held)
            if new in origin:
                yield Through(method, -1, file, unit, call)
            elif not any(self._is_new(one) for one in origin):
                yield Through(method, -1, file, unit, call, guess=True)

    def _is_new(self, spot: Spot) -> bool:
        site = self._queries.trace.site(spot)
        return site is not None and site.new

    def _around(self, file: str, unit: int, number: int) -> ClassValue | None:
        """The class of whose constructor a function is."""
        at = self._code.graph(file, unit).functions[number].class_at
        return ClassValue(file, at) if at >= 0 else None
