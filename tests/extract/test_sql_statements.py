"""What SQL text reads and writes: columns, holes, literals."""

from __future__ import annotations

import pytest

from audit.extract.sql import Column, Facts, Value, read_sql

TABLES = {"items": frozenset({"id", "title", "label"}), "notes": frozenset({"item_id", "body"})}


def read(*pieces: str | int) -> Facts:
    return read_sql(pieces, TABLES.get)


def said(value: Value) -> list[str]:
    """Columns dotted, holes in brackets with what is read inside them, `~` before what only decides."""
    found = []
    for part in value.parts:
        name = ".".join(part.column) if part.column is not None else f"<{part.hole}>{''.join(part.inside)}"
        found.append(("~" if part.decides else "") + name + "".join(f"/{step}" for step in part.path))
    return found or [value.text or ""]


def writes(*pieces: str | int) -> dict[str, list[str]]:
    return {f"{one.how} {'.'.join(one.column)}": said(one.value) for one in read(*pieces).writes}


def outputs(*pieces: str | int) -> dict[str, list[str]]:
    return {one.name: said(one.value) for one in read(*pieces).outputs}


def test_insert_pairs_columns_with_values() -> None:
    text = ('INSERT INTO "app"."items" ("title", label, id) VALUES (', 0, "::text, ", 1, ", NULL)")
    assert writes(*text) == {
        "insert items.title": ["<0>"],
        "insert items.label": ["<1>"],
        "insert items.id": ["null"],
    }


def test_insert_of_several_rows_joins_their_values() -> None:
    assert writes("insert into items (title) values (", 0, "), (", 1, ")") == {"insert items.title": ["<0>", "<1>"]}


def test_conflict_takes_what_was_to_be_inserted() -> None:
    found = writes(
        "INSERT INTO items (id, title, label) VALUES (", 0, ",", 1, ", 'x') ON CONFLICT (id) DO UPDATE SET",
        " title = COALESCE(EXCLUDED.title, items.title), label = EXCLUDED.label WHERE items.title IS NULL",
    )  # fmt: skip
    assert found["conflict items.title"] == ["<1>", "items.title"]
    assert found["conflict items.label"] == ["'x'"]


def test_insert_from_a_query_copies_columns() -> None:
    found = writes("INSERT INTO items (id, title) SELECT n.item_id, max(n.body) FROM notes n GROUP BY 1")
    assert found == {"insert items.id": ["notes.item_id"], "insert items.title": ["notes.body"]}


def test_update_reads_rows_of_values_by_their_alias() -> None:
    found = writes(
        "UPDATE items AS i SET title = v.name, label = COALESCE(v.kind, i.label)",
        " FROM (VALUES (", 0, "::int, ", 1, ", ", 2, ")) AS v(id, name, kind) WHERE i.id = v.id",
    )  # fmt: skip
    assert found == {"update items.title": ["<1>"], "update items.label": ["<2>", "items.label"]}


def test_update_reads_unnested_lists() -> None:
    found = writes(
        "UPDATE items SET title = u.t FROM unnest(", 0, "::int[], ", 1, "::text[]) AS u(id, t) WHERE items.id = u.id"
    )
    assert found == {"update items.title": ["<1>[*]"]}


@pytest.mark.parametrize("literal", ["NULL", "FALSE", "0", "'none'", "NOW()"])
def test_written_constants_are_evidence(literal: str) -> None:
    (write,) = read(f"UPDATE items SET title = {literal}").writes
    assert not write.value.parts
    assert (write.value.text or "").replace(" ", "").upper() == literal.upper()


def test_computed_column_may_be_any() -> None:
    assert writes("UPDATE items SET ", 0, " = ", 1) == {"update items.*": ["<1>"]}


def test_table_in_a_hole_is_said() -> None:
    facts = read("UPDATE ", 0, " SET title = ", 1)
    assert facts.unknown
    assert facts.writes[0].column == Column("", "title")


def test_schema_in_a_hole_leaves_the_table() -> None:
    assert read('DELETE FROM "', 0, '"."items" WHERE id = ', 1).table == "items"


def test_select_names_columns_by_alias_and_table() -> None:
    found = outputs("SELECT i.id, i.title AS name, body FROM items i JOIN notes n ON n.item_id = i.id")
    assert found == {"id": ["items.id"], "name": ["items.title"], "body": ["notes.body"]}


def test_value_and_condition_of_an_expression_are_told_apart() -> None:
    found = outputs(
        "SELECT CASE WHEN i.label = 'a' THEN i.title ELSE n.body END AS either, count(n.body) AS many,"
        " nullif(i.title, i.label) AS kept, i.title IS NULL AS empty, EXISTS (SELECT 1 FROM notes) AS has"
        " FROM items i, notes n"
    )
    assert found["either"] == ["~items.label", "items.title", "notes.body"]
    assert found["many"] == ["~notes.body"]
    assert found["kept"] == ["items.title", "~items.label"]
    assert found["empty"] == ["~items.title"]


def test_common_tables_and_unions_are_looked_through() -> None:
    found = outputs(
        "WITH best AS (SELECT id, title AS t FROM items), worst(a, b) AS (SELECT item_id, body FROM notes)"
        " SELECT best.t FROM best UNION ALL SELECT b FROM worst"
    )
    assert found == {"t": ["items.title", "notes.body"]}


def test_star_stands_for_what_its_source_has() -> None:
    assert outputs("SELECT * FROM items") == {"*": ["items.*"]}
    assert outputs("SELECT q.* FROM (SELECT id, title AS t FROM items) q") == {"id": ["items.id"], "t": ["items.title"]}


def test_objects_of_json_have_parts() -> None:
    found = outputs("SELECT json_build_object('name', i.title, 'all', json_agg(i.label)) AS o FROM items i")
    assert found == {"o": ["items.title/name", "items.label/all/[*]"]}


def test_returning_reads_the_table() -> None:
    assert outputs("UPDATE items SET title = ", 0, " RETURNING id, title AS t") == {
        "id": ["items.id"],
        "t": ["items.title"],
    }


@pytest.mark.parametrize("text", ["$1", "?", "%s"])
def test_parameters_are_holes_by_position(text: str) -> None:
    assert writes(f"UPDATE items SET title = {text}") == {"update items.title": ["<0>"]}


@pytest.mark.parametrize("text", [":name", "%(name)s"])
def test_parameters_are_holes_by_name(text: str) -> None:
    assert writes(f"UPDATE items SET title = {text}") == {"update items.title": ["<name>"]}


def test_comments_strings_and_dollar_quotes_hold_no_code() -> None:
    facts = read(
        "SELECT 'a; DELETE FROM notes' AS x, $q$ INSERT INTO items $q$ AS y -- FROM notes\n FROM items /* , notes */"
    )
    assert facts.tables == ("items",)
    assert facts.kind == "select"


def test_is_distinct_from_opens_no_clause() -> None:
    assert outputs("SELECT title IS DISTINCT FROM label AS d, id FROM items") == {
        "d": ["~items.title", "~items.label"],
        "id": ["items.id"],
    }


def test_the_same_text_means_other_columns_where_a_table_has_other_ones() -> None:
    catalogs = ({"a": frozenset({"x"}), "b": frozenset()}, {"a": frozenset(), "b": frozenset({"x"})})
    for _ in range(2):
        tables = [read_sql(["SELECT x FROM a, b"], one.get).outputs[0].value.parts[0].column for one in catalogs]
        assert tables == [Column("a", "x"), Column("b", "x")]
