// What a generator yields is what its loop takes.
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
