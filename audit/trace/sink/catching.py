"""What a `catch` does with an error of a class: does it come out of it again?"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.pieces import inside

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.extract.facts.code import Expr, Stmt

_OF_CLASS = ("instanceof", code.CATCHES)
_MOST = 8
"""Tests of one handler of which both ways are looked at."""


class Fate(IntEnum):
    """What becomes of an error, strongest last: it goes no further, it may, or nothing holds it up."""

    ENDS = 0
    MAY = 1
    PASSES = 2


class Catch:
    """A handler that gives the error a name ("" where it gives none). `is_a`: is the error of the class with a name?
    None where that is not known. In Python what is called where something is raised makes an error.
    """

    def __init__(self, name: str, is_a: Callable[[str], bool | None], *, python: bool) -> None:
        self._names, self._is_a, self._python = {name}, is_a, python
        self._left = _MOST

    def fate(self, body: tuple[Stmt, ...]) -> Fate:
        """What becomes of the error behind the statements of a handler, one after the other."""
        for at, it in enumerate(body):
            rest = body[at + 1 :]
            if isinstance(it, code.Throw):
                return self._thrown(it.value)
            if isinstance(it, code.Declare):
                self._named(it)
            if isinstance(it, (code.Return, code.Jump)):
                return Fate.ENDS
            if isinstance(it, code.Block):
                return self.fate((*it.body, *rest))
            if isinstance(it, code.If):
                return self._either(it, rest)
            if any(isinstance(one, code.Throw) for one in inside(it)):
                return Fate.MAY
        return Fate.ENDS

    def _named(self, it: code.Declare) -> None:
        """The error may get one more name."""
        if isinstance(it.target, code.Name) and isinstance(it.value, code.Name) and it.value.name in self._names:
            self._names.add(it.target.name)

    def _thrown(self, value: Expr | None) -> Fate:
        """The same error, or one that is made here: what that shows is asked where it is made."""
        if value is None or (isinstance(value, code.Name) and value.name in self._names):
            return Fate.PASSES
        return Fate.ENDS if isinstance(value, code.Call) and (value.new or self._python) else Fate.MAY

    def _either(self, it: code.If, rest: tuple[Stmt, ...]) -> Fate:
        told = self._asked(it.test)
        if told is not None:
            return self.fate((*(it.then if told else it.other), *rest))
        self._left -= 1
        if self._left < 0:
            return Fate.MAY
        one, other = self.fate((*it.then, *rest)), self.fate((*it.other, *rest))
        return one if one is other else Fate.MAY

    def _asked(self, test: Expr) -> bool | None:
        """What a test says of an error of that class."""
        if isinstance(test, code.Unary) and test.op == "!":
            told = self._asked(test.value)
            return None if told is None else not told
        if isinstance(test, code.Logical) and test.op in ("&&", "||"):
            both, ends = (self._asked(test.left), self._asked(test.right)), test.op == "||"
            return ends if ends in both else (None if None in both else not ends)
        if (
            isinstance(test, code.Binary)
            and test.op in ("instanceof", code.CATCHES)
            and isinstance(test.right, code.Name)
        ):
            asks = isinstance(test.left, code.Name) and test.left.name in self._names
            return self._is_a(test.right.name) if asks else None
        return None
