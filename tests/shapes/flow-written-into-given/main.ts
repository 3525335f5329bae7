// What an instance was given is written into by way of the instance: whoever gave it has that. Beside each one that is
// given something else, or whose field gets another object.
import { getItem } from '@acme/client';
import express from 'express';

class Holder {
  constructor(readonly held: any, private readonly other: any = {}) {}
  static of(held: any) {
    return new Holder(held);
  }
  get() {
    return this.held;
  }
  put(title: string) {
    this.held.title = title;
  }
}
class Sub extends Holder {
  constructor(first: any, second: any) {
    super(second);
  }
}
class Plain extends Holder {}
const later = (held: any) => () => held;

const app = express();
app.get('/field', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  const own: any = {};
  new Holder(own).held.title = item.title;
  res.json(own); // sink: http GET /field ; proven: http GET /field
});
app.get('/named', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  const own: any = {};
  const holder = Holder.of(own);
  holder.get().title = item.title;
  res.json(own); // sink: http GET /named ; proven: http GET /named
});
app.get('/method', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  const own: any = {};
  new Plain(own).put(item.title);
  res.json(own); // sink: http GET /method ; proven: http GET /method
});
app.get('/above', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  const own: any = {};
  new Sub({}, own).held.title = item.title;
  res.json(own); // sink: http GET /above ; proven: http GET /above
});
app.get('/other-argument', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: contained
  const own: any = {};
  new Holder({}, own).held.title = item.title;
  res.json(own); // ok: the other argument
});
app.get('/above-other', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: contained
  const own: any = {};
  new Sub(own, {}).held.title = item.title;
  res.json(own); // ok: the argument that is not held
});
app.get('/replaced', async (_req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: contained
  const own: any = {};
  const holder: any = new Holder(own);
  holder.held = { title: item.title };
  res.json(own); // ok: the field has another object
});
app.get('/later', async (_req, res) => {
  const item = await getItem(8); // expect: call getItem ; reach: renders
  const own: any = {};
  const held = later(own)();
  held.title = item.title;
  res.json(held); // sink: http GET /later ; proven: http GET /later
});
// another object: which call of a function made what another one is written into is not told apart, and no more than a guess
app.get('/later-other', async (_req, res) => {
  res.json(later({})()); // sink: http GET /later-other ; possible: http GET /later-other
});
