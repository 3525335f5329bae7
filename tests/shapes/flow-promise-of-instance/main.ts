// An object that keeps in a field what settles its promise: each instance has a promise of its own.
import { getItem } from '@acme/client';
import express from 'express';

class Deferred {
  promise: Promise<unknown>;
  resolve!: (value: unknown) => void;
  reject!: (error: unknown) => void;
  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }
}
class Gate {
  private open!: (value: unknown) => void;
  readonly opened = new Promise<unknown>((resolve) => {
    this.open = resolve;
  });
  load(id: number) {
    getItem(id).then(this.open); // expect: call getItem ; reach: renders
  }
}
class Later {
  private resolve!: (value: unknown) => void;
  start() {
    return new Promise((resolve) => {
      this.resolve = resolve;
    });
  }
  end(value: unknown) {
    this.resolve(value);
  }
}
const app = express();
const one = new Deferred();
const two = new Deferred();
app.get('/one', async (_req, res) => {
  one.resolve(await getItem(1)); // expect: call getItem ; reach: renders
  two.resolve(1);
  res.json(await one.promise); // sink: http GET /one ; proven: http GET /one
});
app.get('/two', async (_req, res) => {
  res.json(await two.promise); // ok: the promise of another instance
});
app.get('/rejected', async (_req, res) => {
  const three = new Deferred();
  three.reject(await getItem(3)); // expect: call getItem ; reach: renders
  try {
    res.json(await three.promise); // ok: it is rejected
  } catch (error) {
    res.json(error); // sink: http GET /rejected
  }
});
const gate = new Gate();
const closed = new Gate();
app.get('/gate', async (_req, res) => {
  gate.load(4);
  res.json(await gate.opened); // sink: http GET /gate
});
app.get('/closed', async (_req, res) => {
  res.json(await closed.opened); // ok: nobody opens this one
});
const first = new Later();
const second = new Later();
app.get('/first', async (_req, res) => {
  const waiting = first.start();
  first.end(await getItem(5)); // expect: call getItem ; reach: renders
  res.json(await waiting); // sink: http GET /first
});
app.get('/second', async (_req, res) => {
  const waiting = second.start();
  second.end(1);
  res.json(await waiting); // ok: the promise of another instance
});
class Parked {
  resolve!: (value: unknown) => void;
  promise = new Promise<unknown>((resolve) => {
    this.resolve = resolve;
  });
}
const waiting = new Map<string, Parked>();
app.get('/wait/:id', async (req, res) => {
  const four = new Parked();
  waiting.set(req.params.id, four);
  res.json(await four.promise); // sink: http GET /wait/:id ; possible: http GET /wait/:id
});
app.post('/done/:id', async (req, res) => {
  waiting.get(req.params.id)?.resolve(await getItem(6)); // expect: call getItem ; reach: renders
  res.sendStatus(204);
});
