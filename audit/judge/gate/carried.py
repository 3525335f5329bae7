"""How far out the flag is handed in: which calls of a chain pass it on, also within what they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId
from audit.flow.pieces import everything

if TYPE_CHECKING:
    from audit.judge.chain.chains import Chain, Stand
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.deciding.local import Local

_Pending = dict[FunctionId, set[int]]


class Carried:
    """Answers by chain."""

    def __init__(self, decisions: Decisions, local: Local) -> None:
        self._code, self._places, self._local = decisions.engine.code, decisions.places, local
        self._names = decisions.called

    def by(self, chain: Chain) -> tuple[bool, ...]:
        """For each call of a chain: does it pass the flag to what it calls?"""
        found: list[bool] = []
        pending: _Pending = {}
        for number, stand in enumerate(chain.stands):
            called = chain.stands[number - 1].function if number else None
            if called is not None and called not in pending:
                found.append(bool(pending))
                continue
            arguments = self._arguments(stand)
            if called is not None:
                wanted = pending.pop(called)
                arguments = [one for position, one in enumerate(arguments) if position in wanted]
            else:
                places = self._places_for(stand)
                arguments = [
                    one
                    for position, one in enumerate(arguments)
                    if self._local.names_flag(one, *stand.call[:2]) or (position in places and _is_handed(one))
                ]
            named = arguments if called is None else self._naming(arguments, stand)
            for one in arguments:
                self._wait(one, stand, pending)
            found.append(bool(named) or (called is not None and bool(pending)))
        return tuple(found)

    def _naming(self, arguments: list[lowered.Expr], stand: Stand) -> list[lowered.Expr]:
        return [one for one in arguments if self._local.names_flag(one, *stand.call[:2])]

    def _places_for(self, stand: Stand) -> set[int]:
        """The parameters of what a call runs that the flag is read from."""
        file, unit, number = stand.call
        expression = self._code.graph(file, unit).calls[number].expression
        found: set[int] = set()
        for function in self._local.called(expression, file, unit) if isinstance(expression, lowered.Call) else ():
            source = self._code.graph(function.file, function.unit).functions[function.number].source
            for position, one in enumerate(source.params if source is not None else ()):
                target = one.target.target if isinstance(one.target, lowered.Default) else one.target
                if isinstance(target, lowered.Name) and source is not None and self._is_read(source, target.name):
                    found.add(position)
        return found

    def _is_read(self, source: lowered.Function, name: str) -> bool:
        return any(
            isinstance(one, lowered.Member)
            and isinstance(one.object, lowered.Name)
            and one.object.name == name
            and one.key in self._names
            for one in everything(source.body)
        )

    def _arguments(self, stand: Stand) -> list[lowered.Expr]:
        file, unit, number = stand.call
        expression = self._code.graph(file, unit).calls[number].expression
        return list(expression.args) if isinstance(expression, lowered.Call) else []

    def _wait(self, argument: lowered.Expr, stand: Stand, pending: _Pending) -> None:
        """The parameters that an argument is made of are given by calls further out."""
        file, unit, _ = stand.call
        graph = self._code.graph(file, unit)
        for one in self._local.parts(argument, file, unit):
            spot = self._places.node(file, unit, one)
            for node in (spot.node, *self._local.near(spot)) if spot is not None else ():
                if node in graph.of_parameter:
                    number, position = graph.of_parameter[node]
                    pending.setdefault(FunctionId(file, unit, number), set()).add(position)


def _is_handed(it: lowered.Expr) -> bool:
    """Is an argument something that was given from elsewhere, as a whole?"""
    return isinstance(it, (lowered.Name, lowered.Member))
