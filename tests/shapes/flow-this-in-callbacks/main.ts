// What a function that outside code runs writes into `this` is written into the object of the method around it.
import { findItems, getItem } from '@acme/client';
import express from 'express';

class Kept {
  item: unknown;
  all: unknown[] = [];
  load(id: number) {
    getItem(id).then((item) => { // expect: call getItem ; reach: renders
      this.item = item;
    });
  }
  async find(text: string) {
    (await findItems(text)).forEach((item) => this.all.push(item)); // expect: call findItems ; reach: renders
  }
}
const app = express();
const kept = new Kept();
const other = new Kept();
app.get('/item', (_req, res) => {
  kept.load(1);
  res.json(kept.item); // sink: http GET /item ; proven: http GET /item
});
app.get('/all', async (_req, res) => {
  const found = new Kept();
  await found.find('x');
  res.json(found.all); // sink: http GET /all ; proven: http GET /all
});
app.get('/other', (_req, res) => {
  res.json({ item: other.item, all: kept.all }); // ok: another object, and what no call has found for this one
});
