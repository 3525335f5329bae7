// Asked for by a client of our own: an id is an id, a text is one that is matched.
import { findItems, getItem, lookupItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const app = express();
app.get('/items/:id', async (req, res) => {
  res.json(await getItem(Number(req.params.id), { timeoutMs: 5 })); // expect: call getItem ; keyed: request
});
app.get('/items', async (req, res) => {
  res.json(await findItems(String(req.query.q), Number(req.query.limit))); // expect: call findItems ; keyed: free-text
});
app.get('/serial/:id', async (req, res) => {
  const [row] = await db.select({ serial: items.serial }).from(items).where(eq(items.id, Number(req.params.id)));
  res.json(await getItem(row.serial)); // expect: call getItem ; keyed: catalogue-row items.serial
});
app.get('/either/:id', async (req, res) => {
  const [row] = await db.select({ serial: items.serial }).from(items).where(eq(items.id, Number(req.params.id)));
  res.json(await getItem(req.body.id ?? row.serial)); // expect: call getItem ; keyed: request ; keyed: catalogue-row items.serial
  res.json(await getItem(req.body.id || 7)); // expect: call getItem ; keyed: request
});
app.get('/second', async (req, res) => {
  const first = await (await findItems(String(req.query.q))).json(); // expect: call findItems ; keyed: free-text
  res.json(await getItem(first[0].id)); // expect: call getItem ; keyed: free-text
});

export const nobody = (id: number) => getItem(id); // expect: call getItem ; keyed: unknown
