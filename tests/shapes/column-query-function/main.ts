// A function of the program that sends what it is given as SQL: its calls are the queries.
import { getItem } from '@acme/client';
import express from 'express';
import { one, query, run } from './query';

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await query('UPDATE items SET title = $1 WHERE id = $2', [found.title, id]); // sink: database items.title
  await run({ text: 'UPDATE notes SET body = $1', values: [found.body] }); // sink: database notes.body
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  res.json(await query<{ title: string }>('SELECT title FROM items')); // sink: http GET /titles
});
app.get('/first', async (_req, res) => {
  res.json((await one('SELECT id, title FROM items', [])).title); // sink: http GET /first
});
app.get('/id', async (_req, res) => {
  res.json((await one('SELECT id, title FROM items', [])).id); // ok: another column
});
app.get('/notes', async (_req, res) => {
  res.json(await query('SELECT body FROM notes', [])); // sink: http GET /notes
});
