// Node's own library: what its functions give of what they are given, and what they only tell of it.
import { getItem } from '@acme/client';
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { createWriteStream } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import { createGzip } from 'node:zlib';

const load = () => getItem(1); // expect: call getItem
const app = express();

app.get('/hash', async (_req, res) => {
  const { title } = await load();
  res.send(createHash('sha256').update(title).digest('hex')); // sink: http GET /hash
});
app.get('/inspected', async (_req, res) => {
  res.send(inspect(await load())); // sink: http GET /inspected
});
app.get('/waited', async (_req, res) => {
  res.json(await wait(10, await load())); // sink: http GET /waited
});
app.get('/query', async (_req, res) => {
  const { title } = await load();
  const query = new URLSearchParams({ title });
  res.send(`/items?${query}`); // sink: http GET /query
});
app.post('/file', async (_req, res) => {
  const file = createWriteStream('items.txt');
  file.write((await load()).title); // sink: file
  file.end();
  res.sendStatus(204);
});
app.get('/packed', async (_req, res) => {
  const packed = createGzip();
  packed.pipe(res); // sink: http GET /packed
  packed.end((await load()).title);
});

app.get('/same', async (_req, res) => {
  const { title } = await load();
  res.json(timingSafeEqual(Buffer.from(title), Buffer.from('none'))); // sink: http GET /same
});
app.get('/ids', async (_req, res) => {
  await load();
  res.json({ id: randomUUID(), day: await wait(10, 'monday') }); // ok: nothing of it
});
app.post('/other', async (_req, res) => {
  const file = createWriteStream('other.txt');
  await load();
  file.write('seen'); // ok: a text of its own
  res.sendStatus(204);
});
