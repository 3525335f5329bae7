// Columns are common to all programs of a tree: a script in Python reads what TypeScript writes, and the other way round.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import express from 'express';

export const items = pgTable('items', { id: integer('id'), title: text('title'), code: text('code') });
export const shown = pgTable('shown', { id: integer('id'), title: text('title') });
const db = drizzle(process.env.DATABASE_URL!);
const app = express();

app.post('/items/:id', async (req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  await db.update(items).set({ title: item.title }).where(eq(items.id, Number(req.params.id))); // proven: database items.title ; sink: database items.title
  res.sendStatus(204);
});
app.get('/shown', async (_req, res) => {
  res.json(await db.select({ title: shown.title }).from(shown)); // proven: http GET /shown ; sink: http GET /shown
});
app.get('/codes', async (_req, res) => {
  res.json(await db.select({ code: items.code }).from(items)); // ok: another column
});
