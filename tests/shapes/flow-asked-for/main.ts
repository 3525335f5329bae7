// Whether there is an object is hardly decided by what stands in it, but by what puts it there.
import { getItem } from '@acme/client';
import express from 'express';

type Row = { id: number; title?: string };
const app = express();
app.get('/written', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: decides
  const row = load()[0];
  row.title = item.title;
  res.json(row ? 'yes' : 'no'); // sink: http GET /written ; possible: http GET /written
});
app.get('/made', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: decides
  const row = { title: item.title };
  res.json(row === undefined ? 'yes' : 'no'); // sink: http GET /made ; possible: http GET /made
});
app.get('/chosen', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: decides
  const row = item.seen ? { title: item.title } : undefined;
  res.json(row ? 'yes' : 'no'); // sink: http GET /chosen
});
app.get('/value', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: decides
  const row = { title: item.title };
  res.json(row.title ? 'yes' : 'no'); // sink: http GET /value ; proven: http GET /value
});
app.get('/itself', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: decides
  res.json(item === null ? 'yes' : 'no'); // sink: http GET /itself ; proven: http GET /itself
});
app.get('/named', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: decides
  const row: Record<string, unknown> = {};
  if (item.seen) row.title = item.title;
  res.json('title' in row ? 'yes' : 'no'); // sink: http GET /named ; proven: http GET /named
});
app.get('/many', async (_req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: decides
  const rows = item.tracks.map((track) => ({ title: track.title }));
  res.json(rows.length > 2 ? 'yes' : 'no'); // sink: http GET /many ; proven: http GET /many
});

function load(): Row[] {
  return JSON.parse(process.env.ROWS ?? '[]');
}
app.listen(1);
