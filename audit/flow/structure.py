"""What must hold where a piece of code runs: the tests on the way to it, read off the structure of its function.

The language of bodies has no jumps but break, continue, return and throw, so what dominates a place are the branches
around it and the early exits before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.flow import cases
from audit.flow.emptied import empty_by, filled_by
from audit.flow.pieces import jumps_in, parts_of

if TYPE_CHECKING:
    from audit.flow.code import Code, FunctionId

Wanted = Literal["true", "false", "nothing", "items", "returns", "case", "other", "left"]


class Test(Struct, frozen=True, order=True):
    """An expression, and what it must be for the code behind it to run.

    `items`: a list that has some; `returns`: a call that comes back; `case`, `other`: a comparison that nobody has
    written, of what a `switch` is about with the value of a case; `left`: a loop's, which has come to its end.
    """

    expression: lowered.Expr
    wanted: Wanted

    def written(self) -> lowered.Expr:
        """What stands in the code of it."""
        one = self.expression
        if self.wanted not in ("case", "other") or not isinstance(one, lowered.Binary):
            return one
        return one.right if isinstance(one.left, lowered.Literal) else one.left


Tests = tuple[Test, ...]


class Structure:
    """The tests before every expression and return of some code, nested functions included."""

    def __init__(self, code: tuple[lowered.Node, ...], endless: frozenset[int] = frozenset()) -> None:
        """`endless`: calls that never come back (`notFound()`), by identity."""
        self._endless = endless
        self.closing: list[lowered.Expr] = []
        """The calls that branches end with: some may never come back."""
        self.before: dict[int, Tests] = {}
        """By the identity of the node."""
        self.at: dict[int, Tests] = {}
        """By offset: the innermost node that starts or is named there."""
        self.nodes: list[lowered.Node] = []
        """Every expression, in the order of the code."""
        self.returns: list[tuple[lowered.Return, Tests]] = []
        self.ends: dict[int, Tests] = {}
        """The tests before the end of a function, where it may be come to without a return; by its offset: one that is
        given a name is another node with that name."""
        self.around: dict[int, Tests] = {}
        """The tests before a function; by its offset."""
        self.otherwise: set[int] = set()
        """What runs where no case of a `switch` fits, and names of lists where these have nothing; by identity."""
        self.loops: list[tuple[int, int]] = []
        """Where loops begin, and the last offset in them; for each function those that are in no other."""
        self._empty: frozenset[str] = frozenset()
        self._in_loop = False
        for one in code:
            if isinstance(one, lowered.Function):
                self._function(one, ())
        self._block(tuple(one for one in code if isinstance(one, lowered.Stmt)), ())

    # statements

    def _block(self, body: tuple[lowered.Stmt, ...], tests: Tests) -> Tests | None:
        """What holds behind a block; None where nothing comes behind it."""
        now: Tests | None = tests
        for one in body:
            if now is None:
                break
            now = self._statement(one, now)
        return now

    def _statement(self, it: lowered.Stmt, tests: Tests) -> Tests | None:
        self.at[it.at] = tests
        match it:
            case lowered.If():
                return self._if(it, tests)
            case lowered.Loop():
                return self._loop(it, tests)
            case lowered.Switch():
                return self._switch(it, tests)
            case lowered.Try():
                return self._try(it, tests)
            case lowered.Block():
                behind = self._block(it.body, tests)
                left = it.label and any(one.label == it.label for one in jumps_in(it.body))
                return tests if left else behind
            case lowered.Return() | lowered.Throw():
                self.before[id(it)] = tests
                if isinstance(it, lowered.Return):
                    self.returns.append((it, tests))
                self._expression(it.value, tests)
                return None
            case lowered.Jump():
                return None
            case _:
                self._expression(it, tests)
                run = _run(it)
                if run is not None and id(run) in self._endless:
                    return None
                return (*tests, Test(run, "returns")) if run is not None else tests

    def _if(self, it: lowered.If, tests: Tests) -> Tests | None:
        self._expression(it.test, tests)
        before, (name, truth) = self._empty, empty_by(it.test)
        kept, own = before, frozenset((name,)) - before if name else frozenset[str]()
        behind: list[Tests | None] = []
        for body, wanted in ((it.then, True), (it.other, False)):
            inside = own if wanted is truth else frozenset()
            self._empty = before | inside
            run = _run(body[-1]) if body else None
            self.closing.extend([run] if run is not None else [])
            behind.append(self._block(body, (*tests, Test(it.test, "true" if wanted else "false"))))
            kept |= self._empty - inside if behind[-1] is not None else frozenset()
        then, other = behind
        self._empty = kept | own if (then if not truth else other) is None else kept
        if then is None or other is None:
            return other if then is None else then
        return tests

    def _loop(self, it: lowered.Loop, tests: Tests) -> Tests | None:
        outermost, first, self._in_loop = not self._in_loop, len(self.nodes), True
        behind = self._rounds(it, tests)
        if outermost:
            self._in_loop = False
            self.loops.append((it.at, max((one.at for one in self.nodes[first:]), default=it.at)))
        return (*behind, *self._left(it)) if behind is not None else None

    def _rounds(self, it: lowered.Loop, tests: Tests) -> Tests | None:
        """What holds behind the rounds: that of a `do` is run, where no jump leaves it."""
        self._block(it.first, tests)
        self._expression(it.over, tests)
        within = tests
        if it.over is not None:
            within = (*tests, Test(it.over, "true" if it.target is None else "items"))
        self._expression(it.target, within)
        behind = self._block(it.body, tests if it.kind == "do" else within)
        self._expression(it.step, within)
        return behind if it.kind == "do" and not jumps_in(it.body) else tests

    def _left(self, it: lowered.Loop) -> Tests:
        """What holds behind a loop: that its condition did not, where nothing else leaves it."""
        if it.over is None or it.target is not None:
            return ()
        left = any(one.kind != "continue" for one in jumps_in(it.body))
        return () if left else (Test(it.over, "left"),)

    def _switch(self, it: lowered.Switch, tests: Tests) -> Tests:
        self._expression(it.subject, tests)
        gone: list[bool] = []
        falls = False
        for body in cases.bodies(it):
            for case in body.cases:
                self._expression(case.test, tests)
            first, holds = len(self.nodes), () if falls else cases.before(it, body)
            falls = self._block(body.code, (*tests, *(Test(one, fits) for one, fits in holds))) is not None
            gone.append(not falls and not body.breaks())
            if body.cases[-1].test is None:
                self.otherwise.update(id(one) for one in self.nodes[first:])
        return (*tests, *(Test(one, fits) for one, fits in cases.behind(it, gone)))

    def _try(self, it: lowered.Try, tests: Tests) -> Tests | None:
        body = self._block(it.body, tests)
        handler = self._block(it.handler, tests) if it.handler is not None else None
        found = body if handler is None else handler if body is None else tests
        final = self._block(it.final, tests) if it.final else tests
        return found if final is not None else None

    # expressions

    def _expression(self, it: object, tests: Tests) -> None:
        if isinstance(it, tuple):
            for one in it:
                self._expression(one, tests)
            return
        if not isinstance(it, lowered.Node):
            return
        self.before[id(it)] = tests
        self.at[it.at] = tests
        self.nodes.append(it)
        match it:
            case lowered.Function():
                self._function(it, tests)
            case lowered.Name() if it.name in self._empty:
                self.otherwise.add(id(it))
            case lowered.Call() | lowered.Assign() if self._empty:
                self._empty -= set(filled_by(it))
                for part in parts_of(it):
                    self._expression(part, tests)
            case lowered.Logical():
                self._expression(it.left, tests)
                wanted: Wanted = {"&&": "true", "||": "false"}.get(it.op, "nothing")  # type: ignore[assignment]
                self._expression(it.right, (*tests, Test(it.left, wanted)))
            case lowered.Cond():
                self._expression(it.test, tests)
                self._expression(it.then, (*tests, Test(it.test, "true")))
                self._expression(it.other, (*tests, Test(it.test, "false")))
            case lowered.Comprehension():
                self._comprehension(it, tests)
            case _:
                for part in parts_of(it):
                    self._expression(part, tests)

    def _comprehension(self, it: lowered.Comprehension, tests: Tests) -> None:
        """Elements are made where the tests hold that stand before them."""
        for target, over in it.loops:
            self._expression(over, tests)
            self._expression(target, tests)
        for test in it.tests:
            self._expression(test, tests)
            tests = (*tests, Test(test, "true"))
        self._expression(it.element, tests)

    def _function(self, it: lowered.Function, tests: Tests) -> None:
        self.around[it.at] = tests
        before, around, self._in_loop = self._empty, self._in_loop, False
        for one in it.params:
            self._expression(one, tests)
        behind = self._block(it.body, tests)
        self._empty, self._in_loop = before, around
        if behind is not None:
            self.ends[it.at] = behind


def _run(it: lowered.Stmt) -> lowered.Expr | None:
    """The call that a statement is, or whose result it gives a name."""
    one = it.value if isinstance(it, (lowered.Do, lowered.Declare)) else None
    if isinstance(one, lowered.Assign) and one.op == "=":
        one = one.value
    called = one.value if isinstance(one, lowered.Await) else one
    return one if isinstance(called, lowered.Call) else None


class Structures:
    """The structures around the functions of one program, each made once, whoever asks."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self._known: dict[FunctionId, Structure] = {}

    def around(self, function: FunctionId) -> Structure:
        """The structure of the outermost function around a function."""
        outer = self._code.outermost(function)
        if outer not in self._known:
            self._known[outer] = structure_of(self._code, outer)
        return self._known[outer]

    def let_go(self) -> None:
        """Nothing more is to be asked of them."""
        self._known.clear()


def structure_of(code: Code, function: FunctionId, endless: frozenset[int] = frozenset()) -> Structure:
    """The structure of the outermost function around a function, or of a statement at the top level of a file.

    `endless`: calls of it that never come back, by identity.
    """
    outer = code.outermost(function)

    def found() -> Structure:
        source = code.graph(outer.file, outer.unit).functions[outer.number].source
        facts = code.program.facts(outer.file)
        body = facts.body(outer.unit) if facts is not None else ()
        return Structure((source,) if source is not None else body, endless)

    return found() if endless else code.kept(f"structure {outer.number}", outer.file, outer.unit, found)
