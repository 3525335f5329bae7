// A name that is a constant only where none is given may be any other one.
import { getItem } from '@acme/client';
import express from 'express';

const kept: Record<string, unknown> = {};
const byDefault = (name = 'other') => kept[name];
const orElse = (name?: string) => kept[name ?? 'other'];
const chosen = (held: Record<string, unknown>, name?: string) => {
  const key = name ? name : 'other';
  return held[key];
};
const constant = (held: Record<string, unknown>, quick: boolean) => held[quick ? 'count' : 'other'];

const app = express();
app.post('/', async (_req, res) => {
  kept.item = await getItem(1); // expect: call getItem ; reach: renders
  res.end();
});
app.get('/default', (_req, res) => {
  res.json(byDefault('item')); // sink: http GET /default
});
app.get('/else', (_req, res) => {
  res.json(orElse('item')); // sink: http GET /else
});
app.get('/chosen', async (req, res) => {
  const held = { item: await getItem(2), count: 1 }; // expect: call getItem ; reach: renders
  res.write(String(constant(held, true))); // ok: neither is its name
  res.json(chosen(held, req.query.name as string)); // sink: http GET /chosen
});
