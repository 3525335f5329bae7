"""Versions in the paths of decorated handlers: `app.enableVersioning({ type: VersioningType.URI })`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.routes.applications import Applications
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.code import Spot
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
    """Said by calls that turn versions on."""

    def __init__(self, sources: Sources, texts: PathTexts, ignored: Callable[[str], bool]) -> None:
        self._sources, self._texts = sources, texts
        rows = sources.origins.vocabulary.routes.rows
        enabling = (row for row in rows if row.kind == "version" and not row.decorator)
        self._applications = Applications(sources.code, enabling, ignored, self._said)

    def of(self, file: str) -> Versioning | None:
        """How versions are written for the routes of a file; None where nothing is said of them."""
        return self._applications.of(file)

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
