// Rows of `insert`, and what `onConflictDoUpdate` sets; `excluded` stands for what was to be inserted.
import { getItem } from '@acme/client';
import { eq, sql } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

export async function store(ids: number[]) {
  const rows = [];
  for (const id of ids) {
    const found = await getItem(id); // expect: call getItem
    rows.push({ id, title: found.title });
    await db
      .insert(items)
      .values({ id, title: found.title }) // sink: database items.title
      .onConflictDoUpdate({ target: items.id, set: { label: found.label } }); // sink: database items.label_text
  }
  await db
    .insert(items)
    .values(rows) // sink: database items.title
    .onConflictDoUpdate({ target: items.id, set: { title: sql`excluded.title`, label: sql`NULL` } }); // ok: nothing new
}

const app = express();
app.post('/store', async (req, res) => {
  await store(req.body.ids);
  res.sendStatus(204);
});
app.get('/items', async (_req, res) => {
  const rows = await db.select().from(items);
  res.json(rows.map((row) => row.title)); // sink: http GET /items
});
app.get('/ids', async (_req, res) => {
  const rows = await db.select().from(items);
  res.json(rows.map((row) => row.id)); // ok: another column of the row
});
app.post('/kept', async (req, res) => {
  const found = await getItem(1); // expect: call getItem ; reach: decides
  await db
    .insert(items)
    .values({ id: 1, title: req.body.title })
    .onConflictDoUpdate({ target: items.id, set: { title: req.body.title }, setWhere: eq(items.id, found.id) }); // sink: database items.title
  res.sendStatus(204);
});
