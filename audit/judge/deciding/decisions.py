"""What expressions can be where the flag of the row is set: does a test let the code behind it run?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import Env, frame_of
from audit.flow.graph import Op
from audit.judge.deciding.assigned import Assigned
from audit.judge.deciding.contained import Contained
from audit.judge.deciding.elements import Elements, is_named
from audit.judge.deciding.held import Held
from audit.judge.deciding.identity import Identity
from audit.judge.deciding.kinds import (
    ANYTHING,
    EMPTY,
    FALSY,
    NOTHING,
    SOMETHING,
    TRUTHY,
    UNDEFINED,
    Kinds,
    compared,
    length,
    logical,
    negated,
    of_literal,
)
from audit.judge.deciding.listed import waited_item
from audit.judge.deciding.local import Local
from audit.judge.deciding.members import Members
from audit.judge.deciding.rewritten import Rewritten
from audit.judge.deciding.rows import Rows
from audit.judge.deciding.ungiven import is_ungiven
from audit.judge.deciding.unrun import Unrun
from audit.judge.deciding.unwaited import Unwaited
from audit.judge.deciding.wording import Wording

if TYPE_CHECKING:
    from audit.flow.frames import End
    from audit.flow.graph import Graph
    from audit.flow.structure import Test, Tests
    from audit.judge.deciding.asking import Asked
    from audit.rulebook import Rules
    from audit.trace import Engine

_DEEP, _MANY = 12, 2_000
"""How deep questions lead to others, and how many one leads to; what is further away may be anything."""
_PASSING: dict[str, Kinds] = {
    "true": TRUTHY,
    "false": FALSY,
    "nothing": NOTHING,
    "items": frozenset(("true", "something")),
    "case": TRUTHY,
    "other": FALSY,
    "left": FALSY,
}
_MADE = (lowered.Object, lowered.Array, lowered.Function, lowered.Template)
_OPERATORS = (lowered.Unary, lowered.Logical, lowered.Binary, lowered.Await, lowered.Cond)


class Decisions(Rows):
    """Questions about one program, asked as if the flag were set."""

    def __init__(self, engine: Engine, rules: Rules) -> None:
        super().__init__(engine, rules)
        self.assigned, self.wording, self.contained = Assigned(self), Wording(self), Contained(self)
        self.local, self.held, self.elements, self.unrun = Local(self), Held(self), Elements(self), Unrun(self)
        self.members, self.identity, self.unwaited = Members(self), Identity(self), Unwaited(self)
        self.rewritten = Rewritten(self)
        self._open: dict[tuple[Spot, Env], int] = {}
        self._rests, self._asked = 0, 0
        """The outermost open question that an answer rests on, and how many the outermost one has led to."""
        self._known: dict[tuple[Spot, Env, Kinds, bool, bool | None, frozenset[Spot], Asked], Kinds] = {}

    # tests

    def barred(self, tests: Tests, file: str, unit: int, env: Env) -> Test | None:
        """The first test that the flag decides and does not pass; None where the code behind may run."""
        for one in tests:
            if self.fails(one, file, unit, env) and not self._without(one, file, unit, env):
                return one
        return None

    def _without(self, test: Test, file: str, unit: int, env: Env) -> bool:
        """Does the test fail whatever the flag is? Then too little is known of it."""
        with self._asking(flag=ANYTHING):
            return self.fails(test, file, unit, env)

    def lets_pass(self, test: Test, file: str, unit: int, env: Env, missing: frozenset[Spot]) -> bool:
        """May the code behind a test run where some queries have not given the flagged row?"""
        with self._asking(missing=missing):
            return not self.fails(test, file, unit, env)

    def holds_apart(self, test: Test, file: str, unit: int, env: Env, apart: Asked) -> bool:
        """Does a flagged row not pass a test, whatever some flags are, or those of rows that some queries give?"""
        with self._asking(apart=apart):
            return self.barred((test,), file, unit, env) is not None

    def fails(self, test: Test, file: str, unit: int, env: Env) -> bool:
        """Does the flag keep a test from being what is wanted?"""
        if test.wanted == "returns":
            return self._throws(test.expression, file, unit, env)
        with self._asking(awaited=False):
            found = self.expression(test.expression, file, unit, env)
        return not found & _PASSING[test.wanted]

    def _throws(self, it: lowered.Expr, file: str, unit: int, env: Env) -> bool:
        """Does the flag make a function throw (`requireAvailable(row)`, `invariant(!row.flag)`)? Asked only where it
        has a part in the call.
        """
        spot = self.places.node(file, unit, it.value if isinstance(it, lowered.Await) else it)
        graph = self.engine.code.graph(file, unit)
        if spot is None or spot.node not in graph.results:
            return False
        if not self.local.concerns(it, file, unit):
            return False
        with self._asking(awaited=isinstance(it, lowered.Await)):
            return not self.at(spot, env)

    # expressions

    def expression(self, it: lowered.Expr, file: str, unit: int, env: Env) -> Kinds:
        """What an expression of the code can be."""
        spot = self.places.node(file, unit, it)
        if spot is None and isinstance(it, lowered.Binary):  # what a `switch` compares
            return self._operator(it, file, unit, env)
        return self.at(spot, env) if spot is not None else ANYTHING

    def at(self, spot: Spot, env: Env) -> Kinds:
        """What the value at a node can be."""
        key, open_ = (spot, env, self._flag, self._awaited, self._same, self._missing, self._apart), (spot, env)
        if key in self._known:
            return self._known[key]
        if open_ in self._apart:
            return ANYTHING
        depth = len(self._open)
        self._asked = self._asked + 1 if depth else 0
        if open_ in self._open or depth > _DEEP or self._asked > _MANY:
            self._rests = min(self._rests, self._open.get(open_, 0))
            return ANYTHING
        outer, self._rests = self._rests, depth
        self._open[open_] = depth
        found = self._find(spot, env)
        del self._open[open_]
        if self._rests >= depth:  # it rests on no question that is still open
            self._known[key] = found
            self._rests = outer
        else:
            self._rests = min(outer, self._rests)
        return found

    def _find(self, spot: Spot, env: Env) -> Kinds:
        graph = self.engine.code.graph(spot.file, spot.unit)
        source = graph.source[spot.node]
        if isinstance(source, lowered.Literal):
            return of_literal(source)
        if isinstance(source, lowered.Array) and not source.items:
            return EMPTY | SOMETHING if is_named(spot.node, graph) else EMPTY
        if isinstance(source, _MADE):
            return SOMETHING
        if isinstance(source, lowered.Default) and len(graph.back[spot.node]) > 1:
            given, default = (replace(spot, node=node) for node, _, _ in graph.back[spot.node][:2])
            found = self.at(given, env)
            return found - UNDEFINED | (self.at(default, env) if found & UNDEFINED else frozenset())
        if isinstance(source, lowered.Binary):
            said = self.identity.of(source, spot, env, same=self._same)
            if said is not None:
                return said
        if isinstance(source, _OPERATORS):
            return self._operator(source, spot.file, spot.unit, env)
        if isinstance(source, lowered.Member) and source.key == "length":
            return length(self.expression(source.object, spot.file, spot.unit, env))
        return self._from(spot, env, graph)

    def _operator(self, source: lowered.Node, file: str, unit: int, env: Env) -> Kinds:
        def of(it: lowered.Expr) -> Kinds:
            return self.expression(it, file, unit, env)

        match source:
            case lowered.Unary():
                return negated(of(source.value)) if source.op in ("!", "not") else ANYTHING
            case lowered.Logical():
                return logical(source.op, of(source.left), of(source.right))
            case lowered.Binary():
                said = self.wording.compared(source, file, unit, env) or self.contained.of(source, file, unit, env)
                return said or compared(source, of(source.left), of(source.right))
            case lowered.Await():
                with self._asking(awaited=True):
                    return of(source.value)
            case lowered.Cond():
                test = of(source.test)
                then = of(source.then) if test & TRUTHY else frozenset()
                return then | of(source.other) if test & FALSY else then
            case _:
                return ANYTHING

    # values that come from elsewhere

    def _from(self, spot: Spot, env: Env, graph: Graph) -> Kinds:
        if any(op is Op.LOAD and key in self.called for _, op, key in graph.back[spot.node]):
            return self._member(spot, env)
        if spot.node in graph.results:
            return self._called(spot, env, graph)
        item = waited_item(self.engine.backwards.library, spot, graph)
        if item is not None:
            with self._asking(awaited=True):
                return self.at(item, env)
        element = self.elements.of(spot, env, graph)
        if element is not None:
            return element
        member = self.members.of(spot, env, graph)
        if member is not None:
            return member
        if is_ungiven(self.engine.code, spot, env):
            return UNDEFINED
        near = self.near(spot, env, graph)
        chosen = self.assigned.kinds(spot, near, graph) if near else None
        if chosen is not None:
            return chosen or ANYTHING
        found: Kinds = frozenset()
        for one, frames in near:
            found |= self.at(one, frames)
        if near:
            return found | UNDEFINED if self.unrun.may_lack(spot) else found
        ends = self.engine.backwards.ends(spot, (), env)
        for end in ends:
            found |= self._ending(end, spot)
        return (found | UNDEFINED if self.unwaited.is_read_of(spot, env) else found) or ANYTHING

    def near(self, spot: Spot, env: Env, graph: Graph) -> list[tuple[Spot, Env]]:
        """What a name was given: in its function, in a function around it, or by the call that it was entered by."""
        if spot.node in graph.of_parameter:
            number, position = graph.of_parameter[spot.node]
            frame = frame_of(env, FunctionId(spot.file, spot.unit, number))
            if frame is None or frame.written is None:
                return []
            file, unit, call = frame.written
            site = self.engine.code.graph(file, unit).calls[call]
            given = site.argument(position) if not site.names else -1
            return [(Spot(file, unit, given), frame.outer)] if given >= 0 else []
        place = graph.place_of.get(spot.node)
        if place is not None:
            kept = graph.kept.get(place, ()) if place.kind == "name" and place.owner else ()
            return [(replace(spot, node=node), env) for node in kept]
        back = graph.back[spot.node]
        if not back or any(op is not Op.COPY for _, op, _ in back):
            return []
        return [(replace(spot, node=node), env) for node, _, _ in back]

    def _ending(self, end: End, asked: Spot) -> Kinds:
        there = self._there(end)
        if there is not None:
            return there
        if self.is_flag(end):
            return self.given(end)
        if end.path or end.spot == asked:
            return ANYTHING
        return self.at(self._operator_of(end.spot), end.env)

    def comes(self, it: lowered.Node, function: FunctionId, since: Tests, env: Env) -> bool | None:
        """Does the flagged row come to a call in a function, by the tests that stand before it and not `since`? None:
        it may.
        """
        tests = self.places.structure(function).before.get(id(it), ())
        sure = True
        for one in tests:
            if one in since or one.wanted in ("items", "returns"):
                continue
            found = self.expression(one.expression, function.file, function.unit, env)
            if not found & _PASSING[one.wanted]:
                return False
            sure = sure and found <= _PASSING[one.wanted]
        return True if sure else None
