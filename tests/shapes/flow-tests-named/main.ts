// A comparison is one with the test that it is made for, also where it has a name.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
app.get('/plain/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  res.json(item.title === 'x' ? 'found' : 'other'); // sink: http GET /plain/:id
});
app.get('/named/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  const found = item.title === 'x';
  res.json(found ? 'found' : 'other'); // sink: http GET /named/:id
});
app.get('/twice/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  const absent = !item.title;
  const gone = absent;
  let state = 'here';
  if (gone) state = 'gone';
  res.json({ state }); // sink: http GET /twice/:id
});
app.get('/again/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  let found = item.title === 'x'; // sink: control
  found = req.query.force === 'yes';
  res.json(found ? 'found' : 'other'); // ok: another test has the name by now
});
app.get('/chosen/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  const state = item.title === 'x' ? 'found' : 'other'; // sink: control
  const shown = state === 'found' ? 1 : 0;
  res.json({ told: req.query.told ? 1 : 0 }); // ok: asked of the request
  console.log(shown); // ok: a decision is not logged
});
