// Names of columns that are put in as a list.
import { getItem } from '@acme/client';
import express from 'express';
import { sql } from './db';

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await sql`INSERT INTO notes ${sql({ id, body: found.body })}`; // sink: database notes.body
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/notes', async (_req, res) => {
  const shown = ['id', 'body'];
  res.json(await sql`SELECT ${sql(shown)} FROM notes`); // sink: http GET /notes
});
app.get('/ids', async (_req, res) => {
  res.json(await sql`SELECT ${sql(['id', 'at'])} FROM notes`); // ok: other columns
});
