// `using` and `await using` declare a name of their own block.
import { getItem } from '@acme/client';
import express from 'express';

class Held {
  constructor(readonly title: string) {}
  [Symbol.dispose]() {}
  async [Symbol.asyncDispose]() {}
}

const app = express();
app.get('/used', async (_req, res) => {
  using held = new Held((await getItem(1)).title); // expect: call getItem ; reach: renders
  res.json(held.title); // sink: http GET /used ; proven: http GET /used
});
app.get('/awaited', async (_req, res) => {
  await using held = new Held((await getItem(2)).title); // expect: call getItem ; reach: renders
  res.json(held.title); // sink: http GET /awaited ; proven: http GET /awaited
});
app.get('/other', async (_req, res) => {
  using held = new Held('none');
  await getItem(3); // expect: call getItem ; reach: contained
  res.json(held.title); // ok: none of the item
});
