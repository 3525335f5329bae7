"""What a `switch` says: of the code in a case, that its value fits and those before it do not; of the code behind the
switch, that no case fits which does not come there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Literal

from msgspec import Struct

from audit.extract.facts import code as lowered

Holds = Iterator[tuple[lowered.Expr, Literal["case", "other"]]]
"""Comparisons, and whether they hold (`case`) or do not."""


class Body(Struct, frozen=True):
    """The code of a case with the cases that lead to it; `earlier`: cases that are tried before."""

    cases: tuple[lowered.Case, ...]
    code: tuple[lowered.Stmt, ...]
    earlier: tuple[lowered.Case, ...]

    def breaks(self) -> bool:
        """Does it come to the end of the switch by a `break`?"""
        return any(one.kind == "break" for one in _jumps(self.code))

    @property
    def only(self) -> lowered.Case | None:
        """The case that leads to it where there is but one."""
        return self.cases[0] if len(self.cases) == 1 else None


def bodies(it: lowered.Switch) -> Iterator[Body]:
    """The bodies of a switch; cases without one share the next."""
    begun: list[lowered.Case] = []
    earlier: tuple[lowered.Case, ...] = ()
    for number, case in enumerate(it.cases):
        begun.append(case)
        if case.body or number == len(it.cases) - 1:
            yield Body(tuple(begun), case.body, earlier)
            earlier, begun = (*earlier, *begun), []


def before(it: lowered.Switch, body: Body) -> Holds:
    """What holds in a body that no other one runs into: that one of its cases fits, and none before it; in a `default`
    that none does at all.
    """
    only = body.only
    for case in it.cases if only is not None and only.test is None else body.earlier:
        yield from _says(it, case, "other")
    fitting = [one for case in body.cases for one, _ in _says(it, case, "case")]
    if fitting and len(fitting) == len(body.cases):
        yield reduce(lambda one, other: lowered.Logical(one.at, "||", one, other), fitting), "case"


def behind(it: lowered.Switch, gone: list[bool]) -> Holds:
    """What holds behind a switch. `gone`: by body, does nothing come behind the switch that was in it?"""
    several = list(bodies(it))
    apart = all(case.test is None or isinstance(case.test, lowered.Literal) for case in it.cases)
    for number, body in enumerate(several):
        if gone[number] and (apart or all(gone[:number])):
            for case in body.cases:
                yield from _says(it, case, "other")
    left = [body for number, body in enumerate(several) if not gone[number]]
    ended = [case for number, body in enumerate(several) if gone[number] for case in body.cases]
    if len(left) == 1 and left[0].only is not None and any(case.test is None for case in ended):
        yield from _says(it, left[0].only, "case")


def _says(it: lowered.Switch, case: lowered.Case, holds: Literal["case", "other"]) -> Holds:
    """Nothing is said of what a `match` of Python takes apart: a case may have conditions of its own."""
    taken = isinstance(it.subject, lowered.Name) and it.subject.name.startswith("<")
    if case.test is not None and not taken:
        yield lowered.Binary(case.test.at, "===", it.subject, case.test), holds


def _jumps(code: object) -> Iterator[lowered.Jump]:
    stack: list[object] = [code]
    while stack:
        here = stack.pop()
        if isinstance(here, tuple):
            stack += here
        elif isinstance(here, lowered.Jump):
            yield here
        elif isinstance(here, (lowered.If, lowered.Try, lowered.Block)):
            stack += _parts(here)


def _parts(it: lowered.If | lowered.Try | lowered.Block) -> tuple[object, ...]:
    if isinstance(it, lowered.If):
        return it.then, it.other
    return (it.body, it.handler or (), it.final) if isinstance(it, lowered.Try) else (it.body,)
