// Handlers that are given to functions of the tree, which call them behind a check: no request comes to them otherwise.
// Beside each one whose function lets flagged rows pass, checks another row, or that is registered by itself, too.
import { getItem } from '@acme/client';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { one } from './rows';

const app = express();
const guarded = (handler: RequestHandler): RequestHandler => async (req, res, next) => {
  const row = await one(Number(req.params.id));
  if (row.withheld) return void res.sendStatus(404);
  return handler(req, res, next);
};
const told = (handler: RequestHandler): RequestHandler => async (req, res, next) => {
  const row = await one(Number(req.params.id));
  if (row.withheld) console.log('withheld');
  return handler(req, res, next);
};
const late = (handler: RequestHandler): RequestHandler => async (req, res, next) => {
  await handler(req, res, next);
  const row = await one(Number(req.params.id));
  if (row.withheld) return void res.sendStatus(404);
};
const either = (handler: RequestHandler): RequestHandler => async (req, res, next) => {
  const row = await one(Number(req.params.id));
  if (row.withheld && !req.query.all) return void res.sendStatus(404);
  return handler(req, res, next);
};
app.get('/a/:id', guarded(async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
}));
app.get('/b/:id', told(async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
}));
app.get('/c/:id', late(async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: late
}));
app.get('/d/:id', either(async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
}));
app.get('/e/:id/:of', guarded(async (req, res) => {
  res.json(await getItem(Number(req.params.of))); // expect: call getItem ; gate: none
}));
const twice: RequestHandler = async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
};
app.get('/g/:id', guarded(twice));
app.get('/h/:id', twice);
const named: RequestHandler = async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
};
app.get('/i/:id', guarded(named));
const both: RequestHandler = async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
};
app.get('/j/:id', guarded(both));
app.get('/k/:id', told(both));
const withRow = (handler: (row: any, req: Request, res: Response) => Promise<void>): RequestHandler => async (req, res) => {
  await handler(await one(Number(req.params.id)), req, res);
};
app.get('/l/:id', withRow(async (row, req, res) => {
  if (row.withheld) return void res.sendStatus(404);
  res.json(await getItem(row.id)); // expect: call getItem ; gate: guard
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
  res.json(await getItem(Number(req.query.id))); // expect: call getItem ; gate: none
}));
app.listen(3000);
