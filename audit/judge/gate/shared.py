"""One place for each part of a request, wherever it is read: what a decorator gives a handler (`@Param('id') id`) is
what those find who are asked before (`context.switchToHttp().getRequest().params.id`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import FunctionId, Spot

if TYPE_CHECKING:
    from audit.flow.frames import End, Env, Path
    from audit.trace import Engine


class Shared:
    """Answers by end."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._parts: dict[FunctionId, dict[int, Path]] = {}

    def place(self, end: End) -> tuple[Spot, Path]:
        """Where the part of a request at an end is: in what its handler is called with. Of another end itself."""
        spot = end.spot
        graph = self._engine.code.graph(spot.file, spot.unit)
        if spot.node in graph.of_parameter:
            number, position = graph.of_parameter[spot.node]
            handler = FunctionId(spot.file, spot.unit, number)
            if handler not in self._parts:
                self._parts[handler] = self._engine.routes.parts(handler)
            part = self._parts[handler].get(position)
            return (self._of(handler), (*part, *end.path)) if part is not None else (spot, end.path)
        before = self._handler(end.env) if spot.node in graph.results else None
        if before is None or not self._engine.routes.gives_request(spot):
            return spot, end.path
        return self._of(before), end.path

    def _handler(self, env: Env) -> FunctionId | None:
        """The handler that a function is asked before, in the frames in which it is seen."""
        for frame in env:
            found = frame.beside.function if frame.beside is not None else self._handler(frame.outer)
            if found is not None:
                return found
        return None

    def _of(self, handler: FunctionId) -> Spot:
        return Spot(
            handler.file,
            handler.unit,
            self._engine.code.graph(handler.file, handler.unit).functions[handler.number].node,
        )
