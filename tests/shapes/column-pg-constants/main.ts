// Statements that are kept under a name, here or in another file, write and read the columns that they name.
import { getItem } from '@acme/client';
import express from 'express';
import { Pool } from 'pg';
import { SET_TITLE, statements } from './sql';

const pool = new Pool();
const TITLES = 'SELECT i.title FROM items i';
const SET_SHELF = `UPDATE items SET shelf = $1 WHERE id = $2`;

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await pool.query(SET_TITLE, [found.title, id]); // sink: database items.title
  await pool.query(SET_SHELF, [found.shelf, id]); // sink: database items.shelf
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  const { rows } = await pool.query(TITLES);
  res.json(rows); // sink: http GET /titles
});
app.get('/shelves', async (_req, res) => {
  const { rows } = await pool.query(statements.shelves);
  res.json(rows); // sink: http GET /shelves
});
app.get('/kinds', async (_req, res) => {
  const { rows } = await pool.query(statements.kinds);
  res.json(rows); // ok: another column
});
