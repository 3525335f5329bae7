// `super.load()` runs the method of the class above, whatever the class itself has under that name.
import { getItem } from '@acme/client';
import express from 'express';

class Loader {
  async load() {
    return getItem(1); // expect: call getItem
  }
  async count() {
    return 1;
  }
}
class Marked extends Loader {
  async load() {
    return { ...(await super.load()), marked: true };
  }
  async count() {
    return super.count();
  }
}

const app = express();
app.get('/item', async (_req, res) => {
  res.json(await new Marked().load()); // sink: http GET /item
});
app.get('/count', async (_req, res) => {
  res.json(await new Marked().count()); // ok: another method
});
