// A view is looked through to the columns that it selects.
import { getItem } from '@acme/client';
import { eq, sql } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { bodies, items, labels, texts } from './schema';

export async function label(id: number) {
  const found = await getItem(id); // expect: call getItem
  await db.update(items).set({ label: found.label }).where(eq(items.id, id)); // sink: database items.label_text
}

const app = express();
app.post('/label/:id', async (req, res) => {
  await label(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/labels', async (_req, res) => {
  res.json(await db.select().from(labels)); // sink: http GET /labels
});
app.get('/bodies', async (_req, res) => {
  res.json(await db.select().from(bodies)); // ok: a view of another table
});
app.get('/texts', async (_req, res) => {
  res.json(await db.select({ text: texts.shown }).from(texts)); // sink: http GET /texts
});
app.get('/texts/bodies', async (_req, res) => {
  res.json(await db.select({ text: texts.body }).from(texts)); // ok: the note's body
});
app.get('/texts/raw', async (_req, res) => {
  res.json(await db.execute(sql`SELECT shown_text FROM shop.texts`)); // sink: http GET /texts/raw
});
app.get('/texts/raw/bodies', async (_req, res) => {
  res.json(await db.execute(sql`SELECT body_text FROM shop.texts`)); // ok: the note's body
});
