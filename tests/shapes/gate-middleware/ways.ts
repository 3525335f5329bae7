// What else may stand between a middleware that refuses and the access: another row, another key, other ways to the handler, errors.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express, { type RequestHandler, Router } from 'express';
import { db } from './db';
import { items, users } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
const user = async (id: number) => (await db.select().from(users).where(eq(users.id, id)).limit(1))[0];
const app = express();
app.use(express.json());

const refuse: RequestHandler = async (req, res, next) => {
  const row = await one(Number(req.params.id));
  if (row.withheld) return void res.sendStatus(404);
  next();
};
// the user's flag, not the item's
const refuseUser: RequestHandler = async (req, res, next) => {
  const row = await user(Number(req.params.id));
  if (row.withheld) return void res.sendStatus(404);
  next();
};
app.get('/1/:id', refuseUser, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
// handler rewrites the key
app.get('/2/:id', refuse, async (req, res) => {
  const id = Number(req.query.id ?? req.params.id);
  res.json(await getItem(id)); // expect: call getItem ; gate: none
});
// body list, check of the first
const refuseFirst: RequestHandler = async (req, res, next) => {
  const row = await one(Number(req.body.ids[0]));
  if (row.withheld) return void res.sendStatus(404);
  next();
};
app.post('/3', refuseFirst, async (req, res) => {
  for (const id of req.body.ids) await getItem(Number(id)); // expect: call getItem ; gate: none
  res.end();
});
// every id is checked
const refuseAny: RequestHandler = async (req, res, next) => {
  for (const id of req.body.ids) {
    const row = await one(Number(id));
    if (row.withheld) return void res.sendStatus(404);
  }
  next();
};
app.post('/4', refuseAny, async (req, res) => {
  for (const id of req.body.ids) await getItem(Number(id)); // expect: call getItem ; gate: none
  res.end();
});
// the handler is also used without it
const shared: RequestHandler = async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
};
app.get('/5/:id', refuse, shared);
export const unguarded = Router().get('/:id', shared);
app.use('/5b', unguarded);
// error handler in between
app.get('/6/:id', refuse, async (req, res, next) => {
  next();
}, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
// the check is caught
const caught: RequestHandler = async (req, res, next) => {
  try {
    const row = await one(Number(req.params.id));
    if (row.withheld) throw new Error('withheld');
  } catch (error) {
    console.warn(error);
  }
  next();
};
app.get('/8/:id', caught, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
// finally goes on
const finallyOn: RequestHandler = async (req, res, next) => {
  try {
    const row = await one(Number(req.params.id));
    if (row.withheld) return void res.sendStatus(404);
  } finally {
    next();
  }
};
app.get('/9/:id', finallyOn, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
// thrown, and next with an error by the framework (Express 5)
const thrown: RequestHandler = async (req, res, next) => {
  const row = await one(Number(req.params.id));
  if (row.withheld) throw new Error('withheld');
  next();
};
app.get('/10/:id', thrown, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
// in a callback, called twice
const callback: RequestHandler = (req, res, next) => {
  one(Number(req.params.id)).then((row) => {
    if (row.withheld) res.sendStatus(404);
    else next();
  }, next);
};
app.get('/11/:id', callback, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
// failing look-up lets it pass
const lenient: RequestHandler = (req, res, next) => {
  one(Number(req.params.id)).then((row) => {
    if (row.withheld) res.sendStatus(404);
    else next();
  }).catch(() => next());
};
app.get('/12/:id', lenient, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
// job started by the handler for all
app.get('/13/:id', refuse, async (req, res) => {
  await refreshAll();
  res.end();
});
async function refreshAll() {
  for (const row of await db.select().from(items)) await getItem(row.id); // expect: call getItem ; gate: none
}
// helper called from guarded and unguarded handlers
async function details(id: number) {
  return getItem(id); // expect: call getItem ; gate: none
}
app.get('/14/:id', refuse, async (req, res) => { res.json(await details(Number(req.params.id))); });
app.get('/14b/:id', async (req, res) => { res.json(await details(Number(req.params.id))); });
// helper called from guarded handlers only
async function details2(id: number) {
  return getItem(id); // expect: call getItem ; gate: guard
}
app.get('/15/:id', refuse, async (req, res) => { res.json(await details2(Number(req.params.id))); });
app.get('/15b/:id', refuse, async (req, res) => { res.json(await details2(Number(req.params.id))); });
// row is missing -> passes
const missing: RequestHandler = async (req, res, next) => {
  const [row] = await db.select().from(items).where(eq(items.id, Number(req.params.id))).limit(1);
  if (row?.withheld) return void res.sendStatus(404);
  next();
};
app.get('/17/:id', missing, async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.listen(3000);
