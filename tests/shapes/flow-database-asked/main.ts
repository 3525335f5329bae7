// What a query is asked for decides which rows it gives: what comes back goes on as a decision, and not as the value.
import { findItems, getItem } from '@acme/client';
import { and, eq, sql } from 'drizzle-orm';
import express from 'express';
import { Pool } from 'pg';
import { db, sqlClient } from './db';
import { notes } from './schema';

const app = express();
const pool = new Pool({ connectionString: process.env.NOTES_URL });

app.get('/chain', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: decides
  const rows = await db.select({ body: notes.body }).from(notes).where(and(eq(notes.body, item.title))).limit(3);
  res.json(rows); // sink: http GET /chain
});
app.get('/statement', async (_req, res) => {
  const found = await findItems('x'); // expect: call findItems ; reach: decides
  const rows = await db.execute(sql`SELECT body FROM notes WHERE id = ANY(${found.map((one) => one.id)})`);
  res.json(rows.length); // sink: http GET /statement
});
app.get('/parameters', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: decides
  const { rows } = await pool.query('SELECT body FROM notes WHERE id = $1', [item.id]);
  res.json(rows[0].body); // sink: http GET /parameters
});
app.get('/relations', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: decides
  res.json(await db.query.notes.findFirst({ where: eq(notes.id, item.id) })); // sink: http GET /relations
});
async function noteOf(id: number) {
  const [row] = await db.select().from(notes).where(eq(notes.id, id));
  return row?.body ?? null;
}
app.get('/called', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: decides
  res.json({ note: await noteOf(item.id) }); // sink: http GET /called
});
app.get('/other', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: contained
  await noteOf(item.id);
  res.json({ note: await noteOf(3) }); // ok: a number of its own
});
app.get('/branch', async (_req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: decides
  const [row] = await sqlClient`SELECT body FROM notes WHERE id = ${item.id}`;
  if (row) res.json({ ok: true }); // sink: control
});
app.get('/apart', async (_req, res) => {
  await getItem(8); // expect: call getItem ; reach: contained
  res.json(await db.select().from(notes).where(eq(notes.id, 3))); // ok: rows of its own
});
