// What functions give that came with a result is of that result: the client asks when they are called.
import express from 'express';
import { Client, getItem, itemOf, items } from './acme';

const app = express();
app.get('/chained', async (req, res) => {
  res.json(await itemOf(1).load()); // expect: call itemOf ; reach: renders ; sink: http GET /chained
});
app.get('/named', async (req, res) => {
  const handler = items.handler(Number(req.params.id)); // expect: call items.handler ; reach: renders
  const { data } = await handler.data();
  res.json(data); // sink: http GET /named
});
app.get('/taken', async (req, res) => {
  const { load } = itemOf(2); // expect: call itemOf ; reach: renders
  res.json(await load()); // sink: http GET /taken
});
app.get('/class', async (req, res) => {
  const client = new Client('x'); // expect: call Client ; reach: renders
  res.json(await client.fetchItem(4)); // sink: http GET /class
});
app.get('/constant', async (req, res) => {
  res.json(itemOf(3).label()); // expect: call itemOf ; reach: contained
});
app.get('/named-constant', async (req, res) => {
  const client = new Client('x'); // expect: call Client ; reach: contained
  res.json(client.label()); // ok: it asks nobody
});
app.get('/beside', async (req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  const shown = { text: () => new Date().toString() };
  res.json({ title: item.title, at: shown.text() }); // sink: http GET /beside ; proven: http GET /beside
});
app.get('/other', async (req, res) => {
  await getItem(6); // expect: call getItem ; reach: contained
  res.json({ at: { text: () => new Date().toString() }.text() }); // ok: a function of another object
});
