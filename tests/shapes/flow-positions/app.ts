// A list whose elements change their places: what stood at one is at any of them then.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
const both = async (): Promise<any[]> => Promise.all([{ id: 3 }, getItem(1)]); // expect: call getItem ; reach: renders

app.get('/sorted', async (_req, res) => {
  const found = await both();
  found.sort((a, b) => a.id - b.id);
  res.json(found[0]); // sink: http GET /sorted
});
app.get('/reversed', async (_req, res) => {
  const found = await both();
  found.reverse();
  res.json(found[0]); // sink: http GET /reversed
});
app.get('/taken', async (_req, res) => {
  const found = await both();
  found.shift();
  res.json(found[0]); // sink: http GET /taken
});
app.get('/cut', async (_req, res) => {
  const found = await both();
  found.splice(0, 1);
  res.json(found[0]); // sink: http GET /cut
});
app.get('/first', async (_req, res) => {
  const found = await both();
  res.json(found[0]); // ok: the other one, as long as nothing moves
});
app.get('/pushed', async (_req, res) => {
  const found = await both();
  found.push({ id: 4 });
  res.json(found[0]); // ok: nothing moves
});
app.get('/copied', async (_req, res) => {
  const [, item] = Array.from(await both());
  res.json(item); // proven: http GET /copied ; sink: http GET /copied
});
app.get('/copied/other', async (_req, res) => {
  const [other] = Array.from(await both());
  res.json(other); // ok: the other one
});
app.get('/made', async (_req, res) => {
  res.json(Array.from(await both(), () => 'none')); // ok: nothing of them
});
