// A cache that is given a function for what it lacks keeps that under the key of the very call.
import express from 'express';
import { caching } from 'cache-manager';
import { getItem, findItems } from '@acme/client';

const app = express();
async function start() {
  const cache = await caching('memory');
  app.get('/a', async (_req, res) => {
    res.json(await cache.wrap('a', () => getItem(1))); // expect: call getItem ; sink: http GET /a ; proven: http GET /a
  });
  app.get('/again', async (_req, res) => {
    res.json(await cache.get('a')); // sink: http GET /again ; proven: http GET /again
  });
  app.get('/b', async (_req, res) => {
    res.json(await cache.get('b')); // ok: kept under another key
  });
  app.get('/seen', async (_req, res) => {
    await cache.wrap('seen', () => findItems('x')); // expect: call findItems
    res.json({ seen: true }); // ok: nothing of it
  });
  app.listen(1);
}
start();
