// What a generator yields is what its loop takes; what it is told to go on with is what `yield` gives.
import { findItems } from '@acme/client';
import express from 'express';

async function* pages(text: string) {
  for (let page = 0; page < 3; page++) {
    yield await findItems(text, page); // expect: call findItems ; reach: renders
  }
}
function* numbers() {
  yield 1;
}

const app = express();
app.get('/all/:text', async (req, res) => {
  const all: unknown[] = [];
  for await (const page of pages(req.params.text)) all.push(...page);
  res.json(all); // sink: http GET /all/:text
});
app.get('/numbers', (_req, res) => {
  res.json([...numbers()]); // ok: another generator
});
function* told(): Generator<unknown, void, any> {
  const item = yield 1;
  yield item.title;
}
app.get('/told/:text', async (req, res) => {
  const steps = told();
  steps.next();
  const item = await findItems(req.params.text); // expect: call findItems ; reach: renders
  res.json(steps.next(item).value); // sink: http GET /told/:text ; possible: http GET /told/:text
});
app.get('/other/:text', async (req, res) => {
  const [steps, others] = [told(), told()];
  await findItems(req.params.text); // expect: call findItems ; reach: contained
  res.json([steps.next(1).value, others.next(2).value]); // ok: nothing of what was found
});
