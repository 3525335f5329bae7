"""Where a function, a router or a class goes: forwards through names, objects, wrappers and modules.

A wrapper is told apart by its calls: `asyncHandler(a)` and `asyncHandler(b)` stand for `a` and `b` only. A
function made inside of a wrapper that calls the value stands for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import without
from audit.flow.graph import Op
from audit.flow.moving import moved
from audit.flow.routes.entering import parameter
from audit.flow.routes.marks import computed, in_pairs, marked, plain, plainly, written
from audit.flow.routes.model import (
    NEW,
    Bound,
    Called,
    Choice,
    Fact,
    Handed,
    Path,
    bind,
    bound_call,
    is_element,
    merged,
    same_key,
)  # fmt: skip
from audit.flow.routes.rows import DECORATED, made_by
from audit.flow.routes.walking import Walking
from audit.flow.surrounding import around

if TYPE_CHECKING:
    from audit.flow.graph import CallSite, Graph

CONSTRUCTOR = ("#constructor",)
_ON_CALLS = frozenset((Op.CALLEE, Op.RECEIVER, Op.ARGUMENT))
_BINDS = frozenset(("bind", "call", "apply"))


class Walk(Walking):
    """One walk: along edges, and at calls."""

    def _step(self, fact: Fact) -> None:
        graph = self._code.graph(fact.spot.file, fact.spot.unit)
        self._exports(fact, graph)
        if graph.python and not fact.path and (fact.spot.node in graph.made or fact.spot.node in graph.above):
            self._decorated(fact, graph)
        if not fact.path and fact.spot.node in graph.standing:
            method = FunctionId(fact.spot.file, fact.spot.unit, graph.standing[fact.spot.node])
            self._methods[method, fact.own] = None
        if fact.path[:1] == (NEW,):
            for node in self._all.readers.subclasses(graph, fact.spot.node):
                self._to(fact, node, fact.path)
        for edge in graph.out[fact.spot.node]:
            op, to, key = edge.op, edge.to, edge.key
            if op in _ON_CALLS:
                self._at_call(fact, graph, op, to, key)
            else:
                self._on(fact, graph, op, to, key)

    def _decorated(self, fact: Fact, graph: Graph) -> None:
        """Python: what is called above a function is given it (`@router.get("/items")`)."""
        node = fact.spot.node
        source = graph.functions[graph.made[node]].source if node in graph.made else None
        for one in graph.above.get(node, source.decorators if source is not None else ()):
            for call in graph.calls_at(one):
                said = self._all.callees.decorating(fact.spot.file, fact.spot.unit, call, self._all.sources)
                rows = tuple(row for row in said if row.kind != "procedure")  # these have the names of their methods
                end = Handed(fact.spot.file, fact.spot.unit, call, DECORATED, (), rows, fact.bindings, fact.own)
                self._ends.update({end: None} if rows else {})

    def _on(self, fact: Fact, graph: Graph, op: Op, to: int, key: str) -> None:
        """An edge that leads to another node, a place or out of a function."""
        if op is Op.COPY or (op is Op.REST and to not in graph.class_nodes and without(fact.path, key)):
            there = moved(fact.path, key) if op is Op.COPY and key else fact.path
            if there is not None:
                self._to(fact, to, there)
        elif op is Op.LOAD and fact.path and same_key(fact.path[0], key):
            if not self._is_method(fact, graph, to, key):
                self._loaded(replace(fact, path=in_pairs(fact.path)) if key == "[*]" else fact, to, key)
        elif op is Op.STORE:
            step = computed(fact.spot) if key == "[*]" and fact.spot.node in graph.keys else key
            self._to(fact, to, (step, *fact.path))
        elif op is Op.WRITE:
            self._written(fact, graph, to, (key, *fact.path))
        elif op is Op.KEEP:
            self._kept(fact, graph, graph.places[to])
        elif op is Op.RETURN:
            self._returned(fact, FunctionId(fact.spot.file, fact.spot.unit, to))

    def _at_call(self, fact: Fact, graph: Graph, op: Op, call: int, key: str) -> None:
        if op is Op.CALLEE:
            self._called(fact, graph, call)
        elif op is Op.RECEIVER:
            self._receiver(fact, graph, call)
        else:
            self._argument(fact, graph, call, int(key))

    def _is_method(self, fact: Fact, graph: Graph, to: int, key: str) -> bool:
        """Is a method of a collection called (`handlers.push(one)`), and not what stands in it?"""
        calls = [edge.to for edge in graph.out[to] if edge.op is Op.CALLEE]
        known = (self._all.library.flows(fact.spot.file, fact.spot.unit, call) for call in calls)
        return plain(fact.path[0]) == "[*]" != key and bool(calls) and all(one is not None for one in known)

    def _loaded(self, fact: Fact, to: int, key: str) -> None:
        """A part is read; of a list that is gone through, the element is remembered."""
        bindings, target = fact.bindings, replace(fact.spot, node=to)
        if key == "[*]" and fact.path[0] != "[*]":
            bindings = bind(bindings, Choice(target, fact.spot, fact.path[0]))
        self._add(replace(fact, spot=target, path=fact.path[1:], bindings=bindings))

    # calls

    def _called(self, fact: Fact, graph: Graph, call: int) -> None:
        site = graph.calls[call]
        if fact.path[:1] == (NEW,) and site.new:
            self._to(fact, site.result, fact.path[1:])
        elif (fact.path == CONSTRUCTOR and site.new) or not fact.path:
            self._ran(fact, graph, call)

    def _ran(self, fact: Fact, graph: Graph, call: int) -> None:
        """The value is called: callers stand for it inside of a wrapper, or when they are asked for."""
        file, unit = fact.spot.file, fact.spot.unit
        self._ends[Called(file, unit, call, fact.bindings, fact.own)] = None
        self._stand(fact, graph, call)

    def _stand(self, fact: Fact, graph: Graph, call: int) -> None:
        """Functions around a call that runs the value stand for it: in a wrapper, those that are made in it; for who
        asks for callers also those around the call of the wrapper by which the value came in.
        """
        file, unit, bindings = fact.spot.file, fact.spot.unit, fact.bindings
        while True:
            outer = list(around(graph, graph.calls[call].function))
            bound = [bound_call(bindings, FunctionId(file, unit, one)) for one in outer]
            inside = next((at for at, one in enumerate(bound) if one is not None), -1)
            if inside < 0 and not self._callers:
                return
            for one in outer[:inside] if inside >= 0 else outer:
                self._stands[FunctionId(file, unit, one)] = None
                if one > 0:  # the module's own code goes nowhere
                    node = graph.functions[one].node
                    self._add(Fact(Spot(file, unit, node), (), bindings, own=False))
            came = bound[inside] if inside >= 0 else None
            if came is None or not self._callers:
                return
            bindings = tuple(one for one in bindings if one != came)
            file, unit, call = came.file, came.unit, came.call
            graph = self._code.graph(file, unit)

    def _receiver(self, fact: Fact, graph: Graph, call: int) -> None:
        site = graph.calls[call]
        if not fact.path and site.method == "bind":
            self._to(fact, site.result, ())
        elif not fact.path and site.method in _BINDS:
            self._ran(fact, graph, call)
        elif fact.path:
            self._effects(fact, call, -1, site)
        else:
            self._on_router(fact, call, site)

    def _on_router(self, fact: Fact, call: int, site: CallSite) -> None:
        """A method of what may be a router: it says what stands before all paths, or gives the router back."""
        file, unit = fact.spot.file, fact.spot.unit
        known = self._all.origins.vocabulary.routes.methods(site.method)
        rows = self._all.callees.rows(file, unit, call, self._all.sources) if known else ()
        if any(row.kind == "object" and row.prefix is not None for row in rows):
            self._ends[Handed(file, unit, call, -1, (), rows, fact.bindings, fact.own)] = None
        if any(row.kind in ("route", "mount") for row in rows) or self._all.library.returns_receiver(file, unit, call):
            self._to(fact, site.result, ())

    def _argument(self, fact: Fact, graph: Graph, call: int, position: int) -> None:
        file, unit = fact.spot.file, fact.spot.unit
        site = graph.calls[call]
        if site.spread[position] and fact.path and is_element(fact.path[0]):
            fact = replace(fact, path=fact.path[1:])
        if site.method in _BINDS:
            return
        rows = self._all.callees.rows(file, unit, call, self._all.sources)
        if rows:
            first = len(site.arguments) - len(site.names)
            name = site.names[position - first] if position >= first else ""
            end = Handed(file, unit, call, position, fact.path, rows, fact.bindings, fact.own, name, fact.guess)
            self._ends[end] = None
            return
        functions = self._all.callees.functions(file, unit, site)
        for function in functions:
            self._enter(fact, function, Bound(function, file, unit, call), position)
        if not functions:
            self._effects(fact, call, position, site)

    def _enter(self, fact: Fact, function: FunctionId, bound: Bound, position: int) -> None:
        given = parameter(self._code, function, position, fact.path)
        if given is not None:
            self._add(Fact(*given, bind(fact.bindings, bound), fact.own, fact.guess))

    def _effects(self, fact: Fact, call: int, slot: int, site: CallSite) -> None:
        """Code outside of the tree: as vocabulary says; else its result may be the value in a wrapper."""
        file, unit = fact.spot.file, fact.spot.unit
        graph = self._code.graph(file, unit)
        if self._callers and slot >= 0:  # it may be called there
            self._stand(fact, graph, call)
        if self._all.library.flows(file, unit, call) is None:
            if slot >= 0:
                self._give(fact, call)
                made = replace(fact, spot=replace(fact.spot, node=site.result), guess=True)
                self._add(made)
                self._add(replace(made, path=(), own=fact.own and not fact.path))
            return
        effects = self._all.library.effects(file, unit, call, slot, plainly(fact.path), modelled=False)
        if slot in effects.called:
            self._give(fact, call)
        for node, path in effects.results:
            self._to(fact, node, marked(path, site, slot, fact.path))
        for node, path in effects.writes:
            self._written(fact, graph, node, written(path, site))
        for argument, position, path, part in effects.calls:
            if argument < len(site.arguments) and not part:
                self._callback(fact, Spot(file, unit, site.arguments[argument]), position, path, slot)

    def _give(self, fact: Fact, call: int) -> None:
        if not fact.path:
            self._given[Called(fact.spot.file, fact.spot.unit, call, fact.bindings, fact.own)] = None

    def _callback(self, fact: Fact, given: Spot, position: int, path: Path, slot: int) -> None:
        """A function given to outside code gets the value: `routes.forEach((route) => …)`."""
        chosen = fact.path[0] if slot < 0 and fact.path and is_element(fact.path[0]) else ""
        functions = (self._all.callees.function_of(value) for value in self._all.origins.of(given))
        for function in functions:
            into = parameter(self._code, function, position, path) if function is not None else None
            if into is not None:
                bindings = bind(fact.bindings, Choice(into[0], fact.spot, chosen)) if chosen else fact.bindings
                self._add(Fact(*into, bindings, fact.own, fact.guess))

    def _returned(self, fact: Fact, function: FunctionId) -> None:
        """Back to the call it came in by, else to every call of the function."""
        bound = bound_call(fact.bindings, function)
        if bound is not None:
            site = self._code.graph(bound.file, bound.unit).calls[bound.call]
            self._add(replace(fact, spot=Spot(bound.file, bound.unit, site.result)))
            return
        ends = self._all.of_function(function)
        for given in ends.given:
            self._given_back(fact, function, given)
        self._ends.update((end, None) for one in ends.handed for end in made_by(one, fact))
        for one in ends.called:
            site = self._code.graph(one.file, one.unit).calls[one.call]
            bindings = merged(fact.bindings, (*one.bindings, Bound(function, one.file, one.unit, one.call)))
            self._add(replace(fact, spot=Spot(one.file, one.unit, site.result), bindings=bindings))

    def _given_back(self, fact: Fact, function: FunctionId, given: Called) -> None:
        """Outside code calls a function, and makes something of what that returns: `lazy(() => import("./items"))`."""
        site = self._code.graph(given.file, given.unit).calls[given.call]
        for slot, node in enumerate(site.arguments):
            spot = Spot(given.file, given.unit, node)
            if function in map(self._all.callees.function_of, self._all.origins.of(spot)):
                made = self._all.library.returned(given.file, given.unit, given.call, slot, plainly(fact.path))
                bindings = merged(fact.bindings, given.bindings)
                for target, path in made.results:
                    self._add(replace(fact, spot=replace(spot, node=target), path=path, bindings=bindings))
