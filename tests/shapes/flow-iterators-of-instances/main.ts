// An instance that has an iterator of its own: whoever takes its elements gets what that gives, and nothing else of it.
import { getItem } from '@acme/client';
import express from 'express';

class Bag {
  private items: unknown[] = [];
  put(item: unknown) {
    this.items.push(item);
  }
  *[Symbol.iterator]() {
    for (const item of this.items) yield item;
  }
}
class Count {
  constructor(private item: unknown) {}
  *[Symbol.iterator]() {
    yield 1;
  }
  held() {
    return this.item;
  }
}
const app = express();
app.get('/first', async (_req, res) => {
  const bag = new Bag();
  bag.put(await getItem(1)); // expect: call getItem ; reach: renders
  const [first] = bag;
  res.json(first); // sink: http GET /first ; proven: http GET /first
});
app.get('/all', async (_req, res) => {
  const bag = new Bag();
  bag.put(await getItem(2)); // expect: call getItem ; reach: renders
  res.json([...bag]); // sink: http GET /all
});
app.get('/each', async (_req, res) => {
  const bag = new Bag();
  bag.put(await getItem(3)); // expect: call getItem ; reach: renders
  for (const one of bag) res.write(String(one)); // sink: http GET /each
  res.end();
});
app.get('/count', async (_req, res) => {
  const count = new Count(await getItem(4)); // expect: call getItem ; reach: contained
  const [first] = count;
  res.json([...count, first]); // ok: its iterator gives something else
});
app.get('/held', async (_req, res) => {
  const count = new Count(await getItem(5)); // expect: call getItem ; reach: renders
  for (const _ of count) res.write('.');
  res.end(JSON.stringify(count.held())); // sink: http GET /held
});
