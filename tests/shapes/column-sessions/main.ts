// A client out of a pool and a tag inside of a transaction query as well.
import { getItem } from '@acme/client';
import express from 'express';
import { Pool } from 'pg';
import postgres from 'postgres';

const pool = new Pool({ connectionString: process.env.DB_URL });
const sql = postgres(process.env.DB_URL!);

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('UPDATE items SET title = $1 WHERE id = $2', [found.title, id]); // sink: database items.title
  await client.query('COMMIT');
  client.release();
  await sql.begin(async (tx) => {
    await tx`UPDATE notes SET body = ${found.body} WHERE id = ${id}`; // sink: database notes.body
  });
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  const client = await pool.connect();
  const { rows: [first] } = await client.query('SELECT title, id FROM items');
  res.json(first.title); // sink: http GET /titles
});
app.get('/ids', async (_req, res) => {
  const client = await pool.connect();
  const { rows: [first] } = await client.query('SELECT title, id FROM items');
  res.json(first.id); // ok: another column
});
app.get('/notes', async (_req, res) => {
  res.json(await sql.begin((tx) => tx`SELECT body FROM notes`)); // sink: http GET /notes
});
