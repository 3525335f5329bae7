// A result is written by `update`, in a transaction too; a neighbour of the column is no place of it.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items, notes } from './schema';

export async function refresh(id: number) {
  const found = await getItem(id); // expect: call getItem
  await db.update(items).set({ label: found.title }).where(eq(items.id, id)); // sink: database items.label_text
  await db.transaction(async (tx) => {
    await tx
      .update(notes)
      .set({ body: found.body }) // sink: database notes.body
      .where(eq(notes.itemId, id));
  });
}

const app = express();
app.post('/refresh/:id', async (req, res) => {
  await refresh(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/labels', async (_req, res) => {
  const rows = await db.select({ shown: items.label }).from(items);
  res.json(rows); // sink: http GET /labels
});
app.get('/titles', async (_req, res) => {
  const rows = await db.select({ shown: items.title }).from(items);
  res.json(rows); // ok: a neighbour of the column
});
app.get('/labelled', async (_req, res) => {
  const rows = await db.select({ shown: items.label }).from(items);
  res.json({ any: rows.some((row) => row.shown !== null) }); // ok: whether a row has a label is not the label
});
app.get('/first-label', async (_req, res) => {
  const rows = await db.select({ shown: items.label }).from(items);
  const first = rows.find((row) => row.shown !== null);
  res.json(first); // sink: http GET /first-label
});
