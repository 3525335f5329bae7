"""Conditions of SQL text: which columns, which way round, and whether they hold for every row."""

from __future__ import annotations

import pytest

from audit.extract.sql import Predicate, read_condition, read_sql


def about(text: str, name: str = "flag") -> list[Predicate]:
    return [one for one in read_condition([text]).predicates if one.column.name == name]


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ('NOT l."flag"', False),
        ("l.flag = false", False),
        ("COALESCE(l.flag, false) = false", False),
        ("l.flag IS NOT TRUE", False),
        ("l.flag <> true", False),
        ("l.flag IS DISTINCT FROM TRUE", False),
        ("NOT (l.flag = true)", False),
        ("(l.flag)::boolean", True),
        ("l.flag = true", True),
        ("NOT COALESCE(l.flag, false) = false", True),
        ("l.flag IS NULL", None),
        ("l.flag = other.flag_too", None),
        ("l.flag > 3", None),
    ],
)
def test_truth_of_the_flag(text: str, truth: bool | None) -> None:  # noqa: FBT001 - a parametrised answer
    (found,) = about(text)
    assert found.truth() is truth
    assert not found.arm


def test_what_stands_for_null_is_kept() -> None:
    assert about("COALESCE(l.flag, TRUE) = false")[0].null_as == "true"


@pytest.mark.parametrize(
    ("text", "arm"),
    [
        ("a = 1 AND NOT flag", False),
        ("a = 1 OR NOT flag", True),
        ("NOT (a = 1 OR flag)", False),
        ("NOT (a = 1 AND flag)", True),
        ("b BETWEEN 1 AND 2 AND NOT flag", False),
        ("(a = 1 OR (b = 2 AND NOT flag))", True),
    ],
)
def test_arms(text: str, arm: bool) -> None:  # noqa: FBT001
    (found,) = about(text)
    assert found.arm is arm
    assert found.truth() is False


def test_conditions_of_joins_and_subqueries_are_told_apart() -> None:
    facts = read_sql(
        ["SELECT 1 FROM a LEFT JOIN b ON b.flag = false WHERE EXISTS (SELECT 1 FROM c WHERE c.flag) AND NOT a.flag"]
    )
    assert {one.column.table: (one.clause, one.arm) for one in facts.predicates if one.column.name == "flag"} == {
        "a": ("where", False),
        "b": ("on", False),
        "c": ("subquery", True),
    }


def test_lists_and_holes() -> None:
    facts = read_sql(["SELECT 1 FROM a WHERE a.id = ANY(", 0, ") AND a.kind NOT IN ('x', 'y') AND a.name LIKE ", 1])
    assert [(one.column.name, one.op, one.holes) for one in facts.predicates] == [
        ("id", "=", (0,)),
        ("kind", "not in", ()),
        ("name", "like", (1,)),
    ]
