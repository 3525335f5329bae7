// What is emitted under a name reaches those who listen under that name, on the same emitter.
import { EventEmitter } from 'events';
import { getItem } from '@acme/client';
import express from 'express';

const LOADED = 'loaded';
const bus = new EventEmitter();
const other = new EventEmitter();
let last: unknown = null;
let lastOther: unknown = null;
let failed: unknown = null;
bus.on(LOADED, (item) => {
  last = item;
});
bus.on('failed', (item) => {
  failed = item;
});
other.on(LOADED, (item) => {
  lastOther = item;
});

const app = express();
app.post('/load/:id', async (req, res) => {
  bus.emit(LOADED, await getItem(Number(req.params.id))); // expect: call getItem ; reach: renders
  res.sendStatus(204);
});
app.get('/last', (_req, res) => {
  res.json(last); // sink: http GET /last
});
app.get('/failed', (_req, res) => {
  res.json(failed); // ok: another event
});
app.get('/other', (_req, res) => {
  res.json(lastOther); // ok: another emitter
});
