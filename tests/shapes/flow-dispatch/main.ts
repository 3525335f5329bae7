// A computed key chooses among the functions of a table: each may run. A constant one names its own.
import { getItem } from '@acme/client';
import express, { type Response } from 'express';

const app = express();
const answers = {
  whole: (item: { title: string }, res: Response) => res.json(item), // sink: http GET /any/:kind ; sink: http GET /else/:kind
  title: (item: { title: string }, res: Response) => res.send(item.title), // sink: http GET /any/:kind
  nothing: (_item: unknown, res: Response) => res.end(), // ok: nothing of it
};
const others = { ...answers, title: undefined };
const titles = {
  whole: (item: object, res: Response) => res.json(item), // ok: the key names the other
  short: (item: { title: string }, res: Response) => res.send(item.title), // sink: http GET /short
};
const open = { whole: answers.whole, more: globalThis.more };

app.get('/any/:kind', async (req, res) => {
  answers[req.params.kind](await getItem(1), res); // expect: call getItem ; reach: renders
});
app.get('/else/:kind', async (req, res) => {
  const answer = others[req.params.kind] ?? answers.nothing;
  if (answer) answer(await getItem(2), res); // expect: call getItem ; reach: renders
});
app.get('/short', async (_req, res) => {
  const kind = 'short';
  titles[kind](await getItem(3), res); // expect: call getItem ; reach: renders
});
app.get('/open/:kind', async (req, res) => {
  open[req.params.kind](await getItem(4), res); // expect: call getItem ; escape: unresolved-call
});
app.get('/named/:kind', async (req, res) => {
  const labels = new Map([['a', 'Alpha']]);
  const item = await getItem(5); // expect: call getItem ; reach: decides
  res.json(labels.get(item.kind)); // sink: http GET /named/:kind
});
const shown = new Map([
  ['title', (item: { title: string }) => item.title],
  ['none', (_item: object) => 'none'],
]);
const hidden = new Map([['none', (_item: object) => 'none']]);
app.get('/shown/:kind', async (req, res) => {
  const show = shown.get(req.params.kind);
  if (show) res.json(show(await getItem(6))); // expect: call getItem ; reach: renders ; sink: http GET /shown/:kind ; possible: http GET /shown/:kind
});
app.get('/hidden/:kind', async (req, res) => {
  res.json(hidden.get(req.params.kind)?.(await getItem(7))); // expect: call getItem ; reach: contained
});
