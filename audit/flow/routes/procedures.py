"""Procedures: handlers that are called by name, through the routers that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import Spot
from audit.flow.routes.memo import Asked, Memo
from audit.flow.routes.rows import takes

if TYPE_CHECKING:
    from audit.flow.routes.model import Bindings, Handed
    from audit.flow.routes.trails import Trails


class Procedures:
    """The dotted names of procedures: `user.byId`."""

    def __init__(self, trails: Trails, asked: Asked) -> None:
        self._trails, self._code = trails, trails.code
        self._known: Memo[tuple[str, ...]] = Memo(asked, ())

    def of(self, file: str, unit: int, call: int, bindings: Bindings) -> tuple[str, ...]:
        """The names under which what a call makes is reached; "" when no router holds it."""
        made = Spot(file, unit, self._code.graph(file, unit).calls[call].result)
        return self._known.of((made, bindings), lambda: self._find(made, bindings)) or ("",)

    def _find(self, made: Spot, bindings: Bindings) -> tuple[str, ...]:
        found = [name for end in self._trails.of(made, bindings).handed for name in self._below(end)]
        return tuple(dict.fromkeys(found))

    def _below(self, end: Handed) -> list[str]:
        """Its key in one router, below the names of the router."""
        held = any(row.kind == "object" and takes(row, end.argument, end.path[:1]) for row in end.rows)
        if not held:
            return []
        own = ".".join(end.path)
        return [f"{outer}.{own}" if outer else own for outer in self.of(end.file, end.unit, end.call, end.bindings)]
