// Rows that an insert selects of another table: the database copies the columns that the query names.
import { getItem } from '@acme/client';
import express from 'express';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';

const cards = pgTable('cards', { id: integer('id').primaryKey(), image: text('image'), note: text('note') });
const kept = pgTable('kept', { id: integer('id').primaryKey(), image: text('image'), note: text('note') });
const old = pgTable('old', { id: integer('id').primaryKey(), picture: text('picture') });
const db = drizzle(process.env.DB!);
const app = express();

app.post('/cards', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  await db.update(cards).set({ image: item.title }).where(eq(cards.id, 1)); // sink: database cards.image
  res.end();
});
app.post('/kept', async (_req, res) => {
  await db.insert(kept).select((qb) => qb.select({ id: cards.id, image: cards.image, note: cards.note }).from(cards)); // sink: database kept.image
  await db.insert(old).select(db.select({ id: cards.id, picture: cards.image }).from(cards)); // sink: database old.picture
  res.end();
});
app.get('/kept', async (_req, res) => {
  const rows = await db.select({ image: kept.image }).from(kept);
  res.json(rows); // sink: http GET /kept
});
app.get('/old', async (_req, res) => {
  const rows = await db.select({ picture: old.picture }).from(old);
  res.json(rows); // sink: http GET /old
});
app.get('/notes', async (_req, res) => {
  const rows = await db.select({ note: kept.note }).from(kept);
  res.json(rows); // ok: another column
});
