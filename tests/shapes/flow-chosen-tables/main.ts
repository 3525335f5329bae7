// One value chooses the table that is read and the one that is written: no row goes from one of them to another.
import { getItem } from '@acme/client';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import express from 'express';

type Kind = 'first' | 'second';
type Row = { id: number; title: string };
const db = drizzle(process.env.DATABASE_URL!);
const app = express();

const SAME = {
  first: { table: sql.raw('"same_first"'), key: 'id' },
  second: { table: sql.raw('"same_second"'), key: 'id' },
};
async function load(kind: Kind): Promise<Row[]> {
  const { table } = SAME[kind];
  return await db.execute(sql`SELECT "id", "title" FROM ${table}`);
}
async function loadAgain(kind: Kind, tries: number): Promise<Row[]> {
  for (let at = 0; at < tries; at += 1) {
    const rows = await load(kind);
    if (rows.length > 0) return rows;
  }
  return [];
}
async function save(kind: Kind, rows: Row[]) {
  const { table, key } = SAME[kind];
  for (const row of rows) {
    const statement = sql`UPDATE ${table} SET "shown" = ${row.title} WHERE ${sql.raw(key)} = ${row.id}`;
    await db.transaction(async (tx) => {
      await tx.execute(statement); // sink: database same_first.shown ; ok: `same_second.shown` has what is read of its own table
    });
  }
}
async function run(kind: Kind) {
  const rows = await loadAgain(kind, 3);
  await save(kind, rows);
}
app.post('/run', async (_req, res) => {
  for (const kind of ['first', 'second'] as const) await run(kind);
  res.end();
});
app.post('/same', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: stores
  await db.execute(sql`UPDATE "same_first" SET "title" = ${item.title}`); // sink: database same_first.title
  res.end();
});

const OTHER = {
  first: { table: sql.raw('"other_first"') },
  second: { table: sql.raw('"other_second"') },
};
async function fetchRows(kind: Kind): Promise<Row[]> {
  return await db.execute(sql`SELECT "id", "title" FROM ${OTHER[kind].table}`);
}
async function storeRows(kind: Kind, rows: Row[]) {
  await db.execute(sql`UPDATE ${OTHER[kind].table} SET "shown" = ${rows[0].title}`); // sink: database other_first.shown ; sink: database other_second.shown
}
async function copy(from: Kind, to: Kind) {
  await storeRows(to, await fetchRows(from));
}
app.post('/copy', async (req, res) => {
  await copy(req.body.from, req.body.to);
  res.end();
});
app.post('/other', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: stores
  await db.execute(sql`UPDATE "other_first" SET "title" = ${item.title}`); // sink: database other_first.title
  res.end();
});

const SWAPPED = {
  first: { from: sql.raw('"swapped_first"'), to: sql.raw('"swapped_second"') },
  second: { from: sql.raw('"swapped_second"'), to: sql.raw('"swapped_first"') },
};
async function take(kind: Kind): Promise<Row[]> {
  const { from } = SWAPPED[kind];
  return await db.execute(sql`SELECT "id", "title" FROM ${from}`);
}
async function give(kind: Kind, rows: Row[]) {
  const { to } = SWAPPED[kind];
  await db.execute(sql`UPDATE ${to} SET "shown" = ${rows[0].title}`); // sink: database swapped_first.shown ; sink: database swapped_second.shown
}
app.post('/swap', async (req, res) => {
  const { kind } = req.body;
  await give(kind, await take(kind));
  res.end();
});
app.post('/swapped', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: stores
  await db.execute(sql`UPDATE "swapped_first" SET "title" = ${item.title}`); // sink: database swapped_first.title
  res.end();
});
app.listen(1);
