"""What calls call: functions of the tree, and the vocabulary rows of registrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.values import ClassValue, Func, Typed
from audit.flow.code import FunctionId, Spot
from audit.flow.outside.rows import section_rows
from audit.flow.routes.declared import DeclaredHandlers
from audit.flow.routes.memo import Asked, Memo
from audit.flow.routes.rows import DECORATED, is_plugin, takes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.graph import CallSite
    from audit.flow.routes.sources import Sources
    from audit.rulebook import RouteRow


class Callees:
    """Answers about calls, each found once."""

    def __init__(self, origins: Origins, asked: Asked) -> None:
        self._origins, self._code, self._declared = origins, origins.code, DeclaredHandlers(origins)
        self._rows: Memo[tuple[RouteRow, ...]] = Memo(asked, ())

    def functions(self, file: str, unit: int, site: CallSite) -> tuple[FunctionId, ...]:
        """The functions of the tree that a call may run; the constructor of a class that is made."""
        found = [self.function_of(value) for value in self._origins.callees(file, unit, site)]
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def function_of(self, value: Value) -> FunctionId | None:
        """The code that calling a value runs."""
        if isinstance(value, Func):
            return value.id
        return self._origins.classes.constructor(value) if isinstance(value, ClassValue) else None

    def rows(self, file: str, unit: int, call: int, sources: Sources) -> tuple[RouteRow, ...]:
        """The rows that make a call a registration. A receiver of unknown type is followed back."""
        return tuple(row for row in self._all_rows(file, unit, call, sources) if not row.decorator)

    def _all_rows(self, file: str, unit: int, call: int, sources: Sources) -> tuple[RouteRow, ...]:
        site = self._code.graph(file, unit).calls[call]
        return self._rows.of((file, unit, call), lambda: self._find(file, unit, site, sources))

    def _find(self, file: str, unit: int, site: CallSite, sources: Sources) -> tuple[RouteRow, ...]:
        index = self._origins.vocabulary.routes
        callees = self._origins.callees(file, unit, site)
        found = [row for callee in callees for row in section_rows(index, callee)]
        if not found and site.receiver >= 0 and index.methods(site.method):
            for kind in self.types(Spot(file, unit, site.receiver), sources):
                found.extend(index.on(kind, site.method))
        for name in self._computed(file, unit, site, sources) if not found and site.receiver >= 0 else ():
            for kind in self.types(Spot(file, unit, site.receiver), sources) if index.methods(name) else ():
                found.extend(index.on(kind, name))
        return tuple(dict.fromkeys(found))

    def _computed(self, file: str, unit: int, site: CallSite, sources: Sources) -> list[str]:
        """The names of a method that is called by a computed key: `app[route.method](…)`."""
        held = self._code.graph(file, unit).keys.get(site.callee)
        made = sources.of(Spot(file, unit, held)) if held is not None else ()
        found = (self._code.graph(one.spot.file, one.spot.unit).source[one.spot.node] for one in made if not one.path)
        return [str(one.value) for one in found if isinstance(one, lowered.Literal)]

    def decorating(self, file: str, unit: int, call: int, sources: Sources) -> tuple[RouteRow, ...]:
        """The rows that make a call a registration of what stands below it."""
        return tuple(row for row in self._all_rows(file, unit, call, sources) if takes(row, DECORATED, ()))

    def types(self, spot: Spot, sources: Sources) -> tuple[str, ...]:
        """The outside types of a value, looked for at the node and where the value comes from."""
        found = [one for one in sources.of(spot, everywhere=True) if not one.path]
        values = [value for at in (spot, *(one.spot for one in found)) for value in self._origins.of(at)]
        kinds = [value.type for value in values if isinstance(value, Typed)]
        for one in found:
            if one.function is not None:
                kinds.extend(self._declared.parameter(one.function, one.position))
                kinds.extend(self._as_plugin(one.function, one.position, sources))
        return tuple(dict.fromkeys(kinds))

    def _as_plugin(self, function: FunctionId, position: int, sources: Sources) -> Iterator[str]:
        """The type of a parameter by which a function gets a router to register on."""
        for end in sources.trails.of_function(function).handed:
            for row in end.rows if end.own else ():
                if is_plugin(row) and takes(row, end.argument, end.path, end.name) and position < len(row.params):
                    yield row.params[position]

    def passes_on(self, file: str, unit: int, call: int, sources: Sources) -> bool:
        """Is the result the router that the call registers on, for the next in a chain?"""
        site = self._code.graph(file, unit).calls[call]
        if site.receiver < 0 or not self._origins.vocabulary.routes.methods(site.method):
            return False
        return any(row.kind in ("route", "mount") for row in self.rows(file, unit, call, sources))
