// What is written into an object that a package exports is read of it wherever the tree does, and the package may give it on.
import { getItem } from '@acme/client';
import express from 'express';
import config from 'some-config';
import { show } from './other';

const app = express();
app.post('/kept', async (_req, res) => { // escape: unmodelled-code
  config.item = await getItem(1); // expect: call getItem ; reach: renders
  res.json({ ok: true }); // ok: nothing of it
});
app.get('/read', (_req, res) => {
  res.json(config.item); // sink: http GET /read
});
app.get('/other', (_req, res) => {
  res.json(show()); // sink: http GET /other
});
app.get('/none', (_req, res) => {
  res.json(config.none); // ok: another member
});
