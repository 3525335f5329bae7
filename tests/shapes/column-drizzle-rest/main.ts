// A projection from which a column was taken out.
import { getItem } from '@acme/client';
import express from 'express';
import { getTableColumns } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await db.update(items).set({ title: found.title }); // sink: database items.title
}

const { title, ...rest } = getTableColumns(items);
const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/rest', async (_req, res) => {
  res.json(await db.select(rest).from(items)); // ok: it is taken out
});
app.get('/spread', async (_req, res) => {
  const { title: left, ...others } = getTableColumns(items);
  res.json(await db.select({ ...others, number: items.id }).from(items)); // ok: it is taken out
});
app.get('/other', async (_req, res) => {
  const { label, ...others } = getTableColumns(items);
  res.json(await db.select({ ...others, id: items.venueId }).from(items)); // sink: http GET /other
});
