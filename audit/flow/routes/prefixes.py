"""What stands before all paths of decorated handlers: `app.setGlobalPrefix("api")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.routes.applications import Applications

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.backward.origins import Origins
    from audit.flow.code import Spot
    from audit.flow.graph import CallSite
    from audit.flow.routes.texts import PathTexts
    from audit.rulebook import RouteRow


class GlobalPrefix:
    """Said by mounts that take no handler."""

    def __init__(self, origins: Origins, texts: PathTexts, ignored: Callable[[str], bool]) -> None:
        def said(at: Spot, site: CallSite, row: RouteRow) -> str:
            return texts.at_call(at, site, row.path or "", ())[0]

        rows = (row for row in origins.vocabulary.routes.rows if row.kind == "mount" and row.handlers is None)
        self._applications = Applications(origins.code, rows, ignored, said)

    def of(self, file: str) -> str:
        """The prefix for the routes of a file."""
        return self._applications.of(file) or ""
