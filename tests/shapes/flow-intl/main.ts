// Formats of the language: what they are asked for comes out, with or without `new`; how they compare only decides.
import { getItem } from '@acme/client';
import express from 'express';

const numbers = Intl.NumberFormat('en');
const order = new Intl.Collator('de');
const app = express();

app.get('/price', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem
  res.send(numbers.format(item.price)); // proven: http GET /price ; sink: http GET /price
});

app.get('/money', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem
  const money = new Intl.NumberFormat('en', { style: 'currency', currency: item.currency });
  res.json({ text: money.format(3), parts: new Intl.DateTimeFormat('en').formatToParts(item.date)[0].value }); // proven: http GET /money ; sink: http GET /money
});

app.get('/order', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: decides
  res.json({ first: order.compare(item.title, 'm') }); // sink: http GET /order
});

app.get('/today', async (_req, res) => {
  await getItem(4); // expect: call getItem ; reach: contained
  res.send(numbers.format(Date.now()));
});
