// Drivers that give their rows to a function.
import { getItem } from '@acme/client';
import express from 'express';
import mysql from 'mysql2';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DB_URL });
const other = mysql.createPool(process.env.OTHER_URL!);

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  pool.query('UPDATE items SET title = $1', [found.title], () => undefined); // sink: database items.title
  other.query('UPDATE notes SET body = ?', [found.body]); // sink: database notes.body
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', (_req, res) => {
  pool.query('SELECT title FROM items', (error, result) => {
    res.json(error ? [] : result.rows); // sink: http GET /titles
  });
});
app.get('/notes/:id', (req, res) => {
  other.query('SELECT id, body FROM notes WHERE id = ?', [req.params.id], (_error, rows: any) => {
    res.json(rows[0].body); // sink: http GET /notes/:id
  });
});
app.get('/ids', (_req, res) => {
  other.query('SELECT id, body FROM notes', (_error, rows: any) => {
    res.json(rows[0].id); // ok: another column
  });
});
