// What is cut out of a list has the elements between two places, each nearer to the beginning.
import { getItem } from '@acme/client';
import express from 'express';

const rest = (...all: unknown[]) => all.slice(1);

const app = express();
app.get('/rest', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.write(rest(item, 1).join()); // ok: the first one is gone
  res.write(String(rest(1, item)[0])); // sink: http GET /rest ; proven: http GET /rest
});
app.get('/between', async (_req, res) => {
  const all = [1, await getItem(2), 3]; // expect: call getItem ; reach: renders
  res.write(all.slice(0, 1).join()); // ok: it stands behind
  res.write(all.slice(2).join()); // ok: it stands before
  res.write(String(all.slice(1, 2)[0])); // sink: http GET /between ; proven: http GET /between
  res.write(String(all.slice(-2)[0])); // sink: http GET /between
});
