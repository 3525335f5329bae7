"""Functions that are parts of an argument (`{ queryFn, select }`), and what is put into a part of what a call gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import Func
from audit.flow.code import Spot
from audit.flow.contexts import Path
from audit.flow.outside.matching import Run, after, put
from audit.flow.outside.rows_of_calls import RowsOfCalls

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.code import FunctionId


class RowsOfParts(RowsOfCalls):
    """Calls are named by file, unit and number."""

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self._parts: dict[tuple[str, int, int, int], dict[FunctionId, tuple[Path, ...]]] = {}

    def parts_of(self, file: str, unit: int, call: int, argument: int, function: FunctionId) -> tuple[Path, ...]:
        """Which parts of an argument a function is, where rows tell parts apart (`{ queryFn, select }`)."""
        key = (file, unit, call, argument)
        if key not in self._parts:
            self._parts[key] = self._find_parts(key)
        return self._parts[key].get(function, ())

    def _find_parts(self, key: tuple[str, int, int, int]) -> dict[FunctionId, tuple[Path, ...]]:
        file, unit, call, argument = key
        callees = (
            one
            for flow in self.flows(file, unit, call) or ()
            for place in (*flow.sources, *flow.targets)
            for one in place.callee
        )
        parts = dict.fromkeys(one.path for one in callees if one.root == "arg" and one.number == argument)
        found: dict[FunctionId, tuple[Path, ...]] = {}
        for part in parts if len(parts) > 1 else ():
            for value in self.values_at(file, unit, self._site(file, unit, call).arguments[argument], part):
                if isinstance(value, Func):
                    found[value.id] = (*found.get(value.id, ()), part)
        return found

    def fed(self, file: str, unit: int, call: int, path: Path) -> tuple[list[tuple[int, Path]], list[Run], bool]:
        """Where outside code brings what somebody puts into what a call gave: to other parts of it, into functions; and
        whether that is a guess.
        """
        results: list[tuple[int, Path]] = []
        runs: list[Run] = []
        guess = False
        for flow in self.flows(file, unit, call) or ():
            for source in flow.sources if not flow.implicit else ():
                rest = after(path, source.path, settled=True) if path and source.root == "result" else None
                if rest is not None:
                    guess |= put(flow, rest, self._site(file, unit, call), results, [], runs) or flow.guess
        return results, runs, guess

    def values_at(self, file: str, unit: int, node: int, part: Path) -> tuple[Value, ...]:
        """What a part of a node may be."""
        values = self._origins.of(Spot(file, unit, node))
        for step in part:
            values = tuple(dict.fromkeys(one for value in values for one in self._origins.member(value, step)))
        return values
