// Rows whose order is changed where they were read are still what was read.
import { getItem } from '@acme/client';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const app = express();
app.post('/store', async (_req, res) => {
  const found = await getItem(1); // expect: call getItem ; reach: renders
  await db.update(items).set({ title: found.title }); // sink: database items.title
  res.sendStatus(204);
});
app.get('/sorted', async (_req, res) => {
  const rows = await db.select().from(items);
  rows.sort((a, b) => a.id - b.id);
  res.json(rows); // sink: http GET /sorted ; proven: http GET /sorted
});
app.get('/reversed', async (_req, res) => {
  const rows = await db.select({ title: items.title }).from(items);
  rows.reverse();
  for (const row of rows) console.log(row.title); // sink: log ; proven: log
  res.json(rows.length); // ok: how many there are, no row says
});
app.get('/others', async (_req, res) => {
  const rows = await db.select({ id: items.id }).from(items);
  rows.sort((a, b) => a.id - b.id);
  res.json(rows); // ok: another column
});
