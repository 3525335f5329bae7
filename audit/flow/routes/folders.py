"""Folders of the tree that an expression names: `join(__dirname, "routes")`, `new URL("./routes", import.meta.url)`."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Global, Outside

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.flow.routes.model import Path
    from audit.flow.routes.sources import Sources

_DEEPEST = 6
_HERE = frozenset(("__dirname", "import.meta.dirname"))
_FILE = frozenset(("__filename", "import.meta.filename", "import.meta.url"))


class Folders:
    """Paths below the root of the tree; what is not known as a whole is none."""

    def __init__(self, sources: Sources) -> None:
        self._sources, self._origins, self._code = sources, sources.origins, sources.code

    def of(self, spot: Spot, path: Path = ()) -> tuple[str, ...]:
        """The folder that (a part of) the value at a node names."""
        found = self._at(spot, path, 0)
        return (posixpath.normpath(found),) if found else ()

    def _at(self, spot: Spot, path: Path, depth: int) -> str | None:
        ends = self._sources.of(spot, (), path) if depth < _DEEPEST else ()
        if len(ends) != 1:
            return None
        (end,) = ends
        names = {".".join((one.name, *end.path)) for one in self._origins.of(end.spot) if isinstance(one, Global)}
        if names & _HERE:
            return posixpath.dirname(end.spot.file) or "."
        if names & _FILE:
            return end.spot.file
        graph = self._code.graph(end.spot.file, end.spot.unit)
        source = graph.source[end.spot.node]
        if isinstance(source, lowered.Literal) and isinstance(source.value, str):
            return source.value
        return self._called(end.spot, depth) if not end.path and end.spot.node in graph.results else None

    def _called(self, spot: Spot, depth: int) -> str | None:
        graph = self._code.graph(spot.file, spot.unit)
        site = graph.calls[graph.results[spot.node]]
        given = [self._at(replace(spot, node=node), (), depth + 1) for node in site.arguments]
        known = [one for one in given if one is not None]
        if len(known) < len(given) or not known:
            return None
        callees = self._origins.callees(spot.file, spot.unit, site)
        names = {one.path.rpartition(".")[2] for one in callees if isinstance(one, Outside)}
        names |= {one.name for one in callees if isinstance(one, Global)}
        if names & {"join", "resolve"}:
            return posixpath.join(*known)
        if "dirname" in names:
            return posixpath.dirname(known[0]) or "."
        if "URL" in names:
            return posixpath.join(posixpath.dirname(known[1]), known[0]) if known[1:] else None
        return known[0] if "fileURLToPath" in names else None
