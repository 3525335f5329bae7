// What has the flag's name and is no flag of a row: what a client sends, a setting, a column of another table.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express, { type NextFunction, type Request, type Response } from 'express';
import { db } from './db';
import { items, users } from './schema';

const app = express();
const rowOf = async (id: string) => (await db.select().from(items).where(eq(items.id, Number(id))))[0];

app.get('/sent/:id', async (req, res) => {
  if (req.query.withheld) return res.json(null);
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});

app.post('/posted/:id', async (req, res) => {
  const row = await rowOf(req.params.id);
  const { withheld } = req.body;
  if (withheld) return res.json(null);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});

app.get('/row/:id', async (req, res) => {
  const row = await rowOf(req.params.id);
  const { withheld } = row;
  if (withheld) return res.json(null);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});

app.get('/either/:id', async (req, res) => {
  const row = await rowOf(req.params.id);
  const withheld = req.query.all ? req.query.withheld : row.withheld;
  if (withheld) return res.json(null);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});

async function load(req: Request, res: Response, next: NextFunction) {
  (req as Request & { item: unknown }).item = await rowOf(req.params.id);
  next();
}
app.get('/loaded/:id', load, async (req, res) => {
  if (req.item.withheld) return res.json(null);
  res.json(await getItem(req.item.remote)); // expect: call getItem ; gate: guard
});

app.get('/user/:id', async (req, res) => {
  const [user] = await db.select().from(users).where(eq(users.id, Number(req.params.id)));
  if (user.withheld) return res.json(null);
  res.json(await getItem(user.itemId!)); // expect: call getItem ; gate: none
});

app.get('/named/:id', async (req, res) => {
  const [row] = await db.select({ withheld: items.title, remote: items.remote }).from(items).where(eq(items.id, Number(req.params.id)));
  if (row.withheld) return res.json(null);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});

app.get('/set/:id', async (req, res) => {
  if (process.env.withheld) return res.json(null);
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});

function shown(row: { withheld: boolean; remote: number }) {
  if (row.withheld) return null;
  return getItem(row.remote); // expect: call getItem ; gate: none
}
function shownRow(row: { withheld: boolean; remote: number | null }) {
  if (row.withheld) return null;
  return getItem(row.remote!); // expect: call getItem ; gate: guard
}
app.post('/shown/:id', async (req, res) => {
  res.json([await shown(req.body), await shownRow(await rowOf(req.params.id))]);
});
