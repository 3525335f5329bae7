// A stored function may keep what it is given; those of the database itself give it back and keep nothing.
import { getItem } from '@acme/client';
import express from 'express';
import { pool } from './db';

export async function keep(id: number) {
  const found = await getItem(id); // expect: call getItem ; reach: renders
  await pool.query('SELECT store_title($1, $2)', [id, found.title]); // escape: unmodelled-code
  await pool.query('SELECT * FROM store_body($1)', [found.body]); // escape: unmodelled-code
  await pool.query('SELECT id FROM items WHERE norm(title) = norm($1)', [found.title]); // ok: a condition writes nothing
  await pool.query('UPDATE items SET title = norm($1)', [found.title]); // sink: database items.title
}

const app = express();
app.post('/keep/:id', async (req, res) => {
  await keep(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/plain/:id', async (req, res) => {
  const found = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  const made = await pool.query('SELECT lower(trim($1)) AS title, $2 AS id', [found.title, 7]);
  res.json(made.rows[0].title); // sink: http GET /plain/:id
});
app.get('/same/:id', async (req, res) => {
  const found = await getItem(Number(req.params.id)); // expect: call getItem ; reach: contained
  const made = await pool.query('SELECT lower(trim($1)) AS title, $2 AS id', [found.title, 7]);
  res.json(made.rows[0].id); // ok: what was given beside it
});
app.get('/titles', async (_req, res) => {
  const read = await pool.query('SELECT title FROM items');
  res.json(read.rows); // sink: http GET /titles
});
