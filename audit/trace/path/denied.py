"""What a test denies of a value on a way: where the code has just found that there is none, what was read of it is not
there, and an object is none of a class that it was not made by.

Asked is the value itself, as long as it stays with the run of the function that asks: what is kept for others may come
back to a run that found nothing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Func
from audit.flow.code import Spot
from audit.flow.contexts import EXPLICIT, IMPLICIT, Fact, is_hidden
from audit.flow.graph import Op
from audit.flow.pieces import everything
from audit.trace.path.late import is_shared, sees, written_late
from audit.trace.path.made import is_made_other, made_otherwise
from audit.trace.path.ways import comes_otherwise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.code import FunctionId
    from audit.flow.graph import Graph
    from audit.flow.solver import Solver
    from audit.flow.structure import Structure
    from audit.trace.path.ways import Way

_OF_CLASS = ("instanceof", lowered.CATCHES)
_EQUAL = {"===": True, "==": True, "is": True, "!==": False, "!=": False, "is not": False}


Fate = Literal["", "gone", "nothing"]
"""What becomes of a value: it does not come, or it comes and is nothing (`if (!item) send(item)`)."""


class _Denial(Struct, frozen=True):
    """Code runs only where a name holds nothing, or an object that is, or is none, of a class (`kind`, where it is)."""

    node: int
    kind: Spot | None = None
    is_one: bool = False


class Denied:
    """Answers about ways; the tests before a node are read off once."""

    def __init__(self, structure: Callable[[FunctionId], Structure]) -> None:
        self._structure = structure
        self._known: dict[Graph, tuple[bytearray, dict[int, tuple[_Denial, ...]]]] = {}
        """By graph: which nodes were asked, and those before which something is denied."""
        self._read_off: dict[tuple[int, str], tuple[_Denial, ...]] = {}

    def on(self, solver: Solver, way: Way, absent: set[Fact] | None = None) -> tuple[frozenset[Fact], Fate]:
        """The facts of a way that are not there, and what that means where no other way leads to its end.

        `absent` gets those that are there on no way, or do not lead to its end on any.
        """
        facts = way.facts
        last = facts[-1]
        found: set[Fact] = set()
        fate: Fate = ""
        for at, denials in self._asked(solver, facts):
            fact = facts[at]
            for denial in denials:
                denied = self._denied(solver, facts[: at + 1], denial)
                if denied is None:
                    continue
                begun, is_something, made = denied
                if made is not None and denial.kind is not None:
                    others = made_otherwise(solver, begun, way.calls, denial.kind, is_one=denial.is_one)
                    if others is not None:
                        found.update((made, *others))
                        continue
                without = begun if fact is last else fact
                otherwise = comes_otherwise(solver, fact, begun)
                if absent is not None and is_something and (fact is last or not otherwise):
                    absent.add(without)
                if otherwise or (fact is not last and comes_otherwise(solver, last, fact)):
                    found.add(without)
                elif is_something:
                    return frozenset((*found, without)), "gone"
                else:
                    fate = "nothing"
        late = written_late(solver, way) if last.label == EXPLICIT else None
        if late is not None:
            return frozenset((*found, late)), fate if comes_otherwise(solver, last, late) else "gone"
        return frozenset(found), fate

    def _asked(self, solver: Solver, facts: tuple[Fact, ...]) -> list[tuple[int, tuple[_Denial, ...]]]:
        """What is denied before the facts that are the value itself, or an answer."""
        found = []
        graph, asked, known = None, bytearray(), dict[int, tuple[_Denial, ...]]()
        for at, fact in enumerate(facts):
            if fact.label >= IMPLICIT:
                continue
            if fact.context.graph is not graph:
                graph = fact.context.graph
                if graph not in self._known:
                    self._known[graph] = bytearray(len(graph.source)), {}
                asked, known = self._known[graph]
            node = fact.node
            if not asked[node]:
                asked[node] = 1
                denials = self._before(solver, fact)
                if denials:
                    known[node] = denials
            if node in known:
                found.append((at, known[node]))
        return found

    def _denied(
        self, solver: Solver, facts: tuple[Fact, ...], denial: _Denial
    ) -> tuple[Fact, bool, Fact | None] | None:
        """The fact on a way at the name that is asked, where the answer denies what comes at the end of the way: that
        is not there, or it is the value itself, and nothing; and where the object was made that it denies.
        """
        last = facts[-1]
        versions = _versions(last.context.graph, denial.node)
        for at, fact in enumerate(facts[:-1]):
            if fact.node in versions and fact.context.graph is last.context.graph:
                if not sees(last.context, fact.context) or not _stays(facts[at:]):
                    return None
                if denial.kind is None:
                    return fact, _is_something(facts[at:]), None
                is_other, made = is_made_other(solver, facts[: at + 1], denial.kind, is_one=denial.is_one)
                return (fact, True, made) if is_other else None
        return None

    def _before(self, solver: Solver, fact: Fact) -> tuple[_Denial, ...]:
        function = fact.context.function
        source = fact.context.graph.source[fact.node]
        before = self._structure(function).before.get(id(source), ()) if source is not None else ()
        found: list[_Denial] = []
        for test in before:
            key = (id(test.expression), test.wanted)
            if key not in self._read_off:
                asks = test.wanted in ("true", "false", "nothing")
                read = self._read(solver, function, test.expression, test.wanted) if asks else ()
                self._read_off[key] = tuple(read)
            found += self._read_off[key]
        return tuple(found)

    def _read(self, solver: Solver, function: FunctionId, it: lowered.Expr, wanted: str) -> Iterator[_Denial]:
        """What a test says of the names in it."""
        if isinstance(it, lowered.Unary) and it.op in ("!", "not") and wanted != "nothing":
            yield from self._read(solver, function, it.value, "false" if wanted == "true" else "true")
        elif isinstance(it, lowered.Logical) and it.op == {"true": "&&", "false": "||"}.get(wanted):
            yield from self._read(solver, function, it.left, wanted)
            yield from self._read(solver, function, it.right, wanted)
        elif isinstance(it, lowered.Name):
            if wanted != "true":
                yield from self._of(solver, function, it)
            yield from self._named(solver, function, it, wanted)
        elif isinstance(it, lowered.Binary) and it.op in _EQUAL and wanted != "nothing":
            asked = _nothing_if_equal(it)
            if asked is not None and _EQUAL[it.op] == (wanted == "true"):
                yield from self._of(solver, function, asked)
        elif isinstance(it, lowered.Binary) and it.op in _OF_CLASS and wanted != "nothing":
            node = self._node(solver, function, it.right)
            kind = Spot(function.file, function.unit, node) if node >= 0 else None
            for one in self._of(solver, function, it.left) if kind is not None else ():
                yield _Denial(one.node, kind, wanted == "true")
        elif isinstance(it, lowered.Call) and len(it.args) == 1 and wanted != "nothing":
            yield from self._of_guard(solver, function, it, wanted)

    def _of_guard(self, solver: Solver, function: FunctionId, it: lowered.Call, wanted: str) -> Iterator[_Denial]:
        """What a function says of its argument that does nothing but answer (`(it) => it instanceof Mine`), be it by a
        name.
        """
        callee = self._node(solver, function, it.callee)
        values = solver.origins.of(Spot(function.file, function.unit, callee)) if callee >= 0 else ()
        if len(values) != 1 or not isinstance(values[0], Func):
            return
        guard = values[0].id
        graph = solver.code.graph(guard.file, guard.unit)
        source = graph.functions[guard.number].source
        body = source.body if source is not None and len(source.params) == 1 else ()
        *named, last = body or (None,)
        if not all(isinstance(one, lowered.Declare) for one in named):
            return
        if not isinstance(last, lowered.Return) or last.value is None or isinstance(last.value, lowered.Call):
            return
        parameter = graph.functions[guard.number].parameters[0]
        for inner in self._read(solver, guard, last.value, wanted):
            if any(_is_from(graph, version, parameter) for version in _versions(graph, inner.node)):
                for one in self._of(solver, function, it.args[0]):
                    yield _Denial(one.node, inner.kind, inner.is_one)

    def _named(self, solver: Solver, function: FunctionId, it: lowered.Name, wanted: str) -> Iterator[_Denial]:
        """What a test says that was given a name before (`const missing = !item`)."""
        graph = solver.code.graph(function.file, function.unit)
        versions = _versions(graph, self._node(solver, function, it))
        given = [before for one in versions for before, op, _ in graph.back[one] if op is Op.COPY]
        source = graph.source[given[0]] if len(versions) == len(given) == 1 else None
        if isinstance(source, (lowered.Unary, lowered.Binary, lowered.Logical)) and wanted != "nothing":
            yield from self._read(solver, function, source, wanted)

    def _of(self, solver: Solver, function: FunctionId, it: lowered.Expr) -> Iterator[_Denial]:
        node = self._node(solver, function, it) if isinstance(it, lowered.Name) else -1
        if node >= 0:
            yield _Denial(node)

    @staticmethod
    def _node(solver: Solver, function: FunctionId, it: lowered.Expr) -> int:
        return solver.code.graph(function.file, function.unit).named.get(it.at, -1)


def _versions(graph: Graph, node: int) -> set[int]:
    """Where a name was given what it may hold at a node, as far as that stands before; of a name that several functions
    use only where the one that asks gives it something, once. What a clause of Python asks about stands where it does.
    """
    place = graph.place_of.get(node)
    if place is None:
        found = [before for before, op, _ in graph.back[node] if op is Op.COPY]
    else:
        kept = graph.kept.get(place, ()) if place.kind == "name" and place.owner else ()
        found = [one for one in kept if len(kept) == 1 and graph.function[one] == graph.function[node]]
    return {one for one in found if graph.at[one] <= graph.at[node]}


def _is_from(graph: Graph, node: int, parameter: int) -> bool:
    return node == parameter or any(before == parameter for before, op, _ in graph.back[node] if op is Op.COPY)


def _stays(facts: tuple[Fact, ...]) -> bool:
    """Does a value stay with one run on a way: is it kept nowhere that others see, and does it not come round a loop,
    from code that stands behind?
    """
    first, last = facts[0], facts[-1]
    end = max(one.at for one in everything(last.context.graph.source[last.node]))
    for fact in facts[1:]:
        graph = fact.context.graph
        if is_shared(fact):
            return False
        if graph is last.context.graph and graph.at[fact.node] > end:
            return False
        if fact.context is first.context and fact.node in graph.of_parameter:
            return False
    return True


def _is_something(facts: tuple[Fact, ...]) -> bool:
    """Is more known of the first fact than that it is a value: does it hold one, or is something read of it?"""
    if facts[0].path:
        return not is_hidden(facts[0].path)
    for before, fact in pairwise(facts):
        if before.context is fact.context:
            edges = [edge.op for edge in before.context.graph.out[before.node] if edge.to == fact.node]
            if Op.LOAD in edges:
                return True
        if fact.path:
            return False
    return False


def _nothing_if_equal(it: lowered.Binary) -> lowered.Expr | None:
    """What is nothing where the two sides are equal (`x == null`, `typeof x === "undefined"`)."""
    if not isinstance(it.right, lowered.Literal):
        return None
    if it.right.value == "undefined" and isinstance(it.left, lowered.Unary) and it.left.op == "typeof":
        return it.left.value
    return it.left if it.right.value is None else None
