// A view is looked through to the columns that it selects.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { bodies, items, labels } from './schema';

export async function label(id: number) {
  const found = await getItem(id); // expect: call getItem
  await db.update(items).set({ label: found.label }).where(eq(items.id, id)); // sink: database items.label_text
}

const app = express();
app.post('/label/:id', async (req, res) => {
  await label(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/labels', async (_req, res) => {
  res.json(await db.select().from(labels)); // sink: http GET /labels
});
app.get('/bodies', async (_req, res) => {
  res.json(await db.select().from(bodies)); // ok: a view of another table
});
