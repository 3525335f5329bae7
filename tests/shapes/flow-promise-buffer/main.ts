// Resolvers that wait in a buffer are called by a batch; each promise gives what its own resolver was called with.
import { findItems } from '@acme/client';
import express from 'express';

interface Waiting {
  text: string;
  resolve: (value: unknown) => void;
}
const buffer: Waiting[] = [];
const counted: { resolve: (value: number) => void }[] = [];

function enqueue(text: string): Promise<unknown> {
  return new Promise((resolve) => buffer.push({ text, resolve }));
}
function count(): Promise<number> {
  return new Promise((resolve) => counted.push({ resolve }));
}
async function flush() {
  const batch = buffer.splice(0);
  const found = await findItems(batch.map((one) => one.text).join(' ')); // expect: call findItems ; reach: renders
  batch.forEach((one, position) => one.resolve(found[position]));
  for (const one of counted.splice(0)) one.resolve(1);
}
setInterval(flush, 100);

const app = express();
app.get('/found/:text', async (req, res) => {
  res.json(await enqueue(req.params.text)); // sink: http GET /found/:text
});
app.get('/count', async (_req, res) => {
  res.json(await count()); // ok: another buffer
});
