"""Can the calls run by which a response came to a place? Not where a test before one of them fails by what the calls
around it give: `if (options.kind === 'draft') return draft(options)`, called with `{ kind: 'final', res }`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId
from audit.flow.contexts import Caller, Context, Seed
from audit.flow.pieces import inside
from audit.flow.routes.model import Bound
from audit.trace.path.closed import COPIES
from audit.trace.path.failing import Failing
from audit.trace.path.given import Given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Code, Spot
    from audit.flow.routes.model import Bindings
    from audit.flow.structure import Test
    from audit.trace.path.ways import Calls


class BoundWays:
    """Answers about chains of calls, as the search for routes knows them."""

    def __init__(self, code: Code) -> None:
        self._code, self._given = code, Given(code.structures)
        self._failing = Failing(code.structures, self._given)

    def open(self, spot: Spot, bindings: Bindings) -> bool:
        """May code at a place run with a response that came there by these calls?"""
        bound = [one for one in bindings if isinstance(one, Bound)]
        if not bound:
            return True
        contexts = {one.function: self._context(one.function) for one in bound}
        calls: Calls = {}
        standing: list[tuple[Context, int]] = []
        for one in bound:
            site = self._code.graph(one.file, one.unit).calls[one.call]
            around = FunctionId(one.file, one.unit, site.function)
            there = contexts.setdefault(around, self._context(around))
            calls[contexts[one.function]] = Caller(there, one.call, -1)
            standing.append((there, site.result))
        here = FunctionId(spot.file, spot.unit, self._code.graph(spot.file, spot.unit).function[spot.node])
        if here in contexts:
            standing.append((contexts[here], spot.node))
        return not any(self._is_barred(context, node, calls) for context, node in standing)

    def _context(self, function: FunctionId) -> Context:
        return Context(function, Seed(-1), self._code.graph(function.file, function.unit))

    def _is_barred(self, context: Context, node: int, calls: Calls) -> bool:
        return any(self._fails(one, context, calls) for one in self._failing.before(context, node))

    def _fails(self, test: Test, context: Context, calls: Calls) -> bool:
        if not self._failing.fails(test, context, calls):
            return False
        names = [one for one in inside(test.expression) if isinstance(one, lowered.Name)]
        asked = [self._given.parameter(one, context) for one in names]
        keys = {one.key for one in inside(test.expression) if isinstance(one, lowered.Member)}
        keys |= {step for one in asked if one is not None for step in one.steps if isinstance(step, str)}
        return not keys or all(self._keeps(*one, keys) for one in self._handed(names, test, context, calls))

    def _handed(
        self, names: list[lowered.Name], test: Test, context: Context, calls: Calls
    ) -> Iterator[tuple[Context, str, int]]:
        """The functions that hand on what a test asks, by which parameter, up to where it is made; each with the place
        up to which it must stay what it was.
        """
        waiting = [(one, context, test.expression.at) for one in names]
        for name, here, at in waiting:
            found = self._given.parameter(name, here)
            caller = calls.get(found.context) if found is not None else None
            if found is None or caller is None:
                continue
            yield found.context, name.name, at
            site = caller.context.graph.calls[caller.call]
            known = found.position < len(site.arguments)
            given = caller.context.graph.source[site.arguments[found.position]] if known else None
            roots = inside(given) if isinstance(given, (lowered.Name, lowered.Member)) else ()
            waiting.extend((one, caller.context, site.at) for one in roots if isinstance(one, lowered.Name))

    def _keeps(self, context: Context, name: str, at: int, keys: set[str]) -> bool:
        """Does a function, before a place, neither write these members nor hand the object to others? A loop comes
        round again, and functions inside may run at any time.
        """
        shape = context.graph.functions[context.function.number].source
        loops = [one for one in self._code.structures.around(context.function).loops if one[0] <= at <= one[1]]
        return shape is not None and not any(
            _changes(one, name, keys)
            for one, inner in _everything(shape)
            if inner or one.at < at or any(first <= one.at <= last for first, last in loops)
        )


def _everything(function: lowered.Function, *, inner: bool = False) -> Iterator[tuple[lowered.Node, bool]]:
    """The code of a function with that of functions inside, which is marked."""
    for one in inside(function):
        yield one, inner
        if isinstance(one, lowered.Function) and one is not function:
            yield from _everything(one, inner=True)


def _changes(one: lowered.Node, name: str, keys: set[str]) -> bool:
    if isinstance(one, lowered.Assign):
        written = inside(one.target)
        return any(isinstance(part, lowered.Index) or getattr(part, "key", "") in keys for part in written)
    if not isinstance(one, lowered.Call):
        return False
    called = one.callee.key if isinstance(one.callee, lowered.Member) else getattr(one.callee, "name", "")
    return called in COPIES or any(isinstance(part, lowered.Name) and part.name == name for part in one.args)
