"""What a handler writes into its request or response, and the handlers behind it read (`res.locals.item`).

A framework gives the same objects to one handler after the other, and to those that come back from waiting. Which ones
answer the same request is not asked: a name that is written here and read there is a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.code import Spot
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.code import Code, FunctionId
    from audit.trace.sink.responses import Responses


class HandedAlong:
    """Readers by the types of an object and the member that they read first, each looked for once."""

    def __init__(self, code: Code, responses: Responses) -> None:
        self._code, self._responses = code, responses
        self._known: dict[tuple[frozenset[str], str], tuple[Spot, ...]] = {}

    def readers(self, function: FunctionId, slot: int, path: tuple[str, ...]) -> tuple[Spot, ...] | None:
        """The objects that a member is read from like that of a parameter; None where no framework hands it along."""
        parameters = self._code.graph(function.file, function.unit).functions[function.number].parameters
        if not path or not path[0].isidentifier() or not 0 <= slot < len(parameters):
            return None  # what a method like `set` writes into an answer is shown with it
        if not self._responses.is_entry(function):
            return None
        types = frozenset(self._responses.types_of(Spot(function.file, function.unit, parameters[slot])))
        if not types:
            return None
        key = (types, path[0])
        if key not in self._known:
            self._known[key] = tuple(dict.fromkeys(self._find(types, path[0])))
        return self._known[key]

    def _find(self, types: frozenset[str], name: str) -> list[Spot]:
        found: list[Spot] = []
        for file in self._code.files_holding(name):
            for spot in self._code.members(file, name):
                graph = self._code.graph(spot.file, spot.unit)
                sources = (source for source, op, key in graph.back[spot.node] if op is Op.LOAD and key == name)
                holders = (replace(spot, node=node) for node in sources)
                found.extend(one for one in holders if types.intersection(self._responses.types_of(one)))
        return found
