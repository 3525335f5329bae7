"""Calls that never come back: a branch that ends with one goes on nowhere (`if (row.flag) notFound()`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Func, Method
from audit.flow.outside.rows import section_rows
from audit.flow.pieces import inside

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.code import FunctionId
    from audit.flow.graph import CallSite
    from audit.flow.structure import Structure
    from audit.judge.deciding.places import Places


class Endless:
    """Answers by function of the tree."""

    def __init__(self, origins: Origins, places: Places) -> None:
        self._origins, self._places = origins, places
        self._known: dict[FunctionId, bool] = {}

    def of(self, structure: Structure, file: str, unit: int) -> frozenset[int]:
        """The calls among those that the branches of some code end with, by identity."""
        return frozenset(id(one) for one in structure.closing if self._is_endless(one, file, unit))

    def _is_endless(self, run: lowered.Expr, file: str, unit: int) -> bool:
        called = run.value if isinstance(run, lowered.Await) else run
        spot = self._places.node(file, unit, called)
        graph = self._places.code.graph(file, unit)
        if spot is None or spot.node not in graph.results:
            return False
        site = graph.calls[graph.results[spot.node]]
        callees = self._origins.callees(file, unit, site)
        found = {self._ends(one, site, awaited=run is not called) for one in callees}
        return True in found and False not in found

    def _ends(self, callee: Value, site: CallSite, *, awaited: bool) -> bool | None:
        """None where the type of what it is called on is but a name."""
        if isinstance(callee, Func):
            return not site.new and self._throws(callee.id, awaited=awaited)
        rows = section_rows(self._origins.vocabulary.library, callee)
        if not rows and isinstance(callee, Method) and "#" not in callee.type:
            return None
        return bool(rows) and all(row.endless for row in rows)

    def _throws(self, function: FunctionId, *, awaited: bool) -> bool:
        """Does a function of the tree come to no end, whatever it is given?"""
        source = self._places.code.graph(function.file, function.unit).functions[function.number].source
        if source is None or source.generator or (source.is_async and not awaited):
            return False
        if function not in self._known:
            self._known[function] = False
            structure = self._places.structure(function)
            returns = any(isinstance(it, lowered.Return) for it in inside(source.body))
            self._known[function] = not returns and source.at not in structure.ends
        return self._known[function]
