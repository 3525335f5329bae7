// Tables and columns by names that another file declares as texts.
import { getItem } from '@acme/client';
import express from 'express';
import { sql } from 'drizzle-orm';
import { db } from './db';
import { read } from './read';

const app = express();
app.use(read);
app.post('/store/:id', async (req, res) => {
  const found = await getItem(Number(req.params.id)); // expect: call getItem
  await db.execute(sql`UPDATE items SET title = ${found.title}`); // sink: database items.title
  res.sendStatus(204);
});
