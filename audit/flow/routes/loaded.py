"""Plugins that a folder brings in: `app.register(autoload, { dir: join(__dirname, "routes") })`."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.code import Spot
from audit.flow.outside.rows import section_rows
from audit.flow.routes.folders import Folders
from audit.flow.routes.rows import is_plugin
from audit.flow.routes.texts import joined
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.routes.sources import Sources
    from audit.flow.routes.texts import PathTexts
    from audit.rulebook import RouteRow

_SCRIPTS = (".ts", ".js", ".mts", ".mjs", ".cts", ".cjs")


class Loading(Struct, frozen=True, order=True):
    """A call that mounts all plugins below a folder: what it is called on, and the path before theirs."""

    folder: str
    router: Spot
    path: str
    row: RouteRow


class Loaded:
    """Found by a search for the modules that load. Nothing in files that are `ignored` loads anything."""

    def __init__(self, sources: Sources, texts: PathTexts, ignored: Callable[[str], bool]) -> None:
        self._sources, self._texts, self._ignored, self._code = sources, texts, ignored, sources.code
        self._folders = Folders(sources)
        rows = sources.origins.vocabulary.routes.rows
        self._modules = sorted({module for row in rows if row.kind == "folder" for module in row.module})
        self._found: tuple[Loading, ...] | None = None

    def of(self, file: str) -> list[tuple[Spot, str]]:
        """The routers on which the plugin of a file is mounted, and below which paths; none where something else may be
        said of its path.
        """
        if self._found is None:
            self._found = tuple(self._find())
        fitting = [one for one in self._found if file.startswith(f"{one.folder}/") and self._is_taken(file)]
        below = [(one, posixpath.dirname(file[len(one.folder) + 1 :])) for one in fitting]
        return [
            (one.router, joined(one.path, path))
            for one, path in below
            if "/_" not in f"/{path}"
            and "__" not in path
            and self._is_plain(file, one.row)  # else it may be a parameter
        ]

    def _is_taken(self, file: str) -> bool:
        """Is it the file that its folder is loaded by? Beside an index no other one is."""
        folder, _, name = file.rpartition("/")
        has = self._code.program.snapshot.has
        return name.startswith("index.") or not any(has(f"{folder}/index{ending}") for ending in _SCRIPTS)

    def _is_plain(self, file: str, row: RouteRow) -> bool:
        return not any(file in self._code.files_holding(name) for name in row.named)

    def _find(self) -> Iterator[Loading]:
        for module in self._modules:
            for file in self._code.files_holding(module):
                facts = self._code.program.facts(file) if not self._ignored(file) else None
                for unit, _ in enumerate(facts.outline().units if facts is not None else ()):
                    yield from self._in(file, unit)

    def _in(self, file: str, unit: int) -> Iterator[Loading]:
        graph = self._code.graph(file, unit)
        index = self._sources.origins.vocabulary.routes
        for call, site in enumerate(graph.calls):
            given = [Spot(file, unit, node) for node in site.arguments[:1]] if site.receiver >= 0 else []
            values = [value for spot in given for value in self._sources.origins.of(spot)]
            rows = [row for value in values for row in section_rows(index, value) if row.kind == "folder"]
            if not rows or not any(map(is_plugin, self._sources.trails.callees.rows(file, unit, call, self._sources))):
                continue
            for row in rows:
                paths = self._texts.at_call(Spot(file, unit, -1), site, row.prefix or "", ())
                for place in places_of(row.path) if self._is_plain(file, row) else ():
                    spot = Spot(file, unit, site.arguments[place.number or 0])
                    for folder in self._folders.of(spot, tuple(place.path)):
                        router = Spot(file, unit, site.receiver)
                        yield from (Loading(folder, router, path, row) for path in paths)
