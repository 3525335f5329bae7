// A cache that is made with the function which fetches what it lacks: `fetch` and `get` give what that gives.
import { getItem } from '@acme/client';
import express from 'express';
import { LRUCache } from 'lru-cache';

const items = new LRUCache<number, any>({ max: 10, fetchMethod: async (id) => getItem(id) }); // expect: call getItem
const numbers = new LRUCache<number, any>({ max: 10, fetchMethod: async (id) => id });

const app = express();
app.get('/fetched', async (_req, res) => {
  const item = await items.fetch(1);
  res.json(item.title); // sink: http GET /fetched
});
app.get('/held', (_req, res) => {
  res.json(items.get(1)); // sink: http GET /held
});
app.get('/found', (_req, res) => {
  res.json(items.find((item) => item.id === 1)); // sink: http GET /found
});
app.get('/found/number', (_req, res) => {
  res.json(numbers.find((one) => one === 1)); // ok: another cache
});
app.get('/number', async (_req, res) => {
  res.json(await numbers.fetch(1)); // ok: another cache
});
