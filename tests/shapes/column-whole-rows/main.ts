// Whole rows of tables that are declared nowhere: under their names, in joins, as JSON.
import { getItem } from '@acme/client';
import express from 'express';
import { pool } from './db';

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await pool.query('UPDATE items SET title = $1 WHERE id = $2', [found.title, id]); // sink: database items.title
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/star', async (_req, res) => {
  const read = await pool.query('SELECT * FROM items');
  res.json(read.rows[0].title); // sink: http GET /star
});
app.get('/joined', async (_req, res) => {
  const read = await pool.query('SELECT i.*, v.name FROM venues v JOIN items i ON i.venue = v.id');
  res.json(read.rows.map((row) => row.title)); // sink: http GET /joined
});
app.get('/json', async (_req, res) => {
  const read = await pool.query('SELECT row_to_json(i) AS item, json_agg(i) AS list FROM items i GROUP BY i.id');
  res.json([read.rows[0].item.title, read.rows[0].list[0].title]); // sink: http GET /json
});
app.get('/other', async (_req, res) => {
  const read = await pool.query('SELECT * FROM items');
  res.json(read.rows[0].label); // ok: another column of the row
});
app.get('/venue', async (_req, res) => {
  const read = await pool.query('SELECT v.* FROM venues v JOIN items i ON i.venue = v.id');
  res.json(read.rows[0].title); // ok: the rows of another table
});
