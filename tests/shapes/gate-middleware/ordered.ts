// What middleware puts into a request is there for those behind it: a check that stands before, on another router or
// without it finds nothing. What a handler puts there itself, or has put there, it finds.
import { getItem, lookupItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express, { Router, type RequestHandler } from 'express';
import { db } from './db';
import { items } from './schema';
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
const app = express();
const load: RequestHandler = async (req, res, next) => { res.locals.row = await one(Number(req.params.id)); next(); };
const check: RequestHandler = (req, res, next) => { if (res.locals.row?.withheld) return void res.sendStatus(404); next(); };
app.get('/a/:id', load, check, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/b/:id', check, load, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.get('/c/:id', check, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.get('/d/:id', load, async (req, res) => {
  if (res.locals.row?.withheld) return void res.end();
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/e/:id', async (req, res) => {
  if (res.locals.row?.withheld) return void res.end();
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
const r1 = Router(), r2 = Router();
const loadQ: RequestHandler = async (req, res, next) => { res.locals.row = await one(Number(req.query.id)); next(); };
r1.use(loadQ);
r2.get('/:id', check, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
r1.get('/:id', check, async (req, res) => {
  res.json(await getItem(Number(req.query.id))); // expect: call getItem ; gate: guard
});
app.use('/r1', r1);
app.use('/r2', r2);
const r3 = Router();
r3.use(check);
r3.use(load);
r3.get('/:id', async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
r3.get('/x/:id', async (req, res) => {
  await lookupItem(String(req.params.id), { withheld: res.locals.row.withheld }); // expect: call lookupItem ; gate: argument
});
r2.get('/x/:id', async (req, res) => {
  await lookupItem(String(req.params.id), { withheld: res.locals.row?.withheld }); // expect: call lookupItem ; gate: unarmed
});
const r4 = Router();
r4.use('/open', loadQ);
r4.get('/shut/:id', check, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
r4.get('/open/:id', check, async (req, res) => {
  res.json(await getItem(Number(req.query.id))); // expect: call getItem ; gate: guard
});
app.use('/r3', r3);
app.use('/r4', r4);
async function put(req: any, res: any) { res.locals.put = await one(Number(req.params.id)); }
app.get('/h/:id', async (req, res) => {
  await put(req, res);
  if (res.locals.put.withheld) return void res.end();
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/h2/:id', async (req, res) => {
  res.locals.own = await one(Number(req.params.id));
  if (res.locals.own.withheld) return void res.end();
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.listen(1);
