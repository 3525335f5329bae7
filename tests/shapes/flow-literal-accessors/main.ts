// Getters and setters of an object that is written out run where its members are read and assigned to.
import { getItem, type Item } from '@acme/client';
import express from 'express';

const made = (item: Item) => ({
  item,
  count: 1,
  get title() {
    return this.item.title;
  },
  get number() {
    return this.count;
  },
});
const kept = {
  held: null as unknown,
  other: 1 as unknown,
  set value(given: unknown) {
    this.held = given;
  },
  get value() {
    return this.held;
  },
  set nothing(_given: unknown) {},
  get nothing() {
    return this.other;
  },
};

const app = express();
app.get('/title', async (_req, res) => {
  res.json(made(await getItem(1)).title); // expect: call getItem ; reach: renders ; sink: http GET /title ; proven: http GET /title
});
app.get('/number', async (_req, res) => {
  res.json(made(await getItem(2)).number); // expect: call getItem ; reach: contained
});
app.post('/value', async (_req, res) => {
  kept.value = await getItem(3); // expect: call getItem ; reach: renders
  kept.nothing = await getItem(4); // expect: call getItem ; reach: contained
  res.end();
});
app.get('/value', (_req, res) => {
  res.json(kept.value); // sink: http GET /value ; proven: http GET /value
});
app.get('/other', (_req, res) => {
  res.json(kept.nothing); // ok: nothing is put there
});
