"""What runs for a request before a handler, and what that puts into the request for it (`req.item = row`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.code import FunctionId, Spot
from audit.flow.frames import Beside, End, Frame
from audit.link.questions.spelling import gives_member

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.extract.facts import code as lowered
    from audit.flow.frames import Env
    from audit.flow.routes.earlier import Earlier
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
        alike = GIVING not in earlier.onward
        beside = Beside(handler, earlier.apart, earlier.has, alike=alike, puts=earlier.puts)
        found.append(Ran(function, source, (Frame(function, None, env, beside=beside), *end.env)))
    return found


class _Placed(Struct, frozen=True):
    """A value that is put into a request before a handler runs: by what, and where."""

    earlier: Earlier
    place: End
    value: End


class Put:
    """Answers by handler."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[tuple[FunctionId, Env], list[_Placed]] = {}
        self._early: dict[str, bool] = {}

    def at(self, asked: End) -> list[End]:
        """What is put before a handler runs where a part of its parameters is."""
        return [replace(one.value, path=asked.path[len(one.place.path) :]) for one in self._at(asked)]

    def is_missing(self, asked: End, ways: Iterable[tuple[Earlier, ...]]) -> bool:
        """Does a part of a request that only code which runs before handlers puts there come by none of it, on one of
        some ways?
        """
        handler = self._handler(asked)
        if handler is None or not any(map(self._is_early, asked.path[:-1])):
            return False
        putting = {one.earlier for one in self._at(asked)}
        return any(putting.isdisjoint(way) for way in ways)

    def ways(self, asked: End) -> tuple[tuple[Earlier, ...], ...]:
        """What runs before the handler whose parameter an end is, for each way there."""
        handler = self._handler(asked)
        return self._engine.routes.before(handler) if handler is not None else ()

    def _at(self, asked: End) -> list[_Placed]:
        handler = self._handler(asked)
        if handler is None:
            return []
        key = handler, asked.env
        if key not in self._known:
            self._known[key] = []
            self._known[key] = list(self._find(*key)) if self._engine.routes.is_entry(handler) else []
        return [
            one
            for one in self._known[key]
            if one.place.spot == asked.spot and asked.path[: len(one.place.path)] == one.place.path
        ]

    def _handler(self, asked: End) -> FunctionId | None:
        """The handler that is given what an end is a part of."""
        spot = asked.spot
        graph = self._engine.code.graph(spot.file, spot.unit)
        if not asked.path or spot.node not in graph.of_parameter:
            return None
        return FunctionId(spot.file, spot.unit, graph.of_parameter[spot.node][0])

    def _find(self, handler: FunctionId, env: Env) -> Iterator[_Placed]:
        """The places in parameters of a handler, each with a value that is put there."""
        for earlier in dict.fromkeys(one for way in self._engine.routes.before(handler) for one in way):
            for one in ran(self._engine, earlier, handler, env):
                yield from self._puts(earlier, one)

    def _puts(self, earlier: Earlier, one: Ran) -> Iterator[_Placed]:
        file, unit = one.function.file, one.function.unit
        for (node, name), values in self._engine.code.graph(file, unit).written.items():
            for held in self._engine.backwards.ends(Spot(file, unit, node), (), one.env):
                place = replace(held, path=(*held.path, name))
                yield from (_Placed(earlier, place, End(Spot(file, unit, value), (), one.env)) for value in values)

    def _is_early(self, name: str) -> bool:
        """Is a member of that name written, and by nothing but what a framework calls for a request?"""
        if name not in self._early:
            writing = list(self._writing(name))
            self._early[name] = bool(writing) and all(map(self._engine.routes.is_entry, writing))
        return self._early[name]

    def _writing(self, name: str) -> Iterator[FunctionId]:
        """The functions that write a member of a name."""
        code = self._engine.code
        for file in code.program.holding(name, code.program.files):
            if code.ignored(file):
                continue
            facts = code.program.facts(file) if code.program.ask(file, gives_member, b"", name.encode()) else None
            for unit, one in enumerate(facts.outline().units if facts is not None else ()):
                if name.encode() in code.program.text(file, one.start, one.end):
                    graph = code.graph(file, unit)
                    nodes = (node for node, key in graph.written if key == name)
                    yield from (FunctionId(file, unit, graph.function[node]) for node in nodes)
