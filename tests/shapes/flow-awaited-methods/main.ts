// What is waited for is no truth value and no number: a method of that name that the language has gives these at once.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
app.get('/search', async (_req, res) => {
  const item: any = await getItem(1); // expect: call getItem ; reach: renders
  const found = await item.search('x');
  res.json(found.hits); // possible: http GET /search ; sink: http GET /search
});
app.get('/then', async (_req, res) => {
  const item: any = await getItem(2); // expect: call getItem ; reach: renders
  item.includes('x').then((all: any) => res.json(all)); // possible: http GET /then ; sink: http GET /then
});
app.get('/text', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: decides
  const at = item.title.search(/x/);
  res.json({ at }); // proven: http GET /text ; sink: http GET /text
});
