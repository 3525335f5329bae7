// A function of a namespace is handed to `map` as it is.
import { findItems } from '@acme/client';
import express from 'express';
import * as shapes from './shapes';

const app = express();
app.get('/short/:text', async (req, res) => {
  const found = await findItems(req.params.text); // expect: call findItems ; reach: renders
  res.json(found.map(shapes.short)); // sink: http GET /short/:text
});
app.get('/none/:text', async (req, res) => {
  const found = await findItems(req.params.text); // expect: call findItems ; reach: decides
  res.json(found.map(shapes.nothing)); // sink: http GET /none/:text ; ok: how many there are
});
