// node-postgres: a text with numbered parameters, and rows below `rows`.
import { getItem } from '@acme/client';
import express from 'express';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DB_URL });
const INSERT = 'INSERT INTO items (id, title) VALUES ($1, $2)';

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await pool.query(INSERT, [id, found.title]); // sink: database items.title
  await pool.query({ text: 'UPDATE notes SET body = $1', values: [found.body] }); // sink: database notes.body
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  const found = await pool.query('SELECT title FROM items');
  res.json(found.rows); // sink: http GET /titles
});
app.get('/ids', async (_req, res) => {
  const found = await pool.query('SELECT id FROM items');
  res.json(found.rows); // ok: another column
});
