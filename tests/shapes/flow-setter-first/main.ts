// What a setter is given is where the setter puts it, also where its class stands in another file and is met here first.
import { getItem } from '@acme/client';
import express from 'express';
import { Silent, Titled } from './rows';

const app = express();
app.get('/titled', async (_req, res) => {
  const row = new Titled();
  row.shown = await getItem(1); // expect: call getItem ; reach: renders
  res.json(row.shown); // sink: http GET /titled ; proven: http GET /titled
});
app.get('/silent', async (_req, res) => {
  const row = new Silent();
  row.shown = await getItem(2); // expect: call getItem ; reach: contained
  res.json(row.shown); // ok: the setter keeps nothing of it
});
