// What is spread into a row under a condition decides about the columns that it names, and about no others.
import { getItem } from '@acme/client';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import express from 'express';

const db = drizzle(process.env.DATABASE_URL!);
const app = express();
const a = pgTable('a', { id: integer('id'), title: text('title'), kind: text('kind') });
const b = pgTable('b', { id: integer('id'), title: text('title'), kind: text('kind') });
const c = pgTable('c', { id: integer('id'), title: text('title'), kind: text('kind') });
app.post('/a', async (req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: decides
  await db.insert(a).values({ id: req.body.id, ...(item.seen ? { kind: 'seen' } : {}) }); // sink: database a.kind ; ok: `a.id` is what it is
  res.end();
});
app.post('/b', async (req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: stores
  const payload = { ...('title' in item ? { title: item.title } : {}) };
  await db.insert(b).values({ id: req.body.id, ...payload }); // sink: database b.title ; ok: `b.id` is what it is
  res.end();
});
app.post('/c', async (req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: decides
  await db.update(c).set({ id: req.body.id, ...(item.seen && { kind: 'seen' }) }); // sink: database c.kind ; ok: `c.id` is what it is
  res.end();
});
app.listen(1);
