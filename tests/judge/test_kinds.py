"""Kinds of values under operators: never fewer than what JavaScript makes of values of these kinds."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as some

from audit.extract.facts import code as lowered
from audit.judge.deciding.kinds import Kind, compared, length, logical, negated, of_literal, truth


class _Undefined:
    def __repr__(self) -> str:
        return "undefined"


UNDEFINED: Final = _Undefined()
OBJECT: Final = {"a": 1}
VALUES: tuple[Any, ...] = (True, False, None, UNDEFINED, 0, "", (), (1,), "text", 7, OBJECT)
PLAIN = some.sampled_from([one for one in VALUES if not isinstance(one, tuple | dict)])
SETS = some.lists(some.sampled_from(VALUES), min_size=1, max_size=4)


def kind(value: Any) -> Kind:
    """The kind of a value of JavaScript."""
    if value is True or value is False:
        return "true" if value else "false"
    if value is None or value is UNDEFINED:
        return "null" if value is None else "undefined"
    if value == ():
        return "empty"
    return "something" if value else "zero"


def truthy(value: Any) -> bool:
    return kind(value) in ("true", "empty", "something")


def strictly(one: Any, other: Any) -> bool:
    """`===`: lists and objects are only ever themselves, and these here are always others."""
    if isinstance(one, tuple | dict) or isinstance(other, tuple | dict):
        return False
    return type(one) is type(other) and one == other


def loosely(one: Any, other: Any) -> bool:
    """`==` of plain values."""
    nothing = [value is None or value is UNDEFINED for value in (one, other)]
    if any(nothing):
        return all(nothing)
    numbers = [float(value) if value not in {"text", ""} else (0.0 if value == "" else None) for value in (one, other)]
    if isinstance(one, str) and isinstance(other, str):
        return one == other
    return None not in numbers and numbers[0] == numbers[1]


def kinds(values: list[Any]) -> frozenset[Kind]:
    return frozenset(map(kind, values))


def _binary(op: str, left: lowered.Expr | None = None, right: lowered.Expr | None = None) -> lowered.Binary:
    return lowered.Binary(0, op, left or lowered.Name(0, "a"), right or lowered.Name(0, "b"))


@given(SETS)
def test_not_and_truth(values: list[Any]) -> None:
    assert negated(kinds(values)) == {"false" if truthy(one) else "true" for one in values}
    assert truth(kinds(values)) == {"true" if truthy(one) else "false" for one in values}


@given(some.sampled_from(["&&", "||", "??"]), SETS, SETS)
def test_logical_operators(op: str, left: list[Any], right: list[Any]) -> None:
    chosen = {
        "&&": lambda one, other: other if truthy(one) else one,
        "||": lambda one, other: one if truthy(one) else other,
        "??": lambda one, other: other if one is None or one is UNDEFINED else one,
    }[op]
    assert logical(op, kinds(left), kinds(right)) == {kind(chosen(one, other)) for one in left for other in right}


@given(some.sampled_from(["===", "!=="]), SETS, SETS)
def test_strict_comparisons(op: str, left: list[Any], right: list[Any]) -> None:
    found = compared(_binary(op), kinds(left), kinds(right))
    assert found >= {kind(strictly(one, other) == (op == "===")) for one in left for other in right}


@given(
    some.sampled_from(["==", "!="]),
    some.lists(PLAIN, min_size=1, max_size=4),
    some.lists(PLAIN, min_size=1, max_size=4),
)
def test_loose_comparisons(op: str, left: list[Any], right: list[Any]) -> None:
    found = compared(_binary(op), kinds(left), kinds(right))
    assert found >= {kind(loosely(one, other) == (op == "==")) for one in left for other in right}


@given(
    some.sampled_from(["===", "!=="]),
    some.sampled_from([True, False, None, UNDEFINED]),
    some.sampled_from([True, False, None, UNDEFINED]),
)
def test_single_values_are_told_apart(op: str, left: Any, right: Any) -> None:
    assert compared(_binary(op), kinds([left]), kinds([right])) == {kind(strictly(left, right) == (op == "==="))}


@given(some.sampled_from(["<", ">", "<=", ">=", "===", "!==", "==", "!="]), some.integers(0, 3), some.booleans())
def test_the_length_of_an_empty_list(op: str, number: int, turned: bool) -> None:  # noqa: FBT001
    held, given_ = lowered.Member(0, lowered.Name(0, "a"), "length"), lowered.Literal(0, number)
    sides = (given_, held) if turned else (held, given_)
    one, other = (number, 0) if turned else (0, number)
    actual = {
        "<": one < other, ">": one > other, "<=": one <= other, ">=": one >= other,
        "===": one == other, "==": one == other, "!==": one != other, "!=": one != other,
    }[op]  # fmt: skip
    values = (
        (of_literal(given_), length(frozenset(("empty",))))
        if turned
        else (length(frozenset(("empty",))), of_literal(given_))
    )
    assert compared(_binary(op, *sides), *values) == {kind(actual)}
