"""One walk backwards, from a node to where its value is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.values import ClassValue, Func, Instance
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import HELD, KEY
from audit.flow.graph import Op, Place
from audit.flow.routes.entering import INDIRECT, argument, of_rest
from audit.flow.routes.marks import is_put, is_there, key_of, like, may_name, plain
from audit.flow.routes.model import (
    DEEPEST,
    JOINS,
    Bindings,
    Bound,
    Path,
    bind,
    bound_call,
    choice_at,
    is_element,
    merged,
    same_key,
)
from audit.link.names import Declared, Namespace

if TYPE_CHECKING:
    from audit.flow.graph import CallSite, Graph
    from audit.flow.routes.sources import Sources

_BUDGET, _DEEPEST = 2000, 80
"""Nodes of one walk, and how many of them are gone through one inside of another before the rest waits."""


class Source(Struct, frozen=True, order=True):
    """The value is the part `path` of what is made at a node. `function` and `position` name a parameter."""

    spot: Spot
    path: Path
    bindings: Bindings
    function: FunctionId | None = None
    position: int = -1


class Back:
    """One walk backwards."""

    def __init__(self, sources: Sources, *, everywhere: bool) -> None:
        self._all, self._code, self._everywhere = sources, sources.code, everywhere
        self._seen: set[tuple[Spot, Path, Bindings]] = set()
        self._late: list[tuple[Spot, Path, Bindings]] = []
        self._deep = 0
        self.found: dict[Source, None] = {}

    def run(self, spot: Spot, path: Path, bindings: Bindings) -> tuple[Source, ...]:
        """The sources of (a part of) the value at a node. A long way is gone on with later."""
        self._late.append((spot, path, bindings))
        while self._late:
            self.go(*self._late.pop())
        return tuple(self.found)

    def go(self, spot: Spot, path: Path, bindings: Bindings) -> None:
        """One node: either it is a source, or what comes before it is looked at."""
        if (spot, path, bindings) in self._seen or len(path) > DEEPEST:
            return
        if len(path) == 1 and key_of(path[0]):
            self.found[Source(spot, path, bindings)] = None
            return
        if self._deep >= _DEEPEST:
            self._late.append((spot, path, bindings))
            return
        if len(self._seen) > _BUDGET:
            self._all.trails.asked.cut = True
            return
        self._seen.add((spot, path, bindings))
        self._deep += 1
        self._on(spot, path, bindings)
        self._deep -= 1

    def _on(self, spot: Spot, path: Path, bindings: Bindings) -> None:
        graph = self._code.graph(spot.file, spot.unit)
        if spot.node in graph.of_parameter:
            self._parameter(spot, path, bindings, graph)
        elif spot.node in graph.results:
            self._result(spot, path, bindings, graph, graph.calls[graph.results[spot.node]])
        elif not self._before(spot, path, bindings, graph):
            self.found[Source(spot, path, bindings)] = None

    def _before(self, spot: Spot, path: Path, bindings: Bindings, graph: Graph) -> bool:
        """Go on backwards; False when the node is where the value is made."""
        moved = False
        literal = isinstance(graph.source[spot.node], (lowered.Object, lowered.Array))
        for source, op, key in graph.back[spot.node]:
            before = replace(spot, node=source)
            if op is Op.COPY and (path or not literal):
                self.go(before, path, bindings)
                moved = True
            elif op is Op.LOAD:
                choice = choice_at(bindings, spot)
                self.go(before, (choice.key if choice is not None else key, *path), bindings)
                moved = True
            elif op is Op.STORE and path and same_key(key, path[0]):
                if is_there(path[0], before):
                    self.go(before, path[1:], bindings)
                moved = True
        if literal and path and is_put(path[0]):
            for before, inner in self._all.passing.put_here(spot, graph, path):
                self.go(before, inner, bindings)
                moved = True
        for source in graph.written.get((spot.node, plain(path[0])), ()) if path else ():
            if may_name(path[0], replace(spot, node=source), graph):
                self.go(replace(spot, node=source), path[1:], bindings)
                moved = True
        return self._place(spot, path, bindings, graph) or moved

    # names and fields

    def _place(self, spot: Spot, path: Path, bindings: Bindings, graph: Graph) -> bool:
        place = graph.place_of.get(spot.node)
        if place is None:
            return self._member_of_this(spot, path, bindings, graph)
        if place.kind == "field":
            return self._field(spot.file, place.at, place.name, path, bindings)
        meaning = self._all.origins.names.meaning(spot.file, place.name) if place.owner == 0 else None
        if place.at >= 0 and not _is_loaded(meaning, spot.file):
            return self._kept(spot.file, spot.unit, place, path, bindings)
        return self._meaning(meaning, path, bindings)

    def _member_of_this(self, spot: Spot, path: Path, bindings: Bindings, graph: Graph) -> bool:
        if not path or not isinstance(graph.source[spot.node], lowered.This):
            return False
        moved = False
        for value in self._all.origins.of(spot):
            if isinstance(value, Instance):
                moved |= self._field(value.file, value.at, path[0], path[1:], bindings)
        return moved

    def _meaning(self, meaning: object, path: Path, bindings: Bindings) -> bool:
        if isinstance(meaning, Namespace) and path:
            return self._meaning(self._all.origins.names.exported(meaning.file, path[0]), path[1:], bindings)
        if not isinstance(meaning, Declared):
            return False
        unit = self._code.unit_at(meaning.file, meaning.at)
        if unit < 0:
            return False
        found = self._kept(meaning.file, unit, Place("name", meaning.name, meaning.at), path, bindings)
        for other in sorted(self._writing(meaning) - {unit}):
            found |= self._kept(meaning.file, other, Place("name", meaning.name, -1), path, bindings)
        return found

    def _writing(self, declared: Declared) -> set[int]:
        """The statements of a module that assign to one of its names."""
        facts = self._code.program.facts(declared.file)
        occurrences = facts.occurrences(declared.name) if facts is not None else ()
        writes = (one.at for one in occurrences if one.role == "write" and one.bound == declared.at)
        return {self._code.unit_at(declared.file, at) for at in writes}

    def _kept(self, file: str, unit: int, place: Place, path: Path, bindings: Bindings) -> bool:
        graph = self._code.graph(file, unit)
        nodes = graph.kept.get(place, ())
        for node in nodes:
            self.go(Spot(file, unit, node), path, bindings)
        if path and is_element(path[0]):
            for spot, inner in self._all.passing.put(graph, Spot(file, unit, -1), place, path):
                self.go(spot, inner, bindings)
        return bool(nodes)

    def _field(self, file: str, at: int, name: str, path: Path, bindings: Bindings, depth: int = 0) -> bool:
        """What a field of a class holds; a class that has none of that name inherits it."""
        unit = self._code.class_unit(file, at)
        if unit < 0 or depth > DEEPEST:
            return False
        if self._kept(file, unit, Place("field", name, at), path, bindings):
            return True
        graph = self._code.graph(file, unit)
        one = graph.classes.get(at)
        moved = False
        for base in one.bases if one is not None else ():
            node = graph.named.get(base.at)
            for value in self._all.origins.of(Spot(file, unit, node)) if node is not None else ():
                if isinstance(value, ClassValue):
                    moved |= self._field(value.file, value.at, name, path, bindings, depth + 1)
        return moved

    # parameters and calls

    def _parameter(self, spot: Spot, path: Path, bindings: Bindings, graph: Graph) -> None:
        number, position = graph.of_parameter[spot.node]
        function = FunctionId(spot.file, spot.unit, number)
        choice, bound = choice_at(bindings, spot), bound_call(bindings, function)
        if choice is not None:
            self.go(choice.holder, (choice.key, *path), bindings)
            return
        if bound is not None:
            self._argument(bound, position, path, bindings, graph.functions[number].rest)
            return
        if self._iterated(spot, path, bindings, graph):
            return
        given, inner_path = of_rest(position, path, graph.functions[number].rest)
        self.found[Source(spot, inner_path, bindings, function, given)] = None
        called = self._all.trails.of_function(function, bindings).called if self._everywhere else ()
        for one in called:
            bound = Bound(function, one.file, one.unit, one.call)
            inner = merged(bindings, (*one.bindings, bound))
            self._argument(bound, position, path, inner, graph.functions[number].rest)
        if self._everywhere and not called and graph.functions[number].class_at >= 0:
            for file, unit, call in self._all.callers.of(function):  # a method of what is injected
                bound = Bound(function, file, unit, call)
                self._argument(bound, position, path, merged(bindings, (bound,)), graph.functions[number].rest)

    def _iterated(self, spot: Spot, path: Path, bindings: Bindings, graph: Graph) -> bool:
        """The parameter of a function given to `list.forEach`: an element of the list."""
        number, position = graph.of_parameter[spot.node]
        moved = False
        for edge in graph.out[graph.functions[number].node]:
            op, call, slot = edge.op, edge.to, edge.key
            site = graph.calls[call] if op is Op.ARGUMENT else None
            flows = self._all.passing.flows(spot, site) if site is not None and site.receiver >= 0 else ()
            for part in (*HELD, KEY):
                if site is not None and f"this{part} -> call(arg{slot}).{position}" in flows:
                    taken = self._beside(replace(spot, node=site.receiver), graph, number, bindings)
                    self.go(replace(spot, node=site.receiver), (like(taken, part) if taken else part, *path), bindings)
                    moved = True
        return moved

    def _beside(self, holder: Spot, graph: Graph, number: int, bindings: Bindings) -> str:
        """Which element a call of a function is for, as another of its parameters says it; "" where none does."""
        spots = (replace(holder, node=node) for node in graph.functions[number].parameters)
        choices = (choice_at(bindings, one) for one in spots)
        return next((one.key for one in choices if one is not None and one.holder == holder), "")

    def _argument(self, bound: Bound, position: int, path: Path, bindings: Bindings, rest: int) -> None:
        site = self._code.graph(bound.file, bound.unit).calls[bound.call]
        indirect = site.method in INDIRECT and bound.function not in self._all.trails.callees.functions(
            bound.file, bound.unit, site
        )
        node, path = argument(site, *of_rest(position, path, rest), indirect=indirect)
        if node >= 0:
            self.go(Spot(bound.file, bound.unit, node), path, bindings)

    def _result(self, spot: Spot, path: Path, bindings: Bindings, graph: Graph, site: CallSite) -> None:
        """What a function returns, a field of what `new` made, what passes through, or the call itself."""
        moved = False
        for callee in self._all.origins.callees(spot.file, spot.unit, site):
            if isinstance(callee, Func):
                moved |= self._returned(callee.id, spot, path, bindings, graph)
            elif isinstance(callee, ClassValue) and path:
                moved |= self._field(callee.file, callee.at, path[0], path[1:], bindings)
        if site.method == "bind" and site.receiver >= 0 and not moved:
            self.go(replace(spot, node=site.receiver), path, bindings)
            moved = True
        made = moved or (site.method == JOINS and not path)
        befores = self._all.passing.before(spot, graph, site, path) if not made else ()
        for before, inner in befores or ():
            self.go(before, inner, bindings)
        moved |= befores is None or bool(befores)
        for before, inner in self._all.passing.put_here(spot, graph, path) if path and is_put(path[0]) else ():
            self.go(before, inner, bindings)
            moved = True
        for source in graph.written.get((spot.node, plain(path[0])), ()) if path else ():
            self.go(replace(spot, node=source), path[1:], bindings)
            moved = True
        if not moved:
            self.found[Source(spot, path, bindings)] = None

    def _returned(self, function: FunctionId, spot: Spot, path: Path, bindings: Bindings, graph: Graph) -> bool:
        inner = bind(bindings, Bound(function, spot.file, spot.unit, graph.results[spot.node]))
        nodes = self._code.graph(function.file, function.unit).returned.get(function.number, ())
        for node in nodes:
            self.go(Spot(function.file, function.unit, node), path, inner)
        return bool(nodes)


def _is_loaded(meaning: object, file: str) -> bool:
    """Does a name that the file declares itself stand for (a part of) another module?"""
    return isinstance(meaning, Namespace) or (isinstance(meaning, Declared) and meaning.file != file)
