// What a limiter, a span or a retry runs gives back what the function gave.
import * as Sentry from '@sentry/node';
import { findItems, getItem } from '@acme/client';
import express from 'express';
import pLimit from 'p-limit';
import pRetry from 'p-retry';

const limit = pLimit(2);

async function withRetry<T>(run: () => Promise<T>, attempts = 3): Promise<T> {
  for (let i = 1; ; i++) {
    try {
      return await run();
    } catch (error) {
      if (i >= attempts) throw error;
    }
  }
}

const app = express();
app.get('/limited/:id', async (req, res) => {
  const item = await limit(() => getItem(Number(req.params.id))); // expect: call getItem ; reach: renders
  res.json(item.title); // sink: http GET /limited/:id
});
app.get('/traced/:id', async (req, res) => {
  const item = await Sentry.startSpan({ name: 'x' }, async () => getItem(Number(req.params.id))); // expect: call getItem ; reach: renders
  res.json({ title: item.title }); // sink: http GET /traced/:id
});
app.get('/retried/:text', async (req, res) => {
  const found = await withRetry(() => findItems(req.params.text)); // expect: call findItems ; reach: renders
  const own = await withRetry(async () => 1);
  if (req.query.own) return res.json(own); // ok: another run of the helper
  res.json(await pRetry(async () => found)); // sink: http GET /retried/:text
});
