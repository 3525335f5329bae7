"""Nothing that looks like SQL, or does not, makes the reader fail; names come out as they went in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.extract.sql import Column, read_condition, read_sql

WORDS = st.sampled_from(
    [
        "select",
        "insert",
        "into",
        "update",
        "set",
        "delete",
        "merge",
        "using",
        "matched",
        "from",
        "where",
        "and",
        "or",
        "not",
        "is",
        "null",
        "in",
        "as",
        "on",
        "join",
        "left",
        "values",
        "with",
        "returning",
        "conflict",
        "do",
        "case",
        "when",
        "then",
        "else",
        "end",
        "between",
        "like",
        "exists",
        "union",
        "all",
        "distinct",
        "group",
        "by",
        "order",
        "limit",
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        ";",
        "=",
        "<>",
        "::",
        "*",
        "'",
        '"',
        "--",
        "/*",
        "*/",
        "$$",
        "$1",
        "?",
        "%s",
        "a",
        "b",
        "t.c",
        '"q"',
        "'x'",
        "1",
        "coalesce",
        "count",
        "array",
    ]
)
PIECES = st.lists(st.one_of(st.text(), WORDS.map(lambda word: f" {word} "), st.integers(0, 99)), max_size=40)
NAMES = st.text("abcdefghij_", min_size=1, max_size=8).map(lambda name: f"n_{name}")


@given(PIECES)
def test_never_fails(pieces: list[str | int]) -> None:
    holes = {piece for piece in pieces if isinstance(piece, int)}
    for facts in (read_sql(pieces), read_condition(pieces)):
        values = [one.value for one in (*facts.outputs, *facts.writes)]
        assert {part.hole for value in values for part in value.parts if isinstance(part.hole, int)} <= holes


@given(st.lists(NAMES, min_size=1, max_size=6, unique=True), NAMES)
def test_inserted_columns_get_their_holes(columns: list[str], table: str) -> None:
    pieces: list[str | int] = [f'INSERT INTO "{table}" ({", ".join(columns)}) VALUES (']
    for number in range(len(columns)):
        pieces.extend([", "] * bool(number))
        pieces.append(number)
    facts = read_sql([*pieces, ")"])
    assert [(one.column, one.value.parts[0].hole) for one in facts.writes] == [
        (Column(table, name), number) for number, name in enumerate(columns)
    ]


@given(st.lists(NAMES, min_size=1, max_size=6, unique=True), NAMES, NAMES)
def test_selected_columns_come_back_under_their_names(columns: list[str], table: str, alias: str) -> None:
    facts = read_sql([f"SELECT {', '.join(f'{alias}.{name} AS as_{name}' for name in columns)} FROM {table} {alias}"])
    assert [(one.name, one.value.parts[0].column) for one in facts.outputs] == [
        (f"as_{name}", Column(table, name)) for name in columns
    ]


def test_deep_nesting() -> None:
    assert read_sql(["SELECT " + "(" * 5000 + "a" + ")" * 5000 + " FROM t"]).kind == "select"
    assert read_condition(["NOT " * 3000 + "a"]) is not None


def test_a_text_that_only_begins_like_a_merge() -> None:
    assert read_sql(["Merge the drafts of today"]).writes == ()
    assert read_sql(["MERGE INTO items USING drafts ON items.id = drafts.id"]).writes == ()
