// A cache that is asked under a key of another kind does not give what was kept: at most a possible path.
import { getItem } from '@acme/client';
import express from 'express';
import { createClient } from 'redis';
const redis = createClient({ url: process.env.REDIS_URL });
const PREFIX = 'item';
const app = express();
app.post('/put/:id', async (req, res) => {
  const item = await getItem(1); // expect: call getItem
  await redis.set(`${PREFIX}:${req.params.id}`, JSON.stringify(item)); // escape: unmodelled-code
  res.sendStatus(204);
});
app.get('/item/:id', async (req, res) => {
  const key = `item:${req.params.id}`;
  res.json(JSON.parse((await redis.get(key))!)); // proven: http GET /item/:id ; sink: http GET /item/:id
});
app.get('/any/:key', async (req, res) => {
  res.json(JSON.parse((await redis.get(req.params.key))!)); // proven: http GET /any/:key ; sink: http GET /any/:key
});
app.get('/note/:id', async (req, res) => {
  res.json(JSON.parse((await redis.get(`note:${req.params.id}`))!)); // possible: http GET /note/:id ; sink: http GET /note/:id
});
app.get('/rate', async (req, res) => {
  res.json(await redis.hGet('rates', 'x')); // possible: http GET /rate ; sink: http GET /rate
});

app.get('/rates', async (req, res) => {
  res.json(await redis.hmGet(`rates:${req.query.day}`, ...String(req.query.names).split(','))); // possible: http GET /rates ; sink: http GET /rates
});
