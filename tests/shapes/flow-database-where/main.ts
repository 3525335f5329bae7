// What only chooses the rows that are changed or deleted decides about their columns.
import { findItems, getItem } from '@acme/client';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items, notes } from './schema';

const app = express();
app.post('/seen', async (_req, res) => {
  const found = await findItems('x'); // expect: call findItems ; reach: decides
  const ids = found.map((one) => one.id);
  await db.execute(sql`UPDATE shop.items SET label_text = 'seen' WHERE id = ANY(${ids})`); // sink: database items.label_text
  await db.execute(sql`UPDATE shop.items SET label_text = 'old' WHERE id = ANY(${[1]})`); // ok: numbers of its own
  res.sendStatus(204);
});
app.post('/named', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: decides
  await db
    .update(items)
    .set({ label: 'seen' })
    .where(and(eq(items.title, item.title), isNull(items.label))); // sink: database items.label_text
  await db.delete(notes).where(eq(notes.body, item.title)); // sink: database notes.*
  await db.delete(notes).where(eq(notes.body, 'x')); // ok: a text of its own
  res.sendStatus(204);
});
app.post('/both', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: stores
  const ids: number[] = [];
  if (item.title !== '') ids.push(7);
  await db
    .update(items)
    .set({ label: item.title }) // sink: database items.label_text
    .where(inArray(items.id, ids)); // ok: the row is chosen by what is written to it
  await db.update(items).set({ label: null }).where(inArray(items.id, ids)); // sink: database items.label_text
  res.sendStatus(204);
});
