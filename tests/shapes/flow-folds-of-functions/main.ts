// Functions of a list that are called one after another: what comes out is what the last one gives.
import { getItem } from '@acme/client';
import express from 'express';

type Step = (value: any) => any;
const pipe = (value: any, ...steps: Step[]) => steps.reduce((before, step) => step(before), value);
const compose = (...steps: Step[]) => (value: any) => steps.reduceRight((before, step) => step(before), value);
async function run(value: any, steps: Step[]) {
  let current = value;
  for (const step of steps) current = await step(current);
  return current;
}
const title: Step = (item) => item.title;
const upper: Step = (text) => text.toUpperCase();
const none: Step = () => 'none';
const shown = compose(upper, title);
const hidden = compose(none, title);
const sum = (rows: any[], begun: any) => rows.reduce((found, row) => ({ ...found, [row]: 1 }), begun);
const app = express();
app.get('/piped', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(pipe(item, title, upper)); // sink: http GET /piped ; proven: http GET /piped
});
app.get('/piped/away', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem
  res.json(pipe(item, title, none)); // sink: http GET /piped/away ; possible: http GET /piped/away
});
app.get('/composed', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  res.json(shown(item)); // sink: http GET /composed
});
app.get('/composed/away', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem
  res.json(hidden(item)); // sink: http GET /composed/away ; possible: http GET /composed/away
});
app.get('/run/away', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem
  res.json(await run(item, [title, none])); // sink: http GET /run/away ; possible: http GET /run/away
});
app.get('/summed', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: renders
  res.json(sum(['a'], item)); // sink: http GET /summed ; proven: http GET /summed
});
app.listen(1);
