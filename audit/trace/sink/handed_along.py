"""What a handler writes into its request or response, and handlers behind it read (`res.locals.item`, `c.get("item")`).

A framework gives the same objects to one handler after the other, and to those that come back from waiting. Which ones
answer the same request is not asked: a name that is written here and read there is a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts.code import Literal
from audit.flow.code import Spot
from audit.flow.contexts import VALUE
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
        name = "get" if path[:1] == (VALUE,) else path[0] if path and path[0].isidentifier() else ""
        if not name or not 0 <= slot < len(parameters):
            return None
        if not self._responses.is_entry(function):
            return None
        types = frozenset(self._responses.types_of(Spot(function.file, function.unit, parameters[slot])))
        if not types or any(self._responses.takes(kind, path) for kind in types):
            return None  # it is shown where it is written
        key = (types, name)
        if key not in self._known:
            self._known[key] = tuple(dict.fromkeys(self._find(types, name)))
        if path[:1] != (VALUE,):
            return self._known[key]
        kept = self._keys(function.file, function.unit, "set")
        asked = tuple(one for one in self._known[key] if kept & self._keys(one.file, one.unit, "get", one.node))
        return asked or None  # what is `set` in an answer (a header) is shown with it

    def _keys(self, file: str, unit: int, method: str, receiver: int = -1) -> frozenset[str]:
        """The keys, as they are written, under which a statement sets something, or asks for it at a node."""
        graph = self._code.graph(file, unit)
        sites = [one for one in graph.calls if one.method == method and receiver in (-1, one.receiver)]
        given = [graph.source[one.arguments[0]] if one.arguments else None for one in sites]
        texts = [one.value if isinstance(one, Literal) and isinstance(one.value, str) else None for one in given]
        return frozenset(one for one in texts if one is not None)

    def _find(self, types: frozenset[str], name: str) -> list[Spot]:
        found: list[Spot] = []
        for file in self._code.files_holding(name):
            for spot in self._code.members(file, name):
                graph = self._code.graph(spot.file, spot.unit)
                sources = (source for source, op, key in graph.back[spot.node] if op is Op.LOAD and key == name)
                holders = (replace(spot, node=node) for node in sources)
                found.extend(one for one in holders if types.intersection(self._responses.types_of(one)))
        return found
