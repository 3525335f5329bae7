"""Which routes an error is answered on that is thrown where it is made: not those whose handlers come to throw it only
through a `catch` that keeps it.

A framework answers for an error class of its own whoever throws it, so the error is followed up the calls, from the
function that throws to the handlers, and each `try` on the way is asked what its `catch` does with that class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code
from audit.flow.backward.values import Func, Global
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.flow.outside.rows import section_rows
from audit.flow.pieces import inside
from audit.link.names import Declared
from audit.trace.sink.catching import Catch, Fate
from audit.trace.sink.taking import Takers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.frames import Call
    from audit.flow.graph import CallSite
    from audit.flow.routes import Routes
    from audit.flow.routes.model import Route

_Key = tuple[str, str, int]
_KEPT = (Op.RETURN, Op.STORE, Op.KEEP, Op.WRITE)


class _Answered(Struct, frozen=True):
    """`here`: what becomes of an error in the function that throws it; `fates`: on routes, by path, file and line."""

    here: Fate
    fates: dict[_Key, Fate]


class _Way(Struct, frozen=True):
    """An error comes out of a function: as a rejected promise, or thrown."""

    function: FunctionId
    rejected: bool
    fate: Fate


class Raised:
    """Answers about calls that make an error, each found once."""

    def __init__(self, origins: Origins, routes: Routes) -> None:
        self._origins, self._code, self._routes = origins, origins.code, routes
        self._kinds = Takers(origins).kinds_of
        self._known: dict[Call, _Answered | None] = {}

    def on(self, place: Call, routes: tuple[Route, ...]) -> tuple[tuple[Route, ...], Fate]:
        """Those of some routes that may answer for what a call makes, and whether each does. One that no known call
        leads from is not doubted, nor is what is not thrown where it is made.
        """
        if place not in self._known:
            self._known[place] = self._find(place)
        known = self._known[place]
        if known is None:
            return routes, Fate.PASSES
        fates = {one: min(known.here, known.fates.get(_key(one), Fate.PASSES)) for one in routes}
        left = {one: fate for one, fate in fates.items() if fate is not Fate.ENDS}
        return tuple(left), min(left.values(), default=Fate.ENDS if routes else known.here)

    def _find(self, place: Call) -> _Answered | None:
        file, unit, number = place
        graph = self._code.graph(file, unit)
        made = graph.calls[number].result
        thrown = [edge for edge in graph.out[made] if edge.op in (Op.THROW, Op.COPY)]
        if len(thrown) != 1:
            return None
        error = Spot(file, unit, made)
        here = Fate.PASSES
        if thrown[0].op is Op.COPY:
            if not isinstance(graph.source[thrown[0].to], code.Try):
                return None
            here = self._caught(file, unit, thrown[0].to, error)
        function = FunctionId(file, unit, graph.calls[number].function)
        return _Answered(here, self._above(_Way(function, self._is_async(function), Fate.PASSES), error))

    def _above(self, first: _Way, error: Spot) -> dict[_Key, Fate]:
        found: dict[_Key, Fate] = {}
        stack, seen = [first], {first}
        while stack:
            way = stack.pop()
            calls = self._origins.callers.of(way.function)
            routes, fate = self._routes.of(way.function), way.fate
            if not routes and (not calls or self._origins.callers.handing(way.function)):
                routes = self._routes.reaching(way.function)  # nobody knows through which calls
                fate = min(fate, self._given(way.function))
            for one in routes:
                found[_key(one)] = max(fate, found.get(_key(one), Fate.ENDS))
            new = [one for call in calls for one in self._through(call, way, error) if one not in seen]
            stack += new
            seen.update(new)
        return found

    def _given(self, function: FunctionId) -> Fate:
        """May what a function throws be held up by a function that gets it, or around the call that gives it?"""
        file, unit = function.file, function.unit
        graph = self._code.graph(file, unit)
        edges = graph.out[graph.functions[function.number].node]
        sites = [graph.calls[edge.to] for edge in edges if edge.op is Op.ARGUMENT]
        callees = (one for site in sites for one in self._origins.callees(file, unit, site))
        catches = any(isinstance(one, Func) and _has_catch(self._source(one.id)) for one in callees)
        return Fate.MAY if catches or any(site.result in graph.caught for site in sites) else Fate.PASSES

    def _through(self, call: Call, way: _Way, error: Spot) -> Iterator[_Way]:
        """The function around a call that an error comes to, and what is left of it there."""
        file, unit, number = call
        graph = self._code.graph(file, unit)
        site = graph.calls[number]
        if site.function == 0:
            return
        around = FunctionId(file, unit, site.function)
        fate, awaited = (
            self._at(file, unit, site, error) if way.rejected else (self._by(file, unit, site.result, error), True)
        )
        yield _Way(around, self._is_async(around) or not awaited, min(way.fate, fate))

    def _at(self, file: str, unit: int, site: CallSite, error: Spot) -> tuple[Fate, bool]:
        """What becomes of a promise that is rejected, and whether anybody waits for it there."""
        graph = self._code.graph(file, unit)
        fates, returned = [], False
        stack, seen = [site.result], {site.result}
        while stack:
            node = stack.pop()
            if isinstance(graph.source[node], code.Await):
                fates.append(self._by(file, unit, node, error))
                continue
            for edge in graph.out[node]:
                returned |= edge.op is Op.RETURN
                if edge.op is Op.RECEIVER and graph.calls[edge.to].method in ("catch", "then"):
                    fates.append(self._handled(file, unit, graph.calls[edge.to], error))
                elif edge.op is Op.COPY and edge.to not in seen:
                    seen.add(edge.to)
                    stack.append(edge.to)
        if fates:
            return max(fates), not returned
        return (Fate.PASSES if returned or site.result not in graph.caught else Fate.MAY), False

    def _handled(self, file: str, unit: int, site: CallSite, error: Spot) -> Fate:
        """What becomes of it behind `.catch(…)`."""
        graph = self._code.graph(file, unit)
        position = 0 if site.method == "catch" else 1
        if position >= len(site.arguments):
            return Fate.PASSES if position else Fate.MAY
        node = site.arguments[position]
        handler = graph.source[node]
        if not isinstance(handler, code.Function) or node not in graph.made:
            return Fate.MAY
        name = handler.params[0].target if handler.params else None
        parameters = graph.functions[graph.made[node]].parameters
        return self._fate(file, unit, parameters[0] if parameters else -1, name, handler.body, error)

    def _by(self, file: str, unit: int, node: int, error: Spot) -> Fate:
        """What becomes of what is thrown at a node."""
        caught = self._code.graph(file, unit).caught.get(node)
        return Fate.PASSES if caught is None else self._caught(file, unit, caught, error)

    def _caught(self, file: str, unit: int, caught: int, error: Spot) -> Fate:
        """What a `catch` does with it, and those around that; a `finally` that leaves may be what has no handler."""
        source = self._code.graph(file, unit).source
        it = source[caught]
        if not isinstance(it, code.Try) or it.handler is None:
            return Fate.MAY
        fate = self._fate(file, unit, caught, it.caught, it.handler, error)
        if fate is not Fate.ENDS:
            around = (at for at, one in enumerate(source) if isinstance(one, code.Try) and _holds(one, it))
            fate = min((fate, *(self._caught(file, unit, at, error) for at in around)))
        return fate

    def _fate(
        self, file: str, unit: int, node: int, named: code.Pattern | None, body: tuple[code.Stmt, ...], error: Spot
    ) -> Fate:
        name = named.name if isinstance(named, code.Name) else ""
        python = file.endswith(".py")
        fate = Catch(name, lambda kind: self._is_a(file, kind, error), python=python).fate(body)
        given = fate is Fate.ENDS and node >= 0 and self._is_given_on(file, unit, node)
        return Fate.MAY if given else fate

    def _is_a(self, file: str, kind: str, error: Spot) -> bool | None:
        """Is an error of the class that a name means in a file?"""
        if kind == "Error":
            return True
        names = {name for value in self._origins.of(error) for name in self._kinds(value)}
        if kind in names:
            return True
        return False if names and isinstance(self._origins.names.meaning(file, kind), Declared) else None

    def _is_given_on(self, file: str, unit: int, node: int) -> bool:
        """Does a handler give the error to code that may throw it again, or answer with it (`next(error)`), or keep it
        for such code?
        """
        graph = self._code.graph(file, unit)
        stack, seen = [node], {node}
        while stack:
            for edge in graph.out[stack.pop()]:
                if edge.op in _KEPT or (edge.op is Op.ARGUMENT and not self._only_reads(file, unit, edge.to)):
                    return True
                if edge.op is Op.COPY and edge.to not in seen:
                    seen.add(edge.to)
                    stack.append(edge.to)
        return False

    def _only_reads(self, file: str, unit: int, call: int) -> bool:
        """Is a call one that writes a log, makes an object, or does what vocabulary knows?"""
        site = self._code.graph(file, unit).calls[call]
        callees = self._origins.callees(file, unit, site)
        return site.new or (bool(callees) and all(self._is_known(one) for one in callees))

    def _is_known(self, callee: Value) -> bool:
        vocabulary = self._origins.vocabulary
        if isinstance(callee, Func):
            return False
        known = bool(section_rows(vocabulary.sinks, callee)) or bool(section_rows(vocabulary.library, callee))
        return known or isinstance(callee, Global)

    def _is_async(self, function: FunctionId) -> bool:
        source = self._source(function)
        return source is not None and source.is_async

    def _source(self, function: FunctionId) -> code.Function | None:
        return self._code.graph(function.file, function.unit).functions[function.number].source


def _key(route: Route) -> _Key:
    return route.path, route.file, route.line


def _holds(one: code.Try, other: code.Try) -> bool:
    return one is not other and any(inner is other for inner in inside(one.body))


def _has_catch(function: code.Function | None) -> bool:
    body = inside(function.body) if function is not None else ()
    return any(isinstance(one, code.Try) and one.handler is not None for one in body)
