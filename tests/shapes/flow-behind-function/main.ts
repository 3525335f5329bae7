// Code that calls a function in its own time hands it what stands behind the function, in that order.
import { AsyncLocalStorage } from 'node:async_hooks';
import { getItem } from '@acme/client';
import express from 'express';
import pLimit from 'p-limit';

const store = new AsyncLocalStorage<number>();
const limit = pLimit(1);
const app = express();

app.get('/timeout', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem
  setTimeout((_one, other) => res.json(other), 5, 1, item); // sink: http GET /timeout
  setTimeout((one, _other) => res.json(one), 5, 1, item); // ok: the argument before
});
app.get('/immediate', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem
  setImmediate((_one, other) => res.json(other), 1, item); // sink: http GET /immediate
  process.nextTick((one: unknown, _other: unknown) => res.json(one), 1, item); // ok: the argument before
});
app.get('/run', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem
  store.run(1, (_one, other) => res.json(other), 1, item); // sink: http GET /run
  store.run(1, (one, _other) => res.json(one), 1, item); // ok: the argument before
});
app.get('/limit', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem
  await limit((_one, other) => res.json(other), 1, item); // sink: http GET /limit
  await limit((one, _other) => res.json(one), 1, item); // ok: the argument before
});
app.get('/many', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: escapes
  setTimeout((...all) => res.json(all[0]), 5, 1, 2, 3, item); // escape: unmodelled-code
});
