// Queries that are prepared with placeholders: what they are given stands under the names of these.
import { getItem } from '@acme/client';
import { eq, sql } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const put = db.insert(items).values({ id: sql.placeholder('id'), title: sql.placeholder('title') }).prepare('put');
const change = db.update(items).set({ label: sql.placeholder('label') }).where(eq(items.id, sql.placeholder('id'))).prepare('change');
const byTitle = db.select().from(items).where(eq(items.title, sql.placeholder('title'))).prepare('byTitle');

const app = express();
app.post('/put', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  await put.execute({ id: 1, title: item.title }); // sink: database items.title
  res.sendStatus(204);
});
app.post('/change', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  await change.execute({ id: 2, label: item.title }); // sink: database items.label
  res.sendStatus(204);
});
app.get('/title', async (_req, res) => {
  const [row] = await db.select({ title: items.title }).from(items);
  res.json(row); // sink: http GET /title
});
app.get('/label', async (_req, res) => {
  const [row] = await db.select({ label: items.label }).from(items);
  res.json(row); // sink: http GET /label
});
app.get('/id', async (_req, res) => {
  const [row] = await db.select({ id: items.id }).from(items);
  res.json(row); // ok: numbers of its own
});
app.get('/by', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: decides
  const rows = await byTitle.execute({ title: item.title });
  res.json(rows.length); // sink: http GET /by
});
app.post('/choose', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: decides
  await change.execute({ id: item.id, label: 'x' }); // sink: database items.label
  res.sendStatus(204);
});
const upper = db.update(items).set({ label: sql`upper(${sql.placeholder('label')})` }).prepare('upper');
app.post('/upper', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: escapes
  await upper.execute({ label: item.title }); // escape: unresolved-call
  res.sendStatus(204);
});
app.post('/constant', async (_req, res) => {
  await getItem(6); // expect: call getItem ; reach: contained
  await put.execute({ id: 1, title: 'x' }); // ok: a text of its own
  res.sendStatus(204);
});
