"""Conditions as trees, and what they can be in the three-valued logic of SQL: true, false, or NULL."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from typing import Literal, NamedTuple

from audit.extract.sql.facts import Column

Truth = bool | None
Truths = frozenset[Truth]
ANY: Truths = frozenset((True, False, None))
_SURE: Truths = frozenset((True, False))
Kind = Literal["and", "or", "not", "is", "equal", "first", "case", "column", "constant", "link", "some", "open"]


class Condition(NamedTuple):
    """What must hold, `parts` by `kind`.

    `is`: IS NOT DISTINCT FROM; `equal`: `=`; `first`: COALESCE; `case`: condition, value, …, otherwise; `link`: two
    columns are equal, and behind them columns with themselves; `some`: the query has a row for which its part holds;
    `open`: anything.
    """

    kind: Kind
    parts: tuple[Condition, ...] = ()
    columns: tuple[Column, ...] = ()
    value: Truth = None


OPEN = Condition("open")
ALWAYS = Condition("constant", value=True)


class Asked(NamedTuple):
    """A question: what columns are (`of`: None for any value), and which links join the row that is meant."""

    of: Callable[[Column], Truths | None]
    links: Callable[[Column, Column], bool] = lambda _one, _other: False
    linked: Truths = ANY


def all_of(parts: Iterable[Condition]) -> Condition:
    """Everything together; nothing is always true."""
    kept = tuple(one for one in dict.fromkeys(parts) if one != ALWAYS)
    return kept[0] if len(kept) == 1 else Condition("and", kept) if kept else ALWAYS


def any_of(parts: Iterable[Condition]) -> Condition:
    """One of them; of none it is not known what that means."""
    kept = tuple(dict.fromkeys(parts))
    return kept[0] if len(kept) == 1 else Condition("or", kept) if kept else OPEN


def can_be(one: Condition, asked: Asked) -> Truths:
    """The truths that a condition may have, each part taken by itself: never too few."""
    match one.kind:
        case "constant":
            return frozenset((one.value,))
        case "column":
            found = asked.of(one.columns[0])
            return ANY if found is None else found
        case "link":
            pairs = zip(one.columns[::2], one.columns[1::2], strict=True)
            return asked.linked if any(asked.links(left, right) for left, right in pairs) else ANY
        case "some":
            return _some(one.parts[0], asked)
        case "open":
            return ANY
        case _:
            return _computed(one, [can_be(part, asked) for part in one.parts])


def where_true(one: Condition, column: Column) -> str:
    """What a condition is wherever a column is true: "true", "false" (or NULL), "" where it may be either."""
    set_: Truths = frozenset((True,))
    found = can_be(one, Asked(lambda other: set_ if other == column else None))
    return "true" if found == set_ else "" if True in found else "false"


def _computed(one: Condition, parts: list[Truths]) -> Truths:
    match one.kind:
        case "and":
            return _over(parts, _both)
        case "or":
            return _over(parts, lambda left, right: _not(_both(_not(left), _not(right))))
        case "not":
            return frozenset(map(_not, parts[0]))
        case "is":
            return frozenset(left is right for left, right in product(*parts))
        case "equal":
            return frozenset(
                None if left is None or right is None else left is right for left, right in product(*parts)
            )
        case "first":
            return _first(parts)
        case _:
            return _chosen(parts)


def _over(parts: list[Truths], joined: Callable[[Truth, Truth], Truth]) -> Truths:
    found = parts[0]
    for part in parts[1:]:
        found = frozenset(joined(left, right) for left, right in product(found, part))
    return found


def _both(left: Truth, right: Truth) -> Truth:
    if left is False or right is False:
        return False
    return None if left is None or right is None else True


def _not(one: Truth) -> Truth:
    return None if one is None else not one


def _first(parts: list[Truths]) -> Truths:
    found: set[Truth] = set()
    for part in parts:
        found |= part - {None}
        if None not in part:
            return frozenset(found)
    return frozenset(found | {None})


def _chosen(parts: list[Truths]) -> Truths:
    """CASE: the value of the first condition that is true."""
    found: set[Truth] = set()
    for when, then in zip(parts[:-1:2], parts[1::2], strict=False):
        if True in when:
            found |= then
        if when == {True}:
            return frozenset(found)
    return frozenset(found | parts[-1])


def _some(rows: Condition, asked: Asked) -> Truths:
    """EXISTS says something of the row that is meant only where the query is linked to it."""
    if True in can_be(rows, asked._replace(of=lambda _: None, linked=frozenset((False,)))):
        return _SURE
    found = can_be(rows, asked._replace(linked=frozenset((True,))))
    return frozenset((True,)) if found == {True} else _SURE if True in found else frozenset((False,))
