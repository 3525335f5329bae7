// A name that may be one of several columns, or of several tables: a query may read, or write, each of them.
import { getItem } from '@acme/client';
import { sql } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { copies, items } from './schema';

const app = express();
app.post('/label/:id', async (req, res) => {
  const found = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  await db.update(items).set({ label: found.title }); // sink: database items.label
  res.sendStatus(204);
});
app.post('/either/:id', async (req, res) => {
  const found = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  await db.insert(req.query.old ? items : copies).values({ label: found.title }); // sink: database items.label ; sink: database copies.label
  res.sendStatus(204);
});
app.get('/assigned', async (req, res) => {
  let column = items.title;
  if (req.query.short) column = items.label;
  res.json(await db.select({ text: column }).from(items)); // sink: http GET /assigned
});
app.get('/fragment', async (req, res) => {
  const column = req.query.short ? sql<string>`upper(${items.title})` : items.label;
  res.json(await db.select({ text: column }).from(items)); // sink: http GET /fragment
});
app.get('/in-sql', async (req, res) => {
  const column = req.query.short ? items.title : items.label;
  res.json(await db.select({ text: sql<string>`lower(${column})` }).from(items)); // sink: http GET /in-sql
});
function chosen(by: string) {
  if (by === 'title') return items.title;
  return items.label;
}
app.get('/function', async (req, res) => {
  res.json(await db.select({ text: chosen(String(req.query.by)) }).from(items)); // sink: http GET /function
});
app.get('/table', async (req, res) => {
  const table = req.query.old ? items : copies;
  res.json(await db.select().from(table)); // sink: http GET /table
});
app.get('/others', async (req, res) => {
  let column = items.title;
  if (req.query.long) column = items.note;
  res.json(await db.select({ text: column }).from(items)); // ok: neither of them is the label
});
app.get('/beside', async (req, res) => {
  const column = req.query.short ? items.title : items.label;
  const rows = await db.select({ text: column, note: items.note }).from(items);
  res.json(rows.map((row) => row.note)); // ok: the key beside it
});
