// MERGE: a column gets what its arm gives it.
import { getItem } from '@acme/client';
import express from 'express';
import { pool } from './db';

const MERGE = `MERGE INTO items AS t USING (VALUES ($1::int, $2::text)) AS s(id, title) ON t.id = s.id
  WHEN MATCHED AND t.title IS NULL THEN UPDATE SET title = s.title, seen = NULL
  WHEN MATCHED THEN DO NOTHING
  WHEN NOT MATCHED THEN INSERT (id, label) VALUES (s.id, s.title)`;

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await pool.query(MERGE, [id, found.title]); // sink: database items.title ; sink: database items.label
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  const read = await pool.query('SELECT title FROM items');
  res.json(read.rows); // sink: http GET /titles
});
app.get('/labels', async (_req, res) => {
  const read = await pool.query('SELECT label FROM items');
  res.json(read.rows); // sink: http GET /labels
});
app.get('/seen', async (_req, res) => {
  const read = await pool.query('SELECT id, seen FROM items');
  res.json(read.rows); // ok: other columns
});
