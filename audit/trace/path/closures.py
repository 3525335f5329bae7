"""Which call enters a function on a way: one of those that were left, or the one that made a function that was.

What a function sees of the one around it was given by the call that made it: `later(title)()` is left by the second
call, and entered again by the first one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.contexts import Context, Fact, Reason, entered_at, fact_of

if TYPE_CHECKING:
    from audit.flow.solver import Caller, Solver

Left = list[tuple[Context, "Caller"]]

_FARTHEST = 200
"""Facts that a function is followed back over, to the call that gave it."""


def call_into(solver: Solver, context: Context, left: Left) -> Caller | None:
    """The call that entered a context, of those that are left; it and what lies before it are taken from these. None
    where it is not among them.
    """
    callers = solver.callers.get(context, {})
    while left:
        entered, caller = left.pop()
        if entered is not context and entered_at(entered) is context:
            made = _maker(solver, entered, caller, left)
            if made is None:
                continue
            entered, (caller, left[:]) = context, made
        if entered is context and caller in callers:
            return caller
    return None


def _maker(solver: Solver, inner: Context, caller: Caller, left: Left) -> tuple[Caller, Left] | None:
    """The call that gave the function which a call runs, and the calls that are left behind it."""
    outer, fact, left = entered_at(inner), _function_at(solver, inner, caller), list(left)
    for _ in range(_FARTHEST):
        if fact is None:
            return None
        reason = fact.reason
        back = reason.left if isinstance(reason, Reason) else ()
        for position, (context, by) in enumerate(back):
            if context is outer:
                return by, [*left, *reversed(back[position + 1 :])]
        left.extend(reversed(back))
        fact = fact_of(reason) or _brought(solver, fact.context, left)
    return None


def _brought(solver: Solver, context: Context, left: Left) -> Fact | None:
    context = entered_at(context)
    caller = call_into(solver, context, left)
    return solver.callers[context][caller] if caller is not None else None


def _function_at(solver: Solver, inner: Context, caller: Caller) -> Fact | None:
    """The fact that the function stands where the call runs it."""
    site = caller.context.graph.calls[caller.call]
    node = site.callee if caller.argument < 0 else site.argument(caller.argument)
    return solver.known(Fact(caller.context, node, (), inner.closure)) if node >= 0 else None
