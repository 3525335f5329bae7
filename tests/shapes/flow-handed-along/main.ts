// A handler writes into its request or response what one behind it answers with; one that nobody reads goes out of sight.
import { findItems, getItem } from '@acme/client';
import express, { type NextFunction, type Request, type Response } from 'express';

async function load(req: Request, res: Response, next: NextFunction) {
  res.locals.item = await getItem(Number(req.params.id)); // expect: call getItem
  next();
}
function show(_req: Request, res: Response) {
  res.json(res.locals.item); // sink: http GET /items/:id
}
function count(_req: Request, res: Response) {
  res.json(res.locals.count); // ok: another member
}

const app = express();
app.get('/items/:id', load, show);
app.get('/count', count);
app.get(
  '/found',
  async (req: any, _res, next) => {
    req.found = await findItems(req.query.q); // expect: call findItems
    next();
  },
  (req: any, res) => res.json(req.found) // sink: http GET /found
);
app.use(async (req: any, _res, next) => { // escape: unmodelled-code
  req.kept = await findItems('x'); // expect: call findItems
  next();
});
app.get('/page/:id', async (req, res) => {
  res.locals.title = (await getItem(Number(req.params.id))).title; // expect: call getItem ; reach: renders
  res.render('page'); // sink: http GET /page/:id
});
app.use('/pages', async (req, res, next) => { // escape: unmodelled-code
  res.locals.shown = await getItem(Number(req.params.id)); // expect: call getItem ; reach: escapes
  next();
});
app.get('/pages/:id', (_req, res) => res.render('page')); // ok: nobody knows what a page shows of what others wrote
