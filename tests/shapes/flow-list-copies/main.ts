// A copy of a list with something else at one place has not what stood there.
import { getItem } from '@acme/client';
import express from 'express';
const app = express();
app.get('/replaced', async (req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  res.json([item.title].with(0, 'x')); // ok: another one stands there
});
app.get('/put', async (req, res) => {
  const item = await getItem(2); // expect: call getItem
  res.json(['x'].with(0, item.title)); // sink: http GET /put ; proven: http GET /put
});
app.get('/beside', async (req, res) => {
  const item = await getItem(3); // expect: call getItem
  res.json([item.title, 'x'].with(1, 'y')); // sink: http GET /beside ; proven: http GET /beside
});
app.get('/anywhere', async (req, res) => {
  const item = await getItem(4); // expect: call getItem
  res.json([item.title, 'x'].with(Number(req.query.at), 'y')); // sink: http GET /anywhere ; proven: http GET /anywhere
});
app.get('/out', async (req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: contained
  res.json([item.title, 'x'].toSpliced(0, 1)); // ok: it is taken out
});
app.get('/left', async (req, res) => {
  const item = await getItem(6); // expect: call getItem
  res.json(['x', item.title].toSpliced(0, 1)[0]); // sink: http GET /left ; proven: http GET /left
});
app.get('/in', async (req, res) => {
  const item = await getItem(7); // expect: call getItem
  res.json(['x'].toSpliced(0, 1, item.title)); // sink: http GET /in ; proven: http GET /in
});
app.get('/before', async (req, res) => {
  const item = await getItem(8); // expect: call getItem ; reach: contained
  const list = ['x'];
  list.toSpliced(0, 1, item.title);
  res.json(list); // ok: the list is what it was
});
