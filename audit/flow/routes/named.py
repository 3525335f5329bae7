"""The names under which calls tell something, or ask for it, and whether two are the same."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.outside.places import placed
from audit.flow.outside.rows import section_rows
from audit.flow.routes.texts import HOLE
from audit.rulebook import flow_of, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import FunctionId, Spot
    from audit.flow.contexts import Path
    from audit.flow.graph import CallSite
    from audit.flow.routes.decorators import Decorators
    from audit.flow.routes.sources import Sources
    from audit.flow.routes.texts import PathTexts
    from audit.rulebook import LibraryRow
    from audit.rulebook import Place as Words

Names = tuple[tuple[str, ...], ...]
"""For each place of a name the texts that it may be; () where it has none."""


class Named:
    """Calls that rows with a topic are about."""

    def __init__(self, sources: Sources, texts: PathTexts, decorators: Decorators) -> None:
        self._sources, self._texts, self._decorators = sources, texts, decorators
        self._origins, self._code = sources.origins, sources.code
        self._library = sources.origins.vocabulary.library

    def _rows_of(self, spot: Spot, site: CallSite) -> tuple[LibraryRow, ...]:
        callees = self._origins.callees(spot.file, spot.unit, site)
        rows = (row for callee in callees for row in section_rows(self._library, callee))
        return tuple(dict.fromkeys(row for row in rows if row.topic and row.new == site.new))

    def _names(self, spot: Spot, site: CallSite, row: LibraryRow) -> Names:
        return tuple(
            tuple(
                text
                for place in places_of(written)
                for node, path in placed(site, place)
                for text in self._at(replace(spot, node=node), (*path, *place.path), row.topic)
            )
            for written in row.names
        )

    def _at(self, spot: Spot, path: Path, topic: str) -> tuple[str, ...]:
        """The texts at a part of a node; of what a decorator has injected those that it says."""
        found: dict[str, None] = {}
        for source in self._sources.of(spot, (), path):
            said = self._injected(source.function, source.position, topic) if source.function is not None else ()
            found.update(dict.fromkeys(said or self._texts.of(source.spot, source.bindings, source.path)))
        return tuple(found)

    def _injected(self, function: FunctionId, position: int, topic: str) -> tuple[str, ...]:
        source = self._code.graph(function.file, function.unit).functions[function.number].source
        written = source.params[position].decorators if source is not None and position < len(source.params) else ()
        found = self._decorators.rows(function.file, written, self._library)
        return tuple(
            text
            for decorator, row, _ in found
            if row.topic == topic
            for places in row.names
            for text in self._decorators.at(function.file, decorator, places)
        )


def heard_by(row: LibraryRow) -> Iterator[tuple[Path, Words]]:
    """The parts of what is told that a row gives to functions, each with the parameter."""
    for flow in map(flow_of, row.flows):
        for source in flow.sources:
            if source.root == "told":
                yield from ((source.path, target) for target in flow.targets if target.root in ("call", "result"))


def same_names(told: Names, heard: Names) -> bool | None:
    """Are names the same? None where they are not, False where they may be."""
    sure = True
    for one, other in zip_longest(told, heard, fillvalue=()):
        if not other:
            continue
        known = [text for text in one if HOLE not in text]
        if any(HOLE in text for text in other) or len(known) < len(one) or not one:
            sure = False
        elif not any(_fits(text, pattern) for text in known for pattern in other):
            return None
        else:
            sure = sure and len(known) == 1
    return sure


def _fits(text: str, pattern: str) -> bool:
    """Is a name one that a pattern means? `*` is a part of it, `**` are several."""
    if "*" not in pattern:
        return text == pattern
    parts = re.escape(pattern).replace(r"\*\*", ".*").replace(r"\*", "[^.]*")
    return re.fullmatch(parts, text) is not None
