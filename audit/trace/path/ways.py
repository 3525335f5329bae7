"""The way of a value, read back from the reasons of the engine: places in order, from the access to the sink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.contexts import Context, Entered, Fact, Inside, Reason

if TYPE_CHECKING:
    from audit.flow.solver import Caller, Solver

_LONGEST = 400


class Way(Struct, frozen=True, order=True):
    """Facts from the first to the last; `sure` when no step was a guess."""

    facts: tuple[Fact, ...]
    sure: bool


def way_to(solver: Solver, reason: Reason) -> Way:
    """The facts that lead to a reason. Calls that were left are entered again by the call that is on the way."""
    found: list[Fact] = []
    left: list[tuple[Context, Caller]] = list(reversed(reason.left))
    fact, sure = reason.fact, not reason.guess
    seen: set[tuple[Fact, int]] = set()
    while fact is not None and len(found) < _LONGEST:
        seen.add((fact, len(left)))
        if len(seen) == len(found):
            break  # it was there before
        found.append(fact)
        why = fact.reason
        if isinstance(why, Reason):
            sure = sure and not why.guess and not any(one in solver.guessed for one in why.left)
            left.extend(reversed(why.left))
            why = why.fact
        fact = why
        if fact is None:
            fact, guess = entered_by(solver, found[-1].context, left)
            sure = sure and not guess
    return Way(tuple(reversed(found)), sure and len(found) < _LONGEST)


def entered_by(solver: Solver, context: Context, left: list[tuple[Context, Caller]]) -> tuple[Fact | None, bool]:
    """The fact that a call brought in, and whether the call is a guess: the call on the way, else the best of all.

    `this` may stand in a function inside the one that was entered.
    """
    while isinstance(context.entry, Inside):
        context = context.entry.context
    if not isinstance(context.entry, Entered):
        return None, False
    callers = solver.callers.get(context, {})
    while left:
        entered, caller = left.pop()
        if entered is context and caller in callers:
            return callers[caller], (context, caller) in solver.guessed
    brought = [(fact, (context, caller) in solver.guessed) for caller, fact in callers.items() if fact is not None]
    return min(brought, key=lambda one: one[1], default=(None, False))
