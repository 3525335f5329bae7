// What a name of the module was given as it was loaded has no part in whether a call fails that gives it; what a call
// may fetch first has.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
const first = await getItem(20); // expect: call getItem ; reach: contained
const around = (id: string) => ({ id, first });
let kept: unknown;

async function lazily() {
  kept ??= await getItem(21); // expect: call getItem
  return kept;
}

app.get('/around', async (req, res) => {
  try {
    await insert({ context: around(req.params.id) });
    res.end();
  } catch {
    res.status(500).json({ done: false });
  }
});

app.get('/lazily', async (req, res) => {
  try {
    await lazily(); // sink: control
    res.end();
  } catch {
    res.status(500).json({ done: false });
  }
});

async function insert(given: { context: { id: string } }) {
  return given.context.id;
}
