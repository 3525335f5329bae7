// Code outside of the tree calls functions that are not of the tree either: nobody has written these calls.
import { findItems, getItem } from '@acme/client';
import express from 'express';
import _ from 'lodash';
import { shorten } from 'titles';

const app = express();

app.get('/texts', async (_req, res) => {
  const items = await findItems('x'); // expect: call findItems
  res.json(items.map((one) => one.title).map(String)); // sink: http GET /texts
});
app.get('/written', async (_req, res) => {
  res.send(await getItem(1).then(JSON.stringify)); // expect: call getItem ; sink: http GET /written
});
app.get('/method', (_req, res) => {
  getItem(2).then(res.json); // expect: call getItem ; sink: http GET /method
});
app.get('/bound', (_req, res) => {
  getItem(3).then(res.json.bind(res)); // expect: call getItem ; sink: http GET /bound
});
app.get('/shortened', async (_req, res) => {
  const items = await findItems('y'); // expect: call findItems
  res.json(items.map(shorten)); // sink: http GET /shortened
});
app.get('/named', async (_req, res) => {
  const items = await findItems('z'); // expect: call findItems
  res.json(_.map(items, 'title')); // sink: http GET /named
});
app.get('/logged', async (_req, res) => {
  const items = await findItems('l'); // expect: call findItems
  items.forEach(console.log); // sink: log
  res.end(); // ok: nothing of it
});
app.get('/kept', async (_req, res) => {
  getItem(4).then(shorten); // expect: call getItem ; escape: unmodelled-code
  res.json({ kept: true }); // ok: nothing of it
});
