// The same for what routers were given before, in wrappers, and with other ways on.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express, { Router, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { db } from './db';
import { items } from './schema';
import { sub } from './sub';
import { late } from './late';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
const asyncHandler = (fn: RequestHandler): RequestHandler => (req, res, next) => { Promise.resolve(fn(req, res, next)).catch(next); };

export async function refuse(req: Request, res: Response, next: NextFunction) {
  const row = await one(Number(req.params.id));
  if (row.withheld) return void res.status(404).end();
  next();
}
async function refuseQuery(req: Request, res: Response, next: NextFunction) {
  const row = await one(Number(req.query.id));
  if (row.withheld) return void res.status(404).end();
  next();
}
const app = express();

const before = Router();
before.get('/early/:id', async (req, res) => {
  res.json(await getItem(Number(req.query.id))); // expect: call getItem ; gate: none
});
before.use(refuseQuery);
before.get('/one', async (req, res) => {
  res.json(await getItem(Number(req.query.id))); // expect: call getItem ; gate: guard
});
before.get('/two', async (req, res) => {
  res.json(await getItem(Number(req.query.other))); // expect: call getItem ; gate: none
});
app.use('/before', before);

const params = Router();
params.use(refuse); // `req.params` has no `id` yet: its path names none
params.get('/:id', async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.use('/params', params);

const named = Router();
named.use('/:id', refuse);
named.get('/:id/tracks', async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
named.get('/:of/:id', async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.use('/named', named);

app.get('/wrapped/:id', asyncHandler(refuse), asyncHandler(async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
}));
app.get('/wrapped2/:id', asyncHandler(async (req, res, next) => { next(); }), asyncHandler(async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
}));
const once = (req: Request, res: Response, next: NextFunction) => {
  one(Number(req.params.id)).then((row) => {
    if (row.withheld) return res.sendStatus(404);
    next();
  }).catch((error) => next(error));
};
app.get('/then/:id', once, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
const twice = (req: Request, res: Response, next: NextFunction) => {
  one(Number(req.params.id)).then((row) => {
    if (row.withheld) return res.sendStatus(404);
  });
  next();
};
app.get('/twice/:id', twice, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
const route: RequestHandler = async (req, res, next) => {
  const row = await one(Number(req.params.id));
  if (row.withheld) return next('route');
  next();
};
app.get('/route/:id', route, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/route/:id', async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
const maybe: RequestHandler = async (req, res, next) => {
  const row = await one(Number(req.params.id));
  if (row.withheld && req.query.strict) return void res.sendStatus(404);
  next();
};
app.get('/maybe/:id', maybe, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
const opened: RequestHandler = async (req, res, next) => {
  if (req.query.open) return next();
  const row = await one(Number(req.params.id));
  if (row.withheld) return void res.sendStatus(404);
  next();
};
app.get('/opened/:id', opened, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
if (process.env.STRICT) app.use('/strict/:id', refuse);
app.get('/strict/:id', async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.use('/sub', refuseQuery, sub);
app.use('/late', late);
app.use(refuseQuery);
app.listen(3000);
