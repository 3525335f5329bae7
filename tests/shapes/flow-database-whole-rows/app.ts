// A statement that is put together as it runs writes some column of a table; all of it is read where rows are whole.
import { getItem } from '@acme/client';
import express from 'express';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DB });
const app = express();

app.post('/movies', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  const fields: Record<string, unknown> = { poster: item.title, year: item.id };
  const sets = Object.keys(fields).map((name, at) => `${name} = $${at + 1}`).join(', ');
  await pool.query(`UPDATE movies SET ${sets} WHERE id = 1`, Object.values(fields)); // sink: database movies.*
  res.end();
});
app.get('/movies', async (_req, res) => {
  const { rows } = await pool.query('SELECT * FROM movies');
  res.json(rows); // possible: http GET /movies ; sink: http GET /movies
});
app.get('/films', async (_req, res) => {
  const { rows } = await pool.query('SELECT * FROM films');
  res.json(rows); // ok: another table
});
