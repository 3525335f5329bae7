"""One fact after another: along the edges of its graph, into calls, and through outside code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.members import Members
from audit.flow.backward.pairs import Pairs
from audit.flow.code import Spot
from audit.flow.contexts import (
    DEEPER,
    IMPLICIT,
    REJECTED,
    STANDING,
    STORED,
    UNRETURNED,
    Caller,
    Context,
    Entered,
    Fact,
    Path,
    Reason,
    Seed,
    is_over,
    seed_of,
)
from audit.flow.outside.library import Library
from audit.flow.solver.aliases import Aliases
from audit.flow.solver.dropping import Dropping
from audit.flow.solver.edges import RULES, Edges
from audit.flow.solver.facts import Exit
from audit.flow.solver.framed import Framed
from audit.flow.solver.listeners import Listeners
from audit.flow.solver.live import Live
from audit.flow.solver.makers import Makers
from audit.flow.solver.promises import CALLEE, Promises
from audit.flow.solver.putting import Putting
from audit.flow.solver.seats import Seats

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.code import FunctionId
    from audit.flow.contexts import Carried
    from audit.flow.solver.wanted import Wanted

__all__ = ["CALLEE", "Solver"]


_UNASKED = ((DEEPER,), (STANDING,))
"""Parts that are no matter to a test of what holds them."""


class Solver(Edges):
    """Facts grow from seeds until nothing new follows; then `events`, `further` and `also` hold what was found."""

    def __init__(self, origins: Origins, wanted: Wanted) -> None:
        super().__init__(origins)
        self.origins, self.wanted = origins, wanted
        self.live = Live(origins.code, origins.vocabulary.read)
        self.library = Library(origins)
        self.members = Members(origins)
        self.pairs = Pairs(origins)
        self.aliases = Aliases(origins, self.library, self.members, self.pairs)
        self.makers = Makers(origins, self.aliases)
        self.putting = Putting(origins, self.library, self.aliases)
        self.instances = origins.callers
        self.promises = Promises(origins, self.instances, Solver)
        self.listeners = Listeners(origins, self.instances, Solver)
        self.framed = Framed(origins)
        self.seats = Seats(origins, self.library, self._kept)
        self._asked: set[Context] = set()
        self._dropping = Dropping(self, self.library)

    def seed(self, spot: Spot, number: int, path: Path = (), carried: Carried = "value") -> None:
        """A flow begins at a node."""
        self.born(Fact(self.root(spot, Seed(number)), spot.node, path, carried), None)

    def entered_for(
        self, context: Context | None, call: int, to: tuple[FunctionId, int], number: int,
        *, guess: bool = False, returns: bool = True,
    ) -> Context | None:  # fmt: skip
        """What a function does for the call that gives it something: what begins there for a seed goes to that call; so
        does what the function `returns`, unless that call is known to have it.
        """
        if context is None:
            return None
        made = self.context(to[0], Entered(to[1], (f"={number}",) if returns else (f"={number}", UNRETURNED), STORED))
        caller = Caller(context, call, -1)
        if guess:
            self.guessed.add((made, caller))
        self.register(made, caller, None)
        return made

    def inside(self, context: Context | None, spot: Spot) -> Context | None:
        """The context of a node in a function, or in one that is made there."""
        graph = self.code.graph(spot.file, spot.unit)
        return self.below(graph, context, graph.function[spot.node]) if context is not None else None

    def answer(self, spot: Spot, number: int, context: Context | None = None) -> None:
        """What comes back of a request whose result is seeded is also where its row says: in errors, in callbacks."""
        graph = self.code.graph(spot.file, spot.unit)
        there = context or self.root(spot, Seed(number))
        call, begun = graph.results.get(spot.node), self.known(Fact(there, spot.node, (), "value"))
        if call is not None and begun is not None:
            self._apply(begun, graph, call, self.library.response(spot.file, spot.unit, call))

    def begin(self) -> None:
        """Follow the value and what is made of it, as far as that goes without what it only decides."""
        while any(self._queues[: 2 * IMPLICIT]) or self.ask_again():
            fact = self.next()
            if fact is not None:
                self._step(fact)

    def run(self) -> None:
        """Follow all facts to their ends; then tell of functions that nobody seems to call."""
        self._follow()
        while self.wanted.guesses and self._guess_callers():
            self._follow()
        for context, reason in self.uncalled() if self.wanted.guesses else ():
            self.wanted.uncalled(self, context, reason)
        self._tell_dropped()
        self.cut = self.cut or self.promises.cut

    def _tell_dropped(self) -> None:
        """Tell of what unknown code was given or got back, where nobody uses its answer."""
        for (context, call), one in list(self.handed.items()) if self.wanted.guesses else ():
            for drop in self._dropping.drops(context, call, one.label):
                self.wanted.dropped(self, (context, call), drop, one.reason)

    def _follow(self) -> None:
        while (fact := self.next()) is not None or self.ask_again():
            if fact is not None:
                self._step(fact)

    def _guess_callers(self) -> bool:
        """Look for calls of methods by their name, where a value comes back to nobody; was there any?"""
        found = False
        for context, _ in self.uncalled():
            if context in self._asked:
                continue
            self._asked.add(context)
            for file, unit, call in self.members.calls(context.function):
                there = Spot(file, unit, self.code.graph(file, unit).calls[call].result)
                caller = Caller(self.root(there, seed_of(context)), call, -1)
                self.guessed.add((context, caller))
                self.register(context, caller, None)
                found = True
        return found

    def whole(self) -> Solver:
        """Itself."""
        return self

    def _step(self, fact: Fact) -> None:
        self.now = fact
        graph = fact.context.graph
        if fact.node in graph.tests and fact.path[:1] not in _UNASKED and not is_over(fact.context):
            asked = self.as_asked(fact, fact.node)
            self.wanted.decided(self, asked, fact.node)  # also where nothing is assigned or returned below the test
        if graph.python and fact.path[:1] == REJECTED and fact.node in graph.results:  # Python throws where it calls
            effect = Exit("throw", -1, None, fact.path[1:], fact.carried, fact.label)
            self.throw(fact.context, fact.node, effect, Reason(fact))
            return
        for edge in graph.out[fact.node]:
            op, to, key = edge.op, edge.to, edge.key
            RULES[op](self, fact, graph, to, key)
