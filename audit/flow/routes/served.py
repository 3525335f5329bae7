"""What a file exports to the runtime that starts it: `export default { fetch }` of a worker, or an application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import Typed

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.code import Spot
    from audit.flow.routes.model import Exported
    from audit.rulebook import RouteRow


class Served:
    """Exports of files that no other file takes."""

    def __init__(self, origins: Origins) -> None:
        self._origins, self._program = origins, origins.code.program
        self._rows = tuple(row for row in origins.vocabulary.routes.rows if row.kind == "export")

    def rows(self, one: Exported) -> tuple[RouteRow, ...]:
        """The rows by which a runtime calls an export, or a member of one."""
        name = ".".join((one.name, *one.path))
        fitting = tuple(row for row in self._rows if not row.on and name in row.called)
        return fitting if fitting and not self._program.importers(one.file) else ()

    def takes(self, made: Spot, one: Exported) -> bool:
        """Does a runtime take an application that is an export?"""
        rows = [row for row in self._rows if row.on and one.name in row.called and not one.path]
        kinds = {value.type for value in self._origins.of(made) if isinstance(value, Typed)} if rows else set()
        return any(kinds & set(row.on) for row in rows) and not self._program.importers(one.file)
