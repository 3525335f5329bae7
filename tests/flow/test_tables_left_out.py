"""Queries that leave flagged rows out, and their twins that do not: each a statement of a small program."""

# ruff: noqa: E501 - one program to a line
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.extract.sql import Column
from tests.asking import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA = """
import { eq } from 'drizzle-orm';
import { boolean, integer, pgTable, pgView, text } from 'drizzle-orm/pg-core';
export const items = pgTable('items', { id: integer('id'), title: text('title'), withheld: boolean('is_withheld') });
export const plays = pgTable('plays', { id: integer('id'), itemId: integer('item_id'), withheld: boolean('is_withheld') });
export const shown = pgView('shown').as((qb) => qb.select({ id: items.id, hidden: items.withheld }).from(items));
export const open = pgView('open').as((qb) => qb.select({ id: items.id }).from(items).where(eq(items.withheld, false)));
"""
HEAD = """
import { alias, boolean, integer, pgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import { and, eq, exists, inArray, isNull, ne, not, notExists, notInArray, or, sql } from 'drizzle-orm';
import { items, open, plays, shown } from './schema';
const db = drizzle(process.env.URL!);
const notFlagged = sql`NOT ${items.withheld}`;
const sellable = eq(items.withheld, false);
const kept = (id: number) => and(eq(items.id, id), sellable);
const TABLE = sql.raw(`"${process.env.SCHEMA}"."items"`);
"""
LEAVES = [
    "db.select().from(items).where(eq(items.withheld, false))",
    "db.select().from(items).where(ne(items.withheld, true))",
    "db.select().from(items).where(not(items.withheld))",
    "db.select().from(items).where(not(eq(items.withheld, true)))",
    "db.select().from(items).where(and(eq(items.id, 1), eq(items.withheld, false))).limit(1)",
    "db.select().from(items).where(or(eq(items.withheld, false), isNull(items.withheld)))",
    "db.select().from(items).where(and(eq(items.id, 1), notFlagged))",
    "db.select().from(items).where(and(...[sellable, eq(items.id, 1)]))",
    "db.select().from(items).where(kept(3))",
    "db.select().from(plays).innerJoin(items, eq(items.id, plays.itemId)).where(sellable)",
    "db.select().from(plays).leftJoin(items, eq(items.id, plays.itemId)).where(sql`COALESCE(${items.withheld}, false) = false`)",
    "db.select().from(plays).innerJoin(items, and(eq(items.id, plays.itemId), sellable))",
    "db.select().from(plays).where(inArray(plays.itemId, db.select({ id: items.id }).from(items).where(sellable)))",
    "db.select().from(plays).where(notInArray(plays.itemId, db.select({ id: items.id }).from(items).where(eq(items.withheld, true))))",
    "db.select().from(plays).where(exists(db.select().from(items).where(and(eq(items.id, plays.itemId), sellable))))",
    "db.select().from(plays).where(notExists(db.select().from(items).where(and(eq(items.id, plays.itemId), eq(items.withheld, true)))))",
    "const sub = db.select({ id: items.id }).from(items).where(sellable).as('sub'); db.select().from(sub)",
    "const sub = db.select({ id: items.id, w: items.withheld }).from(items).as('sub'); db.select().from(sub).where(eq(sub.w, false))",
    "const i = alias(items, 'i'); db.select().from(plays).innerJoin(i, eq(i.id, plays.itemId)).where(eq(i.withheld, false))",
    "db.select().from(shown).where(eq(shown.hidden, false))",
    "db.select().from(open)",
    "db.query.items.findMany({ where: eq(items.withheld, false) })",
    "const f = (all: boolean) => db.select().from(items).where(all ? sellable : and(eq(items.id, 1), sellable))",
    "const f = (all: boolean) => { const c = [sellable]; if (all) c.push(eq(items.id, 1)); return db.select().from(items).where(and(...c)); }",
    "db.execute(sql`SELECT id FROM ${TABLE} WHERE is_withheld = false`)",
    'db.execute(sql`SELECT l.id FROM ${items} AS l WHERE l."is_withheld" IS NOT TRUE AND ${sql.raw("true")}`)',
    "const f = (all: boolean) => db.execute(sql`SELECT id FROM items WHERE NOT is_withheld ${all ? sql`AND id = 1` : sql``}`)",
    "const f = (all: boolean) => db.execute(sql`SELECT id FROM items WHERE ${all ? sql`NOT is_withheld` : sql`is_withheld = false`}`)",
    "db.select().from(items).where(sellable).union(db.select().from(items).where(notFlagged))",
    "db.select().from(items).where(sellable).unionAll(db.select().from(items).where(notFlagged))",
    "const sub = db.select().from(items).where(sellable).as('sub'); db.select().from(items).innerJoin(sub, eq(sub.id, items.id))",
    "const sub = db.select().from(items).where(sellable).as('sub'); db.select().from(sub).leftJoin(plays, eq(sub.id, plays.itemId))",
    "const one = db.$with('one').as(db.select().from(items).where(sellable)); db.with(one).select().from(one)",
    "db.select().from(items).where(sql`${items.withheld}`.mapWith(Boolean).inlineParams().getSQL().append(sql` = false`))",
    "const existing = pgTable('items', { id: integer('id'), withheld: boolean('is_withheld') }).enableRLS(); db.select().from(existing).where(eq(existing.withheld, false))",
    "const f = (n: number) => db.execute(sql`SELECT id FROM items WHERE id > 1 ${n > 4 ? sql`AND NOT is_withheld` : n > 3 ? sql`AND is_withheld = false` : n > 2 ? sql`AND is_withheld IS NOT TRUE` : n > 1 ? sql`AND NOT (is_withheld)` : sql`AND NOT is_withheld AND id < 9`}`)",
]
LETS_IN = [
    "db.select().from(items)",
    "db.select().from(items).where(eq(items.withheld, true))",
    "db.select().from(items).where(or(eq(items.withheld, false), eq(items.id, 1)))",
    "db.select().from(plays).where(eq(plays.withheld, false))",
    "db.select().from(plays).innerJoin(items, eq(items.id, plays.itemId)).where(eq(plays.withheld, false))",
    "db.select().from(plays).leftJoin(items, and(eq(items.id, plays.itemId), sellable))",
    "db.select().from(plays).where(inArray(plays.id, db.select({ id: items.id }).from(items).where(sellable)))",
    "db.select().from(plays).where(exists(db.select().from(items).where(sellable)))",
    "const sub = db.select({ id: items.id }).from(items).where(sellable).as('sub'); db.select().from(items).leftJoin(sub, eq(sub.id, items.id))",
    "db.select().from(shown)",
    "const sub = db.select().from(items).where(sellable).as('sub'); db.select().from(sub).rightJoin(items, eq(sub.id, items.id))",
    "const sub = db.select().from(items).where(sellable).as('sub'); db.select().from(sub).fullJoin(items, eq(sub.id, items.id))",
    "const one = db.$with('one').as(db.select().from(items)); db.with(one).select().from(one)",
    "const existing = pgTable('items', { id: integer('id'), withheld: boolean('is_withheld') }).enableRLS(); db.select().from(existing)",
    "db.select().from(items).where(sql`${items.withheld}`.append(sql` = true`))",
    "db.select().from(items).where(inArray(items.id, db.select({ id: items.id }).from(items).having(sellable)))",
    "db.query.items.findMany({ columns: { withheld: false } })",
    "const f = (all: boolean) => db.select().from(items).where(all ? and(eq(items.id, 1), sellable) : eq(items.id, 1))",
    "const f = (all: boolean) => db.select().from(items).where(and(eq(items.id, 1), all ? undefined : sellable))",
    "const f = (all: boolean) => { const c = [eq(items.id, 1)]; if (all) c.push(sellable); return db.select().from(items).where(and(...c)); }",
    "const f = (all: boolean) => { let q = db.select().from(items).$dynamic(); if (all) q = q.where(sellable); return q.limit(1); }",
    "const f = (all: boolean) => db.execute(sql`SELECT id FROM items WHERE id = 1 ${all ? sql`AND NOT is_withheld` : sql``}`)",
    "const f = (all: boolean) => db.execute(sql`SELECT id FROM items WHERE ${all ? sql`NOT is_withheld` : sql`id = 1`}`)",
    "db.select().from(items).where(sellable).union(db.select().from(items))",
    "db.select().from(items).where(sellable).unionAll(db.select().from(items))",
    "const f = (n: number) => db.execute(sql`SELECT id FROM items WHERE id > 1 ${n > 4 ? sql`AND NOT is_withheld` : n > 3 ? sql`AND is_withheld = false` : n > 2 ? sql`AND is_withheld IS NOT TRUE` : n > 1 ? sql`AND NOT (is_withheld)` : sql``}`)",
    "db.execute(sql`SELECT p.id FROM plays p LEFT JOIN items i ON i.id = p.item_id AND NOT i.is_withheld`)",
]
FLAG = Column("items", "is_withheld")
TIED = {Column("items", "id"), Column("plays", "item_id")}


@pytest.fixture
def project(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Project]:
    (tmp_path / "schema.ts").write_text(SCHEMA)
    (tmp_path / "main.ts").write_text(HEAD + request.param)
    with Project(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("project", LEAVES, indirect=True)
def test_flagged_rows_are_left_out(project: Project) -> None:
    assert project.leaves_out(FLAG, TIED)


@pytest.mark.parametrize("project", LETS_IN, indirect=True)
def test_flagged_rows_may_come(project: Project) -> None:
    assert not project.leaves_out(FLAG, TIED)
