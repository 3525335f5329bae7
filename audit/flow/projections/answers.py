"""What comes through of what a handler returns, where its route has a model of the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.backward.values import Typed
from audit.flow.code import FunctionId, Spot
from audit.flow.outside.places import placed
from audit.flow.projections.model import ALL, Projection, either, lets, parts_of, within
from audit.flow.routes.rows import takes
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.contexts import Path
    from audit.flow.graph import CallSite
    from audit.flow.projections.schemas import Schemas
    from audit.flow.routes import Routes
    from audit.flow.routes.model import Handed
    from audit.rulebook import RouteRow


class Answers:
    """Projections of what handlers return."""

    def __init__(self, origins: Origins, routes: Routes, schemas: Schemas) -> None:
        self._origins, self._code, self._routes = origins, origins.code, routes
        self._schemas, self._models = schemas, schemas.models
        self._modelled = any(row.model is not None for row in origins.vocabulary.routes.rows)
        self._sending = frozenset(name for row in origins.vocabulary.routes.rows for name in row.sends)
        self._known: dict[tuple[FunctionId, int], Projection] = {}
        self._sent: dict[tuple[Spot, str], Projection] = {}

    def shows(self, function: FunctionId, node: int, path: Path) -> bool:
        """Is a part of what a handler returns at a node in the answer?"""
        return not path or not self._modelled or lets(self._of(function, node), path)

    def parts(self, function: FunctionId, node: int, path: Path) -> list[Path] | None:
        """The parts of a part of what a handler returns at a node that are in the answer; None where all of it is."""
        inner = within(self._of(function, node), path) if self._modelled else ALL
        return parts_of(inner)

    def _of(self, function: FunctionId, node: int) -> Projection:
        key = (function, node)
        if key not in self._known:
            self._known[key] = self._find(function, node)
        return self._known[key]

    def sends(self, response: Spot, method: str, path: Path) -> bool:
        """Is a part of what a method of a response object is given in the answer?"""
        if not path or not self._modelled or method not in self._sending:
            return True
        key = (response, method)
        if key not in self._sent:
            sending = self._code.graph(response.file, response.unit).function[response.node]
            around = FunctionId(response.file, response.unit, sending)
            handlers = self._routes.givers(response)
            self._sent[key] = either(self._of_sending(one, around, method) for one in handlers)
        return lets(self._sent[key], path)

    def _find(self, function: FunctionId, node: int) -> Projection:
        rows = self._rows_of(function)
        finished = {kind for _, row in rows for kind in row.finished}
        values = self._origins.of(Spot(function.file, function.unit, node)) if rows else ()
        if any(isinstance(one, Typed) and one.type in finished for one in values) or self._is_other(function, rows):
            return ALL
        found = either(self._of_row(function, one, row) for one, row in rows)
        return self._schemas.of_object(Spot(function.file, function.unit, node)) if found == ALL and rows else found

    def _of_sending(self, handler: FunctionId, around: FunctionId, method: str) -> Projection:
        """What comes through where a handler, or the function around for it, sends the answer."""
        rows = self._rows_of(handler)
        if any(method not in row.sends for _, row in rows) or any(
            self._is_other(one, rows) for one in (handler, around)
        ):
            return ALL
        return either(self._of_row(handler, one, row) for one, row in rows)

    def _rows_of(self, function: FunctionId) -> list[tuple[Handed, RouteRow]]:
        """The rows with a model by which a function is a handler, if all are; none else."""
        handed = self._routes.trails.of_function(function).handed
        rows = [(one, row) for one in handed for row in one.rows if takes(row, one.argument, one.path, one.name)]
        return [] if any(row.model is None for _, row in rows) else rows

    def _is_other(self, function: FunctionId, rows: list[tuple[Handed, RouteRow]]) -> bool:
        """Does a function call what makes another answer of it (`reply.code(404)`)?"""
        other = {method for _, row in rows for method in row.otherwise}
        sites = self._code.graph(function.file, function.unit).calls if other else ()
        return any(site.function == function.number and site.method in other for site in sites)

    def _of_row(self, function: FunctionId, one: Handed, row: RouteRow) -> Projection:
        graph = self._code.graph(one.file, one.unit)
        site = self._before(one, row.modelled) if row.modelled else graph.calls[one.call]
        for place in places_of(row.model) if row.model is not None else ():
            for node, path in placed(site, place) if site is not None else ():
                if path:
                    return ALL
                if row.declared:
                    return self._models.of_type(one.file, _spelled(graph.source[node]), shown=True)
                found = self._schemas.inside(Spot(one.file, one.unit, node), place.path)
                if found is not None:
                    return found
        source = self._code.graph(function.file, function.unit).functions[function.number].source
        declared = source.returns if row.declared and source is not None else ""
        return self._models.of_type(function.file, declared, shown=True) if declared else ALL

    def _before(self, one: Handed, method: str) -> CallSite | None:
        """The call of a method before another one in the same expression (`procedure.output(Item).query(…)`)."""
        graph = self._code.graph(one.file, one.unit)
        site: CallSite | None = graph.calls[one.call]
        while site is not None and site.method != method:
            number = graph.results.get(site.receiver)
            site = graph.calls[number] if number is not None else None
        return site


def _spelled(it: object) -> str:
    """The text of an expression that stands for a type: `Item`, `models.Item`, `list[Item]`; "" for any other."""
    if isinstance(it, code.Name):
        return it.name
    if isinstance(it, code.Member) and (whole := _spelled(it.object)):
        return f"{whole}.{it.key}"
    if isinstance(it, code.Index) and (whole := _spelled(it.object)) and (inner := _spelled(it.key)):
        return f"{whole}[{inner}]"
    return ""
