// What is dispatched on a target, or emitted by an application, reaches who listens to that event of that one.
import { getItem } from '@acme/client';
import express from 'express';

const target = new EventTarget();
const other = new EventTarget();
const kept = { last: null as any, failed: null as any, other: null as any, seen: null as any, unseen: null as any };
target.addEventListener('loaded', (event: any) => {
  kept.last = event.detail;
});
target.addEventListener('failed', (event: any) => {
  kept.failed = event.detail;
});
other.addEventListener('loaded', (event: any) => {
  kept.other = event.detail;
});

const app = express();
app.on('seen', (item: any) => {
  kept.seen = item;
});
app.on('unseen', (item: any) => {
  kept.unseen = item;
});
app.post('/load', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem
  target.dispatchEvent(new CustomEvent('loaded', { detail: item }));
  const event = new CustomEvent('loaded', { detail: 'nothing' });
  other.dispatchEvent(event);
  app.emit('seen', await getItem(2)); // expect: call getItem
  res.sendStatus(204);
});
app.get('/last', (_req, res) => {
  res.json(kept.last); // proven: http GET /last ; sink: http GET /last
});
app.get('/failed', (_req, res) => {
  res.json(kept.failed); // ok: another event
});
app.get('/other', (_req, res) => {
  res.json(kept.other); // ok: another target
});
app.get('/seen', (_req, res) => {
  res.json(kept.seen); // proven: http GET /seen ; sink: http GET /seen
});
app.get('/unseen', (_req, res) => {
  res.json(kept.unseen); // ok: another event
});
