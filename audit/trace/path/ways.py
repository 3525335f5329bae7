"""The way of a value, read back from the reasons of the engine: places in order, from the access to the sink."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.contexts import IMPLICIT, Context, Entered, Fact, Reason, Seed, entered_at, fact_of, seed_of
from audit.trace.path.closures import call_into

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.flow.solver import Caller, Solver

_LONGEST = 400
_FARTHEST = 3_000
"""Facts before a place that are gone through for another way to it."""


Calls = dict[Context, "Caller | None"]
"""The calls that contexts were entered by; None for one that was entered by several."""


class Way(Struct, frozen=True):
    """Facts from the first to the last; `sure` when no step was a guess. `calls`: those that are on the way. `denied`:
    the code says that nothing comes by it, nor by another way to the same place; `hollow`: what comes is nothing.
    """

    facts: tuple[Fact, ...]
    sure: bool
    calls: Calls = {}
    denied: bool = False
    hollow: bool = False


def way_to(solver: Solver, reason: Reason, around: frozenset[Fact] = frozenset()) -> Way:
    """The facts that lead to a reason, where there are others not those in `around`. Calls that were left are entered
    again by the call that is on the way.
    """
    found: list[Fact] = []
    left: list[tuple[Context, Caller]] = list(reversed(reason.left))
    fact, sure = reason.fact, not reason.guess
    seen: set[tuple[Fact, int]] = set()
    calls: Calls = {}
    _note(calls, reason.left)
    while fact is not None and len(found) < _LONGEST:
        seen.add((fact, len(left)))
        if len(seen) == len(found):
            break  # it was there before
        found.append(fact)
        why = fact.reason if not around else _other(solver, fact, around)
        if isinstance(why, Reason):
            sure = sure and not why.guess and not any(one in solver.guessed for one in why.left)
            left.extend(reversed(why.left))
            _note(calls, why.left)
            why = why.fact
        fact = why
        if fact is None:
            fact, guess = entered_by(solver, found[-1].context, left, calls)
            sure = sure and not guess
    return Way(tuple(reversed(found)), sure and len(found) < _LONGEST, calls)


def on_way(way: Way, context: Context) -> tuple[Caller, ...]:
    """The call that a context is entered by on a way, or left by."""
    caller = way.calls.get(context)
    return (caller,) if caller is not None else ()


def left_by(solver: Solver, reason: Reason, way: Way) -> Calls:
    """The calls of a way whose results it goes on with."""
    left = set(reason.left)
    for before, fact in pairwise(way.facts):
        reasons = (fact.reason, *solver.also.get(fact, ()))
        left.update(pair for one in reasons if isinstance(one, Reason) and one.fact is before for pair in one.left)
    return {context: caller for context, caller in way.calls.items() if caller and (context, caller) in left}


def _other(solver: Solver, fact: Fact, around: frozenset[Fact]) -> Fact | Reason | None:
    """Why a fact holds: the first reason that does not come from one of some facts."""
    reasons = (fact.reason, *solver.also.get(fact, ()))
    others = (one for one in reasons if fact_of(one) not in around)
    return next(others, fact.reason)


def _note(calls: Calls, left: Iterable[tuple[Context, Caller]]) -> None:
    for context, caller in left:
        calls[context] = caller if calls.get(context, caller) == caller else None


def entered_by(
    solver: Solver, context: Context, left: list[tuple[Context, Caller]], calls: Calls | None = None
) -> tuple[Fact | None, bool]:
    """The fact that a call brought in, and whether the call is a guess: the call on the way, else the best of all.

    `this` may stand in a function inside the one that was entered.
    """
    context = entered_at(context)
    if not isinstance(context.entry, Entered):
        return None, False
    callers = solver.callers.get(context, {})
    on_way = call_into(solver, context, left)
    if on_way is not None:
        if calls is not None:
            _note(calls, ((context, on_way),))
        return callers[on_way], (context, on_way) in solver.guessed
    brought = [(fact, caller) for caller, fact in callers.items() if fact is not None]
    if not brought:
        return None, False
    fact, caller = min(brought, key=lambda one: (context, one[1]) in solver.guessed)
    if calls is not None:
        _note(calls, ((context, caller),))
    return fact, (context, caller) in solver.guessed


def comes_otherwise(
    solver: Solver, fact: Fact, *without: Fact, barred: Callable[[Fact], bool] | None = None, anywhere: bool = False
) -> bool:
    """May a fact be come to from the beginning but not by some others? Of what is decided not all ways are known.

    `anywhere`: a value may also begin in a function that code of the tree calls.
    """
    waiting, seen = [fact], {fact, *without}
    for here in waiting:
        if here.label >= IMPLICIT or len(waiting) > _FARTHEST:
            return True
        reasons = (here.reason, *solver.also.get(here, ()))
        before = set(map(fact_of, reasons))
        if None in before:
            entered = entered_at(here.context)
            brought = solver.all_brought(entered)
            if not brought or (anywhere and not isinstance(entered.entry, Entered)):
                return True  # it begins here
            before.update(brought)
        new = [one for one in before if one is not None and one not in seen and not (barred and barred(one))]
        seen.update(new)
        waiting.extend(new)
    return False


def enters_once(solver: Solver, way: Way) -> bool:
    """Is there but one call of the value for each function that a way goes into? Other calls may give what the function
    hangs on (an object of another class).
    """
    seed = seed_of(way.facts[0].context)
    for context in way.calls:
        brought = solver.callers.get(context, {}).values()
        if sum(one is None or carries(solver, one.context, seed) for one in brought) > 1:
            return False
    return True


def carries(solver: Solver, context: Context, seed: Seed) -> bool:
    """Do facts of a seed come into a context, as far as its callers are gone through?"""
    waiting, seen = [context], {context}
    for here in waiting:
        outer = entered_at(here)
        if isinstance(outer.entry, Seed):
            if outer.entry == seed:
                return True
            continue
        brought = solver.callers.get(outer, {}).values()
        if None in brought or len(waiting) > _LONGEST:
            return True
        new = [one.context for one in brought if one is not None and one.context not in seen]
        seen.update(new)
        waiting.extend(new)
    return False


def with_behind(solver: Solver, way: Way, around: frozenset[Fact]) -> frozenset[Fact]:
    """Facts to go around, with those on a way that are come to only by them."""
    found = set(around)
    for before, fact in pairwise(way.facts):
        if before in found and fact not in found:
            reasons = (fact.reason, *solver.also.get(fact, ()))
            if all(fact_of(one) in found for one in reasons):
                found.add(fact)
    return frozenset(found)
