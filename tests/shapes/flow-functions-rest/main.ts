// Functions that a rest parameter takes are called as those of a list are: each gets what another one gave.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
const pipe =
  (...steps: any[]) =>
  async (req: any, res: any) => {
    let value: any = req;
    for (const step of steps) value = await step(value, res);
  };
app.get(
  '/piped',
  pipe(
    async () => (await getItem(1)).title, // expect: call getItem ; reach: renders
    async (title: string, res: any) => res.json(title) // sink: http GET /piped
  )
);
app.get(
  '/other',
  pipe(
    async () => 'a text',
    async (text: string, res: any) => res.json(text) // ok: nothing of an item
  )
);

async function first(start: unknown, ...steps: any[]) {
  return steps[1](await steps[0](start));
}
app.get('/numbered', async (_req, res) => {
  await first(
    7,
    async () => (await getItem(2)).title, // expect: call getItem ; reach: renders
    (title: string) => res.json(title), // sink: http GET /numbered
    (title: string) => console.log(title) // ok: nobody calls the third
  );
});

async function all(...steps: any[]) {
  let value: any;
  for (const step of steps) value = await step(value);
  return value;
}
const steps = [async () => (await getItem(3)).title]; // expect: call getItem ; reach: renders
app.get('/spread', async (_req, res) => {
  await all(...steps, (title: string) => res.json(title)); // sink: http GET /spread
});
