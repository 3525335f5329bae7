// Rows that are put together again from their entries: under which key a value stands is not known.
import { getItem } from '@acme/client';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const known = <T extends object>(row: T) => Object.fromEntries(Object.entries(row).filter((pair) => pair[1] !== undefined)) as T;

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await db.update(items).set(known({ title: found.title })); // sink: database items.title
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  res.json(await db.select({ title: items.title }).from(items)); // sink: http GET /titles
});
app.get('/labels', async (_req, res) => {
  res.json(await db.select({ label: items.label }).from(items)); // ok: no key of that object
});
