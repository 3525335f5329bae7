"""Tests on a way that fail by what the very calls of the way give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.contexts import Context
from audit.flow.pieces import inside
from audit.flow.structure import Test, Tests
from audit.flow.surrounding import seen_from
from audit.trace.path.ways import Calls, Way, left_by, with_behind

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.code import FunctionId
    from audit.flow.contexts import Fact, Reason
    from audit.flow.graph import Graph
    from audit.flow.solver import Solver
    from audit.flow.structure import Structures
    from audit.trace.path.given import Given

_ASKED = {"true": True, "false": False, "case": True, "other": False}
"""Whether an expression must be true for the code behind it to run."""


class Failing:
    """Answers about facts of ways; the tests before a node are read off once."""

    def __init__(self, structures: Structures, given: Given) -> None:
        self._structures, self._given = structures, given
        self._tests: dict[Graph, dict[int, Tests]] = {}
        self._asking: dict[tuple[int, FunctionId], bool] = {}

    def on(self, way: Way, calls: Calls, counts: Callable[[Test], bool] = lambda _: True) -> frozenset[Fact]:
        """The facts on a way before which a test fails by what calls of the way give; of tests those that count."""
        graph, known, failing = None, dict[int, Tests](), dict[tuple[int, Context], bool]()
        found: list[Fact] = []
        for fact in way.facts:
            if fact.context.graph is not graph:
                graph = fact.context.graph
                known = self._tests.setdefault(graph, {})
            tests = known.get(fact.node)
            if tests is None:
                tests = known[fact.node] = self.before(fact.context, fact.node)
            for test in tests:
                key = (id(test), fact.context)
                if key not in failing:
                    failing[key] = counts(test) and self.fails(test, fact.context, calls)
            if any(failing[id(test), fact.context] for test in tests):
                found.append(fact)
        return frozenset(found)

    def shut(self, solver: Solver, reason: Reason, way: Way, others: frozenset[Fact]) -> frozenset[Fact]:
        """The facts on a way to which nothing comes by its calls, nor by `others`, which are shut on other ways.

        Where the value goes on with the result of a call, and what that call gives leads past the value, nothing comes
        by that call, whoever else calls the same function. Where the value came in by a call, another may bring it.
        """
        calls = left_by(solver, reason, way)
        failing = self.on(way, calls, _asks_names) if calls else None
        found = with_behind(solver, way, failing | others) if failing else ()
        return frozenset(fact for fact in found if not _is_in(fact.context, calls))

    def before(self, context: Context, node: int) -> Tests:
        """The tests before a node that ask for parameters."""
        source = context.graph.source[node]
        tests = self._structures.around(context.function).before.get(id(source), ()) if source is not None else ()
        return tuple(one for one in tests if one.wanted in _ASKED and self._asks(one, context))

    def fails(self, test: Test, context: Context, calls: Calls) -> bool:
        """Is a test known to come out otherwise than code behind it wants?"""
        found = self._given.truth(test.expression, context, calls)
        return found is not None and found != _ASKED[test.wanted]

    def _asks(self, test: Test, context: Context) -> bool:
        key = (id(test.expression), context.function)
        known = self._asking.get(key)
        if known is None:
            declared = self._given.names(context)
            names = (one for one in inside(test.expression) if isinstance(one, lowered.Name) and one.name in declared)
            known = any(self._given.parameter(one, context) is not None for one in names)
            self._asking[key] = known
        return known


def _is_in(context: Context, calls: Calls) -> bool:
    """Is a context one that a call has led to, or inside one?"""
    return any(one in calls for one in seen_from(context))


def _asks_names(test: Test) -> bool:
    """Does a test ask for nothing that others may write, as they may members of what a call gives?"""
    return not any(isinstance(one, (lowered.Member, lowered.Index)) for one in inside(test.expression))
