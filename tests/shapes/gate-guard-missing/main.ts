// A query that gives no row for what is asked: there is no flag to see then. A check that lets that pass is none for an
// access which is asked for by the same value; one that stops there is one.
import { getItem } from '@acme/client';
import { and, eq, inArray } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const app = express();

app.get('/other-too/:id', async (req, res) => {
  const id = Number(req.params.id);
  const [row] = await db.select().from(items).where(and(eq(items.id, id), eq(items.title, 'x')));
  if (row?.withheld) return;
  await getItem(id); // expect: call getItem ; gate: none
  if (!row || row.withheld) return;
  res.json(await getItem(id)); // expect: call getItem ; gate: guard
});
app.get('/row/:id', async (req, res) => {
  const [row] = await db.select().from(items).where(and(eq(items.id, Number(req.params.id)), eq(items.title, 'x')));
  if (row?.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
app.get('/same/:id', async (req, res) => {
  const id = Number(req.params.id);
  const [row] = await db.select().from(items).where(eq(items.remote, id)).limit(1);
  if (row?.withheld) return;
  res.json(await getItem(id)); // expect: call getItem ; gate: guard
});
app.post('/page', async (req, res) => {
  const ids = req.body.ids as number[];
  const page = await db.select().from(items).limit(10);
  const rows = await db.select().from(items).where(inArray(items.id, ids));
  const onPage = new Map(page.map((row) => [row.id, row])), byId = new Map(rows.map((row) => [row.id, row]));
  for (const id of ids) {
    if (onPage.get(id)?.withheld) continue;
    await getItem(id); // expect: call getItem ; gate: none
  }
  for (const id of ids) {
    if (byId.get(id)?.withheld) continue;
    await getItem(id); // expect: call getItem ; gate: guard
  }
  for (const id of ids) {
    if (page.some((row) => row.id === id && row.withheld)) continue;
    await getItem(id); // expect: call getItem ; gate: none
  }
  for (const id of ids) {
    if (!page.some((row) => row.id === id && !row.withheld)) continue;
    await getItem(id); // expect: call getItem ; gate: guard
  }
});
app.get('/open/:id', async (req, res) => {
  const id = Number(req.params.id);
  const row = await db.query.items.findFirst({ where: and(eq(items.id, id), eq(items.withheld, false)) });
  if (!row) console.warn('withheld');
  await getItem(id); // expect: call getItem ; gate: none
  if (!row) return;
  res.json(await getItem(id)); // expect: call getItem ; gate: guard
});
app.get('/open-list/:id', async (req, res) => {
  const id = Number(req.params.id);
  const rows = await db.select().from(items).where(and(eq(items.id, id), eq(items.withheld, false)));
  if (rows.length === 0) return;
  res.json(await getItem(id)); // expect: call getItem ; gate: guard
});
app.get('/open-titled/:id', async (req, res) => {
  const row = await db.query.items.findFirst({ where: and(eq(items.title, 'x'), eq(items.withheld, false)) });
  if (!row) return;
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.get('/hidden/:id', async (req, res) => {
  const id = Number(req.params.id);
  const [other] = await db.select({ id: items.id }).from(items).where(and(eq(items.id, id), eq(items.withheld, true), eq(items.title, 'x')));
  if (other) return;
  await getItem(id); // expect: call getItem ; gate: none
  const [hidden] = await db.select({ id: items.id }).from(items).where(and(eq(items.id, id), eq(items.withheld, true)));
  if (hidden) return;
  res.json(await getItem(id)); // expect: call getItem ; gate: guard
});

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
type Row = Awaited<ReturnType<typeof one>>;
async function fetchOf(row: Row | null, id = row?.id) {
  if (row?.withheld) return null;
  return getItem(id!); // expect: call getItem ; gate: none
}
export const unchecked = (id: number) => fetchOf(null, id);
async function fetchChecked(row: Row, id = row?.id) {
  if (row?.withheld) return null;
  return getItem(id); // expect: call getItem ; gate: guard
}
export const checked = async (id: number) => fetchChecked(await one(id));
