// The body of an answer that the code makes says nothing of its status.
import { getItem } from '@acme/client';
import express from 'express';
const app = express();
app.get('/status', async (req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  const made = new Response(JSON.stringify(item));
  res.json(made.status); // ok: the status
});
app.get('/text', async (req, res) => {
  const item = await getItem(2); // expect: call getItem
  const made = new Response(JSON.stringify(item));
  res.json(await made.text()); // sink: http GET /text ; proven: http GET /text
});
app.get('/made', async (req, res) => {
  const item = await getItem(3); // expect: call getItem
  const made = Response.json(item);
  res.json((await made.json()).title); // sink: http GET /made ; proven: http GET /made
});
app.get('/fine', async (req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: contained
  const made = Response.json(item);
  res.json(made.ok); // ok: the status
});
app.get('/said', async (req, res) => {
  const item = await getItem(5); // expect: call getItem
  const made = new Response('x', { status: item.status });
  res.json(made.status); // sink: http GET /said ; proven: http GET /said
});
app.get('/headed', async (req, res) => {
  const item = await getItem(6); // expect: call getItem
  const made = new Response('x', { headers: { title: item.title } });
  res.json(made.headers.get('title')); // sink: http GET /headed ; proven: http GET /headed
});
app.get('/copied', async (req, res) => {
  const item = await getItem(7); // expect: call getItem
  const made = new Response(JSON.stringify(item)).clone();
  res.send(made.body); // sink: http GET /copied ; proven: http GET /copied
});
