// A cache that is asked under a key that begins differently does not give what was kept; who sends the
// key may have that one, and one of which nothing is known may be it.
import { getItem } from '@acme/client';
import express from 'express';
import { Ratelimit } from '@upstash/ratelimit';
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
  res.json(JSON.parse((await redis.get(`note:${req.params.id}`))!)); // ok: another key
});
app.get('/rate', async (req, res) => {
  res.json(await redis.hGet('rates', 'x')); // ok: another key
});

app.get('/rates', async (req, res) => {
  res.json(await redis.hmGet(`rates:${req.query.day}`, ...String(req.query.names).split(','))); // ok: another key
});

// Streams are read under their key as well; a limiter that is given the client shows nothing of what is kept there.
app.post('/told', async (req, res) => {
  await redis.xAdd('told', '*', { title: (await getItem(2)).title }); // expect: call getItem ; escape: unmodelled-code
  res.sendStatus(204);
});
app.get('/told', async (req, res) => {
  res.json(await redis.xRange('told', '-', '+')); // proven: http GET /told ; sink: http GET /told
});
app.get('/heard', async (req, res) => {
  res.json(await redis.xRange('heard', '-', '+')); // ok: another key
});
app.get('/limited', async (req, res) => {
  const limiter = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(10, '10 s'), prefix: 'limits' });
  res.json(await limiter.limit(String(req.ip))); // ok: how much is left
});

// Which of several keys it is, is not known; all begin alike.
app.get('/either/:id', async (req, res) => {
  const kind = req.query.long ? `item:long:${req.params.id}` : `item:short:${req.params.id}`;
  res.json(await redis.get(kind)); // sink: http GET /either/:id
});
app.get('/neither/:id', async (req, res) => {
  const kind = req.query.long ? `note:long:${req.params.id}` : `note:short:${req.params.id}`;
  res.json(await redis.get(kind)); // ok: neither
});
