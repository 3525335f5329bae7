// What is added to a queue comes to the worker of the queue of that name, whichever object stands for it.
import { findItems, getItem } from '@acme/client';
import Bull from 'bull';
import { Queue, Worker } from 'bullmq';
import express from 'express';

const ITEMS = 'items';
const app = express();
const items = new Queue(ITEMS, { connection: {} });
const seen: Record<string, any> = {};
new Worker('items', async (job) => {
  seen.last = job.data.item;
});
new Worker('others', async (job) => {
  seen.other = job.data.item;
});
app.post('/load', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem
  await items.add('load', { item, count: 1 });
  res.sendStatus(204);
});
app.get('/last', (_req, res) => {
  res.json(seen.last); // proven: http GET /last ; sink: http GET /last
});
app.get('/other', (_req, res) => {
  res.json(seen.other); // ok: another queue
});

const old = new Bull('old', 'redis://queues');
let shown: any = null;
old.process(async (job) => {
  shown = job.data;
});
app.post('/old', async (_req, res) => {
  const found = await findItems('x'); // expect: call findItems
  await old.addBulk(found.map((data) => ({ name: 'one', data })));
  res.sendStatus(204);
});
app.get('/old', (_req, res) => {
  res.json(shown); // proven: http GET /old ; sink: http GET /old
});

const nowhere = new Queue('nowhere');
app.post('/nowhere', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: escapes
  await nowhere.add('load', item); // escape: unmodelled-code
  res.sendStatus(204);
});
