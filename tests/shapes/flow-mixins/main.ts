// A function makes a class that extends what it is given: its objects have the methods of that, and their own fields.
import { getItem } from '@acme/client';
import express from 'express';

type Made = new (...given: any[]) => any;

const Timed = (Base: Made) =>
  class extends Base {
    async load() {
      return { at: 1, item: await super.load() };
    }
  };
class Loader {
  async load() {
    return getItem(1); // expect: call getItem ; reach: renders
  }
}
const TimedLoader = Timed(Loader);

function Titled(Base: Made) {
  return class Shown extends Base {
    get title() {
      return this.item.title;
    }
  };
}
class Held {
  constructor(
    readonly item: unknown,
    readonly other: unknown,
  ) {}
}
const TitledHeld = Titled(Held);

const app = express();
app.get('/timed', async (_req, res) => {
  res.json(await new TimedLoader().load()); // sink: http GET /timed ; proven: http GET /timed
});
app.get('/titled', async (_req, res) => {
  const held = new TitledHeld(await getItem(3), 1); // expect: call getItem ; reach: renders
  res.json(held.title); // sink: http GET /titled ; proven: http GET /titled
});
app.get('/other', async (_req, res) => {
  const held = new TitledHeld(1, await getItem(4)); // expect: call getItem ; reach: contained
  res.json(held.title); // ok: what was given for it is not shown
});
