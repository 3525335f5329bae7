"""What a prepared query is given as it runs: values by the names of its placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.sql import Column
from audit.flow.tables.model import ColumnWrite
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.code import Spot
    from audit.flow.tables.chains import Chain, Chains, Step


class Prepared:
    """Asked of the step that runs a query, the last one of its chain."""

    def __init__(self, chains: Chains) -> None:
        self._chains, self._trace = chains, chains.trace

    def written(self, step: Step, run: Step, writes: Iterable[ColumnWrite]) -> Iterator[ColumnWrite]:
        """Of the writes of a step those of placeholders, with what the run gives for these."""
        held = self._trace.argument(run.spot, 0)
        for one in writes if held is not None else ():
            spots = [replace(step.spot, node=one.node)] if one.node >= 0 else []
            for key in one.path:
                spots = [part for spot in spots for part in self._trace.member(spot, key)]
            for name in filter(None, map(self._name, spots)):
                assert held is not None
                yield replace(one, node=held.node, path=(name,), at=self._trace.called_at(run.spot))

    def deciding(self, chain: Chain, run: Step, columns: Iterable[Column]) -> Iterator[ColumnWrite]:
        """What a run gives for placeholders in the conditions decides about the columns that are changed."""
        held = self._trace.argument(run.spot, 0)
        names = [name for step in chain.named("where") for name in self._inside(step)] if held is not None else []
        for column in columns:
            for name in names:
                assert held is not None
                at = self._trace.called_at(run.spot)
                yield ColumnWrite(column, held.node, (name,), implicit=True, at=at)

    def _inside(self, step: Step) -> list[str]:
        """The placeholders that a call is given, in what it is given."""
        graph, site = self._trace.code.graph(step.spot.file, step.spot.unit), self._trace.site(step.spot)
        inner = [one.result for one in graph.calls if site is not None and site.at <= one.at < one.end <= site.end]
        return [name for node in inner for name in (self._name(replace(step.spot, node=node)),) if name]

    def _name(self, spot: Spot) -> str:
        """The name of the placeholder that a node is."""
        places = [
            place
            for row in self._trace.rows(spot)
            if row.step == "placeholder"
            for place in places_of(row.columns or "")
        ]
        held = self._chains.place(spot, places[0]) if places else None
        return self._chains.tables.text(held) if held is not None else ""
