// Rows of a join stand under the tables' names; `returning` gives the row that was changed.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
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
app.get('/notes', async (_req, res) => {
  const rows = await db.select().from(items).innerJoin(notes, eq(notes.itemId, items.id));
  res.json(rows.map((row) => row.notes)); // sink: http GET /notes
});
app.get('/items', async (_req, res) => {
  const rows = await db.select().from(items).innerJoin(notes, eq(notes.itemId, items.id));
  res.json(rows.map((row) => row.items)); // ok: the other table's part
});
app.put('/notes/:id', async (req, res) => {
  const rows = await db.update(notes).set({ itemId: 1 }).where(eq(notes.id, Number(req.params.id))).returning();
  res.json(rows); // sink: http PUT /notes/:id
});
