// A function reads the members that a list names. Where all callers give lists that are written out, those are the
// members; a list into which more is put may name any.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
function picked(row: Record<string, unknown>, fields: string[]): unknown[] {
  const out: unknown[] = [];
  for (const field of fields) out.push(row[field]);
  return out;
}
const read = (row: Record<string, unknown>, fields: string[]): unknown[] => {
  const out: unknown[] = [];
  for (const field of fields) out.push(row[field]);
  return out;
};
function withTitle(fields: string[]): void {
  fields.push('title');
}
const KNOWN = ['id'];
KNOWN.push('title');

app.get('/others', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  res.json(picked({ id: 1, year: 2, title: item.title }, ['id', 'year'])); // ok: the title is not named
});
app.get('/chosen/others', async (req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  const fields = req.query.all ? ['id', 'year'] : ['id'];
  res.json(picked({ id: 1, year: 2, title: item.title }, fields)); // ok: neither names it
});
app.get('/named', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  res.json(read({ id: 1, title: item.title }, ['id', 'title'])); // sink: http GET /named ; proven: http GET /named
});
app.get('/pushed', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  const fields = ['id'];
  fields.push('title');
  res.json(read({ id: 1, title: item.title }, fields)); // sink: http GET /pushed
});
app.get('/pushed/inside', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  const fields = ['id'];
  withTitle(fields);
  res.json(read({ id: 1, title: item.title }, fields)); // sink: http GET /pushed/inside
});
app.get('/module', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: renders
  res.json(read({ id: 1, title: item.title }, KNOWN)); // sink: http GET /module
});
app.get('/asked', async (req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: renders
  res.json(read({ id: 1, title: item.title }, String(req.query.fields).split(','))); // sink: http GET /asked
});
