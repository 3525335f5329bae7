// What a getter of the object hands out works on it, as what a method gives does: `house.items.by.all(…)`.
import express from 'express';
import { House } from './acme';

const app = express();
const house = new House(process.env.ACME_URL!); // expect: call House ; reach: renders
app.get('/all', async (_req, res) => {
  res.json(await house.all({})); // sink: http GET /all ; possible: http GET /all
});
app.get('/by', async (_req, res) => {
  res.json(await house.items.by.all({})); // sink: http GET /by ; possible: http GET /by
});
app.get('/some', async (_req, res) => {
  const { rows } = await house.items.some({});
  res.json(await rows); // sink: http GET /some ; possible: http GET /some
});
app.get('/taken', async (_req, res) => {
  const { by } = house.items;
  res.json(await by.all({})); // sink: http GET /taken ; possible: http GET /taken
});
app.get('/count', async (_req, res) => {
  res.json(await house.names.count()); // ok: nothing of it
});
