"""What a framework runs for a request before a handler: what stands before it where it is registered, and on the
routers above.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.flow.routes.chained import Chained
from audit.flow.routes.earlier import Earlier, Way
from audit.flow.routes.model import Handed
from audit.flow.routes.rows import is_plugin, takes
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.graph import CallSite, Graph
    from audit.flow.routes.back import Source
    from audit.flow.routes.model import Path
    from audit.flow.routes.registrations import Registrations, Written
    from audit.flow.routes.sources import Sources
    from audit.rulebook import RouteRow

_DEEPEST = 4
_NAMES = re.compile(r":(\w+)")
_ALL = "ALL"


class Preceding:
    """Answers by registration."""

    def __init__(self, sources: Sources, registrations: Registrations) -> None:
        self._sources, self._trails, self._code = sources, sources.trails, sources.code
        self._registrations, self._chained = registrations, Chained(sources)
        rows = [row for row in sources.origins.vocabulary.routes.rows if row.onward and row.kind == "mount"]
        self._methods = sorted({name for row in rows for name in row.method})
        self._hooking = frozenset(name for row in rows if row.hooks for name in row.method)
        """Methods whose hooks run before all handlers of an instance, also those that it has already."""

    def of(self, handed: tuple[Handed, ...]) -> tuple[Way, ...]:
        """What runs before a handler, for each way on which requests come to it."""
        found: dict[Way, None] = {}
        for end in handed:
            if any(not is_plugin(row) for row in self._registrations.rows(end)):
                found.update(dict.fromkeys(self._before(end, self._registrations.of(end), 0)))
        return tuple(found)

    def _before(self, end: Handed, routes: tuple[Written, ...], depth: int) -> list[Way]:
        site = self._code.graph(end.file, end.unit).calls[end.call]
        beside = tuple(self._in_call(end, site, routes))
        if site.receiver < 0 or depth > _DEEPEST:
            return [beside]
        receiver = Spot(end.file, end.unit, site.receiver)
        beside = (*self._chained.of(receiver), *beside)
        sources = self._sources.of(receiver, end.bindings)
        if len(sources) != 1:
            return [beside]
        beside = (*self._on_router(sources[0], end, site, routes), *beside)
        above = self._mounts(sources[0], end)
        ways = (way for one in above for way in self._before(one, routes, depth + 1))
        return [(*way, *beside) for way in ways] or [beside]

    def _mounts(self, source: Source, end: Handed) -> list[Handed]:
        """Where a router is mounted, or the function that is given it (a plugin) registered."""
        if source.path or source.position > 0:
            return []
        plugin, trails = source.function, self._trails
        found = trails.of_function(plugin) if plugin is not None else trails.of(source.spot, source.bindings)
        return [
            one
            for one in found.handed
            if (one.file, one.unit, one.call) != (end.file, end.unit, end.call)
            and any(_mounts(row, one) and (plugin is None or is_plugin(row)) for row in one.rows)
        ]

    # one call

    def _in_call(self, end: Handed, site: CallSite, routes: tuple[Written, ...]) -> Iterator[Earlier]:
        """What stands before a handler in the call that registers it."""
        mine = [row for row in end.rows if takes(row, end.argument, end.path, end.name)]
        limit = (end.argument, _position(end.path))
        for argument, path, node, row in self._handlers(end, site, end.rows):
            if row in mine and (argument, _position(path)) >= limit:
                continue
            yield from self._earlier(end, argument, path, node, row, routes if row.kind == "mount" else ())

    def _handlers(
        self, end: Handed, site: CallSite, rows: tuple[RouteRow, ...]
    ) -> Iterator[tuple[int, Path, int, RouteRow]]:
        """The arguments of a call, and what is written in lists and objects there, that a row with a way on takes."""
        graph = self._code.graph(end.file, end.unit)
        known = site.spread.index(True) if True in site.spread else len(site.arguments)
        for argument, node in enumerate(site.arguments[:known]):
            for path, inner in self._written(end, graph.source[node], node, 2):
                for row in rows:
                    if row.onward and takes(row, argument, path) and self._is_hook(row, site, graph):
                        yield argument, path, inner, row

    def _is_hook(self, row: RouteRow, site: CallSite, graph: Graph) -> bool:
        """Does a framework run what a call is given before handlers, by the name that stands in its first argument?"""
        it = graph.source[site.arguments[0]] if site.arguments else None
        return not row.hooks or (isinstance(it, lowered.Literal) and it.value in row.hooks)

    def _written(self, end: Handed, it: lowered.Node | None, node: int, depth: int) -> Iterator[tuple[Path, int]]:
        parts: list[tuple[str, lowered.Expr]] = []
        if isinstance(it, lowered.Array) and depth and not any(isinstance(one, lowered.Spread) for one in it.items):
            parts = [(f"[{number}]", one) for number, one in enumerate(it.items)]
        elif isinstance(it, lowered.Object) and depth:
            parts = [(str(one.key), one.value) for one in it.properties if one.key is not None]
        else:
            yield (), node
        for key, value in parts:
            inner = self._node(end, value)
            for path, found in self._written(end, value, inner, depth - 1) if inner >= 0 else ():
                yield (key, *path), found

    def _node(self, end: Handed, it: lowered.Expr) -> int:
        sources = self._code.graph(end.file, end.unit).source
        return next((node for node in reversed(range(len(sources))) if sources[node] is it), -1)

    def _earlier(
        self, end: Handed, argument: int, path: Path, node: int, row: RouteRow, routes: tuple[Written, ...]
    ) -> Iterator[Earlier]:
        """What is given at a place, where it is for all of some routes."""
        one = Handed(end.file, end.unit, end.call, argument, path, (row,), end.bindings, own=True)
        written = self._registrations.of(one) if routes else ()
        if not all(any(_covers(own, other) for own in written) for other in routes):
            return
        spot = Spot(end.file, end.unit, node)
        if row.lacks is None:
            yield Earlier(spot, row.onward)
            return
        names = {name for own in written for name in _NAMES.findall(own.path)}
        yield Earlier(spot, row.onward, places_of(row.lacks)[0].path, tuple(sorted(names)))

    # routers

    def _on_router(self, source: Source, end: Handed, site: CallSite, routes: tuple[Written, ...]) -> Iterator[Earlier]:
        """What the router of a registration was given before, whatever else comes."""
        for call in self._calls(end.file):
            graph = self._code.graph(end.file, call.unit)
            other = graph.calls[call.node]
            receiver = Spot(end.file, call.unit, other.receiver)
            if not self._is_before(call, other, end, site) or self._sources.of(receiver, end.bindings) != (source,):
                continue
            rows = self._trails.callees.rows(end.file, call.unit, call.node, self._sources)
            there = Handed(end.file, call.unit, call.node, 0, (), rows, end.bindings, own=True)
            for argument, path, node, row in self._handlers(there, other, rows):
                yield from self._earlier(there, argument, path, node, row, routes)

    def _calls(self, file: str) -> list[Spot]:
        """The calls in a file that may give a router what runs before its handlers; `node` is their number."""
        found: dict[Spot, None] = {}
        for name in self._methods:
            for spot in self._code.members(file, name):
                for edge in self._code.graph(file, spot.unit).out[spot.node]:
                    if edge.op is Op.CALLEE:
                        found[Spot(file, spot.unit, edge.to)] = None
        return list(found)

    def _is_before(self, call: Spot, site: CallSite, end: Handed, other: CallSite) -> bool:
        """Is a call made before another one, wherever that is, or does it count as if it were?"""
        later = site.at >= other.at and site.method not in self._hooking
        if site.receiver < 0 or later or site.function != other.function:
            return False
        if site.function and call.unit != end.unit:
            return False
        before = self._tests(call.file, call.unit, site)
        return all(one in self._tests(end.file, end.unit, other) for one in before)

    def _tests(self, file: str, unit: int, site: CallSite) -> list[object]:
        structure = self._code.structures.around(FunctionId(file, unit, site.function))
        found = structure.before.get(id(site.expression), ())
        return [id(one.expression) for one in found if one.wanted != "returns"]


def _mounts(row: RouteRow, one: Handed) -> bool:
    return row.kind == "mount" and takes(row, one.argument, one.path, one.name)


def _position(path: Path) -> int:
    """The place in a list of handlers."""
    first = path[0][1:-1] if path and path[0].startswith("[") else ""
    return int(first) if first.isdecimal() else 0


def _covers(one: Written, other: Written) -> bool:
    """Does each request that is for a route come by another one, with the same names for the parts of its path?"""
    steps, others = one.path.strip("/").split("/"), other.path.strip("/").split("/")
    below = steps[-1] == "*"
    steps = [step for step in steps[: -1 if below else None] if step]
    if one.verb not in (_ALL, other.verb) or len(steps) > len(others) or (not below and len(steps) != len(others)):
        return False
    return steps == others[: len(steps)] and not any("{}" in step for step in steps)


__all__ = ["Earlier", "Preceding", "Way"]
