// A store of the running request holds what it was entered or run with; which request that was is not followed.
import { AsyncLocalStorage } from 'node:async_hooks';
import { findItems, getItem } from '@acme/client';
import express from 'express';

const current = new AsyncLocalStorage<unknown>();
const other = new AsyncLocalStorage<unknown>();
const app = express();

app.use(async (_req, _res, next) => {
  current.enterWith(await getItem(1)); // expect: call getItem
  other.enterWith(1);
  next();
});
app.get('/current', (_req, res) => {
  res.json(current.getStore()); // sink: http GET /current ; possible: http GET /current
});
app.get('/other', (_req, res) => {
  res.json(other.getStore()); // ok: another store
});
app.get('/run', async (_req, res) => {
  const found = await findItems('x'); // expect: call findItems
  other.run(1, (items) => res.json(items), found); // sink: http GET /run
});
