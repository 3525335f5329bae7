"""Rows that a query has not: those of the other sides of EXCEPT, and those for which a LEFT JOIN finds something where
that must not be there (`LEFT JOIN hidden h ON h.id = i.id WHERE h.id IS NULL`).
"""

from __future__ import annotations

from collections.abc import Iterable

from audit.extract.sql.facts import Column, Output
from audit.extract.sql.logic import Logic, together
from audit.extract.sql.nodes import dotted, sign, word
from audit.extract.sql.scope import Scope
from audit.extract.sql.tokens import Nodes
from audit.extract.sql.truths import OPEN, Condition, all_of, any_of


def unjoined(logic: Logic, where: Nodes, scope: Scope) -> Iterable[Condition]:
    """What a WHERE says by asking that nothing was joined."""
    missing = {name for run in together(where) for name in _is_null(run)}
    for one in scope.left:
        asked = {(one.alias, name) for name in _compared(one.on, one.alias)}
        if not missing.isdisjoint(asked):
            yield Condition("not", (Condition("some", (all_of((one.kept, logic.of(one.on, scope))),)),))


def _is_null(run: Nodes) -> Iterable[tuple[str, str]]:
    """The column that a condition asks to be NULL, with the source that it names."""
    names, end = dotted(run, 0)
    if len(names) == 2 and word(run, end) == "is" and word(run, end + 1) == "null" and len(run) == end + 2:
        yield names[0], names[1]


def _compared(on: Nodes, alias: str) -> Iterable[str]:
    """The columns of a source that must be equal to something where it is joined: these are not NULL."""
    for run in together(on):
        left, at = dotted(run, 0)
        right, end = dotted(run, at + 1)
        for names in (left, right) if sign(run, at) == "=" and end == len(run) else ():
            if len(names) == 2 and names[0] == alias:
                yield names[1]


def of_sides(words: set[str], sides: list[tuple[Output, ...]], kept: list[Condition]) -> list[Condition]:
    """What holds for the rows of several queries, by the words between them: a row of any of them is one of a UNION,
    those of EXCEPT and INTERSECT are rows of the first.
    """
    if words == {"union"}:
        return [any_of(kept)]
    if len(words) > 1:
        return kept[:1]
    like = [_matched(sides[0], *other) for other in zip(sides[1:], kept[1:], strict=True)]
    return [kept[0], *(Condition("not", (one,)) if "except" in words else one for one in like)]


def _matched(first: tuple[Output, ...], second: tuple[Output, ...], kept: Condition) -> Condition:
    """That another query has a row like one of the first."""
    pairs = [(_column(one), _column(other)) for one, other in zip(first, second, strict=False)]
    if len(first) != len(second) or not pairs or any(one is None or one != other for one, other in pairs):
        return OPEN
    columns = tuple(one for pair in pairs for one in pair if one is not None)
    return Condition("some", (all_of((kept, Condition("link", columns=columns))),))


def _column(one: Output) -> Column | None:
    part = one.value.parts[0] if len(one.value.parts) == 1 else None
    return part.column if part is not None and not part.decides and not part.path else None
