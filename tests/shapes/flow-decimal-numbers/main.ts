// Arithmetic of a library of numbers is made of its operands; a comparison only decides.
import { getItem } from '@acme/client';
import { Big } from 'big.js';
import BigNumber from 'bignumber.js';
import { Decimal } from 'decimal.js';
import express from 'express';

const total = (prices: number[]) => prices.reduce((sum: Big, price) => sum.plus(price), new Big(0));

const app = express();
app.get('/sum', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(new Big(item.price).plus(1).times(2).toNumber()); // sink: http GET /sum ; proven: http GET /sum
});
app.get('/price', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  res.json({ price: new Decimal(3).mul(item.price).toFixed(2) }); // sink: http GET /price ; proven: http GET /price
});
app.get('/total', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  res.json(total(item.prices).toString()); // sink: http GET /total ; proven: http GET /total
});
app.get('/dear', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: decides
  const dear = new BigNumber(item.price).isGreaterThan(100);
  res.json(dear ? 'dear' : 'cheap'); // sink: control
});
app.get('/fee', async (_req, res) => {
  await getItem(5); // expect: call getItem
  const fee = new Big(2).plus(1);
  res.json({ fee: fee.toNumber() }); // ok: of constants alone
});
