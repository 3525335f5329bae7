"""Functions of the tree that outside code runs: those it was given, and those given to functions that it hands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import Func, Instance
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import (
    ARGUMENT,
    DATA,
    DEEPEST,
    ELEMENT,
    IMPLICIT,
    Caller,
    Context,
    Fact,
    Path,
    Reason,
    longer,
    seed_of,
)
from audit.flow.graph import Graph, Op
from audit.flow.graph.accessed import call_at
from audit.flow.solver.callbacks import Callbacks
from audit.flow.solver.dropping import Handed

if TYPE_CHECKING:
    from audit.flow.backward.values import Value
    from audit.flow.outside.matching import Run
    from audit.flow.solver.promises import Promises


PIPED = "piped"
"""The part of a stream into which others write."""
_TAKING = ("_transform", "_write")


class Running(Callbacks):
    """What becomes of a fact that outside code gives such a function."""

    promises: Promises

    def bring(
        self, fact: Fact, caller: Caller, function: FunctionId, position: int, path: Path, *, guess: bool = False
    ) -> None:
        raise NotImplementedError

    def settles(  # noqa: PLR0913 - what is called, where, and with what
        self, fact: Fact, call: int, slot: int, path: Path, part: Path = (), number: int = 0, *, runs: bool = False
    ) -> bool:
        raise NotImplementedError

    def call_argument(self, fact: Fact, graph: Graph, call: int, run: Run) -> None:
        """Outside code calls a function that it was given, with the fact as an argument."""
        (argument, position, path, part), site = run, graph.calls[call]
        if argument >= len(site.arguments):
            return
        settled = fact.carried in DATA and self.settles(fact, call, argument, path, part, position)
        node = part_at(graph, site.arguments[argument], part)
        values = self.functions(fact.context, node) if node >= 0 else self._inside(fact.context, call, argument, part)
        if not settled and node >= 0:
            self.call_outside(fact, graph, call, argument, node, position, path, values)
        for value in values:
            if isinstance(value, Func):
                caller = Caller(fact.context, call, argument)
                if node < 0 or not self.is_of_class(fact.context, node, value.id):
                    self.run_by_outside(fact, caller, value.id, position, path)
                elif position:
                    self.run_by_outside(fact, caller, value.id, position - 1, path)
                else:
                    given = fact.part(fact.node, path)
                    given.reason, given.doubt = fact, fact.doubt
                    self.bring_this(given, caller, value.id)

    def _inside(self, context: Context, call: int, argument: int, part: Path) -> tuple[Value, ...]:
        node = context.graph.calls[call].arguments[argument]
        return self.library.values_at(context.function.file, context.function.unit, node, part)

    def run_by_outside(
        self, fact: Fact, caller: Caller, function: FunctionId, position: int, path: Path, *, guess: bool = False
    ) -> None:
        """Outside code calls a function with more arguments than it may take: `(...args)` has all from there on."""
        target = self.code.graph(function.file, function.unit).functions[function.number]
        if 0 <= target.rest <= position:
            position, path = target.rest, longer(f"[{position - target.rest}]", path)
        if position < len(target.parameters):
            self.bring(fact, caller, function, position, path, guess=guess)

    def fed(self, fact: Fact) -> None:
        """Something is put into what outside code gave: it may call functions with that."""
        known, graph = self.known(fact), fact.context.graph
        file, unit, call = fact.context.function.file, fact.context.function.unit, graph.results[fact.node]
        if known is None:
            return
        results, runs, guess = self.library.fed(file, unit, call, fact.path)
        given = known
        if guess:
            given = known.at(known.node)
            given.reason, given.doubt = known, True
        for node, path in results:
            self.add(known.part(node, path), given if given is known else Reason(known, guess=True))
        for run in runs:
            self.call_argument(given, graph, call, run)
        if self.wanted.answers and known.label < IMPLICIT:
            came = self.library.answers_later(file, unit, call, fact.path)
            self.answered(known, graph, call, came.results, came.calls)

    def answered(
        self,
        fact: Fact,
        graph: Graph,
        call: int,
        results: tuple[tuple[int, Path], ...],
        runs: tuple[Run, ...],
        *,
        guess: bool = False,
    ) -> None:
        """What comes back of a request that the fact was part of."""
        label = max(fact.label, ARGUMENT)
        for target, path in results:
            self.add(Fact(fact.context, target, path, fact.carried, label), Reason(fact, guess=guess))
        answer = Fact(fact.context, fact.node, fact.path, fact.carried, label)
        answer.reason, answer.doubt = fact, fact.doubt
        for run in runs:
            self.call_argument(answer, graph, call, run)

    def poured(self, fact: Fact, graph: Graph, call: int, target: int, whole: Path) -> bool:
        """A call writes into a stream. True where that shows it, or is of a class of the tree; of one of which nothing
        is known something may come out again.
        """
        file, unit = fact.context.function.file, fact.context.function.unit
        at = whole.index(PIPED)
        inside, path = whole[:at], whole[at + 1 :]
        number = call_at(
            graph, "piped=", target, result=target, callee=target, receiver=target, method="piped=",
            arguments=(fact.node,),
        )  # fmt: skip
        given = fact.part(target, path)
        given.reason, given.doubt = fact, fact.doubt
        taking = self._taking(file, unit, target) if not inside else []
        for function in taking:
            self.run_by_outside(given, Caller(fact.context, number, -1), function, 0, path)
        if not inside and self.wanted.reached(self.whole(), given, number, 0):
            self.tell(given, number, 0)
            return True
        if not taking and self.library.is_unknown(file, unit, number, 0):
            why = Reason(given, guess=True)
            self.mutate(fact.part(target, () if inside else (ELEMENT, *path)[:DEEPEST]), why)
            self.hand(fact.context, call, fact.carried, Handed(fact.label, why))
        return bool(taking)

    def _taking(self, file: str, unit: int, target: int) -> list[FunctionId]:
        """The methods by which a stream of the tree takes what is written into it."""
        values = self.origins.of(Spot(file, unit, target))
        members = (
            one
            for value in values
            for name in _TAKING
            if isinstance(value, Instance)
            for one in self.origins.member(value, name)
        )
        return [one.id for one in members if isinstance(one, Func)]

    def filled(self, fact: Fact) -> None:
        """What fills it may be made by a function of what it held (`setItems((before) => [...before, item])`)."""
        self.fed(fact)
        known, spot = self.known(fact), Spot(fact.context.function.file, fact.context.function.unit, fact.node)
        for (file, unit, call, *_), path in self.promises.updating(spot, fact.path) if known is not None else ():
            site = self.code.graph(file, unit).calls[call]
            there = self.root(Spot(file, unit, site.result), seed_of(fact.context))
            for value in self.functions(there, site.arguments[0]) if site.arguments else ():
                if isinstance(value, Func):
                    self.run_by_outside(known or fact, Caller(there, call, 0), value.id, 0, path)


def part_at(graph: Graph, node: int, part: Path) -> int:
    """The node of a part of an object that is written where it stands; -1 where none is."""
    for step in part:
        node = next((source for source, op, key in graph.back[node] if op is Op.STORE and key == step), -1)
        if node < 0:
            break
    return node
