// What is set comes back from `get` of the same client; other programs may read it as well, so it is told.
import { getItem } from '@acme/client';
import express from 'express';
import Redis from 'ioredis';
import { createClient } from 'redis';

const client = createClient({ url: process.env.REDIS_URL });
const other = new Redis(process.env.OTHER_URL!);
const app = express();

app.get('/items/:id', async (req, res) => {
  const known = await client.get(`item:${req.params.id}`);
  if (known !== null) return res.json(JSON.parse(known).title); // sink: http GET /items/:id
  const found = await getItem(Number(req.params.id)); // expect: call getItem
  await client.set(`item:${req.params.id}`, JSON.stringify({ title: found.title })); // escape: unmodelled-code
  await client.expire(`item:${req.params.id}`, 60);
  return res.sendStatus(204);
});
app.get('/fields/:id', async (req, res) => {
  const found = await getItem(Number(req.params.id)); // expect: call getItem
  await other.hset('items', { title: found.title }); // escape: unmodelled-code
  res.sendStatus(204);
});
app.get('/fields', async (_req, res) => {
  res.json(await other.hget('items', 'title')); // sink: http GET /fields
});
app.get('/plain', async (_req, res) => {
  await client.set('seen', 'yes');
  res.json(await client.exists('seen')); // ok: how many there are
});
