// Functions in a list, a set or a map are called by whoever calls what is in there: it may be any of them, so that such a
// path is possible and not proven. Where nobody put one there the value escapes.
import { getItem } from '@acme/client';
import express from 'express';
import { Bus, Quiet, keep, publish, subscribe } from './bus';

const app = express();
const bus = new Bus();

app.get('/own', async (_req, res) => {
  const own: ((item: unknown) => void)[] = [];
  own.push((item) => res.json(item)); // sink: http GET /own ; possible: http GET /own
  const item = await getItem(1); // expect: call getItem ; reach: renders
  for (const one of own) one(item);
});
app.get('/named', async (_req, res) => {
  const named = new Map<string, (item: unknown) => void>();
  named.set('item', (item) => res.json(item)); // sink: http GET /named ; possible: http GET /named
  named.get('item')?.(await getItem(2)); // expect: call getItem ; reach: renders
});
app.get('/other', async (_req, res) => {
  subscribe((item) => res.json(item)); // sink: http GET /other ; possible: http GET /other
  publish(await getItem(3)); // expect: call getItem ; reach: renders
});
app.get('/bus', async (_req, res) => {
  bus.on((item) => res.json(item)); // sink: http GET /bus ; possible: http GET /bus
  bus.fire(await getItem(4)); // expect: call getItem ; reach: renders
});
app.get('/kept', async (_req, res) => {
  keep((item) => res.json(item)); // ok: nobody calls it
  res.json({ title: (await getItem(5)).title.length > 3 }); // expect: call getItem ; reach: decides ; sink: http GET /kept
});
app.get('/quiet', async (_req, res) => {
  new Quiet().fire(await getItem(6)); // expect: call getItem ; reach: escapes
  res.end();
});
