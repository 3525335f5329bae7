"""What a call may call when its callee came in by a parameter: looked up at the calls that led into the context.

Backwards resolution alone would mix all callers of a function; the context knows which of them brought the facts.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from audit.flow.backward.dispatch import said
from audit.flow.backward.values import Method, ObjectValue, Text, Typed, Value
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import Context
from audit.flow.graph import CallSite, Graph, Op
from audit.flow.solver.aliases import holder_of
from audit.flow.solver.leaving import Leaving
from audit.flow.solver.parameters import DEEPEST, Steps, arguments_for, parameters_of
from audit.link.names import Declared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.contexts import Fact

_WIDEST = 40
_MOST = 40
"""Arguments that one question looks at."""
_ANYTHING, _NOTHING = Typed("any"), Typed("undefined")
"""What stands for a callee that nothing is known of, and for one that an object was made without."""
Values = tuple[Value, ...]


class _Question:
    """What is asked for, and what of it is known; `entered`: contexts whose calls were looked at, `cut`: not at all."""

    __slots__ = ("cut", "entered", "known", "texts")

    def __init__(self, *, texts: bool = False) -> None:
        self.texts, self.cut = texts, False
        self.known: dict[tuple[Context, Spot, Steps, int], Values] = {}
        self.entered: dict[Context, None] = {}


class _Answer:
    """What callers pass for a node, and the facts whose next steps depend on that. `stale`: there are more callers."""

    __slots__ = ("context", "facts", "final", "spot", "stale", "texts", "values")

    def __init__(self, context: Context, spot: Spot, *, texts: bool) -> None:
        self.context, self.spot, self.texts = context, spot, texts
        self.values: Values = ()
        self.facts: dict[Fact, None] = {}
        self.stale, self.final = True, False


class Dynamic(Leaving):
    """Callees by context."""

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self._static: dict[tuple[str, int, int], tuple[Value, ...]] = {}  # the same in every context
        self._answers: dict[tuple[Context, Spot, bool], _Answer] = {}
        self._resting: dict[Context, dict[_Answer, None]] = {}  # answers that rest on who calls a context
        self._stale: deque[_Answer] = deque()
        self._by_name: dict[FunctionId, tuple[tuple[Context, CallSite], ...]] = {}

    def callees(self, context: Context, site: CallSite) -> tuple[Value, ...]:
        """The values a callee may have: declared or constant ones first, else those that callers pass."""
        file, unit = context.function.file, context.function.unit
        key = (file, unit, site.callee)
        known = self._static.get(key)
        if known is not None:
            return known
        static = self.origins.callees(file, unit, site)
        if self._tells(static):
            self._static[key] = static
            return static
        return self._by_context(context, Spot(*key), static)

    def functions(self, context: Context, node: int) -> tuple[Value, ...]:
        """The values that a node may have which outside code is given and calls: found as those of a callee are."""
        file, unit = context.function.file, context.function.unit
        spot = Spot(file, unit, node)
        static = self.origins.of(spot)
        return static if self._tells(static) else self._by_context(context, spot, static)

    def _by_context(self, context: Context, spot: Spot, static: Values) -> Values:
        found = dict.fromkeys(static)
        found.update(dict.fromkeys(self._given_by_callers(context, spot)))
        if _ANYTHING in found:
            found.pop(_NOTHING, None)
        return tuple(found)

    def texts(self, context: Context, spot: Spot) -> tuple[str, ...]:
        """The constant texts that a node may have, by what is known of its value or else by its written type; none
        where it may have another value, too.
        """
        found: tuple[Value, ...] = tuple(one for one in self.origins.of(spot) if not isinstance(one, Typed))
        found = found or self._given_by_callers(context, spot, texts=True)
        texts = tuple(one.text for one in found if isinstance(one, Text))
        return (texts if len(texts) == len(found) else ()) or said(self.origins, spot)

    def _tells(self, values: tuple[Value, ...]) -> bool:
        """Is any value more than a name that nothing is known about?"""
        return any(not isinstance(one, (Typed, Text, Method)) or self.origins.results.rows_for(one) for one in values)

    def _given_by_callers(self, context: Context, spot: Spot, *, texts: bool = False) -> Values:
        """What callers pass for a node. Every fact that comes to a call asks it; only more callers can change it."""
        key = (context, spot, texts)
        answer = self._answers.get(key)
        if answer is None:
            answer = self._answers[key] = _Answer(context, spot, texts=texts)
        if answer.stale:
            self._ask(answer)
        if self.now is not None and not answer.final:
            answer.facts[self.now] = None
        return answer.values

    def _ask(self, answer: _Answer) -> None:
        """Ask what callers pass; where they pass something else than was known, facts go on by it. What was cut stays
        as it is: anything may be called.
        """
        asked = _Question(texts=answer.texts)
        values = self._passed(answer.context, answer.spot, (), asked)
        answer.stale, answer.final = False, asked.cut or not asked.entered
        for context in asked.entered:
            self._resting.setdefault(context, {})[answer] = None
        if values != answer.values:
            answer.values = values
            for fact in answer.facts:
                self.again(fact)

    def called_more(self, context: Context) -> None:
        for answer in self._resting.get(context, ()):
            if not answer.stale and not answer.final:
                answer.stale = True
                self._stale.append(answer)

    def ask_again(self) -> bool:
        """Ask again what there are more callers for; False where there was nothing to ask."""
        found = bool(self._stale)
        while self._stale:
            answer = self._stale.popleft()
            if answer.stale:
                self._ask(answer)
        return found

    def _passed(self, context: Context, spot: Spot, steps: Steps, asked: _Question, depth: int = 0) -> Values:
        """What callers give for the parameters that a part of a node's value comes from."""
        graph = self.code.graph(spot.file, spot.unit)
        found: dict[Value, None] = {}
        for number, position, path in parameters_of(graph, spot.node, steps):
            holder = holder_of(context, number)
            rest = graph.functions[number].rest
            for caller, site in self._calls(holder, FunctionId(spot.file, spot.unit, number), asked):
                for node, inner in arguments_for(site, position, path, rest):
                    there = Spot(caller.function.file, caller.function.unit, node)
                    found.update(dict.fromkeys(self._value(caller, there, inner, asked, depth)))
        return tuple(found)

    def _value(self, context: Context, spot: Spot, path: Steps, asked: _Question, depth: int) -> Values:
        """What a part of an argument may be. Many ways lead back to the same callers: each is asked once, and of a
        function that all of a program calls not all.
        """
        key = (context, spot, path, depth)
        if key not in asked.known:
            if len(asked.known) >= _MOST:
                asked.cut = True
                return (Typed(""),) if asked.texts else (_ANYTHING,)
            asked.known[key] = self._find_value(context, spot, path, asked, depth)
        return asked.known[key]

    def _find_value(self, context: Context, spot: Spot, path: Steps, asked: _Question, depth: int) -> Values:
        values: Values = self.origins.of(spot)
        lacking = False
        for step in path:
            objects, values = values, tuple(member for value in values for member in self.origins.member(value, step))
            lacking = lacking or (bool(objects) and all(self._is_closed(one) for one in objects) and not values)
        if self._tells(values) or (asked.texts and values):
            return values
        if depth >= DEEPEST:
            return (Typed(""),) if asked.texts else ()
        found = self._passed(context, spot, path, asked, depth + 1)
        return found if found or asked.texts else (_NOTHING if lacking else _ANYTHING,)

    def _is_closed(self, value: Value) -> bool:
        """Is a value an object literal whose members are all written there?"""
        if not isinstance(value, ObjectValue):
            return False
        graph = self.code.graph(value.spot.file, value.spot.unit)
        spread = any(op is Op.COPY for _, op, _ in graph.back[value.spot.node])
        return not spread and all(node != value.spot.node for node, _ in graph.written)

    def _calls(
        self, context: Context | None, function: FunctionId, asked: _Question
    ) -> Iterator[tuple[Context, CallSite]]:
        """The calls that led into a context; all calls by name where none is known."""
        known = self.callers.get(context, {}) if context is not None else {}
        if context is not None:
            asked.entered[context] = None
        direct = [one for one in known if one.argument < 0]
        for caller in direct:
            yield caller.context, caller.context.graph.calls[caller.call]
        if not direct:
            yield from self._named_calls(function)

    def _named_calls(self, function: FunctionId) -> tuple[tuple[Context, CallSite], ...]:
        found = self._by_name.get(function)
        if found is None:
            found = self._by_name[function] = tuple(self._find_calls(function))
        return found

    def _find_calls(self, function: FunctionId) -> Iterator[tuple[Context, CallSite]]:
        graph = self.code.graph(function.file, function.unit)
        made = graph.functions[function.number].node
        names = [place for edge in _forward(graph, made) for place in (graph.places[edge],)]
        for place in names:
            if place.kind != "name" or place.owner or place.at < 0:
                continue
            declared = Declared(function.file, place.name, place.at)
            every = self.origins.names.references(declared)
            for reference in [one for one in every if not self.code.ignored(one.file)][:_WIDEST]:
                spot = self.code.named(reference.file, reference.at)
                if spot is not None:
                    yield from self._call_at(spot, reference.path)

    def _call_at(self, spot: Spot, path: Steps) -> Iterator[tuple[Context, CallSite]]:
        graph = self.code.graph(spot.file, spot.unit)
        nodes = [spot.node]
        for step in path:
            nodes = [edge.to for node in nodes for edge in graph.out[node] if edge.op is Op.LOAD and edge.key == step]
        for node in nodes:
            for edge in graph.out[node]:
                if edge.op is Op.CALLEE:
                    yield self.anywhere(spot), graph.calls[edge.to]

    def anywhere(self, spot: Spot) -> Context:
        """A context of a node's function that says nothing about how it was entered."""
        from audit.flow.contexts import Seed

        return self.root(spot, Seed(-1))


def _forward(graph: Graph, node: int) -> list[int]:
    """The numbers of the places that a value is put into as it is."""
    found, stack, seen = [], [node], {node}
    while stack:
        for edge in graph.out[stack.pop()]:
            if edge.op is Op.KEEP:
                found.append(edge.to)
            elif edge.op is Op.COPY and edge.to not in seen:
                seen.add(edge.to)
                stack.append(edge.to)
    return found
