"""Modules of routes that are included by their name: `path("api/", include("items.urls"))`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.flow.routes.texts import joined
from audit.link.names import Namespace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.routes.sources import Sources
    from audit.flow.routes.texts import PathTexts
    from audit.rulebook import RouteRow

_DEEPEST = 5


class Included:
    """Found by a search for the names of such calls. Nothing in files that are `ignored` includes anything."""

    def __init__(self, sources: Sources, texts: PathTexts, ignored: Callable[[str], bool]) -> None:
        self._sources, self._texts, self._ignored, self._code = sources, texts, ignored, sources.code
        rows = sources.origins.vocabulary.routes.rows
        self._names = sorted({name for row in rows if row.kind == "include" for name in row.export})
        self._found: dict[str, list[tuple[str, str]]] | None = None

    def of(self, file: str, depth: int = 0) -> tuple[str, ...]:
        """The paths below which the routes of a module are, "" for one that nothing includes."""
        if self._found is None:
            self._found = {}
            for one, (other, path) in self._find():
                self._found.setdefault(one, []).append((other, path))
        above = self._found.get(file, ()) if depth < _DEEPEST else ()
        found = [joined(outer, path) for other, path in above for outer in self.of(other, depth + 1)]
        return tuple(dict.fromkeys(found)) or ("",)

    def _find(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Each included file, with the file that includes it and the path there."""
        for name in self._names:
            for file in self._code.files_holding(f"{name}("):
                facts = self._code.program.facts(file) if not self._ignored(file) else None
                for unit in self._code.holding(file, name) if facts is not None else ():
                    yield from self._in(file, unit)

    def _in(self, file: str, unit: int) -> Iterator[tuple[str, tuple[str, str]]]:
        graph = self._code.graph(file, unit)
        for call, site in enumerate(graph.calls):
            rows = [row for row in self._rows(file, unit, call) if row.kind == "include"]
            texts = [
                text for row in rows for text in self._texts.at_call(Spot(file, unit, -1), site, row.path or "", ())
            ]
            for text in filter(None, texts):
                meaning = self._sources.origins.names.module(file, text)
                if not isinstance(meaning, Namespace):
                    continue
                for edge in graph.out[site.result]:
                    for path in self._outer(file, unit, edge.to) if edge.op is Op.ARGUMENT else ():
                        yield meaning.file, (file, path)

    def _outer(self, file: str, unit: int, call: int) -> tuple[str, ...]:
        """The paths of the registration that is given what is included."""
        site = self._code.graph(file, unit).calls[call]
        rows = [row for row in self._rows(file, unit, call) if row.kind == "route"]
        return tuple(
            path for row in rows for path in self._texts.at_call(Spot(file, unit, -1), site, row.path or "", ())
        )

    def _rows(self, file: str, unit: int, call: int) -> tuple[RouteRow, ...]:
        return self._sources.trails.callees.rows(file, unit, call, self._sources)
