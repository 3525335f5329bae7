// A method of a response that is taken from it answers the same request: called on it, with a list, or bound to it.
import express, { type Request, type Response } from 'express';
import { getItem } from '@acme/client';

class Answer {
  constructor(private readonly response: Response) {}

  ok(data: unknown) {
    this.response.status(200).json({ data }); // sink: http GET /wrapped
  }
}

const app = express();
app.get('/called', async (req, res) => {
  const item = await getItem(1); // expect: call getItem
  res.json.call(res, item); // sink: http GET /called
});
app.get('/applied', async (req: Request, res: Response) => {
  const item = await getItem(2); // expect: call getItem
  res.send.apply(res, [item.title]); // sink: http GET /applied
});
app.get('/bound', async (req, res) => {
  const item = await getItem(3); // expect: call getItem
  const send = res.json.bind(res);
  send(item); // sink: http GET /bound
});
app.get('/bound-other', async (req, res) => {
  await getItem(4); // expect: call getItem ; reach: contained
  const send = res.json.bind(res);
  send({ seen: true }); // ok: nothing of the item
});
app.get('/taken', async (req, res) => {
  const item = await getItem(5); // expect: call getItem
  const { json } = res;
  json.call(res, item); // sink: http GET /taken
});
app.get('/wrapped', async (req, res) => {
  new Answer(res).ok(await getItem(6)); // expect: call getItem
});
