// What is answered with where the code has just found that there is none says that there is none, and nothing else.
import { getItem } from '@acme/client';
import express, { type Response } from 'express';

const app = express();
app.get('/nothing/none/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  if (!item) res.json(item); // sink: http GET /nothing/none/:id
  else res.end();
});
app.get('/nothing/left/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  if (item) return res.end();
  res.json({ item }); // sink: http GET /nothing/left/:id
});
app.get('/nothing/kind/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  if (typeof item === 'undefined') res.json(item); // sink: http GET /nothing/kind/:id
  else res.end();
});
app.get('/nothing/named/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  const missing = !item;
  if (missing) return send(res, item);
  res.end();
});
function send(res: Response, item: unknown) {
  return res.json(item); // sink: http GET /nothing/named/:id
}
app.get('/nothing/chosen/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  res.json(item ? null : item); // sink: http GET /nothing/chosen/:id
});
app.get('/nothing/member/:id', async (req, res) => {
  const { title } = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  if (!title) return res.json({ title }); // sink: http GET /nothing/member/:id
  res.end();
});
app.get('/nothing/either/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  if (!item || !item.title) return res.json(item); // sink: http GET /nothing/either/:id
  res.end();
});
app.get('/nothing/without/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  if (!item.title) return res.json(item); // sink: http GET /nothing/without/:id
  res.end();
});
app.get('/nothing/again/:id', async (req, res) => {
  let item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  const missing = !item;
  item = await getItem(2); // expect: call getItem ; reach: renders
  if (missing) return res.json(item); // sink: http GET /nothing/again/:id ; control
  res.end();
});
app.get('/nothing/other/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  const other = await getItem(3); // expect: call getItem ; reach: renders
  if (!item) return res.json(other); // sink: http GET /nothing/other/:id ; control
  res.end();
});
app.get('/nothing/rounds/:ids', async (req, res) => {
  let last = null;
  for (const id of req.params.ids.split(',')) {
    const item = await getItem(Number(id)); // expect: call getItem ; reach: renders
    if (!item) res.write(last); // sink: http GET /nothing/rounds/:ids
    last = item;
  }
  res.end();
});
