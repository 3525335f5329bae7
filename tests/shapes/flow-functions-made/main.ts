// A function that another one made calls what that was given for this one, by whatever name it is called.
import { getItem } from '@acme/client';
import express from 'express';
import { later } from './made';
import { makeStore } from './store';

const wrap = (work: (value: any) => any) => (value: any) => work(value);
const title = wrap((item) => item.title);
const none = wrap(() => 'none');

const deep = (work: (value: any) => any) => ({ go: (value: any) => ({ end: () => work(value) }) });
const shown = deep((item) => item.title);
const hidden = deep(() => 'none');

const store = makeStore();

const app = express();
app.get('/title', async (_req, res) => {
  res.json(title(await getItem(1))); // expect: call getItem ; reach: renders ; sink: http GET /title ; proven: http GET /title
});
app.get('/none', async (_req, res) => {
  res.json(none(await getItem(2))); // expect: call getItem ; reach: contained
});
app.get('/later', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  res.json(later(item)); // sink: http GET /later ; proven: http GET /later
});
app.get('/shown', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  res.json(shown.go(item).end()); // sink: http GET /shown ; proven: http GET /shown
});
app.get('/put', async (_req, res) => {
  store.set(await getItem(5)); // expect: call getItem ; reach: renders
  res.end();
});
app.get('/kept', (_req, res) => {
  res.json(store.get()); // sink: http GET /kept ; proven: http GET /kept
});
