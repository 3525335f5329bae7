// A constant that is written carries nothing of the result, wherever it comes from.
import { getItem } from '@acme/client';
import { eq, sql } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const project = (found: { title: string }) => ({ title: null, label: found.title });

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  const row = project(found);
  await db.update(items).set({ title: null }).where(eq(items.id, id)); // ok: a constant
  await db.execute(sql`UPDATE shop.items SET title = ${row.title} WHERE id = ${id}`); // ok: a constant, through a function
  await db.execute(sql`UPDATE shop.items SET label_text = ${row.label} WHERE id = ${id}`); // sink: database items.label_text
}

const named = (kind: string) => (kind === 'book' ? 'read' : 'heard');

export async function decide(id: number, told: boolean) {
  const found = await getItem(id); // expect: call getItem
  await db.update(items).set({ title: told ? 'told' : 'kept' }).where(eq(items.id, id)); // chosen by something else
  await db.update(items).set({ kind: found.title ? 'full' : 'empty' }).where(eq(items.id, id)); // sink: database items.kind
  const known = found.title !== '';
  await db.update(items).set({ label: known ? sql`now()` : null }).where(eq(items.id, id)); // sink: database items.label_text
  await db.update(items).set({ used: named(found.kind) }).where(eq(items.id, id)); // sink: database items.used
}

const app = express();
app.post('/decide/:id', async (req, res) => {
  await decide(Number(req.params.id), req.body.told);
  res.sendStatus(204);
});
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  res.json(await db.select({ title: items.title }).from(items)); // ok: only constants are written
});
