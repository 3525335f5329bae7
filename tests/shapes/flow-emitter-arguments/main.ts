// A listener is given what stands behind the event's name, in that order; `once` awaits it.
import { EventEmitter, once } from 'node:events';
import { getItem } from '@acme/client';
import express from 'express';

const bus = new EventEmitter();
const items = new Map<number, unknown>();
const numbers = new Map<number, unknown>();
bus.on('loaded', (id: number, item: unknown) => {
  items.set(id, item);
  numbers.set(id, id);
});

const app = express();
app.post('/load/:id', async (req, res) => {
  bus.emit('loaded', 1, await getItem(Number(req.params.id))); // expect: call getItem
  res.sendStatus(204);
});
app.get('/item', (_req, res) => {
  res.json(items.get(1)); // sink: http GET /item
});
app.get('/number', (_req, res) => {
  res.json(numbers.get(1)); // ok: the argument before
});
app.get('/next', async (_req, res) => {
  const [id, item] = await once(bus, 'loaded');
  res.write(String(id)); // ok: the argument before
  res.json(item); // sink: http GET /next
});
