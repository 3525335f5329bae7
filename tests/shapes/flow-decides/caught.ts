// Whether a call fails is up to what it is given and what it gives, and not to what a map held before.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
const titles = new Map<string, { title: string }>();
const others = new Map<string, { note: string | null }>();

app.get('/kept/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: contained
  titles.set(req.params.id, { title: item.title });
  res.json({ kept: true });
});
app.get('/other/:id', async (req, res) => {
  try {
    titles.set('none', { title: 'none' });
    titles.get('none');
  } catch {
    others.set('none', { note: null });
  }
  res.json(others.get('none')); // ok: no title of an item makes the map fail
});
app.get('/parsed/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  let parsed = true;
  try {
    JSON.parse(item.title);
  } catch {
    parsed = false;
  }
  res.json({ parsed }); // sink: http GET /parsed/:id
});
