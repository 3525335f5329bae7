// A row that middleware puts into the request or response is the one that it asked for there; beside each another key.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express, { type NextFunction, type Request, type Response } from 'express';
import { db } from './db';
import { items } from './schema';

const app = express();
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
const box = { id: 0 }; // of the same name as a part of requests, and none of these
box.id = 7;
new URLSearchParams().set('id', '7');

const intoLocals = async (req: Request, res: Response, next: NextFunction) => {
  res.locals.row = await one(Number(req.params.id));
  next();
};
const intoRequest = async (req: Request, res: Response, next: NextFunction) => {
  req.row = await one(Number(req.params.id));
  next();
};
const refuse = async (req: Request, res: Response, next: NextFunction) => {
  if (res.locals.row.withheld) return res.status(404).end();
  next();
};
app.get('/locals/a/:id', intoLocals, async (req, res) => {
  const { row } = res.locals;
  if (row.withheld) return res.status(404).end();
  res.json(await getItem(row.remote)); // expect: call getItem ; gate: guard
});
app.get('/locals/b/:id', intoLocals, async (req, res) => {
  if (res.locals.row.withheld) return res.status(404).end();
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/locals/c/:id/:of', intoLocals, async (req, res) => {
  if (res.locals.row.withheld) return res.status(404).end();
  res.json(await getItem(Number(req.params.of))); // expect: call getItem ; gate: none
});
app.get('/locals/d/:id', intoLocals, async (req, res) => {
  res.json(await getItem(res.locals.row.remote)); // expect: call getItem ; gate: none
});
app.get('/locals/e/:id', intoLocals, refuse, async (req, res) => {
  res.json(await getItem(res.locals.row.remote)); // expect: call getItem ; gate: guard
});
app.get('/locals/f/:id', intoLocals, refuse, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/locals/g/:id', intoLocals, refuse, async (req, res) => {
  res.json(await getItem(Number(req.query.id))); // expect: call getItem ; gate: none
});
app.get('/request/a/:id', intoRequest, async (req, res) => {
  if (req.row.withheld) return res.status(404).end();
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/request/b/:id/:of', intoRequest, async (req, res) => {
  if (req.row.withheld) return res.status(404).end();
  res.json(await getItem(Number(req.params.of))); // expect: call getItem ; gate: none
});
app.listen(3002);
