// A change says how many rows it was, also inside of a transaction and where one of several tables is meant: nothing
// that it was given comes out of it, but what it says that it returns does.
import { getItem } from '@acme/client';
import { PrismaClient } from '@prisma/client';
import { sql } from 'drizzle-orm';
import express from 'express';
import { db } from './db';

const TABLES = { items: sql.raw('"shop"."items"'), notes: sql.raw('"notes"') };
const NAMES = { items: 'items', notes: 'notes' };
const prisma = new PrismaClient();
const app = express();
app.post('/counted/:kind', async (req, res) => {
  const item = await getItem(req.body.id); // expect: call getItem ; reach: renders
  const table = TABLES[req.params.kind as 'items'];
  const result: any = await db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL statement_timeout = 100`);
    return tx.execute(sql`UPDATE ${table} SET title = ${item.title} WHERE id = 1`); // sink: database items.title ; sink: database notes.title
  });
  res.json(Number(result.count ?? 0)); // ok: how many rows there were
});
app.post('/returned/:kind', async (req, res) => {
  const item = await getItem(req.body.id); // expect: call getItem ; reach: renders
  const rows: any = await db.transaction((tx) => tx.execute(sql`SELECT id, ${item.title} AS title FROM ${TABLES[req.params.kind as 'items']}`));
  res.json(rows[0].title); // sink: http POST /returned/:kind
});
app.post('/others/:kind', async (req, res) => {
  const item = await getItem(req.body.id); // expect: call getItem ; reach: renders
  const statement = `UPDATE ${NAMES[req.params.kind as 'items']} SET title = $1`;
  const count = await prisma.$transaction((tx) => tx.$executeRawUnsafe(statement, item.title)); // sink: database items.title ; sink: database notes.title
  res.json({ count }); // ok: how many rows there were
});
app.get('/titles', async (_req, res) => {
  const rows = await db.transaction((tx) => tx.execute(sql`SELECT title FROM "shop"."items"`));
  res.json(rows); // sink: http GET /titles
});
