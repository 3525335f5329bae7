// Whether a call fails decides what `catch` and the second function of `then` make of it, as after a `try`.
import { getItem } from '@acme/client';
import { waitUntil } from '@vercel/functions';
import express from 'express';

const app = express();
const healthy = () =>
  getItem(1) // expect: call getItem ; reach: decides
    .then(() => true)
    .catch(() => false);

app.get('/healthy', async (_req, res) => {
  res.json({ up: await healthy() }); // sink: http GET /healthy
});
app.get('/both', async (_req, res) => {
  const state = await Promise.all([getItem(2)]).then( // expect: call getItem ; reach: decides
    () => 'up',
    () => 'down'
  );
  res.json({ state }); // sink: http GET /both
});
app.get('/branch', async (_req, res) => {
  const up = await getItem(3).then(() => true).catch(() => false); // expect: call getItem ; reach: decides
  if (!up) throw new Error('down'); // sink: control
  res.json({ fixed: 1 }); // ok: the branch is above
});
app.get('/after', async (_req, res) => {
  const state = await getItem(4) // expect: call getItem ; reach: contained
    .then(() => 'up')
    .finally(() => 'down');
  res.json({ state }); // ok: there is no other answer than this one
});
app.get('/inside', async (_req, res) => {
  const state = await Promise.resolve('up')
    .then(() => void getItem(5)) // expect: call getItem ; reach: contained
    .catch(() => 'down');
  res.json({ state }); // ok: nobody waits for the call
});
app.get('/void', async (_req, res) => {
  res.json({ state: void (await getItem(6)) }); // expect: call getItem ; reach: contained
});
app.get('/unknown', async (_req, res) => {
  publish(await getItem(7)).catch(() => {}); // expect: call getItem ; escape: unmodelled-code
  res.json({ fixed: 1 }); // ok: nothing of it
});
app.post('/left', async (_req, res) => {
  let state = 'up';
  try {
    void getItem(8); // expect: call getItem ; reach: contained
    waitUntil(getItem(9)); // expect: call getItem ; reach: contained
  } catch {
    state = 'down';
  }
  res.json({ state }); // ok: nobody waits for the calls: their promises are rejected, and nothing is thrown here
});
app.post('/awaited', async (_req, res) => {
  let state = 'up';
  try {
    await getItem(10); // expect: call getItem ; reach: decides
  } catch {
    state = 'down';
  }
  res.json({ state }); // sink: http POST /awaited
});
