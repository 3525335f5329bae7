"""Reads of a map or a cache that give nothing of a value, whichever way it takes: it was never put there under a key
that may be the one that is asked for.

`lookups` asks one way; here all puts of the value count that come to what is read, and all calls by which the sink may
ask for it.
"""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from audit.flow.contexts import IMPLICIT, VALUE, Context, Fact, Reason, Seed, entered_at, fact_of, is_value, seed_of
from audit.flow.keys import may_be_same, sides
from audit.flow.solver.facts import EACH
from audit.trace.path.asking import ANY
from audit.trace.path.lookups import put_by
from audit.trace.path.ways import carries, comes_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.contexts import Caller
    from audit.flow.solver import Solver
    from audit.trace.path.asking import Asking
    from audit.trace.path.ways import Way

_FARTHEST = 400

Callers = dict[Context, dict["Caller", None]]


class Read(NamedTuple):
    """A call that gives a part of what a map holds: the fact of the map, and that of what comes out."""

    holder: Fact
    found: Fact


class Vain:
    """Answers about the reads on ways."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._seed = Seed(-1)
        self._known: dict[tuple[Solver, Fact, Seed], frozenset[str]] = {}

    def bars(self, solver: Solver, reason: Reason, way: Way) -> bool:
        """Does all of the value come by such reads alone, where the first one found is on the way?"""
        for read in _reads(way):
            put = self._put_for(solver, read.holder, seed_of(way.facts[0].context))
            before = _before(solver, reason, read.found) if _is_known(put) else None
            if before is None:
                continue
            call = read.found.context.graph.results[read.found.node]
            asked = self._keys(solver, read.found.context, call, before)
            if not _is_known(asked) or any(may_be_same(*two) for two in product(put, asked)):
                continue
            if read.found is way.facts[-1] or not comes_otherwise(solver, way.facts[-1], read.found, anywhere=True):
                return True
        return False

    def _put_for(self, solver: Solver, holder: Fact, seed: Seed) -> frozenset[str]:
        """The keys under which the value of a seed was put into a map; many ways lead over the same one."""
        key = (solver, holder, seed)
        if key not in self._known:
            self._seed = seed
            self._known[key] = self._put(solver, holder)
        return self._known[key]

    def _put(self, solver: Solver, holder: Fact) -> frozenset[str]:
        """The keys under which the value was put into a map, wherever that was before."""
        waiting, seen, keys = [holder], {holder}, set[str]()
        for here in waiting:
            others = solver.also.get(here, ())
            if len(waiting) > _FARTHEST or len(others) >= EACH or here in solver.weaker or here.label >= IMPLICIT:
                return ANY  # not all of what puts it there is known
            for reason in (here.reason, *others):
                before = fact_of(reason)
                if before is None:
                    brought = solver.all_brought(entered_at(here.context))
                    if not brought or None in brought:
                        return ANY
                elif any(map(is_value, before.path)):
                    brought = [before]
                elif is_value(here.path[0]) and here.path[1:] == before.path:
                    call = put_by(before, here, reason)
                    keys |= self._keys(solver, here.context, call, None) if call is not None else ANY
                    continue
                else:
                    return ANY
                new = [one for one in brought if one is not None and one not in seen]
                seen.update(new)
                waiting.extend(new)
        return frozenset(keys)

    def _keys(self, solver: Solver, context: Context, call: int, callers: Callers | None) -> frozenset[str]:
        """The texts that the key of a call may be, by the calls that `callers` has of a context; by all, without it."""
        node = solver.library.key_node(context.function.file, context.function.unit, call)
        bringing = partial(self._bringing, solver) if callers is None else partial(_of, callers)
        return self._asking.keys(solver.makers, node, context, bringing) if node >= 0 else ANY

    def _bringing(self, solver: Solver, context: Context) -> list[Caller]:
        """The calls by which the value comes into a context, or may come."""
        brought = solver.callers.get(context, {}).items()
        return [one for one, fact in brought if fact is None or carries(solver, fact.context, self._seed)]


def _of(callers: Callers, context: Context) -> Iterable[Caller]:
    return callers.get(context, {})


def _reads(way: Way) -> Iterator[Read]:
    """The calls on a way that give a part of what the map holds which they are methods of."""
    facts = way.facts
    inside = [at for at, one in enumerate(facts[:-1]) if one.path and one.path[0].startswith(VALUE)]  # `is_value`
    for holder, found in ((facts[at], facts[at + 1]) for at in inside):
        graph = found.context.graph
        call = graph.results.get(found.node)
        if call is not None and graph.calls[call].receiver == holder.node and found.path != holder.path:
            yield Read(holder, found)


def _before(solver: Solver, reason: Reason, read: Fact) -> Callers | None:
    """The calls that functions were left by between a read and what a reason is for; None where there are too many."""
    if reason.fact is None:
        return None
    found: Callers = {}
    _note(found, (reason,))
    waiting, seen = [reason.fact], {reason.fact, read}
    for here in waiting:
        if len(waiting) > _FARTHEST:
            return None
        reasons = (here.reason, *solver.also.get(here, ())) if here is not read else ()
        _note(found, reasons)
        before = set(map(fact_of, reasons))
        if None in before:
            before.update(solver.all_brought(entered_at(here.context)))
        new = [one for one in before if one is not None and one not in seen]
        seen.update(new)
        waiting.extend(new)
    return found


def _note(found: Callers, reasons: Iterable[Fact | Reason | None]) -> None:
    for one in reasons:
        for context, caller in one.left if isinstance(one, Reason) else ():
            found.setdefault(context, {})[caller] = None


def _is_known(keys: frozenset[str]) -> bool:
    return bool(keys) and all(any(sides(one)) for one in keys)
