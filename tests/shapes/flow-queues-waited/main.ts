// Who waits for a job has what its worker gives back; of which queue the job is, is not known.
import { getItem } from '@acme/client';
import { Queue, Worker } from 'bullmq';
import express from 'express';

const app = express();
const items = new Queue('items');
new Worker('items', async () => getItem(1)); // expect: call getItem ; reach: renders
app.get('/waited', async (_req, res) => {
  const job = await items.add('load', { id: 1 });
  const result = await job.waitUntilFinished({} as any);
  res.json(result); // possible: http GET /waited ; sink: http GET /waited
});
app.get('/asked', async (_req, res) => {
  const job = await items.add('load', { id: 1 });
  res.json(job.id); // ok: no result
});
