"""What handlers are given: the types of their parameters, and where response objects come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Text, Typed
from audit.flow.code import FunctionId, Spot
from audit.flow.routes.declared import DeclaredHandlers
from audit.flow.routes.memo import Asked, Memo
from audit.flow.routes.rows import is_plugin, takes

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.routes.back import Source
    from audit.flow.routes.decorated import Decorated
    from audit.flow.routes.files import FileRoutes
    from audit.flow.routes.model import Handed
    from audit.flow.routes.sources import Sources
    from audit.flow.routes.trails import Trails
    from audit.rulebook import RouteRow

_PLAIN = frozenset(("String", "Number", "Array", "Date", "RegExp", "str", "list", "dict", "int", "float"))
"""Types of the language itself that no framework gives to a handler to answer by."""
_TEXTS = frozenset(("String", "str"))


class Handlers:
    """Functions that a framework calls, by what it gives them."""

    def __init__(
        self,
        origins: Origins,
        trails: Trails,
        sources: Sources,
        files: FileRoutes,
        decorated: Decorated,
        asked: Asked,
    ) -> None:
        self._origins, self._code, self._trails, self._sources = origins, origins.code, trails, sources
        self._files, self._decorated = files, decorated
        self._declared = DeclaredHandlers(origins)
        self._known: Memo[dict[int, tuple[str, ...]]] = Memo(asked, {})
        self._types: Memo[tuple[str, ...]] = Memo(asked, ())

    def parameters(self, function: FunctionId) -> dict[int, tuple[str, ...]]:
        """The types of a function's parameters by position: as annotated, decorated or registered."""
        return self._known.of(function, lambda: self._find(function))

    def types(self, spot: Spot) -> tuple[str, ...]:
        """The outside types that the value at a node may have, also as a handler's parameter."""
        return self._types.of(spot, lambda: self._find_types(spot))

    def rows(self, function: FunctionId, *, own: bool = False, sure: bool = False) -> tuple[RouteRow, ...]:
        """The rows by which a framework calls a function or one that stands for it, or (`own`) the function itself; or
        (`sure`) those by which it is known to call it, and not what unknown code made of it.
        """
        ends = self._trails.of_function(function)
        found = [
            row
            for end in ends.handed
            if (end.own or not own) and not (sure and end.guess)
            for row in end.rows
            if takes(row, end.argument, end.path, end.name) and not is_plugin(row) and self._is_hook(end, row)
        ]
        for one in ends.exported:
            found.extend(self._files.taking(one) if not (sure and one.guess) else ())
        graph = self._code.graph(function.file, function.unit)
        replaced = any(method == function for method, _ in ends.methods) or graph.is_replaced(function.number)
        for standing in (*(() if replaced and own else (function,)), *ends.stands):
            found.extend(row for *_, row in self._decorated.of(standing))
        for method, itself in ends.methods:
            found.extend(row for *_, row in self._decorated.of(method) if itself or not own)
        return tuple(dict.fromkeys(found))

    def _is_hook(self, end: Handed, row: RouteRow) -> bool:
        """Is what answers, where the first argument says when, called at a time of which the row speaks?"""
        if not (row.hooks and row.renders):
            return True
        graph = self._code.graph(end.file, end.unit)
        said = graph.source[graph.calls[end.call].argument(0)]
        return isinstance(said, lowered.Literal) and said.value in row.hooks

    def is_stood_for(self, function: FunctionId) -> bool:
        """Does a framework call functions that call one (`app.get('/', guarded(show))`), and never that itself?"""
        ends = self._trails.of_function(function)
        rows = [(end, row) for end in ends.handed for row in end.rows if not is_plugin(row)]
        taken = [end.own for end, row in rows if takes(row, end.argument, end.path, end.name)]
        taken += [one.own for one in ends.exported if self._files.taking(one) or self._files.of(one.file)]
        return (
            bool(taken) and not any(taken) and not ends.methods and not any(True for _ in self._decorated.of(function))
        )

    def _find_types(self, spot: Spot) -> tuple[str, ...]:
        values = self._origins.of(spot)
        found = [value.type for value in values if isinstance(value, Typed)]
        if self._is_plain(values) or (not values and self._is_of_text(spot)):
            return tuple(dict.fromkeys(found))  # a text that is replaced is no router, whoever calls
        for source in self._sources.of(spot, everywhere=True):
            found.extend(self._of_source(source))
        return tuple(dict.fromkeys(found))

    @staticmethod
    def _is_plain(values: tuple[Value, ...], types: frozenset[str] = _PLAIN) -> bool:
        return bool(values) and all(isinstance(one, Text) or getattr(one, "type", "") in types for one in values)

    def _is_of_text(self, spot: Spot) -> bool:
        """Is it what methods of a text give (`name.trim().replace(…)`), none of which is given a function?"""
        graph = self._code.graph(spot.file, spot.unit)
        node = spot.node
        while node in graph.results and graph.calls[graph.results[node]].receiver >= 0:
            site = graph.calls[graph.results[node]]
            if not all(isinstance(graph.source[one], lowered.Literal) for one in site.arguments):
                return False
            node = site.receiver
            if self._is_plain(self._origins.of(Spot(spot.file, spot.unit, node)), _TEXTS):
                return True
        return False

    def _find(self, function: FunctionId) -> dict[int, tuple[str, ...]]:
        graph = self._code.graph(function.file, function.unit)
        source = graph.functions[function.number].source
        written = self._decorated.parameters(function)
        given = self._given(function, len(source.params) if source is not None else 0)
        found: dict[int, tuple[str, ...]] = {}
        for position, parameter in enumerate(source.params if source is not None else ()):
            typed = self._origins.types.value(function.file, parameter.type) if parameter.type else ()
            kinds = [value.type for value in typed if isinstance(value, Typed)]
            if position in written:
                kinds.append(written[position])
            kinds.extend(given.get(position, ()) or self._declared.parameter(function, position))
            if kinds:
                found[position] = tuple(dict.fromkeys(kinds))
        rest = graph.functions[function.number].rest
        if rest >= 0:  # `(...all) => run(...all)`: what is given from there on, each
            for position in (one for one in given if one >= rest):
                found[position] = tuple(dict.fromkeys(given[position]))
        return found

    def _given(self, function: FunctionId, count: int) -> dict[int, list[str]]:
        """By registration. Who takes one more than is given takes an error first."""
        found: dict[int, list[str]] = {}
        ends = self._trails.of_function(function)
        rows = [
            row for end in ends.handed if end.own for row in end.rows if takes(row, end.argument, end.path, end.name)
        ]
        for one in ends.exported:
            rows.extend(self._files.taking(one) if one.own else ())
        for row in rows:
            first = 1 if row.kind == "mount" and count == len(row.params) + 1 else 0
            for position, kind in enumerate(row.params, first):
                found.setdefault(position, []).append(kind)
        return found

    def _of_source(self, source: Source) -> tuple[str, ...]:
        if source.function is not None:  # `ctx.response` of a context is a type of its own
            kinds = self.parameters(source.function).get(source.position, ())
            return tuple(".".join((kind, *source.path)) for kind in kinds)
        if source.path:
            return ()
        return tuple(value.type for value in self._origins.of(source.spot) if isinstance(value, Typed))
