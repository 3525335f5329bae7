// Copies of objects hold what the objects held: clones, entries, values, assign, text and back.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
app.get('/a/:id', async (req, res) => {
  const item = structuredClone(await getItem(Number(req.params.id))); // expect: call getItem ; reach: renders
  res.json(item.title); // sink: http GET /a/:id
});
app.get('/b/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  res.json(Object.fromEntries(Object.entries(item).map(([key, value]) => [key.toUpperCase(), value]))); // sink: http GET /b/:id
});
app.get('/c/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  const { tracks, ...rest } = Object.assign({ kind: 'x' }, item);
  if (req.query.kind) return res.json({ kind: 'x' }); // ok: nothing of it
  res.json(JSON.parse(JSON.stringify(rest)).title); // sink: http GET /c/:id
});
app.get('/d/:id', async (req, res) => {
  const { id, ...rest } = { id: await getItem(Number(req.params.id)), title: 'ours' }; // expect: call getItem ; reach: contained
  res.json(rest); // ok: what was fetched is left out
});
