// Functions that objects are made with are called as members of these: whose function it is, the calls say that lead
// there. Methods of libraries may have the same name (`execute`, `search`).
import { getItem } from '@acme/client';
import express from 'express';

type Work = (item: any) => unknown;
class Step {
  constructor(
    public name: string,
    public execute: Work
  ) {}
}
class Runner {
  constructor(private search: Work) {}
  run(item: unknown) {
    return this.search(item);
  }
}

const title = (item: any) => item.title;
const told = (item: any) => console.log(item.seen); // sink: log ; proven: log
const nothing = () => 'nothing';

const one = (step: any, item: unknown) => step.execute(item);
const each = (steps: Step[], item: unknown) => {
  const found: unknown[] = [];
  for (const step of steps) found.push(step.execute(item));
  return found;
};

const app = express();
app.get('/one', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(one(new Step('title', title), item)); // sink: http GET /one ; proven: http GET /one
});
app.get('/each', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  res.json(each([new Step('title', title), new Step('told', told)], item)); // sink: http GET /each ; proven: http GET /each
});
app.get('/here', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  res.json(new Step('title', title).execute(item)); // sink: http GET /here ; proven: http GET /here
});
app.get('/run', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  res.json(new Runner(title).run(item)); // sink: http GET /run ; proven: http GET /run
});
app.get('/other', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: contained
  res.json(one(new Step('nothing', nothing), item)); // ok: this step shows nothing of it
});
