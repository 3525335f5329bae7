"""One pass over statements: functions with their parameters, branches with what follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from audit.extract.facts.code import Block, Declare, Do, If, Loop, Return, Stmt, Switch, Throw, Try
from audit.find.inside.evaluate import Evaluation
from audit.find.inside.nodes import leaves
from audit.find.inside.values import ELEMENT, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable


class Walk(Evaluation):
    """The pass over the code of a function or of a whole top-level statement."""

    def block(self, body: tuple[Any, ...], after: tuple[Stmt, ...] = ()) -> None:
        """Go through statements; `after` is what follows them."""
        for index, one in enumerate(body):
            rule = self._statements.get(type(one))
            if rule is not None:
                rule(self, one, body[index + 1 :] + after)

    def _declare(self, node: Declare, _: tuple[Stmt, ...]) -> None:
        value = self.value(node.value) if node.value is not None else UNKNOWN
        self.bind(node.target, value)

    def _do(self, node: Do, _: tuple[Stmt, ...]) -> None:
        self.value(node.value)

    def _return(self, node: Return | Throw, _: tuple[Stmt, ...]) -> None:
        if node.value is None:
            return
        value = self.value(node.value)
        if isinstance(node, Return):
            self.returned.append(value)

    def _if(self, node: If, after: tuple[Stmt, ...]) -> None:
        self.test(node.test)
        then = node.then if leaves(node.then) else node.then + after
        other = node.other if leaves(node.other) else node.other + after
        self.decided(node.at, then, other)
        self.block(node.then, after)
        self.block(node.other, after)

    def _loop(self, node: Loop, _: tuple[Stmt, ...]) -> None:
        self.block(node.first)
        value = self.value(node.over) if node.over is not None else UNKNOWN
        if node.target is not None:
            self.bind(node.target, value.read(ELEMENT) if node.kind == "of" else UNKNOWN)
        self.loops += 1
        self.block(node.body)
        self.loops -= 1
        if node.step is not None:
            self.value(node.step)

    def _switch(self, node: Switch, after: tuple[Stmt, ...]) -> None:
        self.value(node.subject)
        for case in node.cases:
            if case.test is not None:
                self.value(case.test)
            self.block(case.body, after)

    def _try(self, node: Try, after: tuple[Stmt, ...]) -> None:
        self.block(node.body, node.final + after)
        if node.caught is not None:
            self.bind(node.caught, UNKNOWN)
        self.block(node.handler or (), node.final + after)
        self.block(node.final, after)

    def _block(self, node: Block, after: tuple[Stmt, ...]) -> None:
        self.block(node.body, after)

    _statements: ClassVar[dict[type, Callable[..., None]]] = {
        Declare: _declare,
        Do: _do,
        Return: _return,
        Throw: _return,
        If: _if,
        Loop: _loop,
        Switch: _switch,
        Try: _try,
        Block: _block,
    }
