"""Checks in what a framework runs before a handler: a flagged row does not come by where each way on is behind one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.pieces import everything, inside
from audit.flow.routes.earlier import Onward, onward_of, uses_of
from audit.flow.structure import Test, structure_of
from audit.judge.chain.chains import Chain, Stand
from audit.judge.deciding.kinds import FALSY
from audit.judge.gate.put import GIVING, Ran, ran

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.frames import Env
    from audit.flow.graph import Graph
    from audit.flow.routes.earlier import Earlier, Way
    from audit.flow.structure import Tests
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.gate.fed import Fed
    from audit.judge.gate.guards import Guards
    from audit.judge.gate.tested import Tested
    from audit.model import Evidence

    _Way = tuple["_Stands", Tests | None]

_DEEPEST = 3
_END = "end"
_Stands = tuple[Stand, ...]


class Before:
    """Answers by chain."""

    def __init__(self, decisions: Decisions, guards: Guards, tested: Tested) -> None:
        self._decisions, self._guards, self._tested = decisions, guards, tested
        self._engine, self._code = decisions.engine, decisions.engine.code
        self._wanted: dict[int, Test] = {}

    def of(self, chain: Chain, fed: Callable[[], Fed]) -> Evidence | None:
        """The check that a flagged row does not pass, on each way on which requests come to the handler of a chain.

        `fed` says where the arguments of the access come from.
        """
        handler = self._handler(chain) if chain.runs else None
        if handler is None:
            return None
        found: list[Evidence] = []
        for way in self._engine.routes.before(handler.function):
            checks = (self._refuses(one, way[:number], handler, chain, fed) for number, one in enumerate(way))
            one = next((check for check in checks if check is not None), None)
            if one is None:
                return None
            found.append(one)
        return found[0] if found else None

    def _handler(self, chain: Chain) -> Stand | None:
        """Where a chain stands in the handler of a route: further out is nothing but what it is wrapped in."""
        routes = self._engine.routes
        for number, stand in enumerate(chain.stands):
            if stand.function.number > 0 and routes.is_entry(stand.function):
                wrapped = routes.trails.of_function(stand.function).stands
                if all(one.function in wrapped for one in chain.stands[number + 1 :]):
                    return stand
        return None

    def _refuses(
        self, earlier: Earlier, before: Way, handler: Stand, chain: Chain, fed: Callable[[], Fed]
    ) -> Evidence | None:
        """The check that keeps requests for a flagged row from going on behind what runs earlier, and other code
        `before` that.
        """
        found: Evidence | None = None
        for stands, tests in self._onward(earlier, handler):
            checks = list(self._guards.on(Chain(stands)) if tests is None else self._guards.among(tests, stands[-1]))
            rows = self._with_put(fed(), stands[-1], chain) if checks else None
            found = self._guards.of(checks, rows, chain, before=before) if rows is not None else None
            if found is None:
                return None
        return found

    def _with_put(self, fed: Fed, earlier: Stand, chain: Chain) -> Fed:
        """Where the arguments of an access come from, with what runs earlier puts into the request for it."""
        file, unit, number = chain.access.call
        ends, queries = self._engine.backwards.ends, set(fed.queries)
        given = self._code.graph(file, unit).calls[number].arguments
        asked = [end for node in given for end in ends(Spot(file, unit, node), (), chain.access.env) if end.path]
        there = earlier.function
        for (node, key), values in self._code.graph(there.file, there.unit).written.items() if asked else ():
            held = ends(Spot(there.file, there.unit, node), (), earlier.env)
            places = [(one.spot, (*one.path, key)) for one in held]
            if any(end.spot == spot and end.path[: len(path)] == path for end in asked for spot, path in places):
                for value in values:
                    queries |= self._tested.queries(Spot(there.file, there.unit, value), earlier.env)
        return replace(fed, queries=frozenset(queries))

    def _onward(self, earlier: Earlier, handler: Stand) -> list[_Way]:
        """The calls that bring a request on to a handler, each with those that led there, or the tests before the ends
        that do; none where not sure.
        """
        found: list[_Way] = []
        for one in ran(self._engine, earlier, handler.function, handler.env):
            onward = onward_of(earlier.onward)
            if GIVING in earlier.onward:
                ways: list[_Way] = self._truths(one)
            elif onward is not None and onward.position < len(one.source.params):
                ways = [(each, None) for each in self._calls(one.function, onward, one.env, 0)]
            else:
                ways = self._ends(one.function, one.source, one.env) if _END in earlier.onward else []
            if not ways:
                return []
            found.extend(ways)
        return found

    def _truths(self, one: Ran) -> list[_Way]:
        """The returns of a function by which it may give something true."""
        structure = structure_of(self._code, one.function)
        outer = len(structure.around.get(one.source.at, ()))
        stand = Stand((one.function.file, one.function.unit, -1), one.function, one.env)
        own = [(it, tests) for it, tests in structure.returns if not self._is_left(it, one.source, frozenset())]
        return [((stand,), (*tests[outer:], self._true(it.value))) for it, tests in own if it.value is not None]

    def _true(self, it: lowered.Expr) -> Test:
        return self._wanted.setdefault(id(it), Test(it, "true"))

    def _ends(self, function: FunctionId, source: lowered.Function, env: Env) -> list[_Way]:
        """The ends of a function that has not answered the request there."""
        response = source.params[1].target if len(source.params) > 1 else None
        calls = [it for it in inside(source.body) if isinstance(it, (lowered.Call, lowered.Await))]
        answers = frozenset(id(it) for it in calls if self._answers(it, response))
        structure = structure_of(self._code, function, answers)
        tests = [structure.ends[source.at]] if source.at in structure.ends else []
        tests += [before for it, before in structure.returns if not self._is_left(it, source, answers)]
        outer = len(structure.around.get(source.at, ()))
        stand = Stand((function.file, function.unit, -1), function, env)
        return [((stand,), one[outer:]) for one in tests]

    def _is_left(self, it: lowered.Return, source: lowered.Function, answers: frozenset[int]) -> bool:
        """Is a return of another function, or one of an answer?"""
        own = any(one is it for one in inside(source.body))
        return not own or id(it.value) in answers

    def _answers(self, it: lowered.Node, response: lowered.Pattern | None) -> bool:
        """Is a request answered: by a method of what a function is given for that (`reply.code(404).send()`)?"""
        called = it.value if isinstance(it, lowered.Await) else it
        if not isinstance(called, lowered.Call) or not isinstance(called.callee, lowered.Member):
            return False
        sinks = self._engine.origins.vocabulary.sinks.methods(called.callee.key)
        if not any(row.kind == "http" for row in sinks):
            return False
        root: lowered.Node = called
        while isinstance(root, (lowered.Call, lowered.Member)):
            root = root.callee if isinstance(root, lowered.Call) else root.object
        return isinstance(root, lowered.Name) and isinstance(response, lowered.Name) and root.name == response.name

    def _calls(self, function: FunctionId, onward: Onward, env: Env, depth: int) -> list[_Stands]:
        """The calls by which a function lets a request come on; none where something else may become of what it is
        given for that.
        """
        graph = self._code.graph(function.file, function.unit)
        source = graph.functions[function.number].source
        uses = uses_of(source, onward) if source is not None else None
        if source is None or uses is None:
            return []
        found: list[_Stands] = []
        ids, told = {id(one) for one in uses}, set[int]()
        for it in everything(source.body):
            if not isinstance(it, lowered.Call):
                continue
            if id(it.callee) in ids:
                told.add(id(it.callee))
                if onward.member or not self._is_error(it, function, graph):
                    found.append((self._stand(it, function, graph, env),))
                continue
            for given, one in enumerate(it.args):
                if id(one) in ids:
                    ways = self._passed(it, given, function, graph, env, depth)
                    if ways is None:
                        return []
                    told.add(id(one))
                    found.extend(ways)
        return found if ids == told else []

    def _passed(
        self, it: lowered.Call, given: int, function: FunctionId, graph: Graph, env: Env, depth: int
    ) -> list[_Stands] | None:
        """The calls in what a function gives its way on to; of a failed promise there is no way on."""
        if isinstance(it.callee, lowered.Member) and (it.callee.key, given) in (("catch", 0), ("then", 1)):
            return []
        stand = self._stand(it, function, graph, env)
        site = graph.calls[stand.call[2]]
        targets = self._engine.backwards.targets(function.file, function.unit, site, env)
        found: list[_Stands] = []
        for target in targets if depth < _DEEPEST and not any(site.spread) and not site.names else ():
            entered = self._engine.backwards.entered(target, stand.call, env)
            inner = self._calls(target.function, Onward(given), entered, depth + 1)
            found.extend((*way, stand) for way in inner)
            if not inner:
                return None
        return found or None

    def _stand(self, it: lowered.Call, function: FunctionId, graph: Graph, env: Env) -> Stand:
        spot = self._decisions.places.node(function.file, function.unit, it)
        number = graph.results[spot.node] if spot is not None else -1
        return Stand((function.file, function.unit, number), function, env)

    # errors

    def _is_error(self, it: lowered.Call, function: FunctionId, graph: Graph) -> bool:
        """Is a way on called with an error? Then the request goes to what takes errors."""
        if not it.args:
            return False
        given = it.args[0]
        if isinstance(given, lowered.Call) and given.new:
            return True
        if isinstance(given, lowered.Name) and given.name in self._caught(function, graph):
            return True
        kinds = self._decisions.expression(given, function.file, function.unit, ())
        tests = self._decisions.places.structure(function).before.get(id(it), ())
        sure = any(one.wanted == "true" and _is_name(one.expression, given) for one in tests)
        return sure or not kinds & FALSY

    def _caught(self, function: FunctionId, graph: Graph) -> set[str]:
        """The names of what a function catches, with `catch` or as what fails a promise."""
        source = graph.functions[function.number].source
        found: set[str] = set()
        for it in everything(source.body) if source is not None else ():
            if isinstance(it, lowered.Try) and isinstance(it.caught, lowered.Name):
                found.add(it.caught.name)
            elif isinstance(it, lowered.Call) and isinstance(it.callee, lowered.Member) and it.callee.key == "catch":
                found |= set(_parameters(it))
        return found


def _parameters(it: lowered.Call) -> Iterator[str]:
    """The names of the parameters of functions that are given to a call."""
    for one in it.args:
        for parameter in one.params[:1] if isinstance(one, lowered.Function) else ():
            if isinstance(parameter.target, lowered.Name):
                yield parameter.target.name


def _is_name(it: lowered.Expr, other: lowered.Expr) -> bool:
    return isinstance(it, lowered.Name) and isinstance(other, lowered.Name) and it.name == other.name
