// What is iterated may have an iterator of its own; nobody has written the call.
import { findItems, getItem, type Item } from '@acme/client';
import express from 'express';

class Feed {
  async *[Symbol.asyncIterator]() {
    yield await getItem(1); // expect: call getItem ; reach: renders
  }
}
class Numbers {
  *[Symbol.iterator]() {
    yield 1;
  }
}

const app = express();
app.get('/feed', async (_req, res) => {
  for await (const item of new Feed()) res.write(item.title); // sink: http GET /feed
});
app.get('/numbers', (_req, res) => {
  res.json([...new Numbers()]); // ok: numbers
});

const LOAD = 'load';
class Named {
  async [LOAD]() {
    return getItem(2); // expect: call getItem ; reach: renders
  }
}
app.get('/named', async (_req, res) => {
  res.json(await new Named()[LOAD]()); // sink: http GET /named
});

class Cursor {
  private at = 0;
  constructor(
    private rows: Item[],
    private other: Item[],
  ) {}
  [Symbol.iterator]() {
    return this;
  }
  next() {
    const value = this.rows[this.at++];
    return { value, done: value === undefined, left: this.other };
  }
}
app.get('/cursor', async (_req, res) => {
  const rows = await findItems('a'); // expect: call findItems ; reach: renders
  for (const row of new Cursor(rows, [])) res.write(row.title); // sink: http GET /cursor
});
app.get('/cursor/listed', async (_req, res) => {
  const rows = await findItems('b'); // expect: call findItems ; reach: renders
  res.json([...new Cursor(rows, [])]); // sink: http GET /cursor/listed
});
app.get('/cursor/other', async (_req, res) => {
  const rows = await findItems('c'); // expect: call findItems ; reach: contained
  res.json([...new Cursor([], rows)]); // ok: no element, what the step gives besides
});
