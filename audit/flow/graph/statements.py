"""Statements: how control moves, and which versions of locals it meets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.graph.alike import Choice
from audit.flow.graph.model import ENTERED, Op
from audit.flow.graph.patterns import ELEMENT, KEY, is_plain
from audit.flow.graph.rounds import Rounds
from audit.flow.graph.state import Versions
from audit.flow.graph.trying import Trying


class Statements(Trying):
    """`block` builds statements in order; functions come first, as they are hoisted."""

    def block(self, body: tuple[code.Stmt, ...]) -> None:
        """The statements of one block whose names are declared.

        A condition that leaves early decides about what follows, also behind the block: to the end of a loop's round.
        """
        for one in body:
            if isinstance(one, code.Declare) and one.kind == "function":
                self.declared(one)
        for one in body:
            if not (isinstance(one, code.Declare) and one.kind == "function"):
                _RULES[type(one)](self, one)

    def inner(self, body: tuple[code.Stmt, ...]) -> None:
        """A block with names of its own."""
        with self.nested(body):
            self.block(body)

    def declared(self, it: code.Declare) -> None:
        if it.value is None:
            return
        value = it.value
        if isinstance(value, (code.Function, code.Class)) and not value.name and isinstance(it.target, code.Name):
            value = replace(value, name=it.target.name)
        controls = self.controls
        if it.kind == "caught":  # a name that only this clause has
            self.controls = []
        self.give(it.target, self.value(value))
        self.controls = controls
        if is_plain(value) and isinstance(it.target, code.Name):
            self.is_new(it.target, listed=isinstance(value, code.Array))
        if it.type and isinstance(it.target, code.Name):
            self.graph.typed[self.graph.named[it.target.at]] = it.type

    def do(self, it: code.Do) -> None:
        self.value(it.value)
        one = it.value
        if isinstance(one, code.Assign) and one.op == "=" and isinstance(one.target, code.Name) and is_plain(one.value):
            self.is_new(one.target, listed=isinstance(one.value, code.Array))

    def return_(self, it: code.Return) -> None:
        if it.value is not None:
            value = self.value(it.value)
            self.under_control(value)
            if self.undone == self.function:
                self.choices.partly.add(self.function)
            else:
                if self.versions is not None:
                    self.graph.edge(Op.RETURN, value, self.function)
                self.graph.returned.setdefault(self.function, []).append(value)
        else:
            self.choices.partly.add(self.function)
        self.versions = None

    def if_(self, it: code.If) -> None:
        test = self.value(it.test)
        self.controls.append(test)
        self.graph.tests[test] = it.at
        before = self.fork()
        self.inner(it.then)
        after = self.versions
        self.versions = before
        self.inner(it.other)
        if (after is None) == (self.versions is None):
            self.controls.remove(test)  # else: after an early exit the condition decides about what follows
        elif _throws(it.then if after is None else it.other):
            self.throwing.add(test)
        if after is not None and self.versions is not None:
            self._either(test, after, self.versions)
        self.versions = self.merge(after, self.versions)

    def _either(self, test: int, then: Versions, other: Versions) -> None:
        """A name that gets an object by one way or by the other, of which nothing was done there yet."""
        for binding, nodes in then.items():
            others = other.get(binding)
            if others is not None and others is not nodes and others != nodes:
                both = (*nodes, *others)
                if not any(self.graph.out[node] for node in both):
                    self.choices.made.append(Choice(both, (test,)))

    def loop(self, it: code.Loop) -> None:
        with self.nested(it.first):
            self.block(it.first)
            if it.declares and it.declares != "var":
                self.declare_pattern(it.target)
            before = self._meeting(it)
            entered = self.fork()
            self.breaks.append([])
            self.continues.append([])
            if it.label:
                self.labels[it.label] = self.breaks[-1], self.continues[-1]
            self._round(it)
            again = self.merge(self.versions, *self.continues.pop())
            for binding, node in before.items():
                for version in (again or {}).get(binding, ()):
                    if version != node:
                        self.graph.edge(Op.COPY, version, node)
            within = (min(before.values(), default=0), len(self.graph.at))
            self.graph.meets.update((node, within) for node in before.values())
            start = {binding: (node,) for binding, node in before.items()}
            always = it.over is None or (isinstance(it.over, code.Literal) and it.over.value is True)
            endless = it.target is None and always
            behind = again if again is not None else entered  # no round that is begun comes to its end
            self.versions = self.merge(None if endless else {**(behind or {}), **start}, *self.breaks.pop())

    def _meeting(self, it: code.Loop) -> dict[Any, int]:
        """A node for every local that the loop assigns: where its values of all rounds meet."""
        nodes = {}
        for binding in sorted(self.assigned(it.target, it.body, it.step, it.over), key=lambda one: one.at):
            node = self.graph.node(it.at, self.function, None)
            for version in (self.versions or {}).get(binding, ()):
                self.graph.edge(Op.COPY, version, node)
            nodes[binding] = node
            self.all_writes(binding).append(node)
            if self.versions is not None:
                self.versions[binding] = (node,)
        return nodes

    def _round(self, it: code.Loop) -> None:
        over = self.value(it.over) if it.over is not None else -1
        if it.target is None and over >= 0:
            self.controls.append(over)
            self.graph.tests[over] = it.at if it.kind != "do" else self.graph.at[over]
        if it.target is not None and over >= 0:
            items = self.node(it.target)
            self.graph.edge(Op.LOAD, over, items, ELEMENT if it.kind == "of" else KEY)
            self.give(it.target, items)
        around, outer = len(self.controls), self.rounds
        if it.target is not None and it.kind == "of" and it.over is not None:
            self.rounds = [*outer, Rounds(it.at, it.over, over)]
        self.inner(it.body)
        self.rounds = outer
        del self.controls[around:]
        if it.target is None and over >= 0:
            self.controls.remove(over)
        if it.step is not None:
            self.value(it.step)

    def switch(self, it: code.Switch) -> None:
        subject, around = self.value(it.subject), len(self.controls)
        self.controls.append(subject)
        self.graph.tests[subject] = it.at
        self.breaks.append([])
        before = self.fork()
        with self.nested(tuple(one for case in it.cases for one in case.body)):
            self.versions = None
            for case in it.cases:
                self.versions = self.merge(before and dict(before), self.versions)
                if case.test is not None:
                    self.value(case.test)
                self.block(case.body)
        del self.controls[around:]
        default = any(case.test is None for case in it.cases)
        self.versions = self.merge(self.versions, *self.breaks.pop(), *(() if default else (before,)))

    def braces(self, it: code.Block) -> None:
        left: list[Versions] = []
        if it.label:
            self.labels[it.label] = left, []
        with self.nested(it.body):
            for one in it.body[: it.enters]:
                self._enter(one)
            self.block(it.body[it.enters :])
        self.versions = self.merge(self.versions, *left)

    def _enter(self, it: code.Stmt) -> None:
        """An item of `with`: its name gets what is entered, or what that gives then."""
        if not isinstance(it, code.Do):
            _RULES[type(it)](self, it)
            return
        named = it.value if isinstance(it.value, code.Assign) else None
        value, made = self.value(named.value if named is not None else it.value), self.node(it.value)
        self.graph.edge(Op.COPY, value, made)
        self.graph.forward(Op.LOAD, value, made, ENTERED)
        self.graph.entered[made] = value
        if named is not None:
            self.give(named.target, made)

    def jump(self, it: code.Jump) -> None:
        stack = self.breaks if it.kind == "break" else self.continues
        named = self.labels.get(it.label) if it.label else None
        meant = named[it.kind != "break"] if named is not None else stack[-1] if stack else None
        if meant is not None and self.versions is not None:
            meant.append(self.versions)
        self.versions = None


def _throws(body: tuple[code.Stmt, ...]) -> bool:
    """Does a block end by throwing?"""
    return bool(body) and isinstance(body[-1], code.Throw)


_RULES: dict[type, Callable[[Any, Any], None]] = {
    code.Declare: Statements.declared,
    code.Do: Statements.do,
    code.Return: Statements.return_,
    code.Throw: Statements.throw,
    code.If: Statements.if_,
    code.Loop: Statements.loop,
    code.Switch: Statements.switch,
    code.Try: Statements.try_,
    code.Block: Statements.braces,
    code.Jump: Statements.jump,
}
