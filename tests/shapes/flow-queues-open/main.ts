// A queue whose name is a setting may be any of them.
import { getItem } from '@acme/client';
import { Queue, Worker } from 'bullmq';
import express from 'express';

const app = express();
const maybe = new Queue(process.env.QUEUE_NAME!);
const kept = { data: null as any, job: null as any };
new Worker('items', async (job) => {
  kept.data = job.data.item;
  kept.job = job.opts;
});
app.post('/maybe', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem
  await maybe.add('load', { item });
  res.sendStatus(204);
});
app.get('/data', (_req, res) => {
  res.json(kept.data); // possible: http GET /data ; sink: http GET /data
});
app.get('/job', (_req, res) => {
  res.json(kept.job); // ok: another part of the job
});
