// What a function writes into its object is in what it is called on: `f.call(object)`.
import { getItem } from '@acme/client';
import express from 'express';

function fill(this: any, item: any) {
  this.item = item;
}
const app = express();
app.get('/filled', async (_req, res) => {
  const box: any = {};
  fill.call(box, await getItem(1)); // expect: call getItem ; reach: renders
  res.json(box); // proven: http GET /filled ; sink: http GET /filled
});
app.get('/filled/other', async (_req, res) => {
  const box: any = {};
  const other: any = {};
  fill.call(box, await getItem(2)); // expect: call getItem ; reach: contained
  res.json(other); // ok: another object
});
