// Caches: what is put into one is in all that is listed of it, and not in another one.
import { getItem } from '@acme/client';
import express from 'express';
import { LRUCache } from 'lru-cache';

const load = () => getItem(1); // expect: call getItem
const kept = new LRUCache<string, string>({ max: 10 });
const other = new LRUCache<string, string>({ max: 10 });
const app = express();

app.post('/load', async (_req, res) => {
  const found = await load();
  kept.set(found.code, found.title);
  other.set('none', 'none');
  res.sendStatus(204);
});
app.get('/values', (_req, res) => {
  res.json([...kept.values()]); // sink: http GET /values
});
app.get('/entries', (_req, res) => {
  res.json([...kept.entries()].map(([, title]) => title)); // sink: http GET /entries
});
app.get('/keys', (_req, res) => {
  res.json([...kept.keys()]); // sink: http GET /keys
});
app.get('/others', (_req, res) => {
  res.json([...other.values(), ...other.keys()]); // ok: another cache
});
app.get('/size', (_req, res) => {
  res.json({ max: kept.max }); // ok: a setting
});
