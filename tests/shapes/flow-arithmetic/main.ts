// What is computed of a number shows it; what is counted or compared does not.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();

function milliseconds(text: string): number | null {
  const parts = text.split(':').map((part) => part.trim());
  if (parts.some((part) => !/^\d+$/.test(part))) return null;
  const [minutes, seconds] = parts.map(Number);
  return (minutes * 60 + seconds) * 1000;
}

app.get('/half/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  res.json({ half: Math.round(item.id / 2) }); // sink: http GET /half/:id
});
app.get('/text/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  res.json({ length: milliseconds(item.title) }); // sink: http GET /text/:id
});
app.get('/sign/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  let left = 100;
  left -= item.id;
  res.json(-left); // sink: http GET /sign/:id
});
app.get('/least/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  res.json(item.tracks.reduce((one, other) => (other.title < one.title ? other : one))); // sink: http GET /least/:id
});
app.get('/all/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  res.json(item.tracks.reduce((all, track) => all + track.title, '')); // sink: http GET /all/:id
});
app.get('/counted/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  res.json(item.tracks.length * 2); // sink: http GET /counted/:id
});
app.get('/longer/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  res.json(item.id > 10); // sink: http GET /longer/:id
});

interface Row {
  title: string;
  places: number[];
}
app.get('/places/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: contained
  const rows: Row[] = [];
  rows.push({ title: item.title, places: [1, 2] });
  res.json(rows.reduce((sum, row) => sum + row.places.length, 0)); // ok: nothing of the item is counted
});
