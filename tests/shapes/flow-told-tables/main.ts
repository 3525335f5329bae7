// A function or a map may give the table of a query by what it is told.
import { getItem } from '@acme/client';
import { drizzle } from 'drizzle-orm/node-postgres';
import express from 'express';
import { toldItems } from './schema';
import { show } from './show';
import { KINDS, tableOf } from './tables';

const db = drizzle(process.env.DATABASE_URL!);
const app = express();
export async function store() {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  await db.update(toldItems).set({ title: item.title }); // sink: database told_items.title
}
app.post('/items', async (_req, res) => {
  await store();
  res.end();
});
app.post('/told', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  await db.insert(tableOf('notes')).values({ title: item.title }); // sink: database told_notes.title ; proven: database told_notes.title
  await db.insert(KINDS.get('rest')!).values({ title: item.title }); // sink: database told_rest.title ; proven: database told_rest.title
  res.end();
});
app.post('/any/:kind', async (req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  await db.insert(tableOf(req.params.kind)).values({ note: item.title }); // sink: database told_notes.note ; possible: database told_notes.note ; sink: database told_items.note ; possible: database told_items.note
  res.end();
});
show();
