// Functions in a field of an heir that has no constructor of its own see the object later.
import { getItem } from '@acme/client';
import express from 'express';
const app = express();
class Base {
  last: any;
  async load() {
    this.last = await getItem(1); // expect: call getItem
  }
}
class Heir extends Base {
  view = { get: () => this.last };
}
const heir = new Heir();
app.post('/heir', async (_req, res) => {
  await heir.load();
  res.end();
});
app.get('/heir', (_req, res) => {
  res.json(heir.view.get()); // sink: http GET /heir ; proven: http GET /heir
});
class Two {
  constructor(readonly one: any, readonly other: any) {}
}
class Shown extends Two {
  view = { get: () => this.other };
}
app.get('/other', async (_req, res) => {
  const shown = new Shown('x', await getItem(2)); // expect: call getItem
  res.json(shown.view.get()); // sink: http GET /other ; proven: http GET /other
});
app.get('/one', async (_req, res) => {
  const shown = new Shown(await getItem(3), 'x'); // expect: call getItem ; reach: contained
  res.json(shown.view.get()); // ok: the other one
});
class Told extends Error {
  view = { get: () => this.message };
}
app.get('/told', async (_req, res) => {
  const told = new Told((await getItem(4)).title); // expect: call getItem
  res.json(told.view.get()); // sink: http GET /told ; proven: http GET /told
});
