"""What must have been true where code runs: the tests of the branches it stands in, and of the exits before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.extract.facts.code import Expr, Stmt


class Tested(Struct, frozen=True, order=True):
    """An expression and what it was."""

    test: Expr
    truth: bool


def stood_behind(body: tuple[Stmt, ...], offset: int, *, thrown: bool) -> Iterator[Tested]:
    """The tests that code at an offset stands behind; with `thrown` only those whose other way throws."""
    for number, statement in enumerate(body):
        following = body[number + 1].at if number + 1 < len(body) else None
        if following is not None and following <= offset:
            yield from _passed(statement, thrown=thrown)
        elif statement.at <= offset:
            yield from _within(statement, offset, thrown=thrown)
            return


def insisted_on(body: tuple[Stmt, ...]) -> Iterator[Tested]:
    """The tests that a function has passed once it returns: the other way of each throws."""
    for statement in body:
        yield from _passed(statement, thrown=True)
        if isinstance(statement, code.If) and not statement.other and isinstance(statement.test, code.Unary):
            yield from insisted_on(statement.then)  # `if (!client) { … client = made }`: so it was when it was made
        if isinstance(statement, (code.Try, code.Block)):
            yield from insisted_on(statement.body)


def calls_before(body: tuple[Stmt, ...], offset: int) -> Iterator[code.Call]:
    """The calls that have certainly run where code at an offset does."""
    for number, statement in enumerate(body):
        following = body[number + 1].at if number + 1 < len(body) else None
        if following is not None and following <= offset:
            yield from _calls(statement)
        elif statement.at <= offset:
            for inner in _bodies(statement):
                if inner and inner[0].at <= offset:
                    yield from calls_before(inner, offset)
            return


def returned(body: tuple[Stmt, ...]) -> list[Expr]:
    """What a function returns, wherever in it."""
    found: list[Expr] = []
    for statement in body:
        if isinstance(statement, code.Return) and statement.value is not None:
            found.append(statement.value)
        for inner in _bodies(statement):
            found.extend(returned(inner))
    return found


def _passed(statement: Stmt, *, thrown: bool) -> Iterator[Tested]:
    if isinstance(statement, code.If) and not statement.other and _leaves(statement.then, thrown=thrown):
        yield Tested(statement.test, truth=False)


def _within(statement: Stmt, offset: int, *, thrown: bool) -> Iterator[Tested]:
    if isinstance(statement, code.If):
        other = bool(statement.other) and statement.other[0].at <= offset
        inside = bool(statement.then) and statement.then[0].at <= offset
        if (other or inside) and not thrown:
            yield Tested(statement.test, truth=not other)
    for inner in reversed(_bodies(statement)):
        if inner and inner[0].at <= offset:
            yield from stood_behind(inner, offset, thrown=thrown)
            return


def _bodies(statement: Stmt) -> list[tuple[Stmt, ...]]:
    """The blocks inside of a statement, in the order of the source."""
    if isinstance(statement, code.If):
        return [statement.then, statement.other]
    if isinstance(statement, code.Try):
        return [statement.body, statement.handler or (), statement.final]
    if isinstance(statement, (code.Block, code.Loop)):
        return [statement.body]
    return [one.body for one in statement.cases] if isinstance(statement, code.Switch) else []


def _leaves(body: tuple[Stmt, ...], *, thrown: bool) -> bool:
    last = body[-1] if body else None
    if isinstance(last, code.Block):
        return _leaves(last.body, thrown=thrown)
    if isinstance(last, code.Do) and isinstance(last.value, code.Call):
        callee = last.value.callee
        return isinstance(callee, code.Member) and callee.key == "exit"
    return isinstance(last, code.Throw) or (not thrown and isinstance(last, (code.Return, code.Jump)))


def _calls(statement: Stmt) -> Iterator[code.Call]:
    """The call that a statement is, or assigns."""
    value = getattr(statement, "value", None)
    if isinstance(value, code.Assign):
        value = value.value
    if isinstance(value, code.Await):
        value = value.value
    if isinstance(value, code.Call):
        yield value
