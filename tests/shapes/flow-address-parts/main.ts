// An address is made of its parts: what one of them is given is in the whole, and in no other part.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
app.get('/query', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  const url = new URL('https://shop.example/items');
  url.searchParams.set('title', item.title);
  res.redirect(url.href); // sink: http GET /query
});
app.get('/path', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  const url = new URL('https://shop.example');
  url.pathname = `/items/${item.title}`;
  res.redirect(url.toString()); // sink: http GET /path
});
app.get('/search', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  const url = new URL('https://shop.example/items');
  url.searchParams.append('title', item.title);
  res.json({ query: url.search }); // sink: http GET /search
});
app.get('/other', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: contained
  const url = new URL('https://shop.example/items');
  url.searchParams.set('title', item.title);
  res.json({ path: url.pathname, host: url.host }); // ok: nothing of the query
});
