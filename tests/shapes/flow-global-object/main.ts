// What is written into an object that all files have is there for each of them.
import { findItems, getItem } from '@acme/client';
import express from 'express';
import { count, held } from './held';

setInterval(async () => {
  (globalThis as any).item = await getItem(1); // expect: call getItem
  const own: any = {};
  own.count = await findItems('x'); // expect: call findItems ; reach: contained
}, 1000);

const app = express();
app.get('/held', (_req, res) => {
  res.json(held()); // sink: http GET /held
});
app.get('/count', (_req, res) => {
  res.json(count()); // ok: another property
});
