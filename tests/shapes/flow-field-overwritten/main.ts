// A field of an object that nothing else holds is what it was given last; where others may hold the object it is either.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
const kept: unknown[] = [];
app.get('/overwritten', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  const row = { title: item.title, rank: 1 };
  row.title = null;
  res.json(row); // ok: the title is gone
});
app.get('/deleted', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  const row = { ...item, rank: 1 };
  delete row.title;
  res.json({ title: row.title }); // ok: the title is gone
});
app.get('/given', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  const row = { title: null, rank: 1 };
  row.title = item.title;
  row.rank = 2;
  res.json(row); // sink: http GET /given
});
app.get('/sometimes', async (req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  const row = { title: item.title, rank: 1 };
  if (req.query.short) row.title = null;
  res.json(row); // sink: http GET /sometimes
});
app.get('/default', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  const row = { title: item.title, rank: 1 };
  row.title ??= 'none';
  res.json(row); // sink: http GET /default
});
app.get('/held', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: renders
  const row = { title: null, rank: 1 };
  kept.push(row);
  row.title = item.title;
  res.end();
});
app.get('/kept', (_req, res) => {
  res.json(kept); // sink: http GET /kept
});
app.get('/rounds', async (_req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: renders
  const row = { title: null };
  for (const track of item.tracks) {
    res.write(row.title); // sink: http GET /rounds
    row.title = track.title;
  }
  res.end();
});
app.get('/caught', async (_req, res) => {
  const item = await getItem(8); // expect: call getItem ; reach: renders
  const row = { title: item.title };
  try {
    res.flushHeaders();
    row.title = null;
  } catch {
    res.json(row.title); // sink: http GET /caught
  }
});
app.get('/anew', async (_req, res) => {
  const item = await getItem(9); // expect: call getItem ; reach: renders
  const rows = [];
  let row = { title: null };
  for (const track of item.tracks) {
    row.title = track.title;
    rows.push(row);
    row = { title: 'x' };
  }
  res.json(rows); // sink: http GET /anew
});
