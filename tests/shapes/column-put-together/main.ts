// Marks and assignments that are put together as the program runs: which parameter goes where is not known.
import { getItem } from '@acme/client';
import express from 'express';
import { pool } from './db';

export async function store(ids: number[]) {
  const rows = await Promise.all(ids.map(async (id) => ({ id, title: (await getItem(id)).title }))); // expect: call getItem
  const marks = rows.map((_, i) => `($${i * 2 + 1}, $${i * 2 + 2})`).join(', ');
  await pool.query(`INSERT INTO items (title) VALUES ${marks}`, rows.flatMap((row) => [row.title])); // sink: database items.title
}

async function change(id: number, fields: Record<string, unknown>) {
  const set = Object.keys(fields).map((key, i) => `${key} = $${i + 2}`);
  await pool.query(`UPDATE notes SET ${set.join(', ')} WHERE id = $1`, [id, ...Object.values(fields)]); // sink: database notes.*
}

const app = express();
app.post('/store', async (req, res) => {
  await store(req.body.ids);
  const found = await getItem(1); // expect: call getItem
  await change(1, { body: found.body });
  res.sendStatus(204);
});
app.get('/items', async (_req, res) => {
  const read = await pool.query('SELECT title FROM items');
  res.json(read.rows); // sink: http GET /items
});
app.get('/notes', async (_req, res) => {
  const read = await pool.query('SELECT body FROM notes');
  res.json(read.rows); // sink: http GET /notes
});
app.get('/venues', async (_req, res) => {
  const read = await pool.query('SELECT body FROM venues');
  res.json(read.rows); // ok: another table
});
