// Each call of a function makes names of its own: what one puts there may not be what another finds. Called once, it is.
import { getItem } from '@acme/client';
import express from 'express';

const keeper = () => {
  let last: unknown = null;
  return { put: (value: unknown) => (last = value), get: () => last };
};
const once = () => {
  let last: unknown = null;
  return { put: (value: unknown) => (last = value), get: () => last };
};
const shared = once();
const each = async (id: number) => {
  let last: unknown = null;
  const item = await getItem(id); // expect: call getItem ; reach: renders
  [item].forEach((one) => (last = one));
  return last;
};

const app = express();
app.get('/same', async (_req, res) => {
  const kept = keeper();
  kept.put(await getItem(1)); // expect: call getItem ; reach: renders
  res.json(kept.get()); // sink: http GET /same ; possible: http GET /same
});
app.get('/other', async (_req, res) => {
  res.json(keeper().get()); // sink: http GET /other ; possible: http GET /other
});
app.get('/put', async (_req, res) => {
  shared.put(await getItem(2)); // expect: call getItem ; reach: renders
  res.end();
});
app.get('/got', (_req, res) => {
  res.json(shared.get()); // sink: http GET /got ; proven: http GET /got
});
app.get('/each', async (_req, res) => {
  res.json([await each(3), await each(4)]); // sink: http GET /each ; proven: http GET /each
});
