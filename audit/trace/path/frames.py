"""Which calls of a function a value came in by: of a helper that handlers share, those that gave it the value.

The engine keeps one context for a function and what it is given, whoever gives it; the calls stand with the context.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import Context, Seed, entered_at, seed_of
from audit.flow.routes.model import Bindings, Bound, bind, bound_call

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from audit.flow.solver import Caller, Solver

_MOST = 64


class Failed(Struct, frozen=True):
    """The value came to `taken_by`, which is mounted to take errors, as an error of `function`: one that it threw, or
    gave to what is called at `spot`.
    """

    taken_by: FunctionId
    function: FunctionId
    spot: Spot | None
    bindings: Bindings


Way = Bindings | Failed


class Frames:
    """Bindings of the functions around a place, for the facts of one seed of a label.

    `thrown`: by functions that are mounted to take errors, the contexts in which these were thrown, with the label.
    """

    def __init__(
        self,
        solver: Solver,
        seed: tuple[int, int],
        is_entry: Callable[[FunctionId], bool],
        thrown: Mapping[FunctionId, Mapping[Context, int]],
    ) -> None:
        self._solver, self._is_entry, self._thrown = solver, is_entry, thrown
        self.seed, self._label = seed
        self._known: dict[Context, tuple[Way, ...]] = {}
        self._open: set[Context] = set()

    def of(self, contexts: Iterable[Context]) -> tuple[Way, ...]:
        """The bindings under which facts of the seed hold in contexts; one without any where there are too many."""
        found = dict.fromkeys(one for context in contexts for one in self._above(context))
        return tuple(found) if len(found) <= _MOST else ((),)

    def _above(self, context: Context) -> tuple[Way, ...]:
        context = entered_at(context)
        if isinstance(context.entry, Seed):
            return self._begun(context, context.entry)
        if context in self._open:
            return ()  # a function that calls itself: those who called it first are asked
        if context not in self._known:
            self._open.add(context)
            self._known[context] = self._callers(context)
            self._open.remove(context)
        return self._known[context]

    def _begun(self, context: Context, seed: Seed) -> tuple[Way, ...]:
        """Where the seed is: in the function itself, or in those that have thrown it."""
        if seed.number != self.seed:
            return ()
        threw = [(one, label) for one, label in self._thrown.get(context.function, {}).items() if seed_of(one) == seed]
        known = (one for one, label in threw if label <= self._label)
        return tuple(Failed(context.function, one.function, None, ()) for one in known) if threw else ((),)

    def _callers(self, context: Context) -> tuple[Way, ...]:
        found: dict[Way, None] = {}
        entry = self._is_entry(context.function)  # a framework may be the one that calls it
        fails = context.function in self._thrown
        for caller in self._solver.callers.get(context, ()):
            file, unit = caller.context.function.file, caller.context.function.unit
            for way in self._above(caller.context):
                if not self._is_meant(context.function, caller, way):
                    continue
                bound = Bound(context.function, file, unit, caller.call)
                if isinstance(way, Failed):
                    found[way] = None
                elif fails:
                    found[_failed(context.function, caller, way)] = None
                else:
                    found[bind(way, bound) if caller.argument < 0 and not entry else way] = None
        return tuple(found) if len(found) <= _MOST else ((),)

    def _is_meant(self, function: FunctionId, caller: Caller, way: Way) -> bool:
        """Does a call run a function where it is come to by a way? Another component may be given another callback."""
        if caller.argument >= 0 or isinstance(way, Failed):
            return True
        return self._solver.may_be_meant(function, caller, lambda context: self._leading(context, way))

    def _leading(self, context: Context, bindings: Bindings) -> list[Caller]:
        """The calls into a context: the one that its function is bound to, in whatever context that stands."""
        callers, bound = self._solver.callers.get(context, ()), bound_call(bindings, context.function)
        found = [one for one in callers if bound is not None and _is(one, bound)]
        return found or list(callers)


def _is(caller: Caller, bound: Bound) -> bool:
    function = caller.context.function
    return caller.argument < 0 and (function.file, function.unit, caller.call) == (bound.file, bound.unit, bound.call)


def _failed(taken_by: FunctionId, caller: Caller, bindings: Bindings) -> Failed:
    """A call of `next(error)`."""
    function = caller.context.function
    site = caller.context.graph.calls[caller.call]
    return Failed(taken_by, function, Spot(function.file, function.unit, site.callee), bindings)
