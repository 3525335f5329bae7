"""What the engine keeps: known facts with the reasons for them, in an order that finds the best way first."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from audit.flow.code import Code, FunctionId, Spot
from audit.flow.contexts import Carried, Context, Entered, Fact, Inside, Path, Seed

if TYPE_CHECKING:
    from audit.flow.graph import Place

BUDGET = 400_000
"""Facts of one run; more are cut, and `cut` says so."""
_LABELS = 4


class Caller(NamedTuple):
    """A call that runs a function: `argument` -1 when it is the callee, else the argument that outside code calls."""

    context: Context
    call: int
    argument: int


class Exit(NamedTuple):
    """How a fact leaves a context: `kind` return, throw, out (a parameter was written into: `slot`), place or event."""

    kind: str
    slot: int
    what: object
    path: Path
    carried: Carried
    label: int


def placed(effect: Exit) -> tuple[str, int, Place]:
    """The file, unit and place of an effect on a place."""
    assert isinstance(effect.what, tuple)
    file, unit, place = effect.what
    return file, unit, place


class Event(NamedTuple):
    """A fact that reached a call of outside code, for whoever asked about it. `calls` leads from the outermost call in;
    where chains are not asked for it holds the last one only.
    """

    calls: tuple[tuple[str, int, int], ...]
    slot: int
    path: Path
    carried: Carried
    label: int = 0


class Reason(NamedTuple):
    """Why a fact holds: the fact before it, and the calls that were left on the way, innermost first.

    `guess` marks a step that was not certain.
    """

    fact: Fact | None
    left: tuple[tuple[Context, Caller], ...] = ()
    guess: bool = False


class Facts:
    """Known facts. A fact is taken up once for its strongest label; certain steps come before guesses."""

    def __init__(self, code: Code) -> None:
        self.code = code
        self.before: dict[Fact, Reason] = {}
        self.cut = False
        self._labels: dict[tuple[Context, int, Path, Carried], int] = {}
        self._queues: tuple[deque[Fact], ...] = tuple(deque() for _ in range(2 * _LABELS))
        self._contexts: dict[tuple[FunctionId, Seed | Entered | Inside], Context] = {}

    def add(self, fact: Fact, reason: Fact | Reason | None) -> None:
        """A fact, unless it is known with this label or a stronger one."""
        key = fact[:4]
        known = self._labels.get(key)
        if known is not None and known <= fact.label:
            return
        if len(self.before) >= BUDGET:
            self.cut = True
            return
        why = reason if isinstance(reason, Reason) else Reason(reason)
        self._labels[key] = fact.label
        self.before[fact] = why
        self._queues[2 * fact.label + why.guess].append(fact)

    def known(self, fact: Fact) -> Fact | None:
        """A fact as it is known: with this label or a stronger one; None when it was cut."""
        label = self._labels.get(fact[:4])
        return fact._replace(label=label) if label is not None else None

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
        key = (function, entry)
        found = self._contexts.get(key)
        if found is None:
            found = self._contexts[key] = Context(function, entry)
        return found

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
