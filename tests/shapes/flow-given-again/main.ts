// A name that is given again what it held, by a call that is asked for by a member of it: that this member is another one
// then is a guess. That of another member is none, nor is what is given without asking for it.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import express from 'express';

export const items = pgTable('items', { id: integer('id'), title: text('title'), source: text('source'), code: text('code') });
const db = drizzle(process.env.DATABASE_URL!);
const app = express();
const setTitle = async (id: number, title: string) => {
  const rows = await db.update(items).set({ title }).where(eq(items.id, id)).returning(); // proven: database items.title ; sink: database items.title
  return rows[0];
};
const first = async () => (await db.select({ id: items.id, code: items.code }).from(items))[0];

app.post('/again/:id', async (_req, res) => {
  let row: any = await first();
  const item = await getItem(1); // expect: call getItem
  if (item.title !== null) row = await setTitle(row.id, item.title);
  await db.update(items).set({ source: 'x' }).where(eq(items.id, row.id)); // possible: database items.source ; sink: database items.source
  res.sendStatus(204);
});
app.post('/other/:id', async (_req, res) => {
  let row: any = await first();
  const item = await getItem(2); // expect: call getItem
  if (item.kind !== null) row = await first();
  await db.update(items).set({ code: 'x' }).where(eq(items.id, row.id)); // proven: database items.code ; sink: database items.code
  res.sendStatus(204);
});
