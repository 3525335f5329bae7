// A response object is handed to helpers, which answer with what they are given: a helper that handlers share shows the
// value on the routes of those that gave it the value.
import { getItem } from '@acme/client';
import express, { type Response } from 'express';

function send(res: Response, body: unknown, status = 200) {
  res.status(status).json({ body }); // sink: http GET /items/:id
}
const fail = (res: Response, status: number) => res.status(status).json({ status }); // ok: nothing of it

function reply(res: any, body: any) {
  res.status(200).json({ body }); // sink: http GET /untyped/:id
}

const app = express();
app.get('/items/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  send(res, item.title);
});
app.get('/untyped/:id', async (req, res) => {
  reply(res, await getItem(Number(req.params.id))); // expect: call getItem ; reach: renders
});
app.get('/gone', (_req, res) => {
  fail(res, 410);
});
app.get('/version', (_req, res) => {
  send(res, '1.0'); // ok: the helper shows nothing of it here
});
