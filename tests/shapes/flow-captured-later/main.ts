// A function sees what a name holds when it is made, and what it is given later; what it held before is gone.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
app.get('/before', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  let title = item.title;
  title = '';
  const show = () => res.json(title); // ok: it is empty by then
  show();
});
app.get('/field', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  const row = { title: item.title };
  row.title = null;
  const show = () => res.json(row); // ok: the title is gone by then
  show();
});
app.get('/after', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  let title = '';
  const show = () => res.json(title); // sink: http GET /after
  title = item.title;
  show();
});
app.get('/hoisted', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  let title = '';
  title = item.title;
  show();
  function show() {
    res.json(title); // sink: http GET /hoisted
  }
});
app.get('/rounds', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  let title = '';
  for (const track of item.tracks) {
    const show = () => res.write(title); // sink: http GET /rounds
    show();
    title = track.title;
  }
  res.end();
});
