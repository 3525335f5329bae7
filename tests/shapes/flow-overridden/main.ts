import { getItem } from '@acme/client';
import express from 'express';
import { Card, Full, Listed, Named } from './calc';

const app = express();
const shown = (card: Card) => card.shape();

app.get('/title', async (_req, res) => {
  res.json(await new Full().title()); // sink: http GET /title ; proven: http GET /title
});
app.get('/note', async (_req, res) => {
  res.json(await new Full().note()); // ok: the item is written elsewhere
});
app.get('/named', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  res.json(new Named(item).show()); // sink: http GET /named ; proven: http GET /named
});
app.get('/listed', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  res.json(shown(new Listed(item))); // sink: http GET /listed ; proven: http GET /listed
});
app.get('/card', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: contained
  res.json(new Card(item).show()); // ok: a card shows nothing of its item
});
app.get('/cards', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: renders
  res.json([new Card(item).show(), new Named(item).show()]); // sink: http GET /cards
});
app.get('/either', async (req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: renders
  const card = req.query.named ? new Named(item) : new Card(item);
  res.json(card.show()); // sink: http GET /either
});
app.get('/through', async (_req, res) => {
  const item = await getItem(8); // expect: call getItem ; reach: renders
  res.json([shown(new Card(item)), shown(new Named(item))]); // sink: http GET /through
});
