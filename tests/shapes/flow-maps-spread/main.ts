// What a map holds are no members of it: spread into an object it gives none.
import { getItem } from '@acme/client';
import express from 'express';
const app = express();
app.get('/map', async (req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  const map = new Map([['a', item]]);
  res.json({ ...map }); // ok: an empty object
});
app.get('/entries', async (req, res) => {
  const item = await getItem(2); // expect: call getItem
  const map = new Map([['a', item]]);
  res.json({ ...Object.fromEntries(map) }); // sink: http GET /entries ; proven: http GET /entries
});
app.get('/list', async (req, res) => {
  const item = await getItem(3); // expect: call getItem
  const map = new Map([['a', item]]);
  res.json([...map]); // sink: http GET /list ; proven: http GET /list
});
app.get('/values', async (req, res) => {
  const item = await getItem(4); // expect: call getItem
  const map = new Map([['a', item]]);
  res.json([...map.values()]); // sink: http GET /values ; proven: http GET /values
});
app.get('/object', async (req, res) => {
  const item = await getItem(5); // expect: call getItem
  const object = { a: item };
  res.json({ ...object }); // sink: http GET /object ; proven: http GET /object
});
