// What a query selects is an object that is filled by statements: given itself, spread, or as the names of columns.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

export async function refresh(id: number) {
  const item = await getItem(id); // expect: call getItem
  await db.update(items).set({ imageUrl: item?.image }).where(eq(items.id, id)); // sink: database items.image_url
}

const app = express();
app.post('/refresh', async (_req, res) => {
  await refresh(1);
  res.sendStatus(204);
});
app.get('/given', async (_req, res) => {
  const fields: any = { id: items.id };
  fields.image = items.imageUrl;
  res.json(await db.select(fields).from(items)); // sink: http GET /given
});
app.get('/spread', async (_req, res) => {
  const fields: any = {};
  fields.image = items.imageUrl;
  res.json(await db.select({ id: items.id, ...fields }).from(items)); // sink: http GET /spread
});
app.get('/perhaps', async (req, res) => {
  const fields: any = {};
  if (req.query.wide) fields.image = items.imageUrl;
  const [row] = await db.select({ id: items.id, ...fields }).from(items);
  res.json({ shown: row.image }); // sink: http GET /perhaps
});
app.get('/perhaps-given', async (req, res) => {
  const fields: any = { image: items.imageUrl };
  if (req.query.narrow) fields.image = items.title;
  res.json(await db.select(fields).from(items)); // sink: http GET /perhaps-given
});
app.get('/named', async (_req, res) => {
  const columns: any = {};
  columns.imageUrl = true;
  res.json(await db.query.items.findMany({ columns: { id: true, ...columns } })); // sink: http GET /named
});
app.get('/neighbour', async (_req, res) => {
  const fields: any = { id: items.id };
  fields.title = items.title;
  res.json(await db.select(fields).from(items)); // ok: a neighbour of the column
});
app.get('/replaced', async (_req, res) => {
  const fields: any = { image: items.imageUrl };
  fields.image = items.title;
  res.json(await db.select(fields).from(items)); // ok: it is another column by then
});
app.get('/beside', async (_req, res) => {
  const fields: any = { id: items.id };
  const aside: any = {};
  aside.image = items.imageUrl;
  res.json(await db.select(fields).from(items)); // ok: another object was filled
});
