// Rows that are given as lists or as JSON: by position, and by their keys.
import { getItem } from '@acme/client';
import express from 'express';
import { pool } from './db';

export async function store(ids: number[]) {
  const titles = await Promise.all(ids.map(async (id) => (await getItem(id)).title)); // expect: call getItem
  await pool.query('INSERT INTO items (id, title) SELECT * FROM unnest($1::int[], $2::text[])', [ids, titles]); // sink: database items.title
  await pool.query('INSERT INTO notes (id, body) SELECT unnest($1::int[]), unnest($2::text[])', [ids, titles]); // sink: database notes.body
  const rows = titles.map((title, i) => ({ id: ids[i], name: title }));
  const json = [JSON.stringify(rows)];
  const update = "UPDATE venues SET name = e->>'name', at = (e->>'id')::int FROM jsonb_array_elements($1::jsonb) AS e";
  await pool.query(update, json); // sink: database venues.name
}

const app = express();
app.post('/store', async (req, res) => {
  await store(req.body.ids);
  res.sendStatus(204);
});
app.get('/items', async (_req, res) => {
  const read = await pool.query('SELECT title FROM items');
  res.json(read.rows); // sink: http GET /items
});
app.get('/notes', async (_req, res) => {
  const read = await pool.query('SELECT n.body FROM notes n');
  res.json(read.rows); // sink: http GET /notes
});
app.get('/venues', async (_req, res) => {
  const read = await pool.query('SELECT name FROM venues');
  res.json(read.rows); // sink: http GET /venues
});
app.get('/others', async (_req, res) => {
  const read = await pool.query('SELECT i.id, n.id, v.at FROM items i, notes n, venues v');
  res.json(read.rows); // ok: other columns
});
