// Outside code calls a function that came in by a parameter: which one it is, those say who call.
import { findItems, getItem } from '@acme/client';
import express from 'express';

const app = express();

function each(rows: unknown[], use: (row: any) => void) {
  rows.forEach(use);
}
function when(found: Promise<unknown>, handlers: { done: (value: any) => void; failed?: (error: any) => void }) {
  found.then(handlers.done, handlers.failed);
}

app.get('/each', async (_req, res) => {
  each(await findItems('x'), (row) => res.write(row.title)); // expect: call findItems ; sink: http GET /each
});
app.get('/numbers', (_req, res) => {
  each([1, 2], (row) => res.write(row)); // ok: a list of its own
});
app.get('/when', (_req, res) => {
  when(getItem(1), { done: (item) => res.json(item) }); // expect: call getItem ; sink: http GET /when
});
app.get('/never', (_req, res) => {
  when(Promise.resolve(1), { done: (one) => res.json(one) }); // ok: a promise of its own
});

export function load(done: (item: unknown) => void) {
  getItem(2).then(done); // expect: call getItem ; escape: unresolved-call
}

app.get('/inside', (_req, res) => {
  const load = (id: number, done: (item: any) => void) => {
    getItem(id).then((item) => done(item)); // expect: call getItem ; reach: renders
  };
  load(3, (item) => res.json(item.title)); // sink: http GET /inside ; proven: http GET /inside
});
app.get('/inside-unused', (_req, res) => {
  function load(id: number, done: (item: any) => void) {
    getItem(id).then(done); // expect: call getItem ; reach: contained
  }
  load(4, () => res.json('loaded')); // ok: nothing of it
});
