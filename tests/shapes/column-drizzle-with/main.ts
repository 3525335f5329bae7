// A query that has a name gives what it gives back of the rows that it writes.
import { getItem } from '@acme/client';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, serial, text } from 'drizzle-orm/pg-core';
import express from 'express';

const notes = pgTable('notes', { id: serial('id'), body: text('body') });
const pages = pgTable('pages', { id: serial('id'), body: text('body') });
const db = drizzle(process.env.DB_URL);
const app = express();

app.post('/changed', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  const changed = db.$with('changed').as(db.update(notes).set({ body: item.title }).returning({ label: notes.body })); // sink: database notes.body
  res.json(await db.with(changed).select().from(changed)); // proven: http POST /changed ; sink: http POST /changed
});
app.post('/made', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  const made = db.$with('made').as(db.insert(pages).values({ body: item.title }).returning()); // sink: database pages.body
  const rows = await db.with(made).select({ label: made.body }).from(made);
  res.json(rows.map((row) => row.label)); // proven: http POST /made ; sink: http POST /made
});
app.post('/keys', async (_req, res) => {
  const gone = db.$with('gone').as(db.delete(pages).returning({ id: pages.id }));
  res.json(await db.with(gone).select().from(gone)); // ok: another column
});
