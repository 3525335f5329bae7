"""Iterating what has code of its own for that: calls that nobody has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import Func, Instance
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import DATA, ELEMENT, Caller, Closure, Fact, Path, Reason, rest_of
from audit.flow.graph import Op
from audit.flow.graph.accessed import STEP, call_at
from audit.flow.solver.dynamic import Dynamic

if TYPE_CHECKING:
    from audit.flow.backward.values import Value
    from audit.flow.graph import CallSite, Graph

ITERATORS = (("[Symbol.iterator]",), ("[Symbol.asyncIterator]",), ("__iter__",), ("__aiter__",))
"""The part of an object that iterating it calls."""
_STEPS = (("next",), ("__next__",), ("__anext__",))
"""The part of an iterator that gives the next element."""
SENDING = frozenset(("next", "send", "asend"))
"""The methods by which a generator goes on with a value."""
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

    def sends(self, fact: Fact, graph: Graph, site: CallSite, slot: int) -> bool:
        """A generator goes on with a value (`steps.next(item)`, `steps.send(item)`): that is what `yield` gives there,
        any of several. False where it is no generator of the tree, or what comes next says a row.
        """
        made = self.generators(fact, graph, site.receiver) if fact.carried in DATA and self.wanted.instances else []
        if slot < 0:
            rest = rest_of(fact.path, ELEMENT) if made and graph.python and fact.path else None
            if rest is not None:
                self.add(fact.part(site.result, rest), fact)
            return rest is not None
        for call, function in made if slot == 0 else ():
            context, label = self.afterwards(fact, Caller(fact.context, call, -1), function, fact.path)
            yields = context.graph.yields.get(function.number, ())
            for node in yields:
                why = Reason(None, guess=len(yields) > 1)
                self.add(Fact(context, node, fact.path, fact.carried, label), why)
        return bool(made) and slot == 0

    def generators(self, fact: Fact, graph: Graph, node: int) -> list[tuple[int, FunctionId]]:
        """The calls that made what is at a node, with the generators of the tree that they called."""
        file, unit = fact.context.function.file, fact.context.function.unit
        called = ((call, one) for call in _made_by(graph, node) for one in self.aliases.called(file, unit, call))
        return [(call, one) for call, one in called if one.number in self.code.graph(one.file, one.unit).yields]

    def methods_of(self, values: tuple[Value, ...], names: tuple[str, ...]) -> list[FunctionId]:
        """The methods that have one of some names, of the classes that values are objects of."""
        own = (one for one in values if isinstance(one, Instance))
        found = (each for one in own for name in names for each in self.origins.classes.member(one.file, one.at, name))
        return [one.id for one in found if isinstance(one, Func)]

    def _may_iterate(self, fact: Fact) -> bool:
        """Is the fact in a named member, and is there any class with an iterator?"""
        named = bool(fact.path) and fact.path[0].isidentifier()
        return named and any(("method", name) in self.code.accessors for name in (*_ITERATED, *_STEPPED[1:]))


def _made_by(graph: Graph, node: int) -> list[int]:
    """The calls of which a node has the result, under whatever name."""
    found: list[int] = []
    waiting = [node]
    for here in waiting:
        found.extend([graph.results[here]] if here in graph.results else ())
        place = graph.place_of.get(here)
        near = [source for source, op, _ in graph.back[here] if op is Op.COPY]
        near.extend(graph.kept.get(place, ()) if place is not None else ())
        waiting.extend(one for one in near if one not in waiting)
    return found


def _call(graph: Graph, fact: Fact, *, step: bool) -> int:
    """The call of an iterator, or of what gives its next element; what comes of it is where the elements are."""
    method = STEP if step else ""
    at = fact.node
    return call_at(graph, method or "iterate", at, result=at, callee=at, receiver=at, method=method, arguments=())
