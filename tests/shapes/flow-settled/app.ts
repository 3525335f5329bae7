// Whether a call failed, as promises of several tell it.
import { findItems, getItem } from '@acme/client';
import express from 'express';

const app = express();
app.get('/one', async (_req, res) => {
  const settled = await Promise.allSettled([getItem(1)]); // expect: call getItem ; reach: decides
  res.json({ up: settled[0].status === 'fulfilled' }); // sink: http GET /one
});
app.get('/both', async (_req, res) => {
  const [item, found] = await Promise.allSettled([getItem(2), findItems('x')]); // expect: call getItem ; reach: decides ; expect: call findItems ; reach: decides
  const up = item.status === 'fulfilled' && found.status === 'fulfilled';
  res.status(up ? 200 : 503).json({ up }); // sink: http GET /both
});
app.get('/failed', async (_req, res) => {
  const settled = await Promise.allSettled([1, 2].map((id) => getItem(id))); // expect: call getItem ; reach: decides
  res.json({ failed: settled.filter((one) => one.status === 'rejected').length }); // sink: http GET /failed
});
app.get('/first', async (_req, res) => {
  const state = await Promise.race([
    getItem(3).then(() => 'up'), // expect: call getItem ; reach: decides
    new Promise<string>((resolve) => setTimeout(() => resolve('slow'), 100)),
  ]);
  res.json({ state }); // sink: http GET /first
});
app.get('/other', async (_req, res) => {
  const [, found] = await Promise.allSettled([getItem(4), findItems('x')]); // expect: call getItem ; sink: control ; expect: call findItems ; reach: decides
  res.json({ up: found.status === 'fulfilled' }); // sink: http GET /other
});
