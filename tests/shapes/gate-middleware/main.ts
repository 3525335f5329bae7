// What runs before a handler in the call that registers it refuses flagged rows: where no way on is open to them, the handler is never
// asked for one. Beside each one that looks alike: it goes on anyway, asks about another row, or stands behind.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express, { type NextFunction, type Request, type Response } from 'express';
import { db } from './db';
import { items } from './schema';

const app = express();
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

async function refuse(req: Request, res: Response, next: NextFunction) {
  const row = await one(Number(req.params.id));
  if (!row || row.withheld) return res.status(404).end();
  next();
}
async function refuseLate(req: Request, res: Response, next: NextFunction) {
  const row = await one(Number(req.params.id));
  if (row.withheld) res.status(404).end();
  next();
}
async function refuseOf(req: Request, res: Response, next: NextFunction) {
  const row = await one(Number(req.params.of));
  if (row.withheld) return res.status(404).end();
  next();
}
async function refuseError(req: Request, res: Response, next: NextFunction) {
  try {
    const row = await one(Number(req.params.id));
    if (row.withheld) return next(new Error('withheld'));
    return next();
  } catch (error) {
    return next(error);
  }
}
const requireOpen = (name: string) => async (req: Request, res: Response, next: NextFunction) => {
  const row = await one(Number(req.params[name]));
  if (row.withheld) { res.sendStatus(404); return; }
  next();
};

app.get('/guard/:id', refuse, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/anyway/:id', refuseLate, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.get('/of/:id/:of', refuseOf, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.get('/error/:id', refuseError, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/list/:id', [refuse], async (req: Request, res: Response) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/fixed/:id', refuse, async (req, res) => {
  res.json(await getItem(7)); // expect: call getItem ; gate: none
});
app.get('/all/:id', refuse, async (req, res) => {
  for (const row of await db.select().from(items)) await getItem(row.remote!); // expect: call getItem ; gate: none
});
app.get('/behind/:id', async (req, res, next) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
  next();
}, refuse);
app.get('/open/:id', async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.get('/made/:id', requireOpen('id'), async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/made/:id/:of', requireOpen('of'), async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.get('/row/:id', refuse, async (req, res) => {
  const row = await one(Number(req.params.id));
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
async function load(req: Request, res: Response, next: NextFunction) {
  const row = await one(Number(req.params.id));
  if (row.withheld) return res.status(404).end();
  req.item = row;
  next();
}
app.get('/loaded/:id', load, async (req, res) => {
  res.json(await getItem(req.item.remote)); // expect: call getItem ; gate: guard
});
const only = async (req: Request, res: Response, next: NextFunction) => {
  req.item = await one(Number(req.params.id));
  next();
};
const open = (req: Request, res: Response, next: NextFunction) => (req.item.withheld ? res.sendStatus(404) : next());
app.get('/only/:id', only, async (req, res) => {
  res.json(await getItem(req.item.remote)); // expect: call getItem ; gate: none
});
app.get('/open/:id', only, open, async (req, res) => {
  await getItem(req.other.remote); // expect: call getItem ; gate: none
  res.json(await getItem(req.item.remote)); // expect: call getItem ; gate: guard
});
const both = async (req: Request, res: Response) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
};
app.get('/both/:id', refuse, both);
app.get('/other/:id', both);
