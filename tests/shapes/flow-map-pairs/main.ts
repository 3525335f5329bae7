// A map that is iterated gives pairs: what was a key is the first of each, what was a value the second; each twin
// renders the other one of the two.
import { getItem } from '@acme/client';
import express from 'express';
import { LRUCache } from 'lru-cache';

const app = express();
async function byName(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: renders
  return new Map<string, number>().set(item.name, 1);
}
async function byId(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: renders
  const items = new Map<string, any>();
  items.set('first', item);
  for (const [, value] of items) value.seen = item.when;
  return items;
}
app.get('/of-keys', async (_req, res) => {
  for (const [key] of await byName(1)) res.write(key); // sink: http GET /of-keys
});
app.get('/of-keys/twin', async (_req, res) => {
  for (const [, value] of await byName(1)) res.write(`${value}`); // ok: the value is ours
});
app.get('/spread-keys', async (_req, res) => {
  res.json([...(await byName(2))].map(([key]) => key)); // sink: http GET /spread-keys
});
app.get('/spread-keys/twin', async (_req, res) => {
  res.json([...(await byName(2))].map(([, value]) => value)); // ok: the value is ours
});
app.get('/of-values', async (_req, res) => {
  for (const [, value] of await byId(3)) res.json(value.title); // sink: http GET /of-values
});
app.get('/of-values/twin', async (_req, res) => {
  for (const [key] of await byId(3)) res.json(key); // ok: the key is ours
});
app.get('/spread-values', async (_req, res) => {
  res.json([...(await byId(4))].map(([, value]) => value.title)); // sink: http GET /spread-values
});
app.get('/spread-values/twin', async (_req, res) => {
  res.json([...(await byId(4))].map(([key]) => key)); // ok: the key is ours
});
app.get('/copied', async (_req, res) => {
  res.json(new Map(await byId(5)).get('first')); // sink: http GET /copied
});
app.get('/cache', async (_req, res) => {
  const cache = new LRUCache<string, any>({ max: 10 });
  cache.set('first', await getItem(6)); // expect: call getItem ; reach: renders
  for (const [, value] of cache) res.json(value); // sink: http GET /cache
});
app.get('/cache/twin', async (_req, res) => {
  const cache = new LRUCache<string, any>({ max: 10 });
  cache.set('first', await getItem(7)); // expect: call getItem ; reach: contained
  for (const [key] of cache) res.json(key); // ok: the key is ours
});
