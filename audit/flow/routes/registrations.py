"""Registrations: calls that bring a handler to a route, and what the route is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.code import Spot
from audit.flow.routes.rows import beside, is_plugin, method_of, named_by, takes
from audit.flow.routes.texts import joined

if TYPE_CHECKING:
    from audit.flow.routes.included import Included
    from audit.flow.routes.model import Bindings, Handed
    from audit.flow.routes.mounts import Mounts, Prefix
    from audit.flow.routes.procedures import Procedures
    from audit.flow.routes.texts import PathTexts
    from audit.rulebook import RouteRow


class Written(Struct, frozen=True, order=True):
    """A route as it is written at one registration: verb, full path, and whether the router is mounted."""

    verb: str
    path: str
    mounted: bool


class Registrations:
    """Routes of handed-over values."""

    def __init__(self, mounts: Mounts, texts: PathTexts, procedures: Procedures, included: Included) -> None:
        self._procedures, self._included = procedures, included
        self._mounts, self._texts, self._code = mounts, texts, mounts.code

    def rows(self, end: Handed) -> tuple[RouteRow, ...]:
        """The rows by which the value is a handler, where it stands."""
        return tuple(row for row in end.rows if takes(row, end.argument, end.path, end.name))

    def of(self, end: Handed) -> tuple[Written, ...]:
        """The routes that a handed-over function gets."""
        found = [one for row in self.rows(end) if not is_plugin(row) for one in self._routes(end, row)]
        return tuple(dict.fromkeys(found))

    def _routes(self, end: Handed, row: RouteRow) -> list[Written]:
        if row.kind == "procedure":
            return self._named(end, row)
        site = self._code.graph(end.file, end.unit).calls[end.call]
        on_router = site.receiver >= 0 and bool(row.on)  # `http.createServer` is no method of a router
        receiver = Spot(end.file, end.unit, site.receiver) if on_router else None
        found: list[Written] = []
        method = method_of(end.path)
        outer = self._mounts.of(receiver, end.bindings)
        if receiver is None and row.path is not None:
            around = self._mounts.around(Spot(end.file, end.unit, site.result), end.bindings) or outer
            above = self._included.of(end.file)
            outer = tuple(replace(one, path=joined(path, one.path)) for one in around for path in above)
        for prefix in outer:
            verbs = (method,) if method and row.kind == "route" else self._verbs(end, row, prefix)
            paths = self._paths(end, row, prefix.bindings)
            below = "*" if row.kind == "mount" else ""
            found.extend(
                Written(verb.upper(), joined(joined(prefix.path, path), below), prefix.mounted)
                for path in paths
                for verb in verbs
            )
        return found

    def _verbs(self, end: Handed, row: RouteRow, prefix: Prefix) -> tuple[str, ...]:
        return tuple(filter(None, self._words(end, beside(row, end, row.verb), prefix.bindings))) or ("GET",)

    def _named(self, end: Handed, row: RouteRow) -> list[Written]:
        """Procedures have names instead of paths."""
        verbs = self._words(end, row.verb, end.bindings)
        names = named_by(row, end) or self._procedures.of(end.file, end.unit, end.call, end.bindings)
        return [Written(verb.upper(), name, bool(name)) for name in names for verb in verbs]

    def _paths(self, end: Handed, row: RouteRow, bindings: Bindings) -> tuple[str, ...]:
        """The path that stands at the registration; "" where none does."""
        if row.path is None and row.kind == "route" and not row.on:
            return ("*",)  # a server's only handler
        if row.path is None or row.kind == "channel":
            return ("",)
        return self._texts_at(end, beside(row, end, row.path), bindings, end.argument)

    def _texts_at(self, end: Handed, places: str, bindings: Bindings, taken: int = -1) -> tuple[str, ...]:
        """What stands at some places; of a list of routes in the same element as the handler."""
        if end.path and end.path[0][1:-1].isdecimal():
            places = places.replace("[*]", end.path[0])
        site = self._code.graph(end.file, end.unit).calls[end.call]
        return self._texts.at_call(Spot(end.file, end.unit, -1), site, places, bindings, taken)

    def _words(self, end: Handed, verb: str, bindings: Bindings) -> tuple[str, ...]:
        """Methods: the called name, what stands at a place, or the word itself."""
        site = self._code.graph(end.file, end.unit).calls[end.call]
        if verb == "name":
            return (site.method,) if site.method else self._texts.of(self._key(end), bindings)
        if verb.isupper():
            return (verb,)
        return self._texts_at(end, verb, bindings)

    def _key(self, end: Handed) -> Spot:
        graph = self._code.graph(end.file, end.unit)
        callee = graph.calls[end.call].callee
        return Spot(end.file, end.unit, graph.keys.get(callee, callee))
