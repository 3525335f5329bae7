// Shared projections, spread and given by a function: a column is where its key is, not beside it.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { named, put } from './projections';
import { items, notes } from './schema';

export async function note(id: number) {
  const found = await getItem(id); // expect: call getItem
  await db.update(notes).set({ body: found.body }).where(eq(notes.itemId, id)); // sink: database notes.body
}

const app = express();
app.post('/note/:id', async (req, res) => {
  await note(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/texts', async (_req, res) => {
  const rows = await db.select(named()).from(items).leftJoin(notes, eq(notes.itemId, items.id));
  res.json(rows.map((row) => row.text)); // sink: http GET /texts
});
app.get('/names', async (_req, res) => {
  const rows = await db.select(named()).from(items).leftJoin(notes, eq(notes.itemId, items.id));
  res.json(rows.map((row) => row.name)); // ok: the key beside it
});
app.get('/put', async (_req, res) => {
  const rows = await db.select(put(['title'])).from(items).leftJoin(notes, eq(notes.itemId, items.id));
  res.json(rows.map((row) => row.text)); // sink: http GET /put
});
app.get('/put-ids', async (_req, res) => {
  const rows = await db.select(put(['title'])).from(items).leftJoin(notes, eq(notes.itemId, items.id));
  res.json(rows.map((row) => row.id)); // ok: the literal that the loop began with
});
