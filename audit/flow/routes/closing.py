"""Handlers to which no request comes, as what runs before them never lets one on (`app.use("/old", gone)`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Func
from audit.flow.pieces import everything

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.code import FunctionId
    from audit.flow.routes.earlier import Earlier
    from audit.flow.routes.model import Handed
    from audit.flow.routes.preceding import Preceding

_CALLED, _ALL = "arg", "arguments"


class Closing:
    """Answers by registration."""

    def __init__(self, origins: Origins, preceding: Preceding) -> None:
        self._origins, self._preceding = origins, preceding
        self._known: dict[tuple[FunctionId, int], bool] = {}

    def closes(self, end: Handed) -> bool:
        """Does something end each request before it comes to what is registered?"""
        ways = self._preceding.of((end,))
        return bool(ways) and all(any(map(self._ends, way)) for way in ways)

    def _ends(self, earlier: Earlier) -> bool:
        """Does a function never call what a request goes on by?"""
        if any(not one.startswith(_CALLED) or "." in one for one in earlier.onward):
            return False
        values = self._origins.of(earlier.spot)
        return bool(values) and all(self._never_calls(one, earlier) for one in values)

    def _never_calls(self, value: Value, earlier: Earlier) -> bool:
        if not isinstance(value, Func) or value.guess:
            return False
        position = max(int(one.removeprefix(_CALLED)) for one in earlier.onward)
        key = (value.id, position)
        if key not in self._known:
            graph = self._origins.code.graph(value.id.file, value.id.unit)
            source = graph.functions[value.id.number].source
            self._known[key] = source is not None and _is_end(source, position)
        return self._known[key]


def _is_end(source: lowered.Function, position: int) -> bool:
    """Does a function do nothing with its parameter at a position? One with more is of another kind (for errors)."""
    parameters = source.params
    if len(parameters) > position + 1 or any(one.rest for one in parameters):
        return False
    onward = parameters[position].target if position < len(parameters) else None
    if onward is not None and not isinstance(onward, lowered.Name):
        return False
    used = {one.name for one in everything(source.body) if isinstance(one, lowered.Name)}
    return _ALL not in used and (onward is None or onward.name not in used)
