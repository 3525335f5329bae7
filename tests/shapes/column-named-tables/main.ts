// Tables by constants and by functions that give one of several names.
import { getItem } from '@acme/client';
import express from 'express';
import { sql } from 'drizzle-orm';
import { db } from './db';

const SCHEMA = process.env.DB_SCHEMA || 'shop';
const ITEMS = 'items';
const qualified = `"${SCHEMA}"."${ITEMS}"`;
const tableOf = (kind: string) => (kind === 'venue' ? 'venues' : 'notes');

export async function store(id: number, kind: string) {
  const found = await getItem(id); // expect: call getItem
  await db.execute(sql`UPDATE ${sql.raw(qualified)} SET title = ${found.title}`); // sink: database items.title
  await db.execute(sql`UPDATE ${sql.raw(tableOf(kind))} SET city = ${found.city}`); // sink: database venues.city ; sink: database notes.city
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id), req.body.kind);
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  res.json(await db.execute(sql`SELECT title FROM ${sql.raw(qualified)}`)); // sink: http GET /titles
});
app.get('/identifiers', async (_req, res) => {
  res.json(await db.execute(sql`SELECT title FROM ${sql.identifier(SCHEMA)}.${sql.identifier(ITEMS)}`)); // sink: http GET /identifiers
});
app.get('/cities', async (_req, res) => {
  res.json(await db.execute(sql`SELECT city FROM venues`)); // sink: http GET /cities
});
app.get('/ids', async (_req, res) => {
  res.json(await db.execute(sql`SELECT id FROM ${sql.identifier(ITEMS)}`)); // ok: another column
});
