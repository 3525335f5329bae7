"""What a test is about: the flags that have a part in it, and the queries that give the rows of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId
from audit.flow.frames import End
from audit.flow.pieces import inside
from audit.judge.deciding.contained import ASKING
from audit.judge.deciding.held import ASKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.frames import Env
    from audit.flow.structure import Test
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.gate.tested import Tested

_VALUES = (lowered.Name, lowered.Member, lowered.Call)
_MADE = (lowered.Unary, lowered.Binary, lowered.Logical, lowered.Cond)
"""What makes a truth of others."""
_DEEP = 3
"""How deep calls lead to others."""


class About:
    """Answers by test, where it stands."""

    def __init__(self, decisions: Decisions, tested: Tested) -> None:
        self._decisions, self._places, self._tested = decisions, decisions.places, tested
        self._local, self._backwards = decisions.local, decisions.engine.backwards

    def flags(self, test: Test, file: str, unit: int, env: Env) -> list[End]:
        """The values that are the flag itself, and what lists are asked for (`hidden.has(row.id)`): in a test, and in
        the functions that it calls.
        """
        return list(dict.fromkeys(self._flags(test.expression, file, unit, env, _DEEP)))

    def _flags(self, it: lowered.Expr, file: str, unit: int, env: Env, deep: int) -> Iterator[End]:
        nodes = self._parts(it, file, unit)
        for one in nodes:
            spot = self._places.node(file, unit, one) if isinstance(one, _VALUES) else None
            if spot is None:
                continue
            if any(map(self._decisions.is_flag, self._backwards.ends(spot, (), env))):
                yield End(spot, (), env)
            elif isinstance(one, lowered.Call) and deep:
                for each, function, entered in self._behind(spot, env, values=True):
                    yield from self._flags(each, function.file, function.unit, entered, deep - 1)
        asked = (self._places.node(file, unit, given) for one in nodes for given in _asked_for(one))
        yield from (End(spot, (), env) for spot in asked if spot is not None)

    def queries(self, test: Test, file: str, unit: int, env: Env) -> set[tuple[Spot, Env]]:
        """The queries that have a part in a test; where it asks for none itself, in the checks of what it calls."""
        found: set[tuple[Spot, Env]] = set()
        for one in self._parts(test.expression, file, unit):
            spot = self._places.node(file, unit, one) if isinstance(one, _VALUES) else None
            found |= self._tested.queries(spot, env) if spot is not None else frozenset()
        return found or self._queries_behind(test, file, unit, env)

    def _queries_behind(self, test: Test, file: str, unit: int, env: Env) -> set[tuple[Spot, Env]]:
        found: set[tuple[Spot, Env]] = set()
        for one in self._local.parts(test.expression, file, unit):
            spot = self._places.node(file, unit, one) if isinstance(one, lowered.Call) else None
            for each, function, entered in self._behind(spot, env) if spot is not None else ():
                inner = self._places.node(function.file, function.unit, each)
                found |= self._tested.queries(inner, entered) if inner is not None else frozenset()
        return found

    def _behind(self, spot: Spot, env: Env, *, values: bool = False) -> Iterator[tuple[lowered.Expr, FunctionId, Env]]:
        """The checks in the functions that a call runs, and (`values`) what these return."""
        for function, entered in self._run(spot, env):
            for one in (*self._decisions.checks(function), *(self._decisions.values(function) if values else ())):
                yield one, function, entered

    def _run(self, spot: Spot, env: Env) -> Iterator[tuple[FunctionId, Env]]:
        """The functions that a call runs, each in its frames; also those that outside code gives back the result of."""
        code = self._decisions.engine.code
        number = code.graph(spot.file, spot.unit).results.get(spot.node, -1)
        if number < 0:
            return
        call = (spot.file, spot.unit, number)
        targets = self._backwards.targets(spot.file, spot.unit, code.graph(spot.file, spot.unit).calls[number], env)
        yield from ((target.function, self._backwards.entered(target, call, env)) for target in targets)
        for end in self._backwards.giving_back(call, env) if not targets else ():
            made = code.graph(end.spot.file, end.spot.unit).made
            yield FunctionId(end.spot.file, end.spot.unit, made[end.spot.node]), end.env

    def _parts(self, it: lowered.Expr, file: str, unit: int) -> list[lowered.Node]:
        """The code of a test, and of what its names were given, with that of the tests which decide what."""
        nodes = list(inside(it))
        for one in tuple(nodes):
            spot = self._places.node(file, unit, one) if isinstance(one, lowered.Name) else None
            if spot is not None:
                made = (given for given in self._local.given(spot) if isinstance(given, _MADE))
                nodes += [part for given in (*self._local.deciding(spot), *made) for part in inside(given)]
        return nodes


def _asked_for(it: lowered.Node) -> tuple[lowered.Expr, ...]:
    """What a list, set or map is asked for."""
    if isinstance(it, lowered.Binary) and it.op in ASKING:
        return (it.left,)
    if isinstance(it, lowered.Call) and isinstance(it.callee, lowered.Member) and it.callee.key in ASKS:
        return it.args[:1]
    return ()
