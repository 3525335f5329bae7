// A listener or worker may take fewer arguments than it is given, or all of them in one list.
import { EventEmitter } from 'node:events';
import { getItem } from '@acme/client';
import { Queue, Worker } from 'bullmq';
import express from 'express';

const bus = new EventEmitter();
const app = express();
const seen: { count: number; item: unknown; id: unknown } = { count: 0, item: null, id: null };
bus.on('loaded', () => {
  seen.count += 1;
});
bus.on('loaded', (...given: unknown[]) => {
  seen.id = given[0];
  seen.item = given[1];
});
app.post('/load', async (_req, res) => {
  bus.emit('loaded', 1, await getItem(1)); // expect: call getItem ; reach: renders
  res.sendStatus(204);
});
app.get('/item', (_req, res) => {
  res.json(seen.item); // proven: http GET /item ; sink: http GET /item
});
app.get('/id', (_req, res) => {
  res.json(seen.id); // ok: the argument before
});
app.get('/count', (_req, res) => {
  res.json(seen.count); // ok: how often it was told
});

const queue = new Queue('items');
new Worker('items', async () => {
  seen.count += 1;
});
app.post('/queue', async (_req, res) => {
  await queue.add('one', await getItem(2)); // expect: call getItem ; reach: contained
  res.sendStatus(204);
});
