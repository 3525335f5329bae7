"""What runs for a request before a handler, and what that puts into the request for it (`req.item = row`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.code import FunctionId, Spot
from audit.flow.frames import Beside, End, Frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.extract.facts import code as lowered
    from audit.flow.frames import Env
    from audit.flow.routes.preceding import Earlier
    from audit.trace import Engine


GIVING = "true"
"""A function of which what it gives says whether a request comes on; it is not called as a handler is."""


class Ran(Struct, frozen=True):
    """A function that runs before a handler, in the frames in which it is given the same request."""

    function: FunctionId
    source: lowered.Function
    env: Env


def ran(engine: Engine, earlier: Earlier, handler: FunctionId, env: Env) -> list[Ran]:
    """The functions that stand where one runs before a handler; none where it is not known which these are."""
    found: list[Ran] = []
    for end in engine.backwards.ends(earlier.spot, (), ()):
        graph = engine.code.graph(end.spot.file, end.spot.unit)
        number = graph.made.get(end.spot.node, -1)
        source = graph.functions[number].source if number >= 0 else None
        if end.path or source is None:
            return []
        function = FunctionId(end.spot.file, end.spot.unit, number)
        beside = Beside(handler, earlier.apart, earlier.has, alike=GIVING not in earlier.onward)
        found.append(Ran(function, source, (Frame(function, None, env, beside=beside), *end.env)))
    return found


class Put:
    """Answers by handler."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[tuple[FunctionId, Env], list[tuple[End, End]]] = {}

    def at(self, asked: End) -> list[End]:
        """What is put before a handler runs where a part of its parameters is."""
        spot = asked.spot
        graph = self._engine.code.graph(spot.file, spot.unit)
        if not asked.path or spot.node not in graph.of_parameter:
            return []
        handler = FunctionId(spot.file, spot.unit, graph.of_parameter[spot.node][0])
        key = handler, asked.env
        if key not in self._known:
            self._known[key] = []
            self._known[key] = list(self._find(*key)) if self._engine.routes.is_entry(handler) else []
        return [
            replace(value, path=asked.path[len(place.path) :])
            for place, value in self._known[key]
            if place.spot == spot and asked.path[: len(place.path)] == place.path
        ]

    def _find(self, handler: FunctionId, env: Env) -> Iterator[tuple[End, End]]:
        """The places in parameters of a handler, each with a value that is put there."""
        for earlier in dict.fromkeys(one for way in self._engine.routes.before(handler) for one in way):
            for one in ran(self._engine, earlier, handler, env):
                yield from self._puts(one)

    def _puts(self, one: Ran) -> Iterator[tuple[End, End]]:
        file, unit = one.function.file, one.function.unit
        for (node, name), values in self._engine.code.graph(file, unit).written.items():
            for held in self._engine.backwards.ends(Spot(file, unit, node), (), one.env):
                place = replace(held, path=(*held.path, name))
                yield from ((place, End(Spot(file, unit, value), (), one.env)) for value in values)
