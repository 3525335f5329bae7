// A name that a function within uses, too, and that is given another row behind the check; beside each a check of the
// row that is asked for.
import { getItem } from '@acme/client';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const app = express();
const all = () => db.select().from(items);
declare const asked: boolean;

app.get('/given/:id', async (_req, res) => {
  let [row] = await all();
  if (row.withheld) return;
  row = (await all())[1];
  if ([1].some(() => row.title)) return;
  res.json(await getItem(row.id)); // expect: call getItem ; gate: none
});
app.get('/given-before/:id', async (_req, res) => {
  let [row] = await all();
  row = (await all())[1];
  if ([1].some(() => row.title)) return;
  if (row.withheld) return;
  res.json(await getItem(row.id)); // expect: call getItem ; gate: guard
});
app.get('/at-times/:id', async (_req, res) => {
  let [row] = await all();
  if (row.withheld) return;
  if (asked) row = (await all())[1];
  if ([1].some(() => row.title)) return;
  res.json(await getItem(row.id)); // expect: call getItem ; gate: none
});
app.get('/on-another-way/:id', async (_req, res) => {
  let [row] = await all();
  if (row.withheld) return;
  if (asked) {
    row = (await all())[1];
    res.json([1].map(() => row.title));
    return;
  }
  res.json(await getItem(row.id)); // expect: call getItem ; gate: guard
});
app.get('/by-function/:id', async (_req, res) => {
  let [row] = await all();
  const others = await all();
  const next = () => {
    row = others.pop()!;
  };
  next();
  if (row.withheld) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
  next();
  res.json(await getItem(row.id)); // expect: call getItem ; gate: none
});
app.get('/for-each/:id', async (_req, res) => {
  let [row] = await all();
  if (row.withheld) return;
  (await all()).forEach((one) => {
    row = one;
  });
  res.json(await getItem(row.id)); // expect: call getItem ; gate: none
});
app.get('/rounds/:id', async (_req, res) => {
  let [row] = await all();
  if (row.withheld) return;
  for (const one of await all()) {
    await getItem(row.id); // expect: call getItem ; gate: none
    row = one;
    res.write([1].map(() => row.title));
  }
});
app.get('/each-round/:id', async (_req, res) => {
  let [row] = await all();
  for (const one of await all()) {
    if (row.withheld) return;
    await getItem(row.id); // expect: call getItem ; gate: guard
    row = one;
    res.write([1].map(() => row.title));
  }
});
