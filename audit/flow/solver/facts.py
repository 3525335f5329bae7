"""What the engine keeps: known facts with the reasons for them, in an order that finds the best way first."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.code import Code, FunctionId, Spot
from audit.flow.contexts import (
    ARGUMENT,
    DATA,
    DEEPEST,
    IMPLICIT,
    REJECTED,
    Carried,
    Context,
    Entered,
    Fact,
    Inside,
    Path,
    Reason,
    Seed,
    deciding,
    is_doubtful,
    is_value,
)

if TYPE_CHECKING:
    from audit.flow.graph import Place
    from audit.flow.solver.live import Live
    from audit.flow.solver.wanted import Wanted

BUDGET = 400_000
"""Facts of one run; more are cut, and `cut` says so."""
WAYS, EACH = 50_000, 8
"""Ways of data, and of what it decides, that are kept beside the first, of all effects and of one: for the fields of
paths alone.
"""
_LABELS = 4
_DECIDING = 12
"""Further reasons that are kept of what a value decides."""
_VALUE = (*DATA, "")
"""What effects of data carry; events carry nothing."""


class Exit(Struct, frozen=True, order=True):
    """How a fact leaves a context: `kind` return, throw, out (a parameter was written into: `slot`), place or event.
    `held` is how many steps of the path lead to what was written into: 0 where it is what is there itself.
    """

    kind: str
    slot: int
    what: object
    path: Path
    carried: Carried
    label: int
    held: int = 0


def placed(effect: Exit) -> tuple[str, int, Place]:
    """The file, unit and place of an effect on a place."""
    assert isinstance(effect.what, tuple)
    file, unit, place = effect.what
    return file, unit, place


class Event(Struct, frozen=True, order=True):
    """A fact that reached a call of outside code, for whoever asked about it. `calls` leads from the outermost call in;
    where chains are not asked for it holds the last one only.
    """

    calls: tuple[tuple[str, int, int], ...]
    slot: int
    path: Path
    carried: Carried
    label: int = 0


class Facts:
    """Known facts. A fact is taken up when its label grows stronger and when it turns out certain; guesses are last."""

    wanted: Wanted
    live: Live

    def __init__(self, code: Code) -> None:
        self.code = code
        self.cut = False
        self.also: dict[Fact, list[Fact | Reason]] = {}
        """Further reasons of facts that decide nothing: other ways to the same place."""
        self.weaker: set[Fact] = set()
        """What stands in maps and is put there with a weaker label, too; by which calls is not kept."""
        self.decided: dict[Fact, list[Fact | Reason]] = {}
        """Those of facts that are decided by a value: what else decides. Few are kept of each."""
        self._surer: dict[tuple[object, ...], int] = {}  # labels of certain facts that are known stronger, with a doubt
        self._ways: set[tuple[object, Exit, Fact | None]] = set()
        self._counts: dict[tuple[object, Exit], int] = {}
        self._known = 0
        self._queues: tuple[deque[Fact], ...] = tuple(deque() for _ in range(2 * _LABELS))
        self._contexts: dict[FunctionId, dict[Seed | Entered | Inside, Context]] = {}

    def add(self, fact: Fact, reason: Fact | Reason | None) -> None:
        """A fact, unless it is known with this label or a stronger one, and as certain."""
        facts, key = fact.context.facts, (fact.node, fact.path, fact.carried)
        known = facts.get(key)
        if (
            known is not None
            and known.label <= fact.label
            and not (known.doubt and self._is_surer(fact, known, reason))
        ):
            if known.label == fact.label <= ARGUMENT and fact.carried in DATA and reason is not None:
                self.also.setdefault(known, []).append(reason)
            elif known.label == fact.label == IMPLICIT and fact.carried in DATA and reason is not None:
                self._decides(known, reason)
            elif known.label < fact.label and any(map(is_value, fact.path)):
                self.weaker.add(known)
            return
        if self._known >= BUDGET:
            self.cut = True
            return
        self._known += 1
        fact.reason, fact.doubt = reason, is_doubtful(reason)
        if known is None or known.label >= fact.label:
            facts[key] = fact
            if known is not None and known.label > fact.label and any(map(is_value, fact.path)):
                self.weaker.add(fact)
        self._queues[2 * fact.label + fact.doubt].append(fact)

    def add_live(self, fact: Fact, reason: Fact | Reason | None) -> None:
        """A fact, unless nothing reads that part of what is at its node; not for facts that are asked for later on."""
        if self.live.leads(fact.context.graph, fact.node, fact.path):
            self.add(fact, reason)

    def _decides(self, known: Fact, reason: Fact | Reason) -> None:
        others = self.decided.setdefault(known, [])
        if len(others) < _DECIDING:
            others.append(reason)

    def born(self, fact: Fact, reason: Fact | Reason | None) -> None:
        """A value is there for the first time. Whether it is depends on the call that gives it: its promise may be
        rejected instead, which whoever catches that knows of.
        """
        self.add(fact, reason)
        if self.wanted.implicit and fact.carried == "value":
            path = (*fact.path, *REJECTED)[:DEEPEST]
            self.add(Fact(fact.context, fact.node, path, fact.carried, deciding(fact.label)), self.known(fact))

    def _is_surer(self, fact: Fact, known: Fact, reason: Fact | Reason | None) -> bool:
        """Is a fact certain, where it was known with a doubt so far? One of a weaker label goes on beside that."""
        if is_doubtful(reason):
            return False
        if known.label == fact.label:
            others = self.also.pop(known, [])
            if known.reason is not None:
                self.also[fact] = [known.reason, *others]
            return True
        key = (fact.context, fact.node, fact.path, fact.carried)
        label = self._surer.get(key)
        if label is not None and label <= fact.label:
            return False
        self._surer[key] = fact.label
        return True

    def is_other_way(self, to: object, effect: Exit, reason: Reason) -> bool:
        """Does data have an effect in one more way? Each way, by the fact before it, is new once."""
        if effect.label > IMPLICIT or effect.carried not in _VALUE or len(self._ways) >= WAYS:
            return False
        way = (to, effect, reason.fact)
        known = self._counts.get(way[:2], 0)
        if known >= EACH or way in self._ways:
            return False
        self._ways.add(way)
        self._counts[way[:2]] = known + 1
        return True

    @staticmethod
    def known(fact: Fact) -> Fact | None:
        """A fact as it is known: with this label or a stronger one; None when it was cut."""
        return fact.context.facts.get((fact.node, fact.path, fact.carried))

    def again(self, fact: Fact) -> None:
        """Take up a known fact once more: what it leads to depends on calls that were not known then."""
        self._queues[2 * fact.label].append(fact)

    def next(self) -> Fact | None:
        """The fact to take up next."""
        for queue in self._queues:
            if queue:
                return queue.popleft()
        return None

    def context(self, function: FunctionId, entry: Seed | Entered | Inside) -> Context:
        """The one context of a function and an entry."""
        known = self._contexts.setdefault(function, {})
        found = known.get(entry)
        if found is None:
            found = known[entry] = Context(function, entry, self.code.graph(function.file, function.unit))
        return found

    def contexts_of(self, function: FunctionId) -> list[Context]:
        """All contexts of a function."""
        return list(self._contexts.get(function, {}).values())

    def let_go(self) -> None:
        """Nothing more is to be asked of the facts: they and their contexts hold each other, and would wait for the
        collector of garbage.
        """
        for known in self._contexts.values():
            for context in known.values():
                context.facts.clear()
        self._contexts.clear()

    def root(self, spot: Spot, seed: Seed) -> Context:
        """The context of a seed's node: nested functions are seen from the outermost one in."""
        graph = self.code.graph(spot.file, spot.unit)
        return self.nested(spot.file, spot.unit, graph.function[spot.node], seed)

    def nested(self, file: str, unit: int, number: int, seed: Seed) -> Context:
        """The context of a function for facts of a seed."""
        graph = self.code.graph(file, unit)
        function = FunctionId(file, unit, number)
        parent = graph.functions[number].parent
        if number == 0 or parent <= 0:
            return self.context(function, seed)
        return self.context(function, Inside(self.nested(file, unit, parent, seed)))
