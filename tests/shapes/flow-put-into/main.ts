// What is put into a map, a list or an object is the same object there: what is written into it by way of that is shown
// where the object is shown. A copy is another one, and so is what stands there under another key.
import { getItem } from '@acme/client';
import express from 'express';
import { fillIn, Index, indexed } from './index-of';

interface Row {
  id: string;
  title?: string;
}
const app = express();
const rowsOf = (): Row[] => JSON.parse(process.env.ROWS ?? '[]');

app.get('/pairs', async (req, res) => {
  const rows = rowsOf();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const item = await getItem(1); // expect: call getItem ; reach: renders
  byId.get(String(req.query.id))!.title = item.title;
  res.json(rows); // sink: http GET /pairs ; proven: http GET /pairs
});
app.get('/pairs/copied', async (req, res) => {
  const rows = rowsOf();
  const byId = new Map(rows.map((row) => [row.id, { ...row }]));
  const item = await getItem(2); // expect: call getItem ; reach: contained
  byId.get(String(req.query.id))!.title = item.title;
  res.json(rows); // ok: the map has copies
});
app.get('/set', async (req, res) => {
  const rows = rowsOf();
  const byId = new Map<string, Row>();
  for (const row of rows) byId.set(row.id, row);
  const item = await getItem(3); // expect: call getItem ; reach: renders
  const row = byId.get(String(req.query.id));
  if (row) row.title = item.title;
  res.json({ rows }); // sink: http GET /set ; proven: http GET /set
});
app.get('/set/other', async (_req, res) => {
  const [first, second] = rowsOf();
  const byName = new Map<string, Row>();
  byName.set('first', first);
  byName.set('second', second);
  const item = await getItem(4); // expect: call getItem ; reach: contained
  byName.get('second')!.title = item.title;
  res.json(first); // ok: what stands under the other key
});
app.get('/put', async (_req, res) => {
  const [first] = rowsOf();
  const byName = new Map<string, Row>();
  byName.set('first', first);
  const item = await getItem(5); // expect: call getItem ; reach: contained
  byName.set('second', { id: '2', title: item.title });
  res.json(first); // ok: something else is put there, nothing is written into this
});
app.get('/key', async (req, res) => {
  const rows = rowsOf();
  const byId: Record<string, Row> = {};
  rows.forEach((row) => {
    byId[row.id] = row;
  });
  const item = await getItem(6); // expect: call getItem ; reach: renders
  byId[String(req.query.id)].title = item.title;
  res.json(rows); // sink: http GET /key ; proven: http GET /key
});
app.get('/groups', async (_req, res) => {
  const rows = rowsOf();
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group) group.push(row);
    else groups.set(row.id, [row]);
  }
  const item = await getItem(7); // expect: call getItem ; reach: renders
  for (const [, group] of groups) for (const row of group) row.title = item.title;
  res.json(rows); // sink: http GET /groups ; proven: http GET /groups
});
app.get('/pushed', async (_req, res) => {
  const [first] = rowsOf();
  const waiting: Row[] = [];
  waiting.push(first);
  const item = await getItem(8); // expect: call getItem ; reach: renders
  for (const row of waiting) row.title = item.title;
  res.json(first); // sink: http GET /pushed ; proven: http GET /pushed
});
app.get('/pushed/elsewhere', async (_req, res) => {
  const [first, second] = rowsOf();
  const waiting: Row[] = [];
  const done: Row[] = [];
  waiting.push(first);
  done.push(second);
  const item = await getItem(9); // expect: call getItem ; reach: contained
  for (const row of done) row.title = item.title;
  res.json(waiting); // ok: the other list
});
app.get('/function', async (req, res) => {
  const rows = rowsOf();
  const byId = indexed(rows);
  const item = await getItem(10); // expect: call getItem ; reach: renders
  byId.get(String(req.query.id))!.title = item.title;
  res.json(rows); // sink: http GET /function ; proven: http GET /function
});
app.get('/handed', async (req, res) => {
  const rows = rowsOf();
  const byId = new Map<string, Row>();
  rows.forEach((row) => fillIn(byId, row));
  const item = await getItem(11); // expect: call getItem ; reach: renders
  byId.get(String(req.query.id))!.title = item.title;
  res.json(rows); // sink: http GET /handed ; proven: http GET /handed
});
app.get('/object', async (req, res) => {
  const rows = rowsOf();
  const index = new Index();
  for (const row of rows) index.add(row);
  const item = await getItem(12); // expect: call getItem ; reach: renders
  index.at(String(req.query.id)).title = item.title;
  res.json(rows); // sink: http GET /object ; proven: http GET /object
});
app.get('/object/other', async (req, res) => {
  const rows = rowsOf();
  const index = new Index();
  const other = new Index();
  for (const row of rows) index.add(row);
  const item = await getItem(13); // expect: call getItem ; reach: contained
  other.at(String(req.query.id)).title = item.title;
  res.json(rows); // ok: the other object holds none of them
});
app.get('/overwritten', async (_req, res) => {
  const [first] = rowsOf();
  const box: { held?: Row } = {};
  box.held = first;
  box.held = { id: 'x' };
  const item = await getItem(14); // expect: call getItem ; reach: contained
  box.held.title = item.title;
  res.json(first); // ok: something else stands there by then
});
app.get('/first', async (_req, res) => {
  const [first] = rowsOf();
  const item = await getItem(15); // expect: call getItem ; reach: renders
  Object.seal(first).title = item.title;
  res.json(first); // sink: http GET /first ; proven: http GET /first
});
app.get('/cloned', async (_req, res) => {
  const [first] = rowsOf();
  const item = await getItem(16); // expect: call getItem ; reach: contained
  structuredClone(first).title = item.title;
  res.json(first); // ok: the clone has it
});
