// A function that is bound, or taken from an object that it belongs to, runs on that object whoever calls it.
import { findItems, getItem } from '@acme/client';
import express, { type Request, type Response } from 'express';

class Held {
  item: any = null;
  async load() {
    this.item = await getItem(1); // expect: call getItem
  }
  show = (_req: Request, res: Response) => {
    res.json(this.item); // sink: http GET /field
  };
  shown(_req: Request, res: Response) {
    res.json(this.item); // sink: http GET /bound
  }
  count = (_req: Request, res: Response) => {
    res.json(1); // ok: nothing of the object
  };
  get() {
    return this.item;
  }
}

const app = express();
const held = new Held();
setInterval(() => held.load(), 1000);
app.get('/field', held.show);
app.get('/bound', held.shown.bind(held));
app.get('/count', held.count);

const get = held.get.bind(held);
app.get('/called', (_req, res) => {
  res.json(get()); // sink: http GET /called
});
const empty = new Held();
const getEmpty = empty.get.bind(empty);
app.get('/empty', (_req, res) => {
  res.json(getEmpty()); // ok: another object
});

const both = (first: any, second: any) => ({ first, second });
const one = (first: any, second: any) => second;
app.get('/arguments', async (_req, res) => {
  const found = await findItems('x'); // expect: call findItems
  res.json([1, 2].map(both.bind(null, found))); // sink: http GET /arguments
  res.json([1, 2].map(one.bind(null, found))); // ok: the argument behind
});

function titled(this: any, text: string) {
  return `${text} ${this.title}`;
}
function plain(this: any, text: string) {
  return text;
}
app.get('/this', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem
  res.send(titled.call(item, 'x')); // sink: http GET /this
  res.send(plain.call(item, 'x')); // ok: does not look at it
});
