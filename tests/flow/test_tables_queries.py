"""Reads, writes and conditions of queries in small programs."""

# ruff: noqa: E501, ISC004 - one program to a line
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audit.flow.code import Spot
from tests.asking import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = """
import { boolean, integer, pgSchema, pgTable, text } from 'drizzle-orm/pg-core';
export const shop = pgSchema(process.env.SHOP ?? 'shop');
const stamps = { changed: text('changed_at') };
export const items = shop.table('items', {
  id: integer('id').primaryKey().notNull(), title: text('title'), art: text('art_url').default('x'),
  withheld: boolean('withheld'), ...stamps,
});
export const notes = pgTable('notes', { id: integer('id'), itemId: integer('item_id'), body: text() });
export const arts = shop.view('arts').as((qb) => qb.select({ id: items.id, shown: items.art }).from(items));
"""
HEAD = """
import { alias } from 'drizzle-orm/pg-core';
import { and, count, eq, getTableColumns, isNull, max, not, or, sql } from 'drizzle-orm';
import { db } from './db';
import * as schema from './schema';
import { arts, items, notes } from './schema';
"""
DB = """
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
export const db = drizzle(postgres(process.env.URL!));
"""


@pytest.fixture
def project(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Project]:
    (tmp_path / "schema.ts").write_text(SCHEMA)
    (tmp_path / "db.ts").write_text(DB)
    (tmp_path / "main.ts").write_text(HEAD + request.param)
    with Project(tmp_path) as opened:
        yield opened


def asked(text: str, *wanted: object) -> object:
    return pytest.param(text, *wanted, id=text[:60])


def only(found: dict[int, dict[str, str]]) -> dict[str, str]:
    return max(found.values(), key=len, default={})


READS = [
    asked("db.select({ a: items.art, n: notes.body }).from(items)", {"[*].a": "items.art_url", "[*].n": "notes.body"}),
    asked("db.select({ a: { b: items.art } }).from(items)", {"[*].a.b": "items.art_url"}),
    asked("db.select({ a: schema.items.art }).from(schema.items)", {"[*].a": "items.art_url"}),
    asked("const l = alias(items, 'l'); db.select({ a: l.art }).from(l)", {"[*].a": "items.art_url"}),
    asked("const { art } = items; db.select({ a: art }).from(items)", {"[*].a": "items.art_url"}),
    asked("db.select().from(notes)", {"[*].id": "notes.id", "[*].itemId": "notes.item_id", "[*].body": "notes.body"}),
    asked(
        "db.select(getTableColumns(notes)).from(notes)",
        {"[*].id": "notes.id", "[*].itemId": "notes.item_id", "[*].body": "notes.body"},
    ),
    asked("db.select({ n: notes }).from(notes)", {"[*].n.id": "notes.id", "[*].n.itemId": "notes.item_id", "[*].n.body": "notes.body"}),
    asked("db.select({ a: sql<string>`coalesce(${items.art}, ${notes.body})` }).from(items)", {"[*].a": "notes.body"}),
    asked("db.select({ a: max(items.art), n: count() }).from(items)", {"[*].a": "items.art_url"}),
    asked("db.select().from(arts)", {"[*].id": "items.id", "[*].shown": "items.art_url"}),
    asked("db.select({ a: arts.shown }).from(arts)", {"[*].a": "items.art_url"}),
    asked(
        "const q = db.select({ id: items.id, t: items.title }).from(items).as('q'); db.select({ x: q.t }).from(q).where(eq(q.id, 1))",
        {"[*].x": "items.title"},
    ),
    asked("db.query.notes.findFirst({ columns: { body: true } })", {"body": "notes.body"}),
    asked("db.query.notes.findMany({ columns: { id: true } })", {"[*].id": "notes.id"}),
    asked("db.update(items).set({ title: 'x' }).returning({ a: items.art })", {"[*].a": "items.art_url"}),
    asked("db.execute(sql`SELECT i.art_url AS a FROM ${items} i`)", {"[*].a": "items.art_url"}),
    asked("db.execute(sql`SELECT ${items.art}, body FROM ${items}, ${notes}`)", {"[*].art_url": "items.art_url", "[*].body": "notes.body"}),
    asked("export const f = (run: any) => run.select({ a: items.art }).from(items)", {"[*].a": "items.art_url"}),
    asked("const m = new Map(); m.get('x'); [1].values(); new Set().delete(1)", {}),
]  # fmt: skip


@pytest.mark.parametrize(("project", "wanted"), READS, indirect=["project"])
def test_columns_of_a_result(project: Project, wanted: dict[str, str]) -> None:
    assert only(project.reads()) == wanted


@pytest.mark.parametrize(
    "project", ["db.select().from(items).innerJoin(notes, eq(notes.itemId, items.id))"], indirect=True
)
def test_rows_of_a_join_stand_under_their_tables(project: Project) -> None:
    found = only(project.reads())
    assert found["[*].items.art"] == "items.art_url"
    assert found["[*].notes.itemId"] == "notes.item_id"


WRITES = [
    asked("db.update(items).set({ art: x, title: null })", {"items.art_url": "art", "items.title": "=NULL"}),
    asked("db.insert(items).values({ id: 1, art: x })", {"items.id": "=1", "items.art_url": "art"}),
    asked("db.insert(items).values([{ art: x }])", {"items.art_url": "[*].art"}),
    asked("db.insert(items).values(x.map((one: any) => ({ art: one })))", {"items.art_url": "[*].art"}),
    asked("db.insert(items).values({ id: 1 }).onConflictDoUpdate({ target: items.id, set: { art: x } })", {"items.id": "=1", "items.art_url": "set.art"}),
    asked("const rest = { art: x }; db.update(items).set({ ...rest, title: 'a' })", {"items.art_url": "art", "items.title": "='a'"}),
    asked("db.update(items).set({ art: sql`coalesce(${x}, ${items.art})` })", {"items.art_url": "art.$0"}),
    asked("db.update(items).set({ art: sql`now()` })", {"items.art_url": "=now ()"}),
    asked("db.execute(sql`UPDATE ${items} SET art_url = ${x}, title = NULL`)", {"items.art_url": "$1", "items.title": "=null"}),
    asked("db.execute(sql`UPDATE ${sql.identifier('items')} SET ${sql.identifier('title')} = ${x}`)", {"items.title": "$2"}),
    asked("const set = sql`art_url = ${x}`; db.execute(sql`UPDATE items SET ${set}`)", {"items.art_url": "$0.$0"}),
    asked("db.transaction(async (tx) => { await tx.update(notes).set({ body: x }); })", {"notes.body": "body"}),
    asked("db.insert(notes).select(db.select({ body: items.title }).from(items))", {"notes.body": "<items.title"}),
    asked("db.execute(sql`INSERT INTO notes (body) SELECT title FROM items`)", {"notes.body": "<items.title"}),
    asked("const headers = new Headers(); headers.set({ art: x })", {}),
]  # fmt: skip


@pytest.mark.parametrize(("project", "wanted"), WRITES, indirect=["project"])
def test_values_that_are_written(project: Project, wanted: dict[str, str]) -> None:
    found = {}
    for one in (one for writes in project.writes().values() for one in writes):
        value = ".".join(one.path) if one.node >= 0 else f"={one.literal}"
        found[".".join(one.column)] = f"<{'.'.join(one.columns[0])}" if one.columns else value
    assert found == wanted


@pytest.mark.parametrize(
    "project",
    [
        "const open = eq(items.withheld, false);\n"
        "const some = (all: boolean) => and(open, or(eq(items.id, 1), isNull(items.art)), all ? undefined : not(items.changed));\n"
        "export const f = (all: boolean) => db.select().from(items).where(some(all));"
    ],
    indirect=True,
)
def test_conditions_keep_polarity_and_arms(project: Project) -> None:
    said = {one.column.name: one for one in project.filters()}
    assert (said["withheld"].truth(), said["withheld"].arm) == (False, False)
    assert said["id"].arm
    assert said["art_url"].arm
    assert (said["changed_at"].positive, said["changed_at"].arm) == (False, True)


SEARCHED = """
export const shown = { art: items.art, body: notes.body };
export const text = sql`SELECT title, art_url FROM items`;
export async function a() { return db.select(shown).from(items); }
export async function b() { return db.execute(text); }
export async function c() { return db.select().from(items).limit(1); }
export async function d() { return db.select({ x: arts.shown }).from(arts); }
export async function e() { return db.insert(items).values({ art: 'a' }).returning(); }
export async function f() { return db.select({ x: items.title }).from(items); }
export async function g() { return db.update(items).set({ art: null }); }
"""


@pytest.mark.parametrize("project", [SEARCHED], indirect=True)
def test_readers_and_writers_are_found(project: Project) -> None:
    first = HEAD.count("\n") + 3
    assert project.readers("items.art_url") == [
        f"main.ts:{first + 1} [*].art",
        f"main.ts:{first + 2} [*].art_url",
        f"main.ts:{first + 3} [*].art",
        f"main.ts:{first + 4} [*].x",
    ]
    assert project.readers("notes.body") == [f"main.ts:{first + 1} [*].body"]
    assert project.writers("items.art_url") == [f"main.ts:{first + 5} 'a'", f"main.ts:{first + 7} NULL"]


ROUND = [
    asked("export const f = (all: boolean) => { let q = db.select().from(items).$dynamic(); if (all) q = q.where(eq(items.withheld, false)); return q.limit(1); }", True),
    asked("export const f = (all: boolean) => db.select().from(items).where(all ? eq(items.withheld, false) : eq(items.id, 1))", True),
    asked("export const f = (all: boolean) => db.execute(sql`SELECT id FROM items WHERE id = 1 ${all ? sql`AND NOT withheld` : sql``}`)", True),
    asked("export const f = () => db.select().from(items).where(and(...[eq(items.withheld, false), eq(items.id, 1)]))", False),
    asked("export const f = () => db.select().from(items).where(sql`NOT ${items.withheld} AND id = 1`)", False),
    asked("export const f = () => db.query.items.findMany({ where: eq(items.withheld, false) })", False),
    asked("export const f = () => db.execute(sql`SELECT id FROM items WHERE coalesce(withheld, false) = false`)", False),
]  # fmt: skip


@pytest.mark.parametrize(("project", "arm"), ROUND, indirect=["project"])
def test_conditions_that_do_not_always_hold_are_arms(project: Project, arm: bool) -> None:  # noqa: FBT001
    (found,) = {one for one in project.filters() if one.column.name == "withheld"}
    assert (found.truth(), found.arm) == (False, arm)


COMMENTED = """
// What is kept out of the list: the note,
// the title, and nothing else.
const shown = { art: items.art, };
const kept = sql<
  string[] | null
>`coalesce(${items.title}, '')`;
db.select({ ...shown, kept }).from(items);
"""


@pytest.mark.parametrize("project", [COMMENTED], indirect=True)
def test_a_comma_that_ends_a_comment_hides_no_declaration(project: Project) -> None:
    assert only(project.reads()) == {"[*].art": "items.art_url", "[*].kept": "items.title"}


TABLES = """
const META = { a: { table: sql.raw('"items"') }, b: { table: sql.raw('"notes"') } };
export const f = (key: 'a' | 'b', x: string) => db.execute(sql`UPDATE ${META[key].table} SET body = ${x}`);
"""


@pytest.mark.parametrize("project", [TABLES], indirect=True)
def test_a_table_that_is_looked_up_may_be_each(project: Project) -> None:
    written = [one for writes in project.writes().values() for one in writes]
    assert [(".".join(one.column), one.sure) for one in written] == [("items.body", False), ("notes.body", False)]


EDITED = "const LOOKED = 'x';\n" + SEARCHED


@pytest.mark.parametrize("project", [EDITED], indirect=True)
def test_answers_do_not_depend_on_the_order_of_questions(project: Project) -> None:
    columns = ["items.art_url", "notes.body", "items.title", "items.withheld"]
    first = {column: (project.readers(column), project.writers(column)) for column in columns}
    with Project(project.root) as again:
        second = {column: (again.readers(column), again.writers(column)) for column in reversed(columns)}
    assert first == second


def test_a_column_along_ways_that_go_round_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Large trees have texts of SQL that are made of each other; no small one was found that has."""
    (tmp_path / "main.ts").write_text("export const pair = [one, other];\n")
    with Project(tmp_path) as project:
        tables = project.queries.tables
        there, back = Spot("main.ts", 0, 1), Spot("main.ts", 0, 2)
        monkeypatch.setattr(tables.trace, "made", lambda spot: (back,) if spot == there else (there,))
        assert tables.column(there) is None
