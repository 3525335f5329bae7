"""Below which paths a router is mounted, up to the application."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.flow.routes.back import Source
from audit.flow.routes.memo import Asked, Memo
from audit.flow.routes.model import Bindings, Bound, merged
from audit.flow.routes.rows import is_plugin, takes
from audit.flow.routes.texts import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.routes.loaded import Loaded
    from audit.flow.routes.model import Ends, Handed
    from audit.flow.routes.served import Served
    from audit.flow.routes.sources import Sources
    from audit.flow.routes.texts import PathTexts
    from audit.flow.routes.upgrades import Upgrades
    from audit.rulebook import RouteRow


_WHOLE = ("default", "module.exports", "*")
"""Names under which a file exports itself."""
_LISTEN = "listen"


class Prefix(Struct, frozen=True, order=True):
    """A path below which a router's routes are; `bindings` tell the calls that led there."""

    path: str
    mounted: bool
    bindings: Bindings


class Mounts:
    """Prefixes of routers, each found once."""

    def __init__(
        self, sources: Sources, texts: PathTexts, upgrades: Upgrades, loaded: Loaded, served: Served, asked: Asked
    ) -> None:
        self._upgrades, self._loaded, self._served, trails = upgrades, loaded, served, sources.trails
        self._trails, self._sources, self._texts, self.code = trails, sources, texts, sources.code
        self._known: Memo[tuple[Prefix, ...]] = Memo(asked, ())

    def of(self, receiver: Spot | None, bindings: Bindings) -> tuple[Prefix, ...]:
        """The prefixes of the router at a node; of None (no router is needed) the empty one."""
        if receiver is None:
            return (Prefix("", True, bindings),)
        return self._known.of((receiver, bindings), lambda: self._find(receiver, bindings))

    def around(self, made: Spot, bindings: Bindings) -> tuple[Prefix, ...]:
        """The prefixes of a route that is a value, by the mounts that get it: `Mount("/api", routes=[Route(…)])`."""
        ends = self._trails.of(made, bindings).handed
        source = Source(made, (), bindings)
        return tuple(dict.fromkeys(one for end in ends for one in self._of_mount(source, end) if one.path))

    def _find(self, receiver: Spot, bindings: Bindings) -> tuple[Prefix, ...]:
        sources = self._sources.of(receiver, bindings)
        return _chosen([one for source in sources for one in self._of_source(source)], bindings)

    def _of_source(self, source: Source) -> list[Prefix]:
        if source.path:
            return []
        if source.function is not None:
            return self._of_parameter(source, source.function)
        site_rows = self.made_by(source.spot)
        trail = self._trails.of(source.spot, source.bindings)
        ends = trail.handed
        found = [one for end in ends for one in self._of_mount(source, end)]
        if not (any(one.mounted for one in found) and self._is_inner(source, site_rows)):
            found = [*(one for row in site_rows if row.prefix is None for one in self._of_object(source, row)), *found]
        served = not found and any(self._served.takes(source.spot, one) for one in trail.exported)
        found = found or [Prefix("", served, source.bindings)]
        own = [text for text in self._own(source, ends) if text] or [""]
        if any(row.instead for row in site_rows) and any(one.path not in ("", "/") for one in found):
            return found  # the path of the mount takes the place of the router's own
        return [replace(one, path=joined(one.path, text)) for one in found for text in own]

    def _is_inner(self, source: Source, rows: tuple[RouteRow, ...]) -> bool:
        """Is an application that others mount none that listens by itself?"""
        return all(row.path is None for row in rows) and source.spot not in self._listening

    @cached_property
    def _listening(self) -> frozenset[Spot]:
        """The applications that are told to listen."""
        found: set[Spot] = set()
        for file in self.code.files_holding(_LISTEN):
            for spot in self.code.members(file, _LISTEN):
                for node, op, _ in self.code.graph(spot.file, spot.unit).back[spot.node]:
                    if op is Op.LOAD:
                        found.update(one.spot for one in self._sources.of(replace(spot, node=node), ()))
        return frozenset(found)

    def _own(self, source: Source, ends: tuple[Handed, ...]) -> Iterator[str]:
        """What stands before all paths of a router wherever it is mounted: `new Router({ prefix })`."""
        graph = self.code.graph(source.spot.file, source.spot.unit)
        made = graph.results.get(source.spot.node, -1)
        said = [(source.spot, made, self.made_by(source.spot), source.bindings)]
        said += [(Spot(one.file, one.unit, -1), one.call, one.rows, one.bindings) for one in ends if one.argument < 0]
        for at, call, rows, bindings in said:
            for row in rows:
                if row.kind == "object" and row.prefix is not None:
                    site = self.code.graph(at.file, at.unit).calls[call]
                    yield from self._texts.at_call(at, site, row.prefix, bindings)

    def made_by(self, spot: Spot) -> tuple[RouteRow, ...]:
        """The rows of the call that made a node: `router.route(path)`, or the application itself."""
        call = self.code.graph(spot.file, spot.unit).results.get(spot.node)
        if call is None:
            return ()
        rows = self._trails.callees.rows(spot.file, spot.unit, call, self._sources)
        return tuple(row for row in rows if row.kind == "object" and row.handlers is None)

    def _of_object(self, source: Source, row: RouteRow) -> list[Prefix]:
        """A value that stands for a path of a router, or for an application with or without a path."""
        graph = self.code.graph(source.spot.file, source.spot.unit)
        site = graph.calls[graph.results[source.spot.node]]
        receiver = replace(source.spot, node=site.receiver) if site.receiver >= 0 and row.path is not None else None
        outer = self.of(receiver, source.bindings)
        taken_over = self._upgrades.paths(source.spot.file) if row.verb == "WS" else ()
        return [
            Prefix(joined(one.path, path), one.mounted, one.bindings)
            for one in outer
            for path in _written(self._texts.at_call(source.spot, site, row.path or "", one.bindings), taken_over)
        ]

    def _of_mount(self, source: Source, end: Handed) -> list[Prefix]:
        """A router that is given to `use`: below its path, and below what it is mounted on itself."""
        found: list[Prefix] = []
        site = self.code.graph(end.file, end.unit).calls[end.call]
        for row in end.rows:
            if not takes(row, end.argument, end.path, end.name):
                continue
            if row.kind != "mount":
                found.append(Prefix("", True, end.bindings))  # handed to a server
                continue
            if Spot(end.file, end.unit, site.receiver) == source.spot:
                continue
            found.extend(self._below(end, row, end.bindings))
        return found

    def _below(self, end: Handed, row: RouteRow, bindings: Bindings) -> list[Prefix]:
        site = self.code.graph(end.file, end.unit).calls[end.call]
        receiver = Spot(end.file, end.unit, site.receiver) if site.receiver >= 0 else None
        written = row.prefix if is_plugin(row) else row.path
        found: list[Prefix] = []
        for outer in self.of(receiver, bindings):
            at = Spot(end.file, end.unit, site.result)
            paths = self._texts.at_call(at, site, written or "", outer.bindings, end.argument)
            found.extend(Prefix(joined(outer.path, path), outer.mounted, outer.bindings) for path in paths)
        return found

    def _of_parameter(self, source: Source, function: FunctionId) -> list[Prefix]:
        """A function that is given its router: by its callers, or as a plugin."""
        found: list[Prefix] = []
        ends = self._trails.of_function(function)
        for one in ends.called:
            site = self.code.graph(one.file, one.unit).calls[one.call]
            if source.position < len(site.arguments):
                given = Spot(one.file, one.unit, site.arguments[source.position])
                bindings = merged(source.bindings, (*one.bindings, Bound(function, one.file, one.unit, one.call)))
                found.extend(self.of(given, bindings))
        for end in ends.handed:
            for row in end.rows:
                if is_plugin(row) and takes(row, end.argument, end.path, end.name):
                    found.extend(self._below(end, row, merged(source.bindings, end.bindings)))
        found = found or self._of_folder(source, ends)
        return found or [Prefix("", False, source.bindings)]

    def _of_folder(self, source: Source, ends: Ends) -> list[Prefix]:
        """A plugin that its file gives to whoever loads the folder."""
        files = {one.file for one in ends.exported if one.name in _WHOLE and not one.path}
        loaded = [one for file in sorted(files) for one in self._loaded.of(file)]
        return [
            Prefix(joined(outer.path, path), outer.mounted, source.bindings)
            for router, path in loaded
            for outer in self.of(router, ())
        ]


def _chosen(found: list[Prefix], bindings: Bindings) -> tuple[Prefix, ...]:
    """Where a router is mounted at all, the ways on which it is not do not count."""
    mounted = [one for one in found if one.mounted]
    return tuple(dict.fromkeys(mounted or found)) or (Prefix("", False, bindings),)


def _written(texts: tuple[str, ...], otherwise: tuple[str, ...]) -> tuple[str, ...]:
    return texts if any(texts) else otherwise or texts
