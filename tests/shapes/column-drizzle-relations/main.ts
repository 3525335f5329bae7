// What comes with a row by a relation, which has a name of its own.
import { getItem } from '@acme/client';
import express from 'express';
import { eq, sql } from 'drizzle-orm';
import { db } from './db';
import { notes, venues } from './schema';

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await db.update(venues).set({ name: found.title }).where(eq(venues.id, id)); // sink: database venues.name
  await db.insert(notes).values({ id, body: found.body }); // sink: database notes.body
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/one', async (_req, res) => {
  const rows = await db.query.items.findMany({ with: { venue: true } });
  res.json(rows.map((row) => row.venue?.name)); // sink: http GET /one
});
app.get('/many', async (_req, res) => {
  res.json(await db.query.items.findMany({ with: { remarks: { columns: { body: true } } } })); // sink: http GET /many
});
app.get('/deep', async (_req, res) => {
  res.json(await db.query.notes.findFirst({ columns: { id: true }, with: { item: { with: { venue: true } } } })); // sink: http GET /deep
});
app.get('/ids', async (_req, res) => {
  res.json(await db.query.items.findMany({ with: { remarks: { columns: { id: true } } } })); // ok: another column
});
app.get('/left-out', async (_req, res) => {
  res.json(await db.query.items.findFirst({ with: { venue: { columns: { name: false } } } })); // ok: all but this one
});
app.get('/alone', async (_req, res) => {
  res.json(await db.query.items.findMany()); // ok: nothing comes with it
});
app.get('/extras', async (_req, res) => {
  const extras = { loud: sql<string>`upper(${notes.body})`.as('loud'), number: sql<number>`${notes.id} + 1`.as('number') };
  const rows = await db.query.notes.findMany({ columns: { id: true }, extras });
  res.json(rows.map((row) => row.loud)); // sink: http GET /extras
});
app.get('/numbers', async (_req, res) => {
  const extras = { loud: sql<string>`upper(${notes.body})`.as('loud'), number: sql<number>`${notes.id} + 1`.as('number') };
  const rows = await db.query.notes.findMany({ columns: { id: true }, extras });
  res.json(rows.map((row) => row.number)); // ok: another expression
});
