"""Iterating what has code of its own for that: calls that nobody has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import Func, Instance
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import DATA, Caller, Closure, Fact, Path
from audit.flow.graph.accessed import STEP, call_at
from audit.flow.solver.dynamic import Dynamic

if TYPE_CHECKING:
    from audit.flow.backward.values import Value
    from audit.flow.graph import Graph

ITERATORS = (("[Symbol.iterator]",), ("[Symbol.asyncIterator]",), ("__iter__",), ("__aiter__",))
"""The part of an object that iterating it calls."""
_STEPS = (("next",), ("__next__",), ("__anext__",))
"""The part of an iterator that gives the next element."""
_ITERATED, _STEPPED = tuple(name for (name,) in ITERATORS), tuple(name for (name,) in _STEPS)


class Iterating(Dynamic):
    """What happens to a fact where elements are taken."""

    def bring(
        self, fact: Fact, caller: Caller, function: FunctionId, position: int, path: Path, *, guess: bool = False
    ) -> None:
        raise NotImplementedError

    def bring_this(self, fact: Fact, caller: Caller, function: FunctionId, *, guess: bool = False) -> None:
        raise NotImplementedError

    def iterates(self, fact: Fact, graph: Graph, to: int) -> bool:
        """An element is taken from what may have an iterator of its own, or all are put into a list: that is called,
        and gives the elements, or at each step the next one. False when the fact has none.
        """
        if isinstance(fact.carried, Closure) and fact.path in (*ITERATORS, *_STEPS):
            if fact.path == ("next",) and to == fact.node:
                return False  # outside code that is given something with such a member may do anything with it
            self.runs(fact, Caller(fact.context, _call(graph, fact, step=fact.path in _STEPS), -1))
            return True
        if fact.carried not in DATA or not self.wanted.instances or not self._may_iterate(fact):
            return False
        values = self.origins.of(Spot(fact.context.function.file, fact.context.function.unit, fact.node))
        found = self.methods_of(values, _ITERATED)
        steps = [one for id in found for one in self.methods_of(self.origins.results.returned(id), _STEPPED)]
        for one in found:
            self.bring_this(fact, Caller(fact.context, _call(graph, fact, step=False), -1), one)
        for one in steps or (self.methods_of(values, _STEPPED[1:]) if not found else ()):
            self.bring_this(fact, Caller(fact.context, _call(graph, fact, step=True), -1), one)
        return bool(found)

    def methods_of(self, values: tuple[Value, ...], names: tuple[str, ...]) -> list[FunctionId]:
        """The methods that have one of some names, of the classes that values are objects of."""
        own = (one for one in values if isinstance(one, Instance))
        found = (each for one in own for name in names for each in self.origins.classes.member(one.file, one.at, name))
        return [one.id for one in found if isinstance(one, Func)]

    def _may_iterate(self, fact: Fact) -> bool:
        """Is the fact in a named member, and is there any class with an iterator?"""
        named = bool(fact.path) and fact.path[0].isidentifier()
        return named and any(("method", name) in self.code.accessors for name in (*_ITERATED, *_STEPPED[1:]))


def _call(graph: Graph, fact: Fact, *, step: bool) -> int:
    """The call of an iterator, or of what gives its next element; what comes of it is where the elements are."""
    method = STEP if step else ""
    at = fact.node
    return call_at(graph, method or "iterate", at, result=at, callee=at, receiver=at, method=method, arguments=())
