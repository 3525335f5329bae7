// Promises: all keeps places, settled ones have a value, a race gives either; then, catch and finally; an async IIFE.
import { findItems, getItem } from '@acme/client';
import express from 'express';

const app = express();
app.get('/all/:id', async (req, res) => {
  const [item, own] = await Promise.all([getItem(Number(req.params.id)), Promise.resolve('ours')]); // expect: call getItem ; reach: renders
  if (req.query.own) return res.json(own); // ok: the other place
  res.json(item); // sink: http GET /all/:id
});
app.get('/settled/:id', async (req, res) => {
  const settled = await Promise.allSettled([getItem(Number(req.params.id))]); // expect: call getItem ; reach: renders
  res.json(settled.map((one) => (one.status === 'fulfilled' ? one.value : null))); // sink: http GET /settled/:id
});
app.get('/race/:text', async (req, res) => {
  const late = new Promise<string>((resolve) => setTimeout(() => resolve('late'), 100));
  res.json(await Promise.race([findItems(req.params.text), late])); // expect: call findItems ; reach: renders ; sink: http GET /race/:text
});
app.get('/then/:id', (req, res) => {
  getItem(Number(req.params.id)) // expect: call getItem ; reach: renders
    .then((item) => item.title)
    .catch(() => 'none')
    .finally(() => console.log('done'))
    .then((title) => res.json(title)); // sink: http GET /then/:id
});
app.get('/iife/:id', async (req, res) => {
  const item = await (async () => getItem(Number(req.params.id)))(); // expect: call getItem ; reach: renders
  res.json(item.tracks.map((track) => track.title)); // sink: http GET /iife/:id
});
