"""What the callers of a function give for its parameters and for what it is called on, by the calls that led there.

Backwards resolution alone would mix all callers of a function; the context knows which of them brought the facts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import Instance, Method, ObjectValue, Text, Typed, Value, Values, is_guess
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT, Context, Seed, entered_at
from audit.flow.graph import CallSite, Graph, Op
from audit.flow.outside.places import placed
from audit.flow.solver.leaving import Leaving
from audit.flow.solver.parameters import DEEPEST, Steps, arguments_for, parameters_of
from audit.flow.surrounding import holder_of
from audit.link.names import Declared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from audit.flow.backward.origins import Origins
    from audit.flow.contexts import Caller
    from audit.flow.frames import Call
    from audit.flow.solver.makers import Makers

    Calls = Mapping[Context, Caller | None]
    """The calls that contexts were entered by; None for one that was entered by several."""
    Leading = Callable[[Context], Iterable[Caller]]
    """The calls that led into a context."""

_WIDEST = 40
_MOST = 40
"""Arguments that one question looks at."""
ANYTHING, NOTHING = Typed("any"), Typed("undefined")
"""What stands for a callee that nothing is known of, and for one that an object was made without."""


class Question:
    """What is asked for, and what of it is known; `entered`: contexts whose calls were looked at, `cut`: not at all.
    `leading`: the calls into contexts on the way that it is asked of; None where any way is meant.
    """

    __slots__ = ("cut", "entered", "known", "leading", "texts")

    def __init__(self, *, texts: bool = False, leading: Leading | None = None) -> None:
        self.texts, self.leading, self.cut = texts, leading, False
        self.known: dict[tuple[Context, Spot, Steps, int], Values] = {}
        self.entered: dict[Context, None] = {}


class Passed(Leaving):
    """What callers pass."""

    makers: Makers

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self._members: dict[tuple[Value, str], Values] = {}
        self._by_name: dict[FunctionId, tuple[tuple[Context, CallSite], ...]] = {}

    def _tells(self, values: tuple[Value, ...]) -> bool:
        """Is any value more than a name that nothing is known about?"""
        return any(not isinstance(one, (Typed, Text, Method)) or self.origins.results.rows_for(one) for one in values)

    def is_known(self, values: Values) -> bool:
        """Is it known what is meant, whoever calls: something, and nothing that depends on the object?"""
        return self._tells(values) and not any(map(is_guess, values))

    def passed(self, context: Context, spot: Spot, steps: Steps, asked: Question, depth: int = 0) -> Values:
        """What callers give for the parameters that a part of a node's value comes from."""
        graph = self.code.graph(spot.file, spot.unit)
        found: dict[Value, None] = {}
        for number, position, path in parameters_of(graph, spot.node, steps):
            rest = graph.functions[number].rest
            for holder in self._holders(context, number, asked):
                found.update(dict.fromkeys(self._handed(holder, position, path, asked, depth)))
                function = FunctionId(spot.file, spot.unit, number)
                calls = self._making(context, function, asked) if holder is None else ()
                for caller, site in calls or self._calls(holder, function, asked):
                    for node, inner in arguments_for(site, position, path, rest):
                        there = Spot(caller.function.file, caller.function.unit, node)
                        found.update(dict.fromkeys(self._value(caller, there, inner, asked, depth)))
        return tuple(found)

    def _holders(self, context: Context, number: int, asked: Question) -> tuple[Context | None, ...]:
        """The contexts of a surrounding function in which a function's context was made: of one that was entered by a
        call, where that call stands inside of the surrounding function, too.
        """
        holder = holder_of(context, number)
        if holder is not None:
            return (holder,)
        context = entered_at(context)
        unit = (context.function.file, context.function.unit)
        calls = (
            self._known_calls(context, asked)
            if self.code.graph(*unit).functions[context.function.number].parent
            else ()
        )
        here = (one.context for one in calls if (one.context.function.file, one.context.function.unit) == unit)
        found = dict.fromkeys(holder_of(one, number) for one in here)
        return tuple(found) or (None,)

    def _making(self, context: Context, function: FunctionId, asked: Question) -> tuple[tuple[Context, CallSite], ...]:
        """The calls of a function that made the one of a context, where its own calls say so (`compose(f, g)(x)`)."""
        found = []
        for caller in self._known_calls(entered_at(context), asked):
            around, site = caller.context.function, caller.context.graph.calls[caller.call]
            made = self.makers.of(Spot(around.file, around.unit, site.callee), function)
            if caller.argument >= 0 or made is None:
                return ()
            found.append(self._made_at(caller.context, made))
        return tuple(found)

    def _made_at(self, context: Context, call: Call) -> tuple[Context, CallSite]:
        """A call that was found from a context: in its function, in one around that, or anywhere."""
        file, unit, number = call
        graph = self.code.graph(file, unit)
        result = graph.calls[number].result
        here = (context.function.file, context.function.unit) == (file, unit)
        holder = holder_of(context, graph.function[result]) if here else None
        return holder or self.anywhere(Spot(file, unit, result)), graph.calls[number]

    def _handed(
        self, context: Context | None, position: int, path: Steps, asked: Question, depth: int
    ) -> Iterator[Value]:
        """What code outside of the tree, which was given the function, gives a parameter of it: `map` the elements."""
        for caller in self._known_calls(context, asked):
            if caller.argument < 0:
                continue
            file, unit = caller.context.function.file, caller.context.function.unit
            site = caller.context.graph.calls[caller.call]
            for source, rest in self.library.handed((file, unit, caller.call), position, path, caller.argument):
                steps = (*(step for step in source.path if step != "await"), *rest)
                for node, held in placed(site, source):
                    yield from self._value(caller.context, Spot(file, unit, node), (*held, *steps), asked, depth)

    def _value(self, context: Context, spot: Spot, path: Steps, asked: Question, depth: int) -> Values:
        """What a part of an argument may be. Many ways lead back to the same callers: each is asked once, and of a
        function that all of a program calls not all.
        """
        key = (context, spot, path, depth)
        if key not in asked.known:
            if len(asked.known) >= _MOST:
                asked.cut = True
                return (Typed(""),) if asked.texts else (ANYTHING,)
            asked.known[key] = self._find_value(context, spot, path, asked, depth)
        return asked.known[key]

    def _find_value(self, context: Context, spot: Spot, path: Steps, asked: Question, depth: int) -> Values:
        values: Values = self.origins.of(spot)
        lacking = of_instance = False
        for step in path:
            if asked.texts and step == ELEMENT and any(map(self._is_filled, values)):
                return (Typed(""),)  # more than what is written there may be in it
            of_instance = of_instance or any(isinstance(one, Instance) for one in values)
            of_instance = of_instance and not step.startswith("[")  # of what is in a list it may be any
            members = (member for value in values for member in self._member(value, step))
            objects, values = values, tuple(dict.fromkeys(members))
            lacking = lacking or (bool(objects) and all(self._lacks(one, step) for one in objects) and not values)
        if self.is_known(values) or (asked.texts and values):
            return values
        held = self.wanted.held(spot, path) if of_instance else ()
        if held:
            return held
        if depth >= DEEPEST:
            return (Typed(""),) if asked.texts else tuple(filter(is_guess, values))
        found = self.passed(context, spot, path, asked, depth + 1) or tuple(filter(is_guess, values))
        return found if found or asked.texts else (NOTHING if lacking else ANYTHING,)

    def _is_filled(self, value: Value) -> bool:
        """Is a list one that something is put into later?"""
        return isinstance(value, ObjectValue) and self.putting.is_filled(value.spot)

    def _member(self, value: Value, step: str) -> Values:
        """What a member may be; one question of many objects that are made of each other takes long."""
        key = (value, step)
        if key not in self._members:
            self._members[key] = tuple(dict.fromkeys(self.origins.member(value, step)))
        return self._members[key]

    def _lacks(self, value: Value, key: str) -> bool:
        """Is a value an object literal whose members are all written there, and is one not among them?"""
        if not isinstance(value, ObjectValue):
            return False
        graph = self.code.graph(value.spot.file, value.spot.unit)
        open_ = any(op is Op.COPY or (op is Op.STORE and name == key) for _, op, name in graph.back[value.spot.node])
        return not open_ and all(node != value.spot.node for node, _ in graph.written)

    def _known_calls(self, context: Context | None, asked: Question) -> Iterable[Caller]:
        """What called a context: on the way that is asked of, or at all."""
        if context is None:
            return ()
        asked.entered[context] = None
        return asked.leading(context) if asked.leading is not None else self.callers.get(context, ())

    def _calls(
        self, context: Context | None, function: FunctionId, asked: Question
    ) -> Iterator[tuple[Context, CallSite]]:
        """The calls that led into a context; all calls by name where none is known."""
        direct = [one for one in self._known_calls(context, asked) if one.argument < 0]
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
        shape = graph.functions[function.number]
        if shape.class_at >= 0 or shape.parent > 0:
            for file, unit, call in self.origins.callers.of(function):
                site = self.code.graph(file, unit).calls[call]
                yield self.anywhere(Spot(file, unit, site.result)), site
            return
        names = [place for edge in _forward(graph, shape.node) for place in (graph.places[edge],)]
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
