// What is not inserted goes into another column: it is what this query gives, not what the column holds.
import { getItem } from '@acme/client';
import { sql } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items, notes } from './schema';

const app = express();
app.post('/items/:id', async (req, res) => {
  const found = await getItem(Number(req.params.id)); // expect: call getItem
  await db
    .insert(items)
    .values([found].map((one) => ({ id: 7, title: one.title }))) // sink: database items.title ; sink: database items.label_text
    .onConflictDoUpdate({ target: items.id, set: { label: sql`COALESCE(${items.label}, excluded."title")` } })
    .returning({ id: items.id });
  await db.insert(notes).values({ id: 1, body: found.body }); // sink: database notes.body
  res.sendStatus(204);
});
app.post('/notes', async (req, res) => {
  await db
    .insert(notes)
    .values({ id: 1, body: req.body.text })
    .onConflictDoUpdate({ target: notes.id, set: { head: sql`excluded.body` } });
  res.sendStatus(204);
});
app.get('/labels', async (_req, res) => {
  res.json(await db.select({ label: items.label }).from(items)); // sink: http GET /labels
});
app.get('/bodies', async (_req, res) => {
  res.json(await db.select({ body: notes.body }).from(notes)); // sink: http GET /bodies
});
app.get('/heads', async (_req, res) => {
  res.json(await db.select({ head: notes.head }).from(notes)); // ok: other rows are given there
});
