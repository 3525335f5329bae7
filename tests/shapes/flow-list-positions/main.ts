// Elements of a list that nothing else holds stand where the code has put them; where others may hold it they are anywhere.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
app.get('/first/overwritten', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  const rows = [item.title];
  rows[0] = 'x';
  res.json(rows); // ok: the title is gone
});
app.get('/second/overwritten', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  const rows = [item.title, item.cover];
  rows[1] = 'x';
  res.json(rows); // sink: http GET /second/overwritten ; proven: http GET /second/overwritten
});
app.get('/before', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: contained
  const rows = [item.title];
  rows.unshift('x');
  res.json(rows[0]); // ok: the one before it
});
app.get('/behind', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  const rows = [item.title];
  rows.unshift('x');
  res.json(rows[1]); // sink: http GET /behind ; proven: http GET /behind
});
app.get('/emptied', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: contained
  const rows = [item.title];
  rows.length = 0;
  res.json(rows); // ok: nothing is left
});
app.get('/emptied/sometimes', async (req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: renders
  const rows = [item.title];
  if (req.query.short) rows.length = 0;
  res.json(rows); // sink: http GET /emptied/sometimes ; proven: http GET /emptied/sometimes
});
app.get('/emptied/filled', async (_req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: renders
  const rows = ['x'];
  rows.length = 0;
  rows.push(item.title);
  res.json(rows); // sink: http GET /emptied/filled ; proven: http GET /emptied/filled
});
app.get('/taken', async (_req, res) => {
  const item = await getItem(8); // expect: call getItem ; reach: renders
  const rows = [item.title, 'x'];
  res.json(rows.shift()); // sink: http GET /taken ; proven: http GET /taken
});
app.get('/left', async (_req, res) => {
  const item = await getItem(9); // expect: call getItem ; reach: contained
  const rows = [item.title, 'x'];
  rows.shift();
  res.json(rows); // ok: it was the first one
});
app.get('/spliced', async (_req, res) => {
  const item = await getItem(10); // expect: call getItem ; reach: renders
  const rows = ['x', item.title, 'y'];
  res.json(rows.splice(1, 1)); // sink: http GET /spliced ; proven: http GET /spliced
});
app.get('/spliced/left', async (_req, res) => {
  const item = await getItem(11); // expect: call getItem ; reach: contained
  const rows = ['x', item.title, 'y'];
  rows.splice(1, 1);
  res.json(rows); // ok: it was taken out
});
app.get('/rounds', async (_req, res) => {
  const item = await getItem(12); // expect: call getItem ; reach: renders
  const rows = [];
  for (const track of item.tracks) {
    if (rows.length > 2) {
      res.write(rows[0]); // sink: http GET /rounds ; proven: http GET /rounds
      rows.splice(0);
    }
    rows.push(track.title);
  }
  res.end();
});
app.get('/queue', async (_req, res) => {
  const item = await getItem(13); // expect: call getItem ; reach: renders
  const waiting = [item];
  while (waiting.length) {
    const one = waiting.shift();
    res.write(one.title); // sink: http GET /queue ; proven: http GET /queue
    waiting.push(...one.parts);
  }
  res.end();
});
app.get('/spread', async (_req, res) => {
  const item = await getItem(14); // expect: call getItem ; reach: renders
  const rows = ['x', ...[item.title]];
  res.json(rows[1]); // sink: http GET /spread ; proven: http GET /spread
});
app.get('/spread/other', async (_req, res) => {
  const item = await getItem(15); // expect: call getItem ; reach: contained
  const rows = ['x', ...['y', item.title]];
  res.json(rows[1]); // ok: the one before it
});

// what goes round in a loop comes to be anywhere, and the search to its end
app.get('/grown', async (req, res) => {
  const item = await getItem(16); // expect: call getItem ; reach: renders
  let rows = [item.title];
  for (const one of req.body) rows = [one, ...rows];
  res.json(rows[9]); // sink: http GET /grown ; proven: http GET /grown
});
app.get('/grown/before', async (req, res) => {
  const item = await getItem(17); // expect: call getItem ; reach: renders
  const rows = [item.title];
  for (const one of req.body) rows.unshift(one);
  res.json(rows[9]); // sink: http GET /grown/before ; proven: http GET /grown/before
});
app.get('/grown/written', async (req, res) => {
  const item = await getItem(18); // expect: call getItem ; reach: renders
  const own: any = {};
  let rows: any[] = [own];
  for (const one of req.body) rows = [one, ...rows];
  rows[3].title = item.title;
  res.json(own); // sink: http GET /grown/written
});
app.get('/filled', async (_req, res) => {
  const item = await getItem(90); // expect: call getItem ; reach: renders
  const emptied = [item.title];
  emptied.fill('');
  res.write(emptied.join()); // ok: each was overwritten
  const partly = [item.title, 'a'];
  partly.fill('', 1);
  res.write(partly.join()); // sink: http GET /filled
  const filled = ['a', 'b'];
  filled.fill(item.title);
  res.write(filled[1] ?? ''); // sink: http GET /filled ; proven: http GET /filled
});
