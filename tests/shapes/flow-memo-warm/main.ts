// A function that is called for its cache alone, and one that a memo wraps.
import { findItems, getItem } from '@acme/client';
import express from 'express';
import { LRUCache } from 'lru-cache';
import memoize from 'p-memoize';

const cache = new LRUCache<number, { title: string }>({ max: 10 });
const names = new LRUCache<number, { title: string }>({ max: 10 });
async function load(id: number) {
  const kept = cache.get(id);
  if (kept) return kept;
  const item = await getItem(id); // expect: call getItem ; reach: renders
  cache.set(id, item);
  return item;
}
const search = memoize(async (text: string) => findItems(text)); // expect: call findItems ; reach: renders

export async function warm() {
  await load(1);
}
void warm();
names.set(1, { title: 'ours' });

const app = express();
app.get('/cached', (_req, res) => {
  res.json(cache.get(1)); // sink: http GET /cached
});
app.get('/names', (_req, res) => {
  res.json(names.get(1)); // ok: another cache
});
app.get('/search/:text', async (req, res) => {
  res.json(await search(req.params.text)); // sink: http GET /search/:text
});
