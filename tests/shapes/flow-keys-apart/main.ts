// Keys that begin differently are different places of one client, also where constants, helpers, classes and wrappers
// make and pass them; where one of several ways may meet the key, or a key is not known, the path stays.
import { getItem } from '@acme/client';
import express from 'express';
import { Cache, Keys, keyOf, PREFIX, redis } from './cache';

const app = express();
app.post('/helper/:id', async (req, res) => {
  const item = JSON.stringify(await getItem(1)); // expect: call getItem
  await redis.set(keyOf('card', req.params.id), item); // escape: unmodelled-code
  res.sendStatus(204);
});
app.post('/constant/:id', async (req, res) => {
  const item = JSON.stringify(await getItem(2)); // expect: call getItem
  await redis.set(`${PREFIX}:${req.params.id}`, item); // escape: unmodelled-code
  res.sendStatus(204);
});
app.post('/wrapper/:id', async (req, res) => {
  await Cache.set(Keys.card(req.params.id), await getItem(3)); // expect: call getItem
  res.sendStatus(204);
});
app.post('/filled/:id', async (req, res) => {
  const key = keyOf('card', req.params.id);
  await Cache.getOrSet(key, async () => getItem(4)); // expect: call getItem
  res.sendStatus(204);
});

app.get('/user/1/:id', async (req, res) => {
  res.json(await redis.get(Keys.user(req.params.id))); // ok: another kind of key
});
app.get('/user/2/:id', async (req, res) => {
  res.json(await redis.get('user:' + req.params.id)); // ok: another kind of key
});
app.get('/user/3/:id', async (req, res) => {
  res.json(await Cache.get(keyOf('user', req.params.id))); // ok: another kind of key
});
app.get('/user/4/:id', async (req, res) => {
  const key = Keys.user(req.params.id);
  res.json(await Cache.getOrSet(key, async () => ({}))); // ok: another kind of key
});
app.get('/card/:id', async (req, res) => {
  res.json(await Cache.get(Keys.card(req.params.id))); // sink: http GET /card/:id ; proven: http GET /card/:id
});

const either = async (id: string) => (await redis.get(`user:${id}`)) ?? (await redis.get(`card:${id}`));
app.get('/either/:id', async (req, res) => {
  res.json(await either(req.params.id)); // sink: http GET /either/:id ; proven: http GET /either/:id
});
app.get('/chosen', async (req, res) => {
  const key = req.query.all ? 'card:1' : 'user:1';
  res.json(await redis.get(key)); // sink: http GET /chosen ; proven: http GET /chosen
});
app.get('/kind/:kind', async (req, res) => {
  res.json(await redis.get(keyOf(req.params.kind, '1'))); // sink: http GET /kind/:kind ; proven: http GET /kind/:kind
});
async function first(...keys: string[]) {
  for (const key of keys) {
    const found = await redis.get(key);
    if (found) return found;
  }
  return null;
}
app.get('/first', async (_req, res) => {
  res.json(await first('user:1', 'card:1')); // sink: http GET /first ; possible: http GET /first
});
async function two(key: string, other = 'card:1') {
  return (await Cache.get(key)) ?? (await Cache.get(other));
}
app.get('/two', async (_req, res) => {
  res.json(await two('user:1')); // sink: http GET /two ; proven: http GET /two
});
async function show(key: string, res: express.Response) {
  res.json(await Cache.get(key)); // sink: http GET /show ; sink: http GET /show/card ; possible: http GET /show/card
}
app.get('/show', async (_req, res) => {
  await show('user:1', res);
});
app.get('/show/card', async (_req, res) => {
  await show('card:1', res);
});

async function save(key: string, value: unknown) {
  await Cache.set(key, value);
}
app.post('/save', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem
  await save('card:1', item);
  await save('other:2', item);
  res.sendStatus(204);
});
app.get('/saved', async (_req, res) => {
  res.json(await Cache.get('other:2')); // sink: http GET /saved ; possible: http GET /saved
});
