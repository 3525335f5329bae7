"""Functions of outside code that outside code calls: `rows.map(String)`, `promise.then(res.json.bind(res))`.

The call that nobody wrote gets a site of its own, at the function that is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.backward.values import Func, Global, Method, Outside, Text, Typed
from audit.flow.contexts import DATA, Fact, Path, Reason, rest_of
from audit.flow.graph import Graph, Op
from audit.flow.graph.accessed import call_at
from audit.flow.solver.accessors import Accessors
from audit.flow.solver.dropping import Handed

if TYPE_CHECKING:
    from audit.flow.backward.values import Value

_FIRST = 2
"""Parameters that count: behind an element and what goes with it come its position and the whole list."""


class Callbacks(Accessors):
    """What becomes of a fact that a function of outside code is called with."""

    def tell(self, fact: Fact, call: int, slot: int) -> None:
        raise NotImplementedError

    def pass_on(self, fact: Fact, call: int) -> bool:
        raise NotImplementedError

    def call_outside(  # noqa: PLR0913, PLR0917 - what is called, with what, and what that may be
        self,
        fact: Fact,
        graph: Graph,
        call: int,
        argument: int,
        node: int,
        position: int,
        path: Path,
        values: tuple[Value, ...],
    ) -> None:
        """Outside code calls the function at an argument, or in it at `node`, which is none of the tree, with the fact.
        `values` are what it may be.
        """
        if not self.wanted.callbacks or fact.carried not in DATA or position >= _FIRST:
            return
        if any(isinstance(one, Func) for one in values) or _is_nothing(graph, node):
            return
        given = fact.part(fact.node, path)
        given.reason, given.doubt = fact, fact.doubt
        for one in values:
            rest = rest_of(path, one.text) if isinstance(one, Text) else None
            if rest is not None:  # `_.map(rows, "title")`
                self._give_back(given, call, argument, rest, guess=False)
        known = any(isinstance(one, (Global, Outside, Method)) for one in values)
        if known or self.members.is_open(values) or any(isinstance(one, Typed) and "#" in one.type for one in values):
            self._call(given, graph, call, argument, node, position, known=known)

    def _call(  # noqa: PLR0913 - where the function stands, and in what
        self, fact: Fact, graph: Graph, call: int, argument: int, node: int, position: int, *, known: bool
    ) -> None:
        """A method of something of which nothing is `known` may still be one that answers a request."""
        file, unit = fact.context.function.file, fact.context.function.unit
        number = _site_at(graph, node, position)
        reached = self.wanted.reached(self.whole(), fact, number, position)
        if reached:
            self.tell(fact, number, position)
        if not known:
            reached = reached or (position == 0 and self.pass_on(fact, number))
            if not reached and not self.library.goes_on(file, unit, call, argument):
                self.wanted.lost(self.whole(), fact, number, position)
            return
        effects = self.library.effects(file, unit, number, position, fact.path, modelled=False)
        for target, path in effects.results:
            if target == graph.calls[number].result:
                self._give_back(fact, call, argument, path, guess=effects.guess)
        for target, path in effects.writes:
            self.mutate(Fact(fact.context, target, path, fact.carried, fact.label), Reason(fact))
        if effects.guess:
            self.hand(fact.context, call, fact.carried, Handed(fact.label, Reason(fact, guess=True)))

    def _give_back(self, fact: Fact, call: int, argument: int, path: Path, *, guess: bool) -> None:
        """What the function gives is what the call says of the function's result."""
        file, unit = fact.context.function.file, fact.context.function.unit
        for target, at in self.library.returned(file, unit, call, argument, path).results:
            self.add(fact.part(target, at), Reason(fact, guess=guess))


def _is_nothing(graph: Graph, node: int) -> bool:
    """Stands there that no function is given (`filter(None, rows)`, `promise.then(null, failed)`)?"""
    source = graph.source[node]
    return isinstance(source, code.Literal) and source.value is None


def _site_at(graph: Graph, node: int, position: int) -> int:
    """The call of the function at a node, with arguments up to a position; of a bound one that of what is bound."""
    callee, given = _unbound(graph, node), (node,) * (position + 1)
    receiver, method = next(((source, name) for source, op, name in graph.back[callee] if op is Op.LOAD), (-1, ""))
    return call_at(
        graph, f"given {position}", node, result=node, callee=callee, receiver=receiver, method=method, arguments=given
    )


def _unbound(graph: Graph, node: int) -> int:
    """Of `f.bind(x)` the node of `f`."""
    call = graph.results.get(node, -1)
    return graph.calls[call].receiver if call >= 0 and graph.calls[call].method == "bind" else node
