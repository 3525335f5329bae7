"""The environment variables without which code does not run: an exit before it, or in what it calls first."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from audit.extract.facts import code
from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.flow.pieces import inside
from audit.flow.settings.variables import Variables
from audit.judge.deciding.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.extract.facts.code import Expr, Stmt
    from audit.flow.frames import End
    from audit.flow.graph import Graph
    from audit.flow.structure import Test
    from audit.trace import Engine

Names = frozenset[str]
NONE: Names = frozenset()
_TRUTHS = ("true", "false", "nothing")
_DEEP = 4
"""Functions that are looked into, one out of another."""


class Needs:
    """Answers by function, each found once."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._code = engine, engine.code
        self._variables, self._places = Variables(engine.backwards, ()), Places(engine.origins)
        self._known: dict[tuple[str, int, int], Names] = {}
        self._behind: dict[int, tuple[Test, Names]] = {}
        self._whole: dict[FunctionId, Names] = {}

    def at(self, function: FunctionId, offset: int) -> Names:
        """The variables that are set wherever the code at an offset of a function runs, which may stand in others."""
        key = (function.file, function.unit, offset)
        if key not in self._known:
            tests = self._places.structure(function).at.get(offset, ())
            self._known[key] = NONE.union(*(self._of_test(function, one) for one in tests))
        return self._known[key]

    def where(self, spot: Spot) -> Names:
        """The same for a node."""
        graph = self._code.graph(spot.file, spot.unit)
        return self.at(FunctionId(spot.file, spot.unit, graph.function[spot.node]), graph.at[spot.node])

    def _of_test(self, function: FunctionId, test: Test) -> Names:
        """What is set behind a test; each stands before much code."""
        known = self._behind.get(id(test))
        if known is None:
            known = self._behind[id(test)] = test, self._behind_test(function, test)
        return known[1]

    def _behind_test(self, function: FunctionId, test: Test) -> Names:
        it = test.expression
        if test.wanted == "returns":
            call = it.value if isinstance(it, code.Await) else it
            return self._called(function, call, 0) if isinstance(call, code.Call) else NONE
        return self._says(function, it, 0, truth=test.wanted == "true") if test.wanted in _TRUTHS else NONE

    def _body(self, function: FunctionId) -> tuple[Stmt, ...]:
        source = self._code.graph(function.file, function.unit).functions[function.number].source
        return source.body if source is not None else ()

    def _called(self, function: FunctionId, call: code.Call, depth: int) -> Names:
        """What a function that was called insists on: it throws otherwise."""
        found = [self._insists(one, depth + 1) for one in self._targets(function, call)]
        return frozenset.intersection(*found) if found else NONE

    def _insists(self, function: FunctionId, depth: int) -> Names:
        if depth > _DEEP:
            return NONE
        if function not in self._whole:
            self._whole[function] = NONE
            self._whole[function] = NONE.union(
                *(self._says(function, one, depth, truth=False) for one in _insisted_on(self._body(function)))
            )
        return self._whole[function]

    def _targets(self, function: FunctionId, call: code.Call) -> list[FunctionId]:
        graph = self._code.graph(function.file, function.unit)
        number = graph.called.get(call.callee.at)
        if number is None:
            return []
        site = graph.calls[number]
        callees = self._engine.origins.callees(function.file, function.unit, site)
        if callees and all(isinstance(one, Func) for one in callees):
            return [one.id for one in callees if isinstance(one, Func)]
        return [one.function for one in self._engine.backwards.targets(function.file, function.unit, site, ())]

    # what a test says

    def _says(self, function: FunctionId, test: Expr, depth: int, *, truth: bool) -> Names:
        """The variables that are set if an expression has a truth."""
        if isinstance(test, code.Await):
            return self._says(function, test.value, depth, truth=truth)
        if isinstance(test, code.Unary) and test.op in ("!", "not"):
            return self._says(function, test.value, depth, truth=not truth)
        if isinstance(test, code.Logical) and test.op in ("&&", "||"):
            sides = [self._says(function, one, depth, truth=truth) for one in (test.left, test.right)]
            return sides[0] | sides[1] if (test.op == "&&") is truth else sides[0] & sides[1]
        if isinstance(test, code.Binary):
            return self._compared(function, test, depth, truth=truth)
        if isinstance(test, code.Call):
            return self._answered(function, test, depth) if truth else NONE
        return self._set(function, test, depth, truth=truth)

    def _compared(self, function: FunctionId, test: code.Binary, depth: int, *, truth: bool) -> Names:
        """`x !== undefined`, and `x === "on"`: both say that it is set."""
        literal, other = (test.right, test.left) if isinstance(test.right, code.Literal) else (test.left, test.right)
        if not isinstance(literal, code.Literal) or test.op not in ("==", "===", "!=", "!==", "is", "is not"):
            return NONE
        same = (test.op in ("==", "===", "is")) is truth
        nothing = literal.value in (None, "")
        return self._says(function, other, depth, truth=True) if same is not nothing else NONE

    def _answered(self, function: FunctionId, call: code.Call, depth: int) -> Names:
        """`Boolean(x)`, and functions of the tree that return such a test."""
        if isinstance(call.callee, code.Name) and call.callee.name in ("Boolean", "bool", "String") and call.args:
            return self._says(function, call.args[0], depth, truth=True)
        targets = self._targets(function, call) if depth < _DEEP else []
        found = [
            self._says(one, value, depth + 1, truth=True)
            for one in targets
            for value in _returned(self._body(one))
            if not (isinstance(value, code.Literal) and value.value in (None, False))
        ]
        return frozenset.intersection(*found) if found else NONE

    def _set(self, function: FunctionId, value: Expr, depth: int, *, truth: bool) -> Names:
        """The variable that a name or member is, or those that the test says whose answer it is (`const on = …`); what
        a caller gives is the caller's business.
        """
        graph = self._code.graph(function.file, function.unit)
        node = graph.named.get(value.at)
        if node is None or not _may_be_set(graph, node):
            return NONE
        test = _kept(graph, node)
        if test is not None and depth < _DEEP:
            return self._says(function, test, depth + 1, truth=truth)
        ends = self._engine.backwards.ends(Spot(function.file, function.unit, node), (), ())
        names = [self._is(end, depth, truth=truth) for end in ends if not (truth and self._is_empty(end))]
        return frozenset.intersection(*names) if names else NONE

    def _is(self, end: End, depth: int, *, truth: bool) -> Names:
        """What is set if the value at an end has a truth."""
        name = self._variables.read_at(end)
        if name is not None:
            return frozenset((name,)) if truth else NONE
        spot = end.spot
        graph = self._code.graph(spot.file, spot.unit)
        source = graph.source[spot.node]
        if end.path or depth >= _DEEP or not _is_test(source):
            return NONE
        return self._says(FunctionId(spot.file, spot.unit, graph.function[spot.node]), source, depth + 1, truth=truth)

    def _is_empty(self, end: End) -> bool:
        return self._engine.backwards.is_nothing(end) or self._engine.backwards.constant(end) == ""


def _kept(graph: Graph, node: int) -> Expr | None:
    """The test whose answer a name of a function holds, where it is given nothing else."""
    for _ in range(_DEEP):
        before = [source for source, op, _ in graph.back[node] if op is Op.COPY]
        source = graph.source[node]
        if _is_test(source):
            return source
        if len(before) != 1 or node in graph.of_parameter:
            return None
        node = before[0]
    return None


def _is_test(source: object) -> TypeGuard[code.Unary | code.Logical | code.Binary]:
    """Is it an expression whose truth says something of what is in it? A default is none (`key || ""`)."""
    if isinstance(source, (code.Binary, code.Logical)):
        constant = isinstance(source.left, code.Literal) or isinstance(source.right, code.Literal)
        return constant is isinstance(source, code.Binary) and source.op != "??"
    return isinstance(source, code.Unary)


def _may_be_set(graph: Graph, node: int) -> bool:
    """A quick look at one graph: does the value come from a name of the module, or a call that is given nothing?"""
    seen, stack = {node}, [node]
    while stack:
        here = stack.pop()
        if here in graph.of_parameter:
            continue
        if here in graph.results:
            if not graph.calls[graph.results[here]].arguments:
                return True
            continue
        place = graph.place_of.get(here)
        kept = graph.kept.get(place, ()) if place is not None else ()
        if place is not None and not kept:
            return True
        near = [*kept, *(before for before, op, _ in graph.back[here] if op in (Op.COPY, Op.LOAD))]
        stack.extend(one for one in near if one not in seen)
        seen.update(near)
        if _is_test(graph.source[here]) or (not near and isinstance(graph.source[here], code.Name)):
            return True
    return False


def _insisted_on(body: tuple[Stmt, ...]) -> Iterator[Expr]:
    """The tests that were false where a function returns: it throws where one is true."""
    for one in body:
        if isinstance(one, code.If) and not one.other:
            if _throws(one.then):
                yield one.test
            if isinstance(one.test, code.Unary):
                yield from _insisted_on(one.then)  # `if (!client) { … client = made }`: so it was when it was made
        if isinstance(one, code.Block) or (isinstance(one, code.Try) and one.handler is None):
            yield from _insisted_on(one.body)


def _throws(body: tuple[Stmt, ...]) -> bool:
    last = body[-1] if body else None
    return _throws(last.body) if isinstance(last, code.Block) else isinstance(last, code.Throw)


def _returned(body: tuple[Stmt, ...]) -> list[Expr]:
    """What a function returns, wherever in it."""
    returns = (one.value for one in inside(body) if isinstance(one, code.Return))
    return [value for value in returns if value is not None]
