"""Versions in the paths of decorated handlers: `app.enableVersioning({ type: VersioningType.URI })`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.code import Spot
from audit.flow.routes.prefixes import home_of
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.graph import CallSite
    from audit.flow.routes.sources import Sources
    from audit.flow.routes.texts import PathTexts
    from audit.rulebook import RouteRow

_BEFORE = "v"
"""What stands before a version where nothing else is said."""


class Versioning(Struct, frozen=True):
    """How an application writes versions into paths, and the ones of handlers that say none; `shown`: into paths at
    all, and not into a header.
    """

    shown: bool

    before: str
    otherwise: tuple[str, ...]

    def written(self, versions: tuple[str, ...]) -> tuple[str, ...]:
        """The parts of the path for some versions, "" for none."""
        known = (versions or self.otherwise) if self.shown else ()
        return tuple(f"{self.before}{one}" if one else "" for one in known) or ("",)


class Versions:
    """Found by a search for the names of calls that turn versions on; each package has its own."""

    def __init__(self, sources: Sources, texts: PathTexts, ignored: Callable[[str], bool]) -> None:
        self._code, self._sources, self._texts, self._ignored = sources.code, sources, texts, ignored
        rows = sources.origins.vocabulary.routes.rows
        self._rows = [row for row in rows if row.kind == "version" and not row.decorator]
        self._found: dict[str, Versioning] | None = None

    def of(self, file: str) -> Versioning | None:
        """How versions are written for the routes of a file; None where nothing is said of them."""
        if self._found is None:
            self._found = self._find()
        home = home_of(self._code, file)
        if home in self._found or len(self._found) != 1:
            return self._found.get(home)
        return next(iter(self._found.values()))

    def _find(self) -> dict[str, Versioning]:
        program = self._code.program
        found: dict[str, Versioning] = {}
        for row in self._rows:
            for name in row.method:
                for file in program.holding(name, program.files):
                    one = None if self._ignored(file) else self._in_file(file, name, row)
                    if one is not None:
                        found.setdefault(home_of(self._code, file), one)
        return found

    def _in_file(self, file: str, name: str, row: RouteRow) -> Versioning | None:
        facts = self._code.program.facts(file)
        for one in facts.occurrences(name) if facts is not None else ():
            unit = self._code.unit_at(file, one.at)
            graph = self._code.graph(file, unit)
            call = graph.called.get(one.at)
            if call is not None:
                return self._said(Spot(file, unit, -1), graph.calls[call], row)
        return None

    def _said(self, at: Spot, site: CallSite, row: RouteRow) -> Versioning:
        before = self._texts.at_call(at, site, row.prefix or "", ())[0]
        otherwise = self._texts.at_call(at, site, row.version or "", ())
        before = before.replace("False", "") if before else _BEFORE
        return Versioning(self._is_meant(at, site, row), before, tuple(filter(None, otherwise)))

    def _is_meant(self, at: Spot, site: CallSite, row: RouteRow) -> bool:
        """Are versions in paths? They are where nothing else is said."""
        if not site.arguments:
            return True
        for place in places_of(row.verb):
            spot = replace(at, node=site.arguments[place.number or 0])
            said = [source.path[-1:] for source in self._sources.of(spot, (), place.path)]
            return not said or any(name == (one,) for name in said for one in row.named)
        return False
