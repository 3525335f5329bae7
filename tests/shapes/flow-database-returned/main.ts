// What a statement that changes rows gives back: how many there were, and what it is told to return.
import { getItem } from '@acme/client';
import { sql } from 'drizzle-orm';
import express from 'express';
import { Pool } from 'pg';
import { db, sqlClient } from './db';

const pool = new Pool();
const app = express();
app.post('/drizzle', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: stores
  const done = await db.execute(sql`UPDATE items SET title = ${item.title} WHERE id = 1`); // sink: database items.title
  console.log('done', done); // ok: a count
  res.json({ done });
});
app.post('/transaction', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: stores
  const done = await db.transaction(async (tx) => {
    return tx.execute(sql`INSERT INTO items (id, title) VALUES (2, ${item.title})`); // sink: database items.title
  });
  res.json(done); // ok: a count
});
app.post('/tag', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: stores
  const done = await sqlClient`UPDATE items SET title = ${item.title} WHERE id = 3`; // sink: database items.title
  res.json(done.count); // ok: a count
});
app.post('/pool', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: decides
  const { rowCount } = await pool.query('DELETE FROM items WHERE title = $1', [item.title]); // sink: database items.*
  res.json({ rowCount }); // ok: a count
});
app.post('/returning', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  const rows = await sqlClient`UPDATE items SET label = ${item.title} WHERE id = 5 RETURNING id, label`; // sink: database items.label
  console.log(rows[0].id); // ok: another column
  res.json(rows[0].label); // proven: http POST /returning ; sink: http POST /returning
});
app.post('/label', async (_req, res) => {
  await sqlClient`UPDATE items SET label = ${(await getItem(6)).title} WHERE id = 6`; // expect: call getItem ; sink: database items.label
  res.sendStatus(204);
});
app.post('/anew', async (_req, res) => {
  const rows = await sqlClient`UPDATE items SET label = ${'new'} WHERE id = 7 RETURNING label`;
  res.json(rows); // ok: what it has just been set to
});
app.post('/kept', async (_req, res) => {
  const rows = await sqlClient`UPDATE items SET label = coalesce(label, ${'new'}) WHERE id = 8 RETURNING label`;
  res.json(rows); // sink: http POST /kept
});
app.post('/echo', async (_req, res) => {
  const item = await getItem(9); // expect: call getItem ; reach: renders
  const rows = await sqlClient`UPDATE items SET label = ${'x'} WHERE id = 9 RETURNING id, ${item.title} AS asked`;
  console.log(rows[0].id); // ok: a number of its own
  res.json(rows[0].asked); // sink: http POST /echo ; proven: http POST /echo
});
