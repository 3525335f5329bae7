// A loop whose round never comes to its end: what stands behind it runs where no round is begun.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
app.get('/while/:id', async (req, res) => {
  const id = Number(req.params.id);
  while (id > 9) {
    return;
  }
  res.json(await getItem(id)); // expect: call getItem ; reach: renders ; sink: http GET /while/:id
});
app.get('/each/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  let shown = null;
  for (const track of item.tracks) {
    shown = track.title;
    res.json(shown); // sink: http GET /each/:id
    return;
  }
  res.json(shown); // ok: no round was begun
});
app.get('/first/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  let found = null;
  for (const track of item.tracks) {
    found = track.title;
    break;
  }
  res.json(found); // sink: http GET /first/:id
});
app.get('/endless/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: contained
  for (;;) {
    return;
  }
  res.json(item); // ok: nothing comes here
});
app.listen(1);
