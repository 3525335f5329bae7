// A statement that is put together as a text, with a table that a variable names.
import { getItem } from '@acme/client';
import { sql } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const SCHEMA = process.env.SCHEMA ?? 'shop';
const app = express();
app.post('/store/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem
  await db.execute(sql.raw(`UPDATE "${SCHEMA}"."items" SET title = '${item.title}' WHERE id = 1`)); // sink: database items.title
  await db.execute(sql.raw(`UPDATE "${SCHEMA}"."items" SET label_text = 'x' WHERE id = 1`)); // ok: a text of its own
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  res.json(await db.select({ title: items.title }).from(items)); // sink: http GET /titles
});
app.get('/labels', async (_req, res) => {
  res.json(await db.select({ label: items.label }).from(items)); // ok: another column
});
