// A database that gets a value in what is no statement that can be read may keep it.
import { getItem } from '@acme/client';
import { sql } from 'drizzle-orm';
import express from 'express';
import { db } from './db';

const app = express();
app.post('/called', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: escapes
  await db.execute(sql`CALL put_title(${item.title})`); // escape: unmodelled-code
  res.sendStatus(204);
});
app.post('/asked', async (req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: escapes
  await db.execute(sql.raw(`${req.body.statement} ${item.title}`)); // escape: unmodelled-code
  res.sendStatus(204);
});
app.post('/counted', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: contained
  await db.execute(sql`SELECT count(*) FROM shop.items WHERE title = ${item.title}`); // ok: it only asks
  res.sendStatus(204);
});
