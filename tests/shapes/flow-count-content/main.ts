// What is written into an element of a list says nothing of how many there are; a test before `push` does.
import { getItem } from '@acme/client';
import express from 'express';

type Row = { id: number; title?: string; tags: string[] };
const app = express();
app.get('/by-place', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  const rows: Row[] = load();
  rows[0].title = item.title;
  res.json({ count: rows.length }); // ok: as many as there were
});
app.get('/by-loop', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  const rows: Row[] = load();
  for (const row of rows) row.title = item.title;
  res.json(rows.length === 0 ? 'none' : 'some'); // ok: as many as there were
});
app.get('/by-for-each', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: contained
  const rows: Row[] = load();
  rows.forEach((row) => {
    row.title = item.title;
  });
  if (rows.length > 2) res.json('many'); // ok: as many as there were
  res.end();
});
app.get('/by-key', async (req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: contained
  const rows: Row[] = load();
  rows[Number(req.query.at)].title = item.title;
  res.json({ count: rows.length }); // ok: as many as there were
});
app.get('/shown', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  const rows: Row[] = load();
  for (const row of rows) row.title = item.title;
  res.json(rows); // sink: http GET /shown ; proven: http GET /shown
});
app.get('/narrowed', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: contained
  const rows: Row[] = load();
  for (const row of rows) row.title = item.title;
  res.json({ count: rows.slice(1).length, any: rows.length > 0 }); // ok: as many as there were
});
app.get('/deeper', async (_req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: contained
  const page = { rows: load() };
  for (const row of page.rows) row.title = item.title;
  res.json({ count: page.rows.length }); // ok: as many as there were
});
app.get('/inside', async (_req, res) => {
  const item = await getItem(8); // expect: call getItem ; reach: decides
  const rows: Row[] = load();
  for (const row of rows) if (item.seen) row.tags.push('seen');
  res.json({ count: rows[0].tags.length }); // sink: http GET /inside ; possible: http GET /inside
});
app.get('/beside', async (_req, res) => {
  const item = await getItem(9); // expect: call getItem ; reach: decides
  const rows: Row[] = load();
  for (const row of rows) if (item.seen) row.tags.push('seen'); // sink: control
  res.json({ count: rows.length }); // ok: the lists inside grow
});
app.get('/found', async (_req, res) => {
  const item = await getItem(10); // expect: call getItem ; reach: contained
  const rows = collect();
  for (const row of rows) row.title = item.title;
  res.json({ count: rows.length }); // ok: it was filled before
});
app.get('/again', async (_req, res) => {
  res.json({ count: collect().length, kept: kept.length }); // ok: what is written into its rows makes none
});
app.get('/pushed', async (_req, res) => {
  const item = await getItem(11); // expect: call getItem ; reach: decides
  const rows: Row[] = load();
  if (item.title) rows.push({ id: 1, title: 'x', tags: [] });
  res.json({ count: rows.length }); // sink: http GET /pushed ; possible: http GET /pushed
});
app.get('/mapped', async (_req, res) => {
  const item = await getItem(12); // expect: call getItem ; reach: decides
  res.json({ count: item.tracks.map((track) => track.title).length }); // sink: http GET /mapped ; proven: http GET /mapped
});
app.get('/gathered', async (_req, res) => {
  const item = await getItem(13); // expect: call getItem ; reach: decides
  const rows: { title: string }[] = [];
  item.tracks.forEach((track) => rows.push({ title: track.title }));
  res.json({ count: rows.length }); // sink: http GET /gathered
});
app.get('/flat', async (_req, res) => {
  const item = await getItem(14); // expect: call getItem ; reach: decides
  const rows: Row[] = load();
  res.json({ count: rows.flatMap(() => item.tracks).length }); // sink: http GET /flat
});

const kept: Row[] = [];
function collect(): Row[] {
  const rows: Row[] = [];
  for (const one of load()) {
    const row = { ...one };
    rows.push(row);
    kept.push(row);
  }
  if (rows.length === 0) return [];
  return rows;
}
function load(): Row[] {
  return JSON.parse(process.env.ROWS ?? '[]');
}
app.listen(1);
