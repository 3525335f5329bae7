"""Which calls of a function a value came in by: of a helper that handlers share, those that gave it the value.

The engine keeps one context for a function and what it is given, whoever gives it; the calls stand with the context.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.contexts import Context, Inside, Seed
from audit.flow.routes.model import Bindings, Bound, bind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.flow.code import FunctionId
    from audit.flow.solver import Solver

_MOST = 64


class Frames:
    """Bindings of the functions around a place, for the facts of one seed."""

    def __init__(self, solver: Solver, seed: int, is_entry: Callable[[FunctionId], bool]) -> None:
        self._solver, self.seed, self._is_entry = solver, seed, is_entry
        self._known: dict[Context, tuple[Bindings, ...]] = {}
        self._open: set[Context] = set()

    def of(self, contexts: Iterable[Context]) -> tuple[Bindings, ...]:
        """The bindings under which facts of the seed hold in contexts; one without any where there are too many."""
        found = dict.fromkeys(one for context in contexts for one in self._above(context))
        return tuple(found) if len(found) <= _MOST else ((),)

    def _above(self, context: Context) -> tuple[Bindings, ...]:
        while isinstance(context.entry, Inside):
            context = context.entry.context
        if isinstance(context.entry, Seed):
            return ((),) if context.entry.number == self.seed else ()
        if context in self._open:
            return ()  # a function that calls itself: those who called it first are asked
        if context not in self._known:
            self._open.add(context)
            self._known[context] = self._callers(context)
            self._open.remove(context)
        return self._known[context]

    def _callers(self, context: Context) -> tuple[Bindings, ...]:
        found: dict[Bindings, None] = {}
        entry = self._is_entry(context.function)  # a framework may be the one that calls it
        for caller in self._solver.callers.get(context, ()):
            file, unit = caller.context.function.file, caller.context.function.unit
            for bindings in self._above(caller.context):
                bound = Bound(context.function, file, unit, caller.call)
                found[bind(bindings, bound) if caller.argument < 0 and not entry else bindings] = None
        return tuple(found) if len(found) <= _MOST else ((),)
