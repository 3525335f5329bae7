// mysql2: rows are the first item of the answer; a row as an object, rows as lists.
import { getItem } from '@acme/client';
import express from 'express';
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.DB_URL!);

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await pool.execute('UPDATE items SET title = ? WHERE id = ?', [found.title, id]); // sink: database items.title
  await pool.query('INSERT IGNORE INTO notes (body, n) VALUES ?', [[[found.body, id]]]); // sink: database notes.body
  const one = await pool.getConnection();
  await one.query('INSERT INTO venues SET ?', { name: found.name }); // sink: database venues.*
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  const [rows] = await pool.query('SELECT title FROM items');
  res.json(rows); // sink: http GET /titles
});
app.get('/fields', async (_req, res) => {
  const [, fields] = await pool.query('SELECT title FROM items');
  res.json(fields); // ok: what the columns are called
});
app.get('/notes', async (_req, res) => {
  const [rows] = await pool.query('SELECT n.body FROM notes n');
  res.json(rows); // sink: http GET /notes
});
app.get('/numbers', async (_req, res) => {
  const [rows] = await pool.query('SELECT n FROM notes');
  res.json(rows); // ok: another column
});
