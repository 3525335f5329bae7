"""Can a way be gone? Not where a test on it asks for what the very calls of the way do not give.

A function that takes settings has branches for those who give them; the engine follows a value through all of them,
whoever calls. Asked is what a call says itself: an argument that it leaves out, a member that its object has not.
"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.contexts import Context, Inside, Reason, seed_of
from audit.flow.graph import Op
from audit.flow.structure import Structure, Test, Tests, inside, structure_of
from audit.trace.path.closed import Closed
from audit.trace.path.lookups import asked_in_vain
from audit.trace.path.ways import Calls, Way, way_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.flow.code import Code, FunctionId
    from audit.flow.contexts import Fact, Seed
    from audit.flow.graph import Graph
    from audit.flow.solver import Solver

_DEEPEST, _TRIES, _OPENED = 6, 8, 40
_ASKED = ("true", "false")
_COMPARED = {"===": True, "==": True, "!==": False, "!=": False}
_NOTHING = lowered.Literal(-1, None, "undefined")
"""What a parameter is that a call gives nothing for."""


_Given = lowered.Literal | lowered.Object


class Passable:
    """Answers about ways; the tests before a node are read off once."""

    def __init__(self, code: Code, runs: Callable[[FunctionId], bool]) -> None:
        self._code, self._can_run = code, runs
        self._running: dict[FunctionId, bool] = {}
        self._tests: dict[Graph, dict[int, Tests]] = {}
        self._asking: dict[int, bool] = {}
        self._otherwise: dict[Context, set[int]] = {}
        self._names: dict[tuple[str, int], dict[int, int]] = {}
        self._structures: dict[FunctionId, Structure] = {}
        self._parameters: dict[FunctionId, frozenset[str]] = {}

    def way(self, solver: Solver, reason: Reason, further: Iterable[Reason] = ()) -> Way:
        """The way to a reason on which no test fails, where one is found; else the first one, which is not sure then.

        One through a case that the code names comes before one through what is left for all others. `further`: what
        else leads to the same event, as calls of the same function do that give it something else.
        """
        first = self._open(solver, reason)
        if first.sure or not way_to(solver, reason).sure:
            return first
        others = (self._open(solver, one) for one in further)
        return next((one for one in others if one.sure), first)

    def opened(self, solver: Solver, reason: Reason, way: Way, seed: Seed, label: int) -> Way | None:
        """A way that is not sure, or one that is by calls that open it; None where no call comes there at all."""
        if reason.fact is None or solver.known(reason.fact) is None:
            return way  # it stands where only a call of outside code puts it
        opens, runs = False, self._runs if self._runs(way.facts[0].context.function) else _anything
        closed = Closed(solver, seed, self._before, self._fails, runs)
        for one in islice(closed.open_to(reason.fact, label), _OPENED):
            opens, other = True, way_to(solver, one)
            begun = other.facts[0]
            sure = other.sure and begun.reason is None and seed_of(begun.context) == seed
            if sure and max(fact.label for fact in other.facts) == label and not self._barred(solver, other):
                return other
        return way if opens else None

    def _open(self, solver: Solver, reason: Reason) -> Way:
        first = way = way_to(solver, reason)
        around: frozenset[Fact] = frozenset()
        if not first.sure:
            return self._named(solver, reason, first, around) or first
        for _ in range(_TRIES):
            barred = self._barred(solver, way)
            if not barred:
                return self._named(solver, reason, way, around) or way
            further = _with_behind(solver, way, around | barred)
            if further == around:
                break
            around = further
            way = way_to(solver, reason, around)
            if not _begins(way):
                break
        return replace(first, sure=False)

    def _named(self, solver: Solver, reason: Reason, way: Way, around: frozenset[Fact]) -> Way | None:
        """Another way, through the cases that a `switch` names: what comes there may come by several ways."""
        other = way
        for _ in range(_TRIES):
            left = frozenset(filter(self._is_otherwise, other.facts))
            if not left:
                return other if other is not way else None
            further = _with_behind(solver, other, around | left)
            if further == around:
                return None
            around = further
            other = way_to(solver, reason, around)
            if (way.sure and not other.sure) or self._barred(solver, other):
                return None
        return None

    def _is_otherwise(self, fact: Fact) -> bool:
        known = self._otherwise.get(fact.context)
        if known is None:
            known = self._otherwise[fact.context] = self._structure(fact.context.function).otherwise
        return bool(known) and id(fact.context.graph.source[fact.node]) in known

    def _barred(self, solver: Solver, way: Way) -> frozenset[Fact]:
        """The facts on a way that the calls of the way do not lead to: a test before them fails by what these give, or
        a map is asked for another key. Where the access itself can run, also those in functions that nothing runs.
        """
        graph, known, failing = None, dict[int, Tests](), dict[tuple[int, Context], bool]()
        found: list[Fact] = []
        begins = self._runs(way.facts[0].context.function)
        for fact in way.facts:
            if begins and not self._is_run(fact.context, way.calls):
                found.append(fact)
                continue
            if fact.context.graph is not graph:
                graph = fact.context.graph
                known = self._tests.setdefault(graph, {})
            tests = known.get(fact.node)
            if tests is None:
                tests = known[fact.node] = self._before(fact.context, fact.node)
            for test in tests:
                key = (id(test), fact.context)
                if key not in failing:
                    failing[key] = self._fails(test, fact.context, way.calls)
            if any(failing[id(test), fact.context] for test in tests):
                found.append(fact)
        return frozenset(found) | asked_in_vain(solver, way, self._given_by)

    def _given_by(self, it: lowered.Expr, context: Context, calls: Calls) -> _Given | None:
        return self._given(it, context, calls, _DEEPEST)

    def _is_run(self, context: Context, calls: Calls) -> bool:
        """Does a function run, be it because one that does calls it on the way?"""
        for _ in range(len(calls) + 1):
            if self._runs(context.function):
                return True
            while isinstance(context.entry, Inside):
                context = context.entry.context
            caller = calls.get(context)
            if caller is None:
                return False
            context = caller.context
        return False

    def _runs(self, function: FunctionId) -> bool:
        if function not in self._running:
            self._running[function] = self._can_run(function)
        return self._running[function]

    def _before(self, context: Context, node: int) -> Tests:
        """The tests before a node that ask for parameters."""
        source = context.graph.source[node]
        tests = self._structure(context.function).before.get(id(source), ()) if source is not None else ()
        return tuple(one for one in tests if one.wanted in _ASKED and self._asks(one, context))

    def _structure(self, function: FunctionId) -> Structure:
        outer = self._code.outermost(function)
        if outer not in self._structures:
            self._structures[outer] = structure_of(self._code, outer)
        return self._structures[outer]

    def _asks(self, test: Test, context: Context) -> bool:
        known = self._asking.get(id(test.expression))
        if known is None:
            plain = self._plain(context)
            names = (one for one in inside(test.expression) if isinstance(one, lowered.Name) and one.name in plain)
            known = any(self._parameter(one, context) is not None for one in names)
            self._asking[id(test.expression)] = known
        return known

    def _plain(self, context: Context) -> frozenset[str]:
        """The names of parameters of a function and those around it."""
        function, graph = context.function, context.graph
        if function not in self._parameters:
            found: set[str] = set()
            number = function.number
            while number > 0:
                shape = graph.functions[number].source
                targets = (one.target for one in shape.params) if shape is not None else ()
                found.update(one.name for one in targets if isinstance(one, lowered.Name))
                number = graph.functions[number].parent
            self._parameters[function] = frozenset(found)
        return self._parameters[function]

    def _fails(self, test: Test, context: Context, calls: Calls) -> bool:
        found = self._truth(test.expression, context, calls)
        return found is not None and found != (test.wanted == "true")

    def _truth(self, it: lowered.Expr, context: Context, calls: Calls) -> bool | None:
        """Is an expression true? None where it is not known."""
        if isinstance(it, lowered.Unary):
            inner = self._truth(it.value, context, calls) if it.op in ("!", "not") else None
            return None if inner is None else not inner
        if isinstance(it, lowered.Logical) and it.op in ("&&", "||"):
            sides = (self._truth(it.left, context, calls), self._truth(it.right, context, calls))
            settles = it.op == "||"
            return settles if settles in sides else None if None in sides else not settles
        if isinstance(it, lowered.Binary) and it.op in _COMPARED:
            ends = (self._given(one, context, calls, _DEEPEST) for one in (it.left, it.right))
            same = _are_same(*ends)
            return None if same is None else same == _COMPARED[it.op]
        found = self._given(it, context, calls, _DEEPEST)
        if found is None:
            return None
        return bool(found.value) if isinstance(found, lowered.Literal) else True

    def _given(self, it: lowered.Expr, context: Context, calls: Calls, deep: int) -> _Given | None:
        """The literal that an expression is on the way; None where it is another, or not known."""
        if isinstance(it, (lowered.Literal, lowered.Object)):
            return it
        if isinstance(it, lowered.Member) and deep:
            return _member(self._given(it.object, context, calls, deep - 1), it.key)
        parameter = self._parameter(it, context) if isinstance(it, lowered.Name) and deep else None
        if parameter is None:
            return None
        entered, position = parameter
        caller = calls.get(entered)
        if caller is None or caller.argument >= 0:
            return None
        site = caller.context.graph.calls[caller.call]
        if any(site.spread) or site.names or site.tag or site.method in ("call", "apply", "bind"):
            return None
        if position >= len(site.arguments):
            return _NOTHING
        source = caller.context.graph.source[site.arguments[position]]
        return self._given(source, caller.context, calls, deep - 1) if source is not None else None  # type: ignore[arg-type]

    def _parameter(self, it: lowered.Name, context: Context) -> tuple[Context, int] | None:
        """The context of the function whose parameter a name is, and its position; one with a default is none."""
        graph = context.graph
        node = self._node(it, context)
        while node >= 0 and node not in graph.of_parameter:
            node = _before(graph, node)
        if node < 0:
            return None
        number, position = graph.of_parameter[node]
        shape = graph.functions[number].source
        plain = shape is not None and isinstance(shape.params[position].target, lowered.Name)
        while context.function.number != number and isinstance(context.entry, Inside):
            context = context.entry.context
        return (context, position) if plain and context.function.number == number else None

    def _node(self, it: lowered.Name, context: Context) -> int:
        key = (context.function.file, context.function.unit)
        if key not in self._names:
            self._names[key] = _names(context.graph)
        return self._names[key].get(id(it), -1)


def _begins(way: Way) -> bool:
    """Does a way begin where a value comes from? What is left when a step is taken away may begin in the middle."""
    return way.facts[0].reason is None


def _anything(_: FunctionId) -> bool:
    return True


def _with_behind(solver: Solver, way: Way, around: frozenset[Fact]) -> frozenset[Fact]:
    """Facts to go around, with those on a way that are come to only by them."""
    found = set(around)
    for before, fact in pairwise(way.facts):
        if before in found and fact not in found:
            reasons = (fact.reason, *solver.also.get(fact, ()))
            if all((one.fact if isinstance(one, Reason) else one) in found for one in reasons):
                found.add(fact)
    return frozenset(found)


def _are_same(one: _Given | None, other: _Given | None) -> bool | None:
    """Are two values equal, however one compares them? None where that is not known."""
    if not isinstance(one, lowered.Literal) or not isinstance(other, lowered.Literal):
        return None
    if one.kind or other.kind or type(one.value) is not type(other.value):
        return None  # null and undefined are equal to some comparisons, and so are "1" and 1
    return one.value == other.value


def _before(graph: Graph, node: int) -> int:
    """Where the value at a node comes from, in this function or in one around it; -1 where it is made of anything."""
    place = graph.place_of.get(node)
    if place is not None:
        kept = graph.kept.get(place, ()) if place.kind == "name" and place.owner else ()
        return next(iter(kept)) if len(kept) == 1 else -1
    back = graph.back[node]
    return back[0][0] if len(back) == 1 and back[0][1] is Op.COPY else -1


def _names(graph: Graph) -> dict[int, int]:
    """The nodes of names, by the identity of these."""
    return {id(one): node for node, one in enumerate(graph.source) if isinstance(one, lowered.Name)}


def _member(holder: _Given | None, key: str) -> _Given | None:
    """A member of a literal; of nothing there is none."""
    if isinstance(holder, lowered.Object):
        if any(not isinstance(one.key, str) for one in holder.properties):
            return None
        values = [one.value for one in holder.properties if one.key == key]
        value = values[-1] if values else _NOTHING
        return value if isinstance(value, (lowered.Literal, lowered.Object)) else None
    return _NOTHING if holder is not None and holder.value is None else None
