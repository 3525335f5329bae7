// A check behind the access: what was asked for a flagged row does not pass to whoever would see it.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const app = express();
const flagsOf = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

app.get('/checked', async (req, res) => {
  const item = await getItem(Number(req.query.id)); // expect: call getItem ; gate: late
  const row = await flagsOf(Number(req.query.id));
  if (row.withheld) return res.json(null);
  return res.json(item); // sink: http GET /checked
});

app.get('/told', async (req, res) => {
  const item = await getItem(Number(req.query.id)); // expect: call getItem ; gate: late
  const row = await flagsOf(Number(req.query.id));
  if (row.withheld) console.warn('withheld');
  return res.json(item); // sink: http GET /told
});

async function found(id: number) {
  const item = await getItem(id); // expect: call getItem ; gate: late
  const row = await flagsOf(id);
  if (row.withheld) return null;
  return item;
}

async function foundEither(id: number) {
  const item = await getItem(id); // expect: call getItem ; gate: late
  const row = await flagsOf(id);
  if (row.withheld) return { item, withheld: true };
  return { item };
}

app.get('/found', async (req, res) => {
  res.json(await found(Number(req.query.id))); // sink: http GET /found
});

app.get('/either', async (req, res) => {
  res.json(await foundEither(Number(req.query.id))); // sink: http GET /either
});

app.get('/own/:id', async (req, res) => {
  const [row] = await db.select().from(items).where(eq(items.id, Number(req.params.id)));
  const item = await getItem(row.remote!); // expect: call getItem ; gate: late
  if (row.withheld) return;
  res.json(item); // sink: http GET /own/:id
});

app.get('/beside/:id', async (req, res) => {
  const [row] = await db.select({ remote: items.remote }).from(items).where(eq(items.id, Number(req.params.id)));
  const [flag] = await db.select({ withheld: items.withheld }).from(items).where(eq(items.id, Number(req.params.id)));
  const item = await getItem(row.remote!); // expect: call getItem
  if (flag.withheld) return;
  res.json(item); // sink: http GET /beside/:id
});

app.get('/other/:id/:of', async (req, res) => {
  const [row] = await db.select({ remote: items.remote }).from(items).where(eq(items.id, Number(req.params.id)));
  const [other] = await db.select({ withheld: items.withheld }).from(items).where(eq(items.id, Number(req.params.of)));
  const item = await getItem(row.remote!); // expect: call getItem ; gate: none
  if (other.withheld) return;
  res.json(item); // sink: http GET /other/:id/:of
});

app.get('/second', async (req, res) => {
  const [first, second] = await db.select().from(items);
  const item = await getItem(second.remote!); // expect: call getItem
  if (first.withheld) return;
  res.json(item); // sink: http GET /second
});
