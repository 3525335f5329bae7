"""From an access outwards: who calls the function around it, who calls that one, up to what runs by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.code import FunctionId
from audit.flow.frames import Call, Env, Frame, Target
from audit.flow.routes.model import Called, bound_call
from audit.flow.surrounding import around
from audit.judge.chain.chains import Chain, Stand

if TYPE_CHECKING:
    from audit.flow.graph import Graph
    from audit.flow.routes.model import Bindings, Ends
    from audit.trace import Engine

_LONG = 24
"""Calls of one chain."""
_MOST = 64
"""Chains of one access."""


class _Step(Struct, frozen=True, order=True):
    """A call, and whether the program itself makes it (`Stand.direct`)."""

    call: Call
    direct: bool = True


class Outward:
    """Chains by the call that they begin with, each found once."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._code, self._trails = engine, engine.code, engine.routes.trails
        self._known: dict[Call, tuple[Chain, ...]] = {}

    def of(self, call: Call, bindings: Bindings = ()) -> tuple[Chain, ...]:
        """Every chain that begins with a call, by file and line; of more than `_MOST` the last is `cut`."""
        if call not in self._known:
            ways: list[tuple[tuple[_Step, ...], bool]] = []
            self._grow((_Step(call),), bindings, ways)
            apart = self._engine.programs.apart
            possible = [one for one in ways if not apart(step.call[0] for step in one[0])]
            self._known[call] = tuple(self._chain(steps, cut=cut) for steps, cut in possible or ways)
        return self._known[call]

    def within(self, chain: Chain, last: int) -> Env:
        """The frames of the access where nothing is known of what calls the function around one of its stands."""
        steps = tuple(_Step(stand.call, stand.direct) for stand in chain.stands[: last + 1])
        return self._chain(steps, cut=False, alone=True).access.env

    def given(self, ends: Ends) -> list[tuple[Called, bool]]:
        """The calls of a function value, and those of outside code that may call it; tests left out."""
        found = [(one, True) for one in ends.called] + [(one, False) for one in ends.given]
        return sorted(
            ((one, direct) for one, direct in found if one.own and not self._engine.ignored(one.file)),
            key=lambda pair: (pair[0].file, self._at(pair[0]), pair[0].unit, pair[0].call),
        )

    def _at(self, one: Called) -> int:
        return self._code.graph(one.file, one.unit).calls[one.call].at

    def function(self, call: Call) -> FunctionId:
        """The function in which a call stands."""
        file, unit, number = call
        return FunctionId(file, unit, self._code.graph(file, unit).calls[number].function)

    def _grow(self, steps: tuple[_Step, ...], bindings: Bindings, ways: list[tuple[tuple[_Step, ...], bool]]) -> None:
        function = self.function(steps[-1].call)
        onward = [one for one in self._callers(function, bindings) if all(one[0].call != step.call for step in steps)]
        cut = bool(onward) and (len(steps) >= _LONG or len(ways) >= _MOST)
        if not onward or cut or self._engine.routes.is_entry(function):
            if len(ways) < _MOST:
                ways.append((steps, cut))
            elif not ways[-1][1]:
                ways[-1] = (ways[-1][0], True)
        for step, bound in onward if not cut else ():
            self._grow((*steps, step), bound, ways)

    def _callers(self, function: FunctionId, bindings: Bindings) -> list[tuple[_Step, Bindings]]:
        """The calls of a function; the one it was entered by, where that is known."""
        if function.number == 0:
            return []
        bound = bound_call(bindings, function)
        if bound is not None:
            return [(_Step((bound.file, bound.unit, bound.call)), tuple(one for one in bindings if one != bound))]
        found = self.given(self._trails.of_function(function, bindings))
        if found:
            return [(_Step((one.file, one.unit, one.call), direct), one.bindings) for one, direct in found]
        return [(_Step(call), ()) for call in sorted(self._engine.backwards.callers.of(function)) if self._counts(call)]

    def _counts(self, call: Call) -> bool:
        return not self._engine.ignored(call[0])

    # frames

    def _chain(self, steps: tuple[_Step, ...], *, cut: bool, alone: bool = False) -> Chain:
        """The stands of a chain, with frames made from the outermost one inwards; `alone`: other calls do not count."""
        functions = [self.function(step.call) for step in steps]
        stands: list[Stand] = []
        for number in reversed(range(len(steps))):
            function = functions[number]
            closure = self._closure(function, stands, alone=alone)
            env = closure
            if stands and steps[number + 1].direct:
                outer = stands[0]
                env = self._engine.backwards.entered(Target(function, closure), outer.call, outer.env)
            stands.insert(0, Stand(steps[number].call, function, env, steps[number].direct))
        last = functions[-1]
        runs = cut or last.number == 0 or self._engine.routes.is_entry(last)
        return Chain(tuple(stands), cut, runs)

    def _closure(self, function: FunctionId, outer: list[Stand], *, alone: bool) -> Env:
        """The frames of the functions in which a function is made: those of this chain, else of any known call."""
        found: list[Frame] = []
        for number in self._parents(self._code.graph(function.file, function.unit), function.number):
            parent = replace(function, number=number)
            known = next((stand for stand in outer if stand.function == parent), None)
            if known is not None:
                return (*found, *known.env)
            if not alone and self._engine.backwards.callers.of(parent):
                found.append(Frame(parent, None, ()))
        return tuple(found)

    def _parents(self, graph: Graph, number: int) -> list[int]:
        return [one for one in around(graph, number) if one not in (number, 0)]
