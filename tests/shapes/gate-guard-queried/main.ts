// The flag is read by a query of its own: it is that of the row which the access is about where both ask for the same row.
import { getItem } from '@acme/client';
import { eq, gt } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const app = express();
app.get('/same/:id', async (req, res) => {
  const id = Number(req.params.id);
  const [row] = await db.select({ remote: items.remote }).from(items).where(eq(items.id, id));
  const [flag] = await db.select({ withheld: items.withheld }).from(items).where(eq(items.id, id));
  if (flag.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
app.get('/plain/:id', async (req, res) => {
  const id = Number(req.params.id);
  const [flag] = await db.select({ withheld: items.withheld }).from(items).where(eq(items.id, id));
  if (flag.withheld) return;
  res.json(await getItem(id)); // expect: call getItem ; gate: guard
});
app.get('/other/:id/:of', async (req, res) => {
  const id = Number(req.params.id), of = Number(req.params.of);
  const [row] = await db.select({ remote: items.remote }).from(items).where(eq(items.id, id));
  const [flag] = await db.select({ withheld: items.withheld }).from(items).where(eq(items.id, of));
  if (flag.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/changed/:id/:of', async (req, res) => {
  let id = Number(req.params.id);
  const [flag] = await db.select({ withheld: items.withheld }).from(items).where(eq(items.id, id));
  id = Number(req.params.of);
  const [row] = await db.select({ remote: items.remote }).from(items).where(eq(items.id, id));
  if (flag.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/more/:id', async (req, res) => {
  const id = Number(req.params.id);
  const [flag] = await db.select({ withheld: items.withheld }).from(items).where(eq(items.id, id));
  const rows = await db.select({ remote: items.remote }).from(items).where(gt(items.id, id));
  if (flag.withheld) return;
  res.json(await getItem(rows[0].remote!)); // expect: call getItem ; gate: none
});
const isWithheld = async (id: number) => {
  const [flag] = await db.select({ withheld: items.withheld }).from(items).where(eq(items.id, id));
  return flag.withheld === true;
};
const remoteOf = async (id: number) => {
  const [row] = await db.select({ remote: items.remote }).from(items).where(eq(items.id, id));
  return row.remote!;
};
app.get('/called/:id', async (req, res) => {
  const id = Number(req.params.id);
  if (await isWithheld(id)) return;
  res.json(await getItem(await remoteOf(id))); // expect: call getItem ; gate: guard
});
app.get('/called/:id/:of', async (req, res) => {
  if (await isWithheld(Number(req.params.of))) return;
  res.json(await getItem(await remoteOf(Number(req.params.id)))); // expect: call getItem ; gate: none
});
const requireOpen = async (id: number) => {
  const [flag] = await db.select({ withheld: items.withheld }).from(items).where(eq(items.id, id));
  if (flag.withheld) throw new Error('withheld');
};
app.get('/required/:id', async (req, res) => {
  const id = Number(req.params.id);
  await requireOpen(id);
  res.json(await getItem(await remoteOf(id))); // expect: call getItem ; gate: guard
});
app.get('/required/:id/:of', async (req, res) => {
  await requireOpen(Number(req.params.of));
  res.json(await getItem(await remoteOf(Number(req.params.id)))); // expect: call getItem ; gate: none
});
const isOpen = (row: { withheld: boolean | null }) => !row.withheld;
function authorize(allowed: boolean) {
  if (!allowed) throw new Error('not allowed');
}
app.get('/allowed/:id', async (req, res) => {
  const [row] = await db.select().from(items).where(eq(items.id, Number(req.params.id)));
  authorize(row.title !== null);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
  authorize(isOpen(row));
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
app.get('/either/:id/:of', async (req, res) => {
  const [one] = await db.select().from(items).where(eq(items.id, Number(req.params.id)));
  const [other] = await db.select().from(items).where(eq(items.id, Number(req.params.of)));
  const row = req.query.other ? other : one;
  if (one.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
  if (row.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
