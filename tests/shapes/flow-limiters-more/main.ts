// What a queue, a time limit and a lock run comes back from them, and only what was given to them.
import { Mutex } from 'async-mutex';
import express from 'express';
import PQueue from 'p-queue';
import pTimeout from 'p-timeout';
import { getItem } from '@acme/client';

const app = express();
const queue = new PQueue({ concurrency: 2 });
const lock = new Mutex();

app.get('/queued/:id', async (req, res) => {
  const item = await queue.add(() => getItem(Number(req.params.id))); // expect: call getItem
  res.json(item); // sink: http GET /queued/:id
});
app.get('/all', async (_req, res) => {
  const items = await queue.addAll([() => getItem(1)]); // expect: call getItem
  res.json(items); // sink: http GET /all
});
app.get('/soon/:id', async (req, res) => {
  const item = await pTimeout(getItem(Number(req.params.id)), { milliseconds: 10 }); // expect: call getItem
  res.json(item.title); // sink: http GET /soon/:id
});
app.get('/locked/:id', async (req, res) => {
  const item = await lock.runExclusive(() => getItem(Number(req.params.id))); // expect: call getItem
  res.json(item); // sink: http GET /locked/:id
});
app.get('/count', async (_req, res) => {
  const count = await queue.add(async () => 1);
  res.json(count); // ok: nothing of an item
});
