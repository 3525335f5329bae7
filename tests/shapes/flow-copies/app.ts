// A copy is an object of its own: what is written into it is not in what it was made of. What both hold is the same.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
function name(row: any, item: any) {
  row.title = item.title;
}
function fill(row: any, item: any) {
  row.more.title = item.title;
}
app.get('/spread', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  const row: any = { id: 1 };
  name({ ...row }, item);
  res.json(row); // ok: a copy was written into
});
app.get('/copy', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  const row: any = { id: 1 };
  const copy = { ...row };
  name(copy, item);
  res.json(copy); // sink: http GET /copy
});
app.get('/rest', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: contained
  const row: any = { id: 1, size: 2 };
  const { size, ...others } = row;
  name(others, item);
  res.json([row, size]); // ok: the others are a copy
});
app.get('/list', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: contained
  const rows: any[] = [];
  [...rows].push(item);
  rows.slice().push(item);
  res.json(rows); // ok: two copies were written into
});
app.get('/sorted', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  const rows: any[] = [];
  rows.sort().push(item);
  res.json(rows); // sink: http GET /sorted
});
app.get('/held', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: renders
  const row: any = { id: 1, more: {} };
  fill({ ...row }, item);
  res.json(row); // sink: http GET /held
});
app.get('/elements', async (_req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: renders
  const rows: any[] = [{ id: 1 }];
  rows.slice().forEach((row) => name(row, item));
  res.json(rows); // sink: http GET /elements
});
app.get('/rounds', async (_req, res) => {
  const item = await getItem(8); // expect: call getItem ; reach: renders
  const rows: any[] = [{ id: 1 }];
  for (const row of [...rows]) name(row, item);
  res.json(rows); // sink: http GET /rounds
});
app.get('/mapped', async (_req, res) => {
  const item = await getItem(9); // expect: call getItem ; reach: contained
  const rows: any[] = [{ id: 1 }];
  rows.map((row) => ({ ...row })).forEach((row) => name(row, item));
  res.json(rows); // ok: each was copied
});
