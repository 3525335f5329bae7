// A name that stays the same is not true and false in one run: what comes behind `if (quick)` is not shown by the `else`
// of another one. A name that changes, a run that comes later and the next round of a loop may show it.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
app.get('/one/:id', async (req, res) => {
  const quick = req.query.quick === 'yes';
  let item: { title: string };
  if (quick) {
    item = await getItem(1); // expect: call getItem ; reach: contained
  } else {
    item = { title: 'none' };
  }
  if (quick) res.json({});
  else res.json(item); // ok: what stands there is the other one
});
app.get('/negated/:id', async (req, res) => {
  const quick = req.query.quick === 'yes';
  let item: { title: string } | null = null;
  if (!quick) item = await getItem(2); // expect: call getItem ; reach: renders
  if (quick) res.write(String(item)); // ok: there is none
  if (!quick) res.json(item); // sink: http GET /negated/:id
});
app.get('/changed/:id', async (req, res) => {
  let quick = req.query.quick === 'yes';
  let item: { title: string } | null = null;
  if (quick) item = await getItem(3); // expect: call getItem ; reach: renders
  quick = req.query.later === 'yes';
  if (!quick) res.json(item); // sink: http GET /changed/:id
});

let last: { title: string } | null = null;
app.get('/later/:id', async (req, res) => {
  const quick = req.query.quick === 'yes';
  if (quick) last = await getItem(4); // expect: call getItem ; reach: renders
  if (!quick) res.json(last); // sink: http GET /later/:id
});
app.get('/rounds', async (req, res) => {
  let item: { title: string } | null = null;
  for (const id of [1, 2]) {
    const odd = id % 2 === 1;
    if (odd) item = await getItem(id); // expect: call getItem ; reach: renders
    if (!odd) res.json(item); // sink: http GET /rounds
  }
});
app.get('/each', async (req, res) => {
  let item: Promise<{ title: string }> | null = null;
  [1, 2].forEach((id) => {
    const odd = id % 2 === 1;
    if (odd) item = getItem(id); // expect: call getItem ; reach: renders
    if (!odd) res.json(item); // sink: http GET /each
  });
});
function step(state: { item?: { title: string } }, quick: boolean, res: express.Response) {
  if (quick) {
    void getItem(5).then((item) => (state.item = item)); // expect: call getItem ; reach: renders
  } else {
    res.json(state.item); // sink: http GET /steps
  }
}
app.get('/steps', async (req, res) => {
  const state = {};
  step(state, true, res);
  step(state, false, res);
});
