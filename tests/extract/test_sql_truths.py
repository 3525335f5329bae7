"""Does a query leave rows out? Trees of conditions against an evaluation by brute force, and forms people write."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from audit.extract.sql import Asked, Column, can_be, read_condition, read_sql

if TYPE_CHECKING:
    from collections.abc import Iterator

Truth = bool | None
FLAG = Column("library", "flag")
COLUMNS = {"library": frozenset(("id", "flag", "title")), "rotation": frozenset(("id", "album_id", "flag"))}
_TIED = {Column("library", "id"), Column("rotation", "album_id")}


def asked(value: Truth) -> Asked:
    """A row with this flag; every other column is anything."""
    flag = (Column("", "flag"), FLAG)
    return Asked(lambda one: frozenset((value,)) if one in flag else None, lambda one, other: {one, other} <= _TIED)


def leaves_out(sql: str) -> bool:
    """Does a statement leave flagged rows out?"""
    facts = read_sql([sql], COLUMNS.get)
    return facts.kept is not None and True not in can_be(facts.kept, asked(value=True))


# a condition and its value, made together


class Tree(NamedTuple):
    """A condition; `kind` of a leaf is the text of the flag, or "other": a column that no other leaf is."""

    kind: str
    parts: tuple[Tree, ...] = ()


def text(tree: Tree, names: list[str]) -> str:
    """A condition as SQL; `names` gets the other columns in their order."""
    if tree.kind == "other":
        names.append(f"other{len(names)}")
        return names[-1]
    parts = [text(part, names) for part in tree.parts]
    plain = [not part.parts or part.kind in ("case", "coalesce") for part in tree.parts]
    if tree.kind in ("and", "or"):
        return f" {tree.kind} ".join(part if bare else f"({part})" for part, bare in zip(parts, plain, strict=True))
    if tree.kind == "not":
        return f"NOT ({parts[0]})"
    if tree.kind == "coalesce":
        return f"COALESCE({', '.join(parts)})"
    if tree.kind == "case":
        return f"CASE WHEN {parts[0]} THEN {parts[1]} ELSE {parts[2]} END"
    operator, _, constant = tree.kind.partition(":")
    if not parts:
        return tree.kind
    left = parts[0] if plain[0] else f"({parts[0]})"
    return f"{left} {operator} {f'({constant})' if operator.endswith('IN') else constant}"


def value(tree: Tree, flag: Truth, others: Iterator[Truth]) -> Truth:
    """What a database makes of it; `others` are the values of the other columns in their order."""
    if not tree.parts:
        return next(others) if tree.kind == "other" else flag
    parts = [value(part, flag, others) for part in tree.parts]
    match tree.kind:
        case "and":
            return False if False in parts else None if None in parts else True
        case "or":
            return True if True in parts else None if None in parts else False
        case "not":
            return None if parts[0] is None else not parts[0]
        case "coalesce":
            return next((one for one in parts if one is not None), None)
        case "case":
            return parts[1] if parts[0] is True else parts[2]
        case _:
            return compared(tree.kind, parts[0])


def compared(kind: str, one: Truth) -> Truth:
    """A comparison with a constant."""
    operator, _, constant = kind.partition(":")
    wanted = {"NULL": None, "TRUE": True, "FALSE": False}[constant]
    if operator.startswith("IS"):
        return (one is wanted) == (operator in ("IS", "IS NOT DISTINCT FROM"))
    if one is None or wanted is None:
        return None
    return (one is wanted) == (operator in ("=", "IN"))


FLAGS = some.sampled_from([Tree("flag"), Tree("library.flag"), Tree('"flag"'), Tree('library."flag"')])
KINDS = [
    f"{operator}:{constant}"
    for operator in ("=", "<>", "IS", "IS NOT", "IS DISTINCT FROM", "IS NOT DISTINCT FROM", "IN", "NOT IN")
    for constant in ("TRUE", "FALSE", "NULL")
]


def joined(inner: some.SearchStrategy[Tree]) -> some.SearchStrategy[Tree]:
    """Larger trees of smaller ones."""
    several = some.lists(inner, min_size=2, max_size=3).map(tuple)
    return some.one_of(
        some.builds(Tree, some.sampled_from(["and", "or", "coalesce"]), several),
        some.builds(Tree, some.just("case"), some.tuples(inner, inner, inner)),
        some.builds(Tree, some.sampled_from(["not", *KINDS]), some.tuples(inner)),
    )


TREES = some.recursive(some.one_of(FLAGS, some.just(Tree("other"))), joined, max_leaves=6)


_ONE_CASE = Tree("case", (Tree("flag"), Tree("flag"), Tree("other")))
_TWO_CASES = Tree("and", (_ONE_CASE, Tree("case", (Tree("other"),) * 3)))


@example(tree=_TWO_CASES, flag=True)  # one CASE begins the text and another one ends it
@given(tree=TREES, flag=some.sampled_from([True, False, None]))
def test_the_reading_of_a_condition_is_that_of_brute_force(tree: Tree, flag: Truth) -> None:
    names: list[str] = []
    kept = read_condition([text(tree, names)]).kept
    found = can_be(kept, asked(flag)) if kept is not None else {True}
    every = {value(tree, flag, iter(values)) for values in product((True, False, None), repeat=len(names))}
    assert found == every


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT id FROM library l WHERE NOT l."flag"',
        "SELECT id FROM library WHERE flag = false AND title = 'x'",
        "SELECT id FROM library l WHERE l.flag IS FALSE",
        "SELECT id FROM library l WHERE l.flag IS NOT TRUE",
        "SELECT r.id FROM rotation r LEFT JOIN library l ON l.id = r.album_id WHERE COALESCE(l.flag, false) = false",
        "SELECT r.id FROM rotation r JOIN library l ON l.id = r.album_id AND NOT l.flag",
        "SELECT id FROM library WHERE flag = false OR flag IS NULL",
        "SELECT id FROM library WHERE (title = 'a' AND NOT flag) OR (title = 'b' AND flag = false)",
        "SELECT x.id FROM (SELECT id FROM library WHERE NOT flag) x",
        "WITH kept AS (SELECT * FROM library WHERE NOT flag) SELECT id FROM kept",
        "SELECT r.id FROM rotation r JOIN (SELECT id FROM library WHERE NOT flag) l ON l.id = r.album_id",
        "SELECT r.id FROM rotation r WHERE r.album_id IN (SELECT id FROM library WHERE NOT flag)",
        "SELECT r.id FROM rotation r WHERE r.album_id NOT IN (SELECT id FROM library WHERE library.flag)",
        "SELECT r.id FROM rotation r WHERE EXISTS (SELECT 1 FROM library l WHERE l.id = r.album_id AND NOT l.flag)",
        "SELECT r.id FROM rotation r WHERE NOT EXISTS (SELECT 1 FROM library l WHERE l.id = r.album_id AND l.flag)",
        "SELECT id FROM library WHERE NOT flag UNION ALL SELECT id FROM library WHERE flag = false",
        "UPDATE library SET title = 'x' WHERE flag = false RETURNING id",
        "WITH taken AS (UPDATE library SET title = 'x' WHERE NOT flag RETURNING id) SELECT id FROM taken",
        "SELECT id FROM library WHERE CASE WHEN flag THEN false ELSE true END",
        "SELECT id FROM library WHERE flag IN (false)",
        "SELECT l.id FROM library l RIGHT JOIN rotation r ON r.album_id = l.id WHERE NOT l.flag",
    ],
)
def test_flagged_rows_are_left_out(sql: str) -> None:
    assert leaves_out(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT id FROM library",
        "SELECT id FROM library WHERE flag = true",
        "SELECT id FROM library WHERE NOT flag OR title = 'x'",
        "SELECT r.id FROM rotation r LEFT JOIN library l ON l.id = r.album_id AND NOT l.flag",
        "SELECT r.id FROM rotation r JOIN library l ON l.id = r.album_id WHERE NOT r.flag",
        "SELECT r.id FROM library l RIGHT JOIN rotation r ON r.album_id = l.id AND NOT l.flag",
        "SELECT r.id FROM library l JOIN rotation r ON NOT l.flag FULL JOIN rotation x ON x.id = r.id",
        "SELECT r.id FROM rotation r LEFT JOIN (SELECT id FROM library WHERE NOT flag) l ON l.id = r.album_id",
        "SELECT id FROM library WHERE NOT flag UNION SELECT id FROM library",
        "WITH kept AS (SELECT * FROM library WHERE NOT flag) SELECT id FROM library",
        "WITH kept AS (SELECT * FROM library WHERE NOT flag) SELECT l.id FROM library l LEFT JOIN kept k ON true",
        "SELECT id FROM library WHERE EXISTS (SELECT 1 FROM library o WHERE o.title = library.title AND NOT o.flag)",
        "SELECT r.id FROM rotation r WHERE EXISTS (SELECT 1 FROM library WHERE NOT library.flag)",
        "SELECT r.id FROM rotation r WHERE r.id IN (SELECT id FROM library WHERE NOT flag)",
        "SELECT id, NOT flag AS open FROM library",
        "SELECT id FROM library WHERE CASE WHEN title = 'x' THEN NOT flag ELSE true END",
        "SELECT id FROM library WHERE COALESCE(flag, false) IS NOT NULL",
        "SELECT id FROM library WHERE COALESCE(NOT flag, true) = false",
        "SELECT id FROM library WHERE flag IN (true, false)",
    ],
)
def test_flagged_rows_may_come(sql: str) -> None:
    assert not leaves_out(sql)


@pytest.mark.parametrize(
    ("written", "then"),
    [
        ("NOT flag", "false"),
        ("flag IS NULL", "false"),
        ("flag = false", "false"),
        ("CASE WHEN flag THEN false ELSE true END", "false"),
        ("flag IS TRUE", "true"),
        ("flag OR title = 'x'", "true"),
        ("bool_or(flag)", "true"),
        ("CASE WHEN flag THEN true END", "true"),
        ("flag AND title = 'x'", ""),
        ("flag = (title = 'x')", ""),
        ("count(flag)", ""),
        ("NOT t.made", ""),
    ],
)
def test_what_an_output_is_where_the_flag_is_true(written: str, then: str) -> None:
    source = "library, (SELECT NOT flag AS made FROM library) t" if "made" in written else "library"
    output = read_sql([f"SELECT {written} AS said FROM {source}"], COLUMNS.get).outputs[0]
    assert {one.then for one in output.value.parts if one.column == FLAG} == {then}
