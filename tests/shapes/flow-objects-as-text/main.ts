// A text that is made of an object has what its `toString` gives, of an error what it tells, and of others nothing.
import { getItem, type Item } from '@acme/client';
import express from 'express';

class Quiet {
  constructor(readonly item: Item) {}
}
class Loud {
  constructor(readonly item: Item) {}
  toString() {
    return `item ${this.item.title}`;
  }
}
class Failed extends Error {
  constructor(
    message: string,
    readonly item: Item,
  ) {
    super(message);
  }
}

const app = express();
app.get('/quiet', async (_req, res) => {
  const quiet = new Quiet(await getItem(1)); // expect: call getItem ; reach: contained
  res.write(`${quiet}`); // ok: [object Object]
  res.write(String(quiet)); // ok: the same
});
app.get('/loud', async (_req, res) => {
  const loud = new Loud(await getItem(2)); // expect: call getItem ; reach: renders
  res.write(`${loud}`); // sink: http GET /loud ; proven: http GET /loud
  res.write('a ' + loud); // sink: http GET /loud ; proven: http GET /loud
  res.write(String(loud)); // sink: http GET /loud ; proven: http GET /loud
});
app.get('/literal', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  const held = { item };
  const said = {
    item,
    toString() {
      return this.item.title;
    },
  };
  res.write(`${held}`); // ok: [object Object]
  res.write(`${held.item.title}`); // sink: http GET /literal ; proven: http GET /literal
  res.write(`${said}`); // sink: http GET /literal ; proven: http GET /literal
});
app.get('/failed', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  try {
    if (_req.query.quick) throw new Failed(item.title, item);
    throw new Failed('failed', item);
  } catch (error) {
    res.write(`${error}`); // sink: http GET /failed
  }
});
app.get('/apart', async (_req, res) => {
  const failed = new Failed('failed', await getItem(5)); // expect: call getItem ; reach: renders
  res.write(`${failed}`); // ok: its message
  res.write(failed.item.title); // sink: http GET /apart ; proven: http GET /apart
});
