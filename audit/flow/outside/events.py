"""Emitters: what is emitted under a name has a part of the emitter of its own, where the name is a constant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.by_key import origin_in
from audit.flow.backward.values import Text
from audit.flow.code import Spot
from audit.flow.outside.parts import RowsOfParts
from audit.flow.outside.places import placed
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.values import Value
    from audit.flow.contexts import Path


class RowsOfEvents(RowsOfParts):
    """Calls are named by file, unit and number."""

    def event(self, file: str, unit: int, call: int) -> str:
        """The part of an emitter for the one event that a call is about; "" where that may be any."""
        said = self.events.get((file, unit, call)) if self.flows(file, unit, call) is not None else None
        site = self._site(file, unit, call)
        places = places_of(said) if said is not None else ()
        names = [
            one
            for place in places
            for node, path in placed(site, place)
            for one in self._constants(Spot(file, unit, node), (*path, *place.path))
        ]
        return f"[@{names[0].text}]" if len(names) == 1 and isinstance(names[0], Text) else ""

    def _constants(self, spot: Spot, path: Path) -> tuple[Value, ...]:
        """What a part of a node may be, also of what a call of outside code makes (`new CustomEvent("loaded")`)."""
        made = [one for node in self._given(spot, path) for one in self._origins.of(replace(spot, node=node))]
        return tuple(made) or self.values_at(spot.file, spot.unit, spot.node, path)

    def _given(self, spot: Spot, path: Path) -> Iterator[int]:
        """The arguments that outside code puts into a part of what it makes."""
        graph = self._origins.code.graph(spot.file, spot.unit)
        call = graph.results.get(origin_in(graph, spot.node), -1) if path else -1
        for flow in self.flows(spot.file, spot.unit, call) or () if call >= 0 else ():
            if any(target.root == "result" and target.path == path for target in flow.targets):
                for source in flow.sources:
                    if source.root == "arg" and not source.path:
                        yield from (node for node, _ in placed(graph.calls[call], source))
