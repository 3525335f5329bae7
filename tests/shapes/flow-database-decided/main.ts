// What a query writes under a condition is decided by that, whichever method it is given to.
import { getItem } from '@acme/client';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import express from 'express';

const db = drizzle(process.env.DATABASE_URL!);
export const decided = pgTable('decided', { id: integer('id'), title: text('title') });
const app = express();
app.post('/set', async (req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: decides
  if (!item.title) await db.update(decided).set({ title: req.body.title }); // sink: database decided.title
  res.end();
});
app.post('/values', async (req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: decides
  if (!item.title) await db.insert(decided).values({ title: req.body.title }); // sink: database decided.title
  res.end();
});
app.post('/execute', async (req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: decides
  if (!item.title) await db.execute(sql`UPDATE decided SET title = ${req.body.title}`); // sink: database decided.title
  res.end();
});
app.post('/always', async (req, res) => {
  await getItem(4); // expect: call getItem ; reach: contained
  await db.insert(decided).values({ title: req.body.title });
  await db.execute(sql`UPDATE decided SET title = ${req.body.title}`);
  res.end();
});
class UseCase {
  execute(title: string) {
    console.log(title);
  }
  values(title: string) {
    console.log(title);
  }
}
const useCase = new UseCase();
app.post('/own', async (req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: decides
  if (!item.title) useCase.execute(req.body.title); // sink: control
  if (!item.title) useCase.values(req.body.title); // sink: control
  res.end();
});
app.listen(1);
